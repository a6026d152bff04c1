using NodaTime;

namespace CompModel.Files;

/// <summary>
/// quotas.csv: annual quotas of measures other than bookings, and changes to any. A row holds from effective_from to effective_to, both days included; an empty
/// date is open. Rows of one participant and measure do not overlap. Together they leave no day of the plan year on which the participant is employed
/// without a quota of a measure that its plan pays on; for bookings the roster's quota holds on the days that no row covers.
/// </summary>
internal sealed class QuotaFile
{
    internal const string FileName = "quotas.csv";
    private static readonly string[] Columns = ["participant_id", "measure", "effective_from", "effective_to", "quota"];

    private readonly PlanFile plans;
    private readonly ILookup<string, QuotaRow> rows;
    private readonly bool isComplete;
    private readonly HashSet<string> refused;

    private QuotaFile(PlanFile plans, IEnumerable<QuotaRow> rows, HashSet<string> refused, bool isComplete)
    {
        this.plans = plans;
        this.refused = refused;
        this.isComplete = isComplete;
        this.rows = rows.ToLookup(row => row.ParticipantId, StringComparer.Ordinal);
    }

    private sealed record QuotaRow(CsvRecord Record, string ParticipantId, Measure Measure, DateRange Days, Money Annual);

    /// <summary>No quotas but the roster's: the folder has no such file.</summary>
    public static QuotaFile None(PlanFile plans) => new(plans, [], [], isComplete: true);

    /// <summary>The quotas of a file; without text, of one that was refused.</summary>
    public static QuotaFile Read(SourceText? source, PlanFile plans, Roster roster)
    {
        var rows = new List<QuotaRow>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        CsvTable? table = source is null ? null : CsvTable.Read(source, Columns, []);
        foreach (CsvRecord record in table?.Records ?? [])
        {
            string? id = roster.Find(record["participant_id"])?.Id;
            Measure? measure = plans.Measures.Find(record["measure"]);
            if (measure is { IsScore: true })
            {
                record["measure"].Report(DiagnosticCode.Value, $"{record["measure"].Found}, which is a score", "a measure in money or units", "a score is judged against 100 % and needs no quota");
                measure = null;
            }
            bool dates = record["effective_from"].OptionalDate(out LocalDate? from) & record["effective_to"].OptionalDate(out LocalDate? to);
            if (from > to)
            {
                record["effective_to"].Report(
                    DiagnosticCode.DateOrder, FormattableString.Invariant($"{record["effective_to"].Found}, before effective_from, {from:uuuu-MM-dd}"),
                    "the last day the quota holds, on or after effective_from");
                dates = false;
            }
            Money? annual = measure is null ? null : record["quota"].Quota(measure, plans.Currency);
            if (id is not null && measure is not null && dates && annual is not null)
                rows.Add(new(record, id, measure, new(from ?? LocalDate.MinIsoValue, to?.PlusDays(1) ?? LocalDate.MaxIsoValue), annual.Value));
            else if (id is not null)
                refused.Add(id);
        }
        return new(plans, rows, refused, table is { IsComplete: true });
    }

    /// <summary>Whether what a participant has no quota for was not refused here, which has been reported.</summary>
    public bool IsSilentAbout(RosterRow row) => isComplete && !refused.Contains(row.Id);

    /// <summary>The quotas of a participant, bookings first; a measure whose rows overlap or leave a gap is reported and left out.</summary>
    public IReadOnlyList<Quota> Of(RosterRow row)
    {
        var byMeasure = rows[row.Id].GroupBy(quota => quota.Measure).ToDictionary(group => group.Key, group => group.OrderBy(quota => quota.Days.Start).ToList());
        Measure[] measures = [.. new[] { Measure.Bookings }.Where(_ => row.Bookings is not null), .. byMeasure.Keys];
        return [.. measures.Distinct().Select(measure => Quota(row, measure, byMeasure.GetValueOrDefault(measure) ?? [])).OfType<Quota>()];
    }

    private Quota? Quota(RosterRow row, Measure measure, List<QuotaRow> stated)
    {
        Money? fallback = measure == Measure.Bookings ? row.Bookings : null;
        DateRange needed = row.Measuring(measure, row.Employment.Intersect(plans.Year.Days));
        Quota? quota = fallback is { } annual ? new(measure, annual) : null;
        LocalDate covered = needed.Start;
        foreach ((QuotaRow current, int i) in stated.Select((current, i) => (current, i)))
        {
            LocalDate before = i == 0 ? LocalDate.MinIsoValue : stated[i - 1].Days.End;
            if (i > 0 && current.Days.Start < before)
            {
                current.Record["effective_from"].Report(
                    DiagnosticCode.QuotaOverlap, FormattableString.Invariant($"the quota for {measure} before this one holds through {before.PlusDays(-1):uuuu-MM-dd}"),
                    "one quota a day", "both dates of a row are included: let the earlier one end the day before");
                refused.Add(row.Id);
                return null;
            }
            if (fallback is null && needed.Contains(covered) && current.Days.Start > covered)
                return Gap(row, current.Record["effective_from"], measure, covered);
            covered = LocalDate.Max(covered, current.Days.End);
            if (quota is null)
                quota = new(measure, current.Annual);
            else if (current.Days.Start == LocalDate.MinIsoValue)
                quota = new(measure, current.Annual);
            else
                quota = quota.From(current.Days.Start, current.Annual);
            bool last = i + 1 == stated.Count;
            if (fallback is { } again && current.Days.End < LocalDate.MaxIsoValue && (last || stated[i + 1].Days.Start > current.Days.End))
                quota = quota.From(current.Days.End, again);
        }
        return fallback is null && needed.Contains(covered) && stated.Count > 0 ? Gap(row, stated[^1].Record["effective_to"], measure, covered) : quota;
    }

    private Quota? Gap(RosterRow row, Field field, Measure measure, LocalDate day)
    {
        field.Report(
            DiagnosticCode.QuotaGap, FormattableString.Invariant($"no quota for {measure} on {day:uuuu-MM-dd}"), "a quota on every day of the plan year on which the participant is employed",
            "leave the first effective_from and the last effective_to empty if it holds throughout");
        refused.Add(row.Id);
        return null;
    }
}
