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
            VestingSchedule? schedule = Schedule(record["schedule"]);
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

    private static VestingSchedule? Schedule(Field field)
    {
        if (field.Required("a vesting schedule, such as 'monthly 48 cliff 12'") is not { } text)
            return null;
        try
        {
            return VestingSchedule.Parse(text);
        }
        catch (FormatException e)
        {
            // The message is one for people; its quotation of the text is ours, with nothing invisible in it.
            string reason = e.Message.Replace($"'{text}'", "it", StringComparison.Ordinal).Split(". Allowed are")[0];
            field.Report(
                DiagnosticCode.Schedule, field.Found, "a vesting schedule, such as 'monthly 48 cliff 12' or '5% at 12, 15% at 24, 80% at 48'",
                string.Concat(reason.Where(c => !char.IsControl(c))));
            return null;
        }
    }
}
