using NodaTime;

namespace CompModel.Files;

/// <summary>A row of roster.csv whose fields are all good; quotas of other measures are still to come.</summary>
internal sealed record RosterRow(
    CsvRecord Record, string Id, string? Name, string? Role, string? ManagerId, LocalDate? Hired, LocalDate? LastDay,
    OnTargetEarnings OnTarget, Money? Bookings, CompensationPlan Plan)
{
    /// <summary>The territory whose deals count for it; null for none.</summary>
    public string? Territory { get; init; }

    /// <summary>The cost centre that pay is charged to; null for none.</summary>
    public string? CostCentre { get; init; }

    /// <summary>Whether it owns one in territories.csv on a day of the plan year.</summary>
    public bool OwnsTerritory { get; init; }

    /// <summary>What changes in mid-year, in order.</summary>
    public IReadOnlyList<RosterChange> Changes { get; init; } = [];

    /// <summary>The days on leave, in order.</summary>
    public IReadOnlyList<DateRange> Leaves { get; init; } = [];

    /// <summary>The plans, with the dates from which they are in force.</summary>
    public EffectiveDated<CompensationPlan> Plans => Changes.Where(change => change.Plan is not null).Aggregate(new EffectiveDated<CompensationPlan>(Plan), (plans, change) => plans.From(change.From, change.Plan!));

    /// <summary>The days of employment.</summary>
    public DateRange Employment => new(Hired ?? LocalDate.MinIsoValue, LastDay?.PlusDays(1) ?? LocalDate.MaxIsoValue);

    /// <summary>From the first to the last day of some on which a plan in force pays on a measure; all of them where none does.</summary>
    public DateRange Measuring(Measure measure, DateRange days)
    {
        DateRange[] measured = [.. Plans.Within(days).Where(span => span.Value.Components.Any(component => component.Measure == measure)).Select(span => span.Days)];
        return measured.Length == 0 ? days : new(measured[0].Start, measured[^1].End);
    }

    /// <summary>The participant with the quotas of a file; null, reported, where the plan needs one that is not among them.</summary>
    public Participant? With(QuotaFile file)
    {
        IReadOnlyList<Quota> quotas = file.Of(this);
        bool good = true;
        if (Plans.Values.Any(plan => plan.UsesTerritory) && Territory is null && !OwnsTerritory)
        {
            Record["territory"].Report(
                DiagnosticCode.ValueMissing, $"participant {Field.Quote(Id)} has no territory", $"a territory: plan '{Plan}' counts its deals", $"name it in the column territory, here or in {TerritoryFile.FileName}, and in deals.csv");
            good = false;
        }
        // Commission is paid with a quota or without.
        Dictionary<Measure, CompensationPlan> needed = [];
        foreach (CompensationPlan plan in Plans.Values)
        {
            foreach (Measure asked in plan.QuotaMeasures)
                needed.TryAdd(asked, plan);
        }
        foreach ((Measure measure, CompensationPlan plan) in needed.Where(each => quotas.All(quota => quota.Measure != each.Key)))
        {
            good = false;
            bool bookings = measure == Measure.Bookings;
            if (!file.IsSilentAbout(this))
                continue;
            Record[bookings ? "quota" : "id"].Report(
                DiagnosticCode.QuotaMissing, $"participant {Field.Quote(Id)} has no quota for {measure}", $"a quota for each measure of plan '{plan}'",
                bookings ? "fill in the column quota" : "add a row to quotas.csv");
        }
        if (!good)
            return null;
        Participant participant = new Participant(Id, Plan, [.. quotas]).Earning(OnTarget).Named(Name).InRole(Role).ManagedBy(ManagerId);
        participant = Hired is { } hired ? participant.HiredOn(hired) : participant;
        participant = CostCentre is { } centre ? participant.InCostCentre(centre) : participant;
        foreach (RosterChange change in Changes)
        {
            if (change.Plan is { } plan)
                participant = participant.OnPlanFrom(change.From, plan);
            if (change.OnTarget is { } earns)
                participant = participant.EarningFrom(change.From, earns);
            if (change.ManagerId is { } manager)
                participant = participant.ManagedByFrom(change.From, manager);
            if (change.StartsRamp)
                participant = participant.RampingFrom(change.From);
        }
        foreach (DateRange days in Leaves)
            participant = participant.OnLeave(days, $"as in {ChangeFile.FileName}");
        return LastDay is { } last ? participant.TerminatedOn(last) : participant;
    }
}

/// <summary>What holds from a date on, of earnings, manager and plan, and whether its ramp starts; null is unchanged.</summary>
internal sealed record RosterChange(LocalDate From, OnTargetEarnings? OnTarget, string? ManagerId, CompensationPlan? Plan, bool StartsRamp);
