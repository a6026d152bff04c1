using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace CompModel.Files;

/// <summary>
/// The plan year of plan.yaml: <c>year: 2026</c>, <c>fiscal_year_start: 2026-02-01</c>, or, in whole weeks,
/// <c>year: { weeks: 4-4-5, starts: 2026-02-01, of: 52 }</c>. A year of weeks has the name of the calendar year in which most of its last week lies, unless it is
/// <c>named</c>: a retailer's, which starts in February 2026 and ends in January 2027, is <c>named: 2026</c>.
/// </summary>
internal static partial class YearReader
{
    private static readonly string[] WeekKeys = ["weeks", "starts", "of", "extra_week_in", "named"];

    /// <summary>The year; null, reported, where it is not said or not to be understood.</summary>
    public static PlanYear? Read(KeyReader keys)
    {
        YamlNode? year = keys.Find("year"), fiscal = keys.Find("fiscal_year_start");
        if (year is not null && fiscal is not null)
        {
            fiscal.Source.Report(
                fiscal.Start, DiagnosticCode.KeyConflict, "both year and fiscal_year_start are there", "one of them",
                "year is 1 January to 31 December, or the weeks it is made of");
            return null;
        }
        if (fiscal is not null)
            return fiscal.Field("fiscal_year_start") is { } start ? OfMonths(start) : null;
        return year is YamlNode.Mapping ? OfWeeks(year)
            : keys.RequireField("year", "the plan year, such as 2026, or fiscal_year_start") is { } field ? OfCalendar(field)
            : null;
    }

    private static PlanYear? OfCalendar(Field field)
    {
        if (Number(field) is { } year)
            return PlanYear.Calendar(year);
        string hint = Pattern().IsMatch(field.Text) ? $"a year of weeks says where it starts: {{ weeks: {field.Text}, starts: 2026-02-01, of: 52 }}"
            : field.Text.Contains('-', StringComparison.Ordinal) ? "a year that starts on another day is fiscal_year_start"
            : "";
        field.Report(DiagnosticCode.Number, field.Found, "a year from 1900 to 2199", hint);
        return null;
    }

    /// <summary>A year of months from a day on.</summary>
    internal static PlanYear? OfMonths(Field start)
    {
        if (start.Date() is not { } date)
            return null;
        if (date.Day <= 28)
            return PlanYear.Starting(date);
        start.Report(
            DiagnosticCode.DateOrder, start.Found, "one of the first 28 days of a month", "from later days months have no fixed boundary");
        return null;
    }

    private static PlanYear? OfWeeks(YamlNode node)
    {
        if (KeyReader.Of(node, "year", WeekKeys) is not { } keys)
            return null;
        WeekPattern? pattern = keys.RequireField("weeks", "the weeks of a quarter's months: 4-4-5, 4-5-4 or 5-4-4")?.OneOf(
            ("4-4-5", WeekPattern.FourFourFive), ("4-5-4", WeekPattern.FourFiveFour), ("5-4-4", WeekPattern.FiveFourFour));
        LocalDate? start = keys.RequireField("starts", "the first day, such as 2026-02-01")?.Date();
        // Never guessed from the dates: the year after this one is not in the file.
        long? weeks = keys.RequireField("of", "52 or 53, the number of weeks")?.Whole(52, 53);
        int? extra = keys.Find("extra_week_in") is null ? 12 : ExtraWeek(keys, weeks);
        Func<PlanYear, PlanYear>? name = keys.Find("named") is null ? year => year : Named(keys);
        return pattern is null || start is null || weeks is null || extra is null || name is null
            ? null
            : name(PlanYear.Weeks(start.Value, pattern.Value, (int)weeks.Value, extra.Value));
    }

    private static int? ExtraWeek(KeyReader keys, long? weeks)
    {
        if (keys.FindField("extra_week_in") is not { } field || field.Whole(1, 12) is not { } month)
            return null;
        if (weeks != 52)
            return (int)month;
        field.Report(
            DiagnosticCode.KeyConflict, $"{field.Found}, and the year is of 52 weeks", "of: 53, or no extra_week_in", "it is the month that takes a 53rd week");
        return null;
    }

    private static Func<PlanYear, PlanYear>? Named(KeyReader keys)
    {
        if (keys.FindField("named") is not { } field)
            return null;
        if (Number(field) is { } number)
            return year => year.NamedFor(number);
        field.Report(
            DiagnosticCode.Number, field.Found, "a year from 1900 to 2199", "2026 makes it FY2026; without it a year has the name of the one in which most of its last week lies");
        return null;
    }

    private static int? Number(Field field) => FourDigits().IsMatch(field.Text) ? int.Parse(field.Text, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\A(19|20|21)[0-9]{2}\z")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\A[45]-[45]-[45]\z")]
    private static partial Regex Pattern();
}
