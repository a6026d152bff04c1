using NodaTime;

namespace CompModel.Files;

/// <summary>history.csv: quotas and credits of past periods. period_start and period_end are both included.</summary>
internal static class HistoryFile
{
    internal const string FileName = "history.csv";
    private static readonly string[] Columns = ["participant_id", "period_start", "period_end", "measure", "quota", "credited", "status"];

    /// <summary>The rows, in the order of the file. Null, reported, where the file cannot be read.</summary>
    public static IReadOnlyList<HistoryRow>? Read(SourceText source, PlanFile plans)
    {
        if (CsvTable.Read(source, Columns, []) is not { } table)
            return null;
        var rows = new List<HistoryRow>();
        var seen = new HashSet<(string, Measure, LocalDate)>();
        foreach (CsvRecord record in table.Records)
        {
            string? id = record["participant_id"].Id();
            LocalDate? start = record["period_start"].Date(), end = record["period_end"].Date();
            Measure? measure = plans.Measures.Find(record["measure"]);
            Money? quota = measure is null ? null : record["quota"].Quota(measure, plans.Currency);
            Money? credited = measure is null ? null : record["credited"].AmountOf(measure, plans.Currency);
            HistoryStatus? status = record["status"].OneOf(("active", HistoryStatus.Active), ("ramping", HistoryStatus.Ramping), ("left", HistoryStatus.Left));
            if (start > end)
            {
                record["period_end"].Report(
                    DiagnosticCode.DateOrder, FormattableString.Invariant($"{record["period_end"].Found}, before period_start, {start:uuuu-MM-dd}"),
                    "the last day of the period");
                continue;
            }
            if (id is null || start is null || end is null || measure is null || quota is null || credited is null || status is null)
                continue;
            if (seen.Add((id, measure, start.Value)))
                rows.Add(new(id, new(start.Value, end.Value.PlusDays(1)), measure, new(credited.Value, quota.Value), status.Value));
            else
                record["participant_id"].Report(
                    DiagnosticCode.DuplicateResult,
                    FormattableString.Invariant($"the {measure} of participant {Field.Quote(id)} from {start:uuuu-MM-dd} are there twice"),
                    "one row for each participant, measure and period");
        }
        return rows;
    }
}
