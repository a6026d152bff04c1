using CompModel.Files;

namespace CompModel.Tests;

/// <summary>Offers as files write them, with what a test is about behind a few lines that hold together.</summary>
internal static class WrittenOffer
{
    public const string Plan = """
        year: 2026
        currency: USD
        plans:
          - { id: ae, name: Account Executive, base: 90000, target_incentive: 60000, components: [{ measure: bookings, weight: 100 %, pays: quarterly, basis: to_date, curve: linear }] }

        """;

    public const string Prices = """
        date,price
        2025-01-31,90
        2025-02-28,95.5
        2025-03-31,93
        2025-04-30,101
        2025-05-31,99
        2025-06-30,104

        """;

    private static readonly (string Key, string Text)[] Parts =
    [
        ("name", "name: Acme\n"),
        ("currency", "currency: USD\n"),
        ("start", "start: 2026-01-05\n"),
        ("plan", "plan: { base: 150000, target_incentive: 100000, components: [{ measure: bookings, weight: 100 %, pays: annual, curve: linear }] }\n"),
        ("quotas", "quotas: { bookings: 1500000 }\n"),
    ];

    /// <summary>A whole file with some lines more; keys that they have stand in the place of the usual ones.</summary>
    public static string With(string lines) =>
        string.Concat(Parts.Where(part => !System.Text.RegularExpressions.Regex.IsMatch(lines, $@"(?m)^\^?{part.Key}:")).Select(part => part.Text)) + lines + "\n";

    /// <summary>The offer of a file that must hold together.</summary>
    public static OfferCase Read(string text)
    {
        OfferCase? read = TryRead(text, out DiagnosticLog log);
        Assert.Empty(log.Diagnostics);
        return read!;
    }

    public static OfferCase? TryRead(string text, out DiagnosticLog log)
    {
        DiagnosticLog found = log = new();
        return Source("offer.yaml", text) is { } source ? new OfferReading(Beside).Read(source) : null;

        SourceText? Beside(string name)
        {
            if (name is "plan.yaml")
                return Source(name, Plan);
            if (name is "prices.csv")
                return Source(name, Prices);
            found.Add(new(DiagnosticCode.FileMissing, name, 1, 1, "the file is missing", $"{name} beside offer.yaml", ""));
            return null;
        }

        SourceText? Source(string name, string its) => SourceText.Decode(name, System.Text.Encoding.UTF8.GetBytes(its), found);
    }
}
