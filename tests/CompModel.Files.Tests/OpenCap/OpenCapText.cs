using System.Text;
using CompModel.Files;

namespace CompModel.Tests.OpenCap;

/// <summary>Reads texts of Open Cap Format as the files they would be.</summary>
internal static class OpenCapText
{
    internal const string Terms = "terms.ocf.json", Transactions = "transactions.ocf.json";

    internal static OpenCapFiles Read(string? terms, string? transactions = null)
    {
        OpenCapFiles files = Read(out DiagnosticLog log, terms, transactions);
        log.ThrowIfErrors();
        return files;
    }

    /// <summary>What the texts are refused for, warnings included.</summary>
    internal static IReadOnlyList<Diagnostic> Refused(string? terms, string? transactions = null)
    {
        _ = Read(out DiagnosticLog log, terms, transactions);
        return Assert.Throws<InvalidInputException>(log.ThrowIfErrors).Diagnostics;
    }

    internal static OpenCapFiles Read(out DiagnosticLog log, string? terms, string? transactions)
    {
        var found = log = new DiagnosticLog();
        return OpenCapFiles.Read([.. new[] { (Terms, terms), (Transactions, transactions) }.Where(file => file.Item2 is not null)
            .Select(file => SourceText.Decode(file.Item1, Encoding.UTF8.GetBytes(file.Item2!), found)).OfType<SourceText>()]);
    }
}
