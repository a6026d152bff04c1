namespace CompModel.Files;

/// <summary>
/// A folder of files that make one case: plan.yaml and roster.csv, and, where there are any, changes.csv, territories.csv, quotas.csv, rates.csv, deals.csv, results.csv, adjustments.csv, history.csv,
/// grants.csv, grant-events.csv, headcount.csv and assumptions.yaml. Reads nothing else, writes nothing, and knows no clock and no culture.
/// </summary>
public static class CaseFolder
{
    internal static readonly string[] Names =
        [PlanFile.FileName, RosterFile.FileName, ChangeFile.FileName, TerritoryFile.FileName, QuotaFile.FileName, RateFile.FileName, DealFile.FileName, ResultFile.FileName, AdjustmentFile.FileName, HistoryFile.FileName, GrantFile.FileName, GrantEventFile.FileName, HeadcountFile.FileName, AssumptionsFile.FileName];

    /// <summary>
    /// The case of a folder. Throws <see cref="InvalidInputException"/> with a diagnostic for each problem of any file; no other exception tells of a bad input.
    /// At most 64 MiB and 1,000,000 records a file, 32,767 characters a field.
    /// </summary>
    public static Case Read(string folder) => Read(new CaseSources(folder));

    /// <summary>As above, of a case some of whose files stand elsewhere.</summary>
    public static Case Read(CaseSources sources) => new CaseReading(sources).Read();

    internal static Diagnostic Missing(string fileName) =>
        new(DiagnosticCode.FileMissing, fileName, 1, 1, "the file is missing", $"{fileName} in the folder of the case", "");

    internal static bool IsKnown(string fileName) => Names.Contains(fileName, StringComparer.Ordinal);

    internal static string? LikeKnown(string fileName) => IsKnown(fileName) ? null : Nearest.Of(fileName, Names);
}
