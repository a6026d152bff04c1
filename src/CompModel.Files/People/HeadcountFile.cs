namespace CompModel.Files;

/// <summary>
/// headcount.csv: positions that are to be filled in the plan year, from the first day of start_month on, a month of it such as 2026-03. Base and variable that are empty are the plan's; quota is that of bookings, for a full
/// year without ramp, and a plan that pays on other measures has them in columns quota_adoption and so on. A manager is a participant of roster.csv or another position.
/// </summary>
internal sealed class HeadcountFile
{
    internal const string FileName = "headcount.csv";
    private const string QuotaOf = "quota_";
    private static readonly string[] Columns = ["position_id", "role", "plan", "manager_id", "start_month", "base", "variable", "quota"];

    private readonly PlanFile plans;
    private readonly Roster roster;
    private readonly Measure[] others;

    private HeadcountFile(PlanFile plans, Roster roster)
    {
        (this.plans, this.roster) = (plans, roster);
        others = [.. plans.Plans.Values.SelectMany(plan => plan.QuotaMeasures).Where(measure => measure != Measure.Bookings).Distinct()];
    }

    /// <summary>The positions that hold together, in the order of the file. What is wrong with the others is reported.</summary>
    public static IReadOnlyList<PlannedPosition> Read(SourceText source, PlanFile plans, Roster roster) => new HeadcountFile(plans, roster).Read(source);

    private List<PlannedPosition> Read(SourceText source)
    {
        var positions = new List<PlannedPosition>();
        if (CsvTable.Read(source, Columns, [.. others.Select(measure => QuotaOf + measure.Name)]) is not { } table)
            return positions;
        var byId = new Dictionary<string, CsvRecord>(StringComparer.Ordinal);
        int unread = 0;
        foreach (CsvRecord record in table.Records)
        {
            string? id = record["position_id"].Id();
            unread += id is null ? 1 : 0;
            if (id is not null && !byId.TryAdd(id, record))
            {
                record["position_id"].Report(
                    DiagnosticCode.DuplicateId, FormattableString.Invariant($"position {Field.Quote(id)} stands in line {source.PlaceOf(byId[id]["position_id"].Offset).Line}, too"), "each position once");
                id = null;
            }
            if (id is not null && roster.Has(id))
            {
                record["position_id"].Report(
                    DiagnosticCode.DuplicateId, $"position {Field.Quote(id)} is a participant of {RosterFile.FileName}, too", "an id of its own",
                    $"people who are known to come stand in {RosterFile.FileName} alone, with their hire_date");
                id = null;
            }
            if (Position(record, id) is { } position)
                positions.Add(position);
        }
        CheckManagers(byId, table.IsComplete && unread == 0 && roster.IsComplete);
        return positions;
    }

    private PlannedPosition? Position(CsvRecord record, string? id)
    {
        string? role = record["role"].Line("a role, such as AE", $"it says how many leave, and groups: write what {RosterFile.FileName} says");
        CompensationPlan? plan = Plan(record["plan"]);
        bool managed = record["manager_id"] is var above && (above.IsEmpty || above.Id() is not null);
        int? month = StartMonth(record["start_month"]);
        Field salary = record["base"], target = record["variable"];
        Money? ownBase = salary.IsEmpty ? null : salary.MoneyAtLeastZero(plans.Currency), ownTarget = target.IsEmpty ? null : target.MoneyAtLeastZero(plans.Currency);
        bool amounts = (salary.IsEmpty || ownBase is not null) & (target.IsEmpty || ownTarget is not null);
        Quota[]? quotas = Quotas(record, plan);
        if (id is null || role is null || plan is null || !managed || month is null || !amounts || quotas is null
            || salary.Earnings(ownBase ?? plan.OnTarget.Base, ownTarget ?? plan.OnTarget.TargetIncentive) is not { } onTarget)
            return null;
        return new PlannedPosition(id, role, plan, month.Value, quotas).Earning(onTarget).ManagedBy(above.IsEmpty ? null : above.Id());
    }

    private CompensationPlan? Plan(Field field)
    {
        // A plan that was refused has been reported; whoever is on it need not be.
        if (field.Id() is not { } id || plans.Plans.TryGetValue(id, out CompensationPlan? plan) is false && plans.Refused.Contains(id))
            return null;
        if (plan is null)
            field.Report(DiagnosticCode.UnknownPlan, field.Found, $"a plan of plan.yaml: {string.Join(", ", plans.Plans.Keys)}", Nearest.Hint(id, plans.Plans.Keys));
        return plan;
    }

    private int? StartMonth(Field field)
    {
        MeasurementPeriod[] months = plans.Year.Periods(Frequency.Monthly);
        if (Array.FindIndex(months, month => month.Code == field.Text) is var found and >= 0)
            return found + 1;
        // Excel makes a date of it.
        string hint = months.FirstOrDefault(month => field.Text.StartsWith(month.Code + "-", StringComparison.Ordinal)) is { Number: > 0 } dated ? $"write the month alone: {dated.Code}" : "";
        field.Report(
            field.IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.Period, field.Found, $"a month of {plans.Year}, {months[0].Code} to {months[^1].Code}", hint);
        return null;
    }

    // Null, reported, where one is wrong or missing.
    private Quota[]? Quotas(CsvRecord record, CompensationPlan? plan)
    {
        var quotas = new List<Quota>();
        bool good = true;
        foreach ((Measure measure, string column) in others.Select(measure => (measure, QuotaOf + measure.Name)).Prepend((Measure.Bookings, "quota")))
        {
            Field field = record[column];
            if (!field.IsEmpty)
            {
                if (field.Quota(measure, plans.Currency) is { } annual)
                    quotas.Add(new(measure, annual));
                else
                    good = false;
            }
            else if (plan?.QuotaMeasures.Contains(measure) == true)
            {
                good = false;
                field.Report(
                    DiagnosticCode.QuotaMissing, $"the position has no quota for {measure}", $"a quota for each measure of plan '{plan}'", $"fill in the column {column}");
            }
        }
        return good ? [.. quotas] : null;
    }

    private void CheckManagers(Dictionary<string, CsvRecord> byId, bool all)
    {
        foreach ((string id, CsvRecord record) in byId)
        {
            Field field = record["manager_id"];
            if (field.IsEmpty || field.Text.Normalize() is not { } manager || roster.Has(manager))
                continue;
            if (!byId.ContainsKey(manager))
            {
                if (all)
                    field.Report(DiagnosticCode.UnknownParticipant, field.Found, $"the id of a participant of {RosterFile.FileName} or of another position, or nothing", Nearest.Hint(manager, byId.Keys.Concat(roster.Ids)));
                continue;
            }
            var path = new List<string> { id };
            string? at = manager;
            for (; at is not null && !path.Contains(at); at = byId.TryGetValue(at, out CsvRecord? next) && next["manager_id"] is { IsEmpty: false } above ? above.Text.Normalize() : null)
                path.Add(at);
            // Once for each circle, at its first row.
            if (at == id && path.All(other => string.CompareOrdinal(id, other) <= 0))
                field.Report(DiagnosticCode.Circle, string.Join(" reports to ", [.. path.Take(8), at]), "reporting lines without circles");
        }
    }
}
