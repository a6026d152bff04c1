using NodaTime;

namespace CompModel;

/// <summary>
/// Somebody who is paid by a plan, or by one after another: with quotas, dates of employment, and their own on-target earnings where those differ from the plan's.
/// Immutable; the verbs answer changed copies. Throws where a component of any of the plans needs a quota that is not there, and for plans in several currencies. A quota in
/// another currency than the plans pay serves components that pay along a curve, as attainment is a ratio; it is refused for commission, whose rate is a share of money.
/// </summary>
public sealed partial class Participant
{
    private readonly LocalDate? lastDay;

    /// <summary>A participant who is employed for all time, on the plan's own on-target earnings. One quota a measure, one for the measure of each component that pays along a curve.</summary>
    public Participant(string id, CompensationPlan plan, params Quota[] quotas)
        : this(new State(id, new(plan), quotas, new(plan.OnTarget), LocalDate.MinIsoValue, null, new(null), null, null, [], [], [], new("")))
    {
    }

    private Participant(State state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state.Id);
        foreach (Component component in state.Plans.Values.SelectMany(plan => plan.Components))
        {
            // Commission is paid with a quota or without.
            if (state.Quotas.Count(quota => quota.Measure == component.Measure) is var count && count != 1 && !(count == 0 && !component.NeedsQuota))
            {
                throw new ArgumentException(
                    $"Component '{component.Name}' of participant '{state.Id}' needs one quota for {component.Measure}; there are {count}.", "quotas");
            }
            foreach ((Measure asked, _, bool ofQuota) in component.Asked)
            {
                if (ofQuota && !asked.IsScore && state.Quotas.All(quota => quota.Measure != asked))
                    throw new ArgumentException($"Component '{component.Name}' of participant '{state.Id}' asks for the attainment of {asked}, for which there is no quota.", "quotas");
            }
        }
        foreach ((CompensationPlan plan, Measure asked) in state.Plans.Values.SelectMany(plan => plan.Multipliers.SelectMany(each => each.Multiplier.Asked).Select(one => (plan, one.Measure))))
        {
            if (!asked.IsScore && state.Quotas.All(quota => quota.Measure != asked))
                throw new ArgumentException($"Plan '{plan}' of participant '{state.Id}' asks for the attainment of {asked}, for which there is no quota.", "quotas");
        }
        CompensationPlan first = state.Plans.First;
        Currency pays = first.OnTarget.Total.Currency;
        if (state.Plans.Values.FirstOrDefault(plan => plan.OnTarget.Total.Currency != pays) is { } other)
            throw new ArgumentException($"Plan '{first}' of participant '{state.Id}' pays {pays}; plan '{other}' pays {other.OnTarget.Total.Currency}.", "plan");
        foreach ((CompensationPlan plan, Component commission) in state.Plans.Values.SelectMany(plan => plan.Components.Where(component => component.Rule is PayRule.ByTable).Select(component => (plan, component))))
        {
            if (state.Quotas.FirstOrDefault(quota => quota.Measure == commission.Measure && quota.Measure.IsMoney && quota.Currency != pays) is { } foreign)
                throw new ArgumentException($"Plan '{plan}' pays {pays}; '{commission.Name}' pays a rate on {foreign.Measure}, and the quota of participant '{state.Id}' for them is in {foreign.Currency}: state it in {pays}, and convert credits.", "quotas");
        }
        if (state.LastDay is { } last && last < state.Hired)
            throw new ArgumentOutOfRangeException("date", last, $"Participant '{state.Id}' cannot leave on {last:uuuu-MM-dd}, before the hire on {state.Hired:uuuu-MM-dd}.");
        if (state.RampStarts.FirstOrDefault(state.Hired) is var ramp && ramp < state.Hired)
            throw new ArgumentOutOfRangeException("date", ramp, $"A ramp of participant '{state.Id}' starts on {ramp:uuuu-MM-dd}, before the hire on {state.Hired:uuuu-MM-dd}.");
        Id = state.Id;
        Plans = state.Plans;
        Quotas = [.. state.Quotas];
        Earnings = state.Earnings;
        Hired = state.Hired;
        lastDay = state.LastDay;
        Employment = new(Hired, lastDay?.PlusDays(1) ?? LocalDate.MaxIsoValue);
        Managers = state.Managers;
        Name = state.Name;
        Role = state.Role;
        Leaves = state.Leaves;
        Reliefs = state.Reliefs;
        RampStarts = state.RampStarts;
        CostCentres = state.CostCentres;
        QuotaLeft = QuotaRelief.Left(Reliefs);
        TargetLeft = QuotaRelief.Left(Reliefs.Where(relief => relief.Lowers == Relieved.QuotaAndTarget));
    }

    private sealed record State(
        string Id, EffectiveDated<CompensationPlan> Plans, IReadOnlyList<Quota> Quotas, EffectiveDated<OnTargetEarnings> Earnings,
        LocalDate Hired, LocalDate? LastDay, EffectiveDated<string?> Managers, string? Name, string? Role,
        IReadOnlyList<Leave> Leaves, IReadOnlyList<QuotaRelief> Reliefs, IReadOnlyList<LocalDate> RampStarts, EffectiveDated<string> CostCentres);

    /// <summary>The identity: names every random draw of the participant, so that it must not change between runs that are compared.</summary>
    public string Id { get; }

    /// <summary>The plan, as it holds before any change.</summary>
    public CompensationPlan Plan => Plans.First;

    /// <summary>The plans, with the dates from which they are in force; one after another they differ.</summary>
    public EffectiveDated<CompensationPlan> Plans { get; }

    /// <summary>The quotas, one a measure.</summary>
    public IReadOnlyList<Quota> Quotas { get; }

    /// <summary>Base and target incentive of a full year, as they hold before any change.</summary>
    public OnTargetEarnings OnTarget => Earnings.First;

    /// <summary>Base and target incentive of a full year, with the dates from which they hold: a raise cuts the period it falls into.</summary>
    public EffectiveDated<OnTargetEarnings> Earnings { get; }

    /// <summary>The first day of employment; the earliest of dates where none was stated.</summary>
    public LocalDate Hired { get; }

    /// <summary>The days of employment.</summary>
    public DateRange Employment { get; }

    /// <summary>The id of the participant one level up, to whom credits roll up, as it holds before any change; null for nobody.</summary>
    public string? ManagerId => Managers.First;

    /// <summary>The ids of the participants one level up, with the dates from which they are; null for nobody.</summary>
    public EffectiveDated<string?> Managers { get; }

    /// <summary>The name, for statements; null where it is not known. Never printed unless asked for.</summary>
    public string? Name { get; }

    /// <summary>The role, for grouping; null where it is not known.</summary>
    public string? Role { get; }

    /// <summary>The leaves, in order; no two share a day.</summary>
    public IReadOnlyList<Leave> Leaves { get; }

    /// <summary>The reliefs, in order; no two share a day.</summary>
    public IReadOnlyList<QuotaRelief> Reliefs { get; }

    /// <summary>The days after the hire on which the ramp of the plan in force starts again, in order.</summary>
    public IReadOnlyList<LocalDate> RampStarts { get; }

    /// <summary>The cost centres that pay is charged to, with the dates from which they are; empty where none is known.</summary>
    public EffectiveDated<string> CostCentres { get; }

    /// <summary>The share of quota that reliefs leave.</summary>
    internal EffectiveDated<Rational> QuotaLeft { get; }

    /// <summary>The share of target that reliefs leave.</summary>
    internal EffectiveDated<Rational> TargetLeft { get; }

    private State Current => new(Id, Plans, Quotas, Earnings, Hired, lastDay, Managers, Name, Role, Leaves, Reliefs, RampStarts, CostCentres);

    /// <summary>The quota of a measure. Throws where there is none.</summary>
    public Quota QuotaFor(Measure measure) =>
        Quotas.FirstOrDefault(quota => quota.Measure == measure)
        ?? throw new ArgumentException($"Participant '{Id}' has no quota for {measure}.", nameof(measure));

    /// <summary>The currency that credits in a measure count in: the quota's, or without one what the plan pays; none for units.</summary>
    public Currency CurrencyOf(Measure measure) =>
        Quotas.FirstOrDefault(quota => quota.Measure == measure)?.Currency ?? (measure.IsMoney ? OnTarget.Total.Currency : Currency.None);

    /// <summary>The id: a name is personal and does not belong in logs.</summary>
    public override string ToString() => Id;
}
