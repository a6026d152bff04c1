using NodaTime;

namespace CompModel.Files;

/// <summary>
/// grants.csv: restricted stock units. An empty vesting_start is the grant date; schedules are texts such as "monthly 48 cliff 12". Columns that may be left out:
/// allocation, how whole shares fall; requires, a condition without which nothing vests; by, the last day on which it can be met; earns, what its result earns;
/// accelerates, the clauses that vest it sooner.
/// </summary>
internal static class GrantFile
{
    internal const string FileName = "grants.csv";
    private const string Holder = "participant_id";
    private static readonly string[] Columns = ["grant_id", "granted", "vesting_start", "shares", "schedule"], Optional = ["allocation", "requires", "by", "earns", "accelerates"];

    /// <summary>
    /// The grants, in the order of the file, before anything happened to them. With a roster each has a holder who is in it; without one the column may be left out.
    /// Null, reported, where the file cannot be read; whether all rows could.
    /// </summary>
    public static IReadOnlyList<ParticipantGrant>? Read(SourceText source, Roster? roster, out bool complete)
    {
        complete = false;
        if (CsvTable.Read(source, roster is null ? Columns : [Columns[0], Holder, .. Columns[1..]], roster is null ? [Holder, .. Optional] : Optional) is not { } table)
            return null;
        var grants = new List<ParticipantGrant>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CsvRecord record in table.Records)
        {
            string? id = record["grant_id"].Id();
            if (id is not null && !seen.Add(id))
                record["grant_id"].Report(DiagnosticCode.DuplicateId, $"grant {Field.Quote(id)} is there twice", "each grant once");
            string? holder = roster is not null ? roster.Find(record[Holder])?.Id : table.IndexOf(Holder) < 0 ? "" : record[Holder].Id();
            LocalDate? granted = record["granted"].Date();
            bool dates = record["vesting_start"].OptionalDate(out LocalDate? start);
            long? shares = record["shares"].Whole(1, 999_999_999_999_999);
            VestingTerms? terms = Terms(record);
            ShareAllocation? allocation = record["allocation"].AllocationOrDefault();
            IReadOnlyList<AccelerationClause>? clauses = record["accelerates"].Clauses();
            if (id is null || holder is null || granted is null || !dates || shares is null || terms is null || allocation is null || clauses is null)
                continue;
            try
            {
                Grant grant = clauses.Aggregate(new Grant(id, granted.Value, shares.Value, terms).AllocatedBy(allocation.Value), (made, clause) => made.Accelerating(clause));
                grants.Add(new(holder, (start is { } from ? grant.VestingFrom(from) : grant).After()));
            }
            catch (Exception e) when (e is ArgumentException or ArithmeticException)
            {
                record["schedule"].Report(
                    DiagnosticCode.Definition, Field.Quote(e.Message.Split('\n')[0]), "a grant that vests in the years 1900 to 2199");
            }
        }
        complete = table.IsComplete && grants.Count == table.Records.Count;
        return grants;
    }

    private static VestingTerms? Terms(CsvRecord record)
    {
        VestingSchedule? schedule = record["schedule"].Schedule();
        (Field requires, Field by, Field earns) = (record["requires"], record["by"], record["earns"]);
        if (requires.IsEmpty)
        {
            if (by.IsEmpty && earns.IsEmpty)
                return schedule is null ? null : (VestingTerms)schedule;
            if (!by.IsEmpty)
                by.Report(DiagnosticCode.KeyConflict, by.Found, "a condition in the column requires, or no deadline", "a deadline is the last day on which a condition can be met");
            if (!earns.IsEmpty)
                earns.Report(DiagnosticCode.KeyConflict, earns.Found, "a condition in the column requires, or nothing that is earned", "what is earned follows from the result of a condition");
            return null;
        }
        string? condition = requires.Id();
        bool dated = by.OptionalTime(out VestingTime? deadline), curved = earns.OptionalCurve(out PayoutCurve? curve);
        if (schedule is null || condition is null || !dated || !curved)
            return null;
        var requirement = new VestingRequirement(condition);
        if (deadline is not null)
            requirement = requirement.By(deadline);
        return ((VestingTerms)schedule).Requiring(curve is null ? requirement : requirement.Earning(curve));
    }
}
