using NodaTime;

namespace CompModel.Files;

/// <summary>One participant's rows of changes.csv, one after another.</summary>
internal sealed class ChangedRow(RosterRow row, PlanYear year)
{
    private readonly List<RosterChange> changes = [];
    private readonly List<DateRange> leaves = [];
    // What the roster or a row states; the rest is the plan's.
    private Money? ownBase = row.Record["base"].IsEmpty ? null : row.OnTarget.Base;
    private Money? ownTarget = row.Record["variable"].IsEmpty ? null : row.OnTarget.TargetIncentive;
    private CompensationPlan plan = row.Plan;
    private LocalDate? latest;
    private LocalDate? away;
    private LocalDate? lastDay = row.LastDay;
    private bool hasLeft;

    /// <summary>The row of the roster with the changes so far.</summary>
    public RosterRow Row
    {
        get
        {
            // A leave that nothing ends holds as long as the case looks: through the year, or the last day.
            DateRange[] open = away is { } since ? [new(since, LocalDate.Max(since.PlusDays(1), lastDay?.PlusDays(1) ?? year.End))] : [];
            return row with { Changes = [.. changes], Leaves = [.. leaves, .. open], LastDay = lastDay };
        }
    }

    /// <summary>Whether a row comes after those before it and while the participant is employed; reported if not.</summary>
    public bool Follows(CsvRecord record, LocalDate date, ChangedStatus status)
    {
        Field from = record["effective_from"];
        if (latest is { } before && date <= before)
        {
            from.Report(
                DiagnosticCode.DateOrder, FormattableString.Invariant($"{from.Found}, and a row before it of participant {Field.Quote(row.Id)} is of {before:uuuu-MM-dd}"),
                "a participant's rows in the order of their dates, one a day");
            return false;
        }
        latest = date;
        if (hasLeft)
        {
            from.Report(DiagnosticCode.NotEmployed, FormattableString.Invariant($"{from.Found}, when participant {Field.Quote(row.Id)} has left"), "no row after the one whose status is left");
            return false;
        }
        if (status != ChangedStatus.Left)
        {
            DealFile.Employment(from, row, date);
            return row.Employment.Contains(date);
        }
        return Leaves(record, from, date);
    }

    /// <summary>Takes a row that follows.</summary>
    public void Add(CsvRecord record, StatedChange stated)
    {
        CompensationPlan? moved = stated.Plan is { } next && !ReferenceEquals(next, plan) ? next : null;
        CompensationPlan now = moved ?? plan;
        if (stated.Status == ChangedStatus.Ramp && now.Ramp.Shares.Count == 0)
        {
            Field field = record["status"];
            field.Report(
                DiagnosticCode.Definition, $"{field.Found} for participant {Field.Quote(row.Id)}, whose plan '{now}' has no ramp", "a plan with a ramp",
                "name the plan in this row, or put a lower quota for some time into quotas.csv");
            return;
        }
        OnTargetEarnings? earns = null;
        if (stated.Base is not null || stated.Target is not null || moved is not null)
        {
            string column = stated.Base is not null ? "base" : stated.Target is not null ? "variable" : "plan";
            (Money? salary, Money? target) = (stated.Base ?? ownBase, stated.Target ?? ownTarget);
            earns = record[column].Earnings(salary ?? now.OnTarget.Base, target ?? now.OnTarget.TargetIncentive);
            if (earns is null)
                return;
            (ownBase, ownTarget) = (salary, target);
        }
        plan = now;
        bool ramps = stated.Status == ChangedStatus.Ramp;
        if (earns is not null || stated.ManagerId is not null || ramps)
            changes.Add(new(stated.From, earns, stated.ManagerId, moved, ramps));
        if (stated.Status == ChangedStatus.Leave)
            away ??= stated.From;
        if (stated.Status is ChangedStatus.Active or ChangedStatus.Ramp or ChangedStatus.Left && away is { } since)
        {
            leaves.Add(new(since, stated.From));
            away = null;
        }
        if (stated.Status == ChangedStatus.Left)
            (hasLeft, lastDay) = (true, stated.From.PlusDays(-1));
    }

    private bool Leaves(CsvRecord record, Field from, LocalDate date)
    {
        if (row.Hired >= date)
        {
            from.Report(DiagnosticCode.DateOrder, FormattableString.Invariant($"{from.Found}, and the hire is on {row.Hired:uuuu-MM-dd}"), "the first day on which the participant is gone, after hire_date");
            return false;
        }
        if (row.LastDay is { } last && last.PlusDays(1) != date)
        {
            from.Report(
                DiagnosticCode.DateOrder, FormattableString.Invariant($"{from.Found}, and roster.csv says {last:uuuu-MM-dd} is the last day"),
                FormattableString.Invariant($"{last.PlusDays(1):uuuu-MM-dd}, the day after"), "say it in one of the two files");
            return false;
        }
        foreach (string column in (string[])["base", "variable", "manager_id", "plan"])
        {
            if (record[column] is not { IsEmpty: false } field)
                continue;
            field.Report(DiagnosticCode.NotEmployed, $"{field.Found} from the day on which participant {Field.Quote(row.Id)} is gone", "nothing beside the status left");
            return false;
        }
        return true;
    }
}

/// <summary>What a row says that can be read; null is unchanged.</summary>
internal sealed record StatedChange(LocalDate From, Money? Base, Money? Target, string? ManagerId, CompensationPlan? Plan, ChangedStatus Status);
