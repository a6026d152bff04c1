using NodaTime;

namespace CompModel.Files;

/// <summary>grants.csv: restricted stock units. An empty vesting_start is the grant date; schedules are texts such as "monthly 48 cliff 12".</summary>
internal static class GrantFile
{
    internal const string FileName = "grants.csv";
    private static readonly string[] Columns = ["grant_id", "participant_id", "granted", "vesting_start", "shares", "schedule"];

    /// <summary>The grants, in the order of the file. Null, reported, where the file cannot be read.</summary>
    public static IReadOnlyList<ParticipantGrant>? Read(SourceText source, Roster roster)
    {
        if (CsvTable.Read(source, Columns, []) is not { } table)
            return null;
        var grants = new List<ParticipantGrant>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CsvRecord record in table.Records)
        {
            string? id = record["grant_id"].Id();
            if (id is not null && !seen.Add(id))
                record["grant_id"].Report(DiagnosticCode.DuplicateId, $"grant {Field.Quote(id)} is there twice", "each grant once");
            RosterRow? holder = roster.Find(record["participant_id"]);
            LocalDate? granted = record["granted"].Date();
            bool dates = record["vesting_start"].OptionalDate(out LocalDate? start);
            long? shares = record["shares"].Whole(1, 999_999_999_999_999);
            VestingSchedule? schedule = record["schedule"].Schedule();
            if (id is null || holder is null || granted is null || !dates || shares is null || schedule is null)
                continue;
            try
            {
                var grant = new Grant(id, granted.Value, shares.Value, schedule);
                grants.Add(new(holder.Id, start is { } from ? grant.VestingFrom(from) : grant));
            }
            catch (Exception e) when (e is ArgumentException or ArithmeticException)
            {
                record["schedule"].Report(
                    DiagnosticCode.Definition, Field.Quote(e.Message.Split('\n')[0]), "a grant that vests in the years 1900 to 2199");
            }
        }
        return grants;
    }
}
