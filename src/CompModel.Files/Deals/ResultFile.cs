using System.Globalization;
using NodaTime;

namespace CompModel.Files;

/// <summary>results.csv: what was reached in measures that are not deals, period by period. A value is the period's own, not the year's to date.</summary>
internal static class ResultFile
{
    internal const string FileName = "results.csv";
    private static readonly string[] Columns = ["participant_id", "measure", "period_end", "value"];

    /// <summary>A credit for each row, on the last day of its period. Null, reported, where the file cannot be read.</summary>
    public static IReadOnlyList<Credit>? Read(SourceText source, PlanFile plans, Roster roster)
    {
        if (CsvTable.Read(source, Columns, []) is not { } table)
            return null;
        var credits = new List<(CsvRecord Record, Credit Credit)>();
        var references = new HashSet<string>(StringComparer.Ordinal);
        foreach (CsvRecord record in table.Records)
        {
            RosterRow? participant = roster.Find(record["participant_id"]);
            Measure? measure = plans.Measures.Find(record["measure"]);
            LocalDate? end = record["period_end"].Date();
            Amount? value = measure is null ? null : measure.IsScore ? Score(record["value"]) : record["value"].AmountOf(measure, plans.Currency);
            if (participant is not null && end is { } day)
                DealFile.Employment(record["period_end"], participant, day);
            if (participant is null || measure is null || end is null || value is null)
                continue;
            // The roll-up tells deals apart by reference, so that equal results of two people must not share one.
            string reference = string.Create(CultureInfo.InvariantCulture, $"{measure.Name} {end:uuuu-MM-dd} {participant.Id}");
            if (references.Add(reference))
                credits.Add((record, new(participant.Id, measure, end.Value, value.Value, reference)));
            else
                record["participant_id"].Report(
                    DiagnosticCode.DuplicateResult, $"result {Field.Quote(reference)} is there twice",
                    "one value for each participant, measure and period_end");
        }
        WarnOutsideYear(table, plans.Year);
        ScoreChecks.Warn(credits, roster, plans.Year);
        return [.. credits.Select(row => row.Credit)];
    }

    // 80 that was meant as 80 % would pay a hundredfold.
    private static Amount? Score(Field field)
    {
        if (field.Fraction() is not { } score)
            return null;
        bool plain = !field.Text.EndsWith('%');
        if (score.Sign >= 0 && (!plain || score <= Rational.One))
            return new(score, Currency.None);
        field.Report(
            plain && score.Sign > 0 ? DiagnosticCode.Percent : DiagnosticCode.NumberRange, field.Found, "a score such as 80 % or 0.8, where 100 % is met in full",
            plain && score.Sign > 0 ? $"a percentage says so: write '{field.Text} %'" : "");
        return null;
    }

    private static void WarnOutsideYear(CsvTable table, PlanYear year)
    {
        Field[] outside = [.. table.Records.Select(record => record["period_end"]).Where(field =>
            NodaTime.Text.LocalDatePattern.Iso.Parse(field.Text) is { Success: true } date && !year.Days.Contains(date.Value))];
        if (outside.Length > 0)
        {
            outside[0].Report(
                DiagnosticCode.OutsideYearWarning, FormattableString.Invariant($"{outside[0].Found}, and {outside.Length - 1} more row(s) are outside the plan year"),
                $"days of {year.Days}", "no statement of the year counts them", severity: Severity.Warning);
        }
    }
}
