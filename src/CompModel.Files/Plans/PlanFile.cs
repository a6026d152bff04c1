using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace CompModel.Files;

/// <summary>
/// plan.yaml: the plan year, the one currency of the case, measures other than bookings and adoption, and plans by id.
/// </summary>
internal sealed partial class PlanFile
{
    internal const string FileName = "plan.yaml";
    private static readonly string[] Keys = ["year", "fiscal_year_start", "currency", "measures", "plans"];

    private PlanFile(PlanYear year, Currency currency, MeasureCatalog measures, PlanReader reader)
    {
        Year = year;
        Currency = currency;
        Measures = measures;
        (Plans, Refused) = (reader.Plans, reader.Refused);
    }

    public PlanYear Year { get; }

    public Currency Currency { get; }

    public MeasureCatalog Measures { get; }

    public IReadOnlyDictionary<string, CompensationPlan> Plans { get; }

    /// <summary>The ids of plans that are there but were refused.</summary>
    public IReadOnlySet<string> Refused { get; }

    /// <summary>The file's content; null, reported, unless year and currency are known. A plan that is refused is missing from the plans.</summary>
    public static PlanFile? Read(SourceText source)
    {
        if (YamlTree.Read(source) is not { } root || KeyReader.Of(root, FileName, Keys) is not { } keys)
            return null;
        PlanYear? year = ReadYear(keys);
        Currency? currency = keys.RequireField("currency", "a currency such as USD")?.CurrencyOf(null);
        MeasureCatalog measures = MeasureCatalog.Read(keys.Find("measures"));
        // Without a currency the plans are still checked, in one that never reaches anybody.
        var reader = new PlanReader(currency ?? Currency.Usd, measures);
        reader.Read(keys.Require("plans", "a list of plans"));
        return year is null || currency is null ? null : new(year.Value, currency.Value, measures, reader);
    }

    private static PlanYear? ReadYear(KeyReader keys)
    {
        YamlNode? calendar = keys.Find("year"), fiscal = keys.Find("fiscal_year_start");
        if (calendar is not null && fiscal is not null)
        {
            fiscal.Source.Report(
                fiscal.Start, DiagnosticCode.KeyConflict, "both year and fiscal_year_start are there", "one of them",
                "year is 1 January to 31 December");
            return null;
        }
        if (fiscal?.Field("fiscal_year_start") is { } start)
        {
            if (start.Date() is not { } date)
                return null;
            if (date.Day <= 28)
                return PlanYear.Starting(date);
            start.Report(
                DiagnosticCode.DateOrder, start.Found, "one of the first 28 days of a month", "from later days months have no fixed boundary");
            return null;
        }
        if (fiscal is not null)
            return null;
        if (keys.RequireField("year", "the plan year, such as 2026, or fiscal_year_start") is not { } field)
            return null;
        if (FourDigits().IsMatch(field.Text))
            return PlanYear.Calendar(int.Parse(field.Text, CultureInfo.InvariantCulture));
        field.Report(
            DiagnosticCode.Number, field.Found, "a year from 1900 to 2199",
            field.Text.Contains('-', StringComparison.Ordinal) ? "a year that starts on another day is fiscal_year_start" : "");
        return null;
    }

    [GeneratedRegex(@"\A(19|20|21)[0-9]{2}\z")]
    private static partial Regex FourDigits();
}
