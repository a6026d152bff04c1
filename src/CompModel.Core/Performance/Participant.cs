using NodaTime;

namespace CompModel;

/// <summary>
/// Somebody who is paid by a plan, or by one after another: with quotas, dates of employment, and their own on-target earnings where those differ from the plan's.
/// Immutable; the verbs answer changed copies. Throws where a component of any of the plans needs a quota that is not there, and for plans in several currencies. A quota in
/// another currency than the plans pay serves components that pay along a curve, as attainment is a ratio; it is refused for commission, whose rate is a share of money.
/// </summary>
public sealed class Participant
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

    /// <summary>A copy employed from a day on.</summary>
    public Participant HiredOn(LocalDate firstDay) => new(Current with { Hired = firstDay });

    /// <summary>A copy employed up to and including a day. Throws for a day before the hire.</summary>
    public Participant TerminatedOn(LocalDate lastDay) => new(Current with { LastDay = lastDay });

    /// <summary>A copy with on-target earnings other than the plan's, for all time. Throws for another currency.</summary>
    public Participant Earning(OnTargetEarnings onTarget) => new(Current with { Earnings = new(Paid(onTarget)) });

    /// <summary>
    /// A copy on other on-target earnings, of a full year, from a date on: a raise, a new pay mix. A period is cut at the date and each slice accrues salary and
    /// target incentive at what was in force. On the day of a change of plan they stand in the place of the new plan's. Throws unless the date is after the latest
    /// change otherwise, and for another currency.
    /// </summary>
    public Participant EarningFrom(LocalDate date, OnTargetEarnings onTarget)
    {
        bool withPlan = Plans.Changes.Contains(date) && Earnings.Changes.LastOrDefault() == date;
        return new(Current with { Earnings = withPlan ? Earnings.InsteadOfLatest(Paid(onTarget)) : Earnings.From(date, Paid(onTarget)) });
    }

    /// <summary>A copy whose credits roll up to a manager, for all time.</summary>
    public Participant ManagedBy(string? managerId) => new(Current with { Managers = new(managerId) });

    /// <summary>
    /// A copy whose credits roll up to another manager from a date on: those of deals of that day and later. Throws unless the date is after the latest change.
    /// </summary>
    public Participant ManagedByFrom(LocalDate date, string? managerId) => new(Current with { Managers = Managers.From(date, managerId) });

    /// <summary>A copy with a name.</summary>
    public Participant Named(string? name) => new(Current with { Name = name });

    /// <summary>A copy whose pay is charged to a cost centre, for all time.</summary>
    public Participant InCostCentre(string costCentre)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(costCentre);
        return new(Current with { CostCentres = new(costCentre) });
    }

    /// <summary>A copy whose pay is charged to another cost centre from a date on: what is earned on that day and later. Throws unless the date is after the latest change.</summary>
    public Participant InCostCentreFrom(LocalDate date, string costCentre)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(costCentre);
        return new(Current with { CostCentres = CostCentres.From(date, costCentre) });
    }

    /// <summary>A copy with a role.</summary>
    public Participant InRole(string? role) => new(Current with { Role = role });

    /// <summary>A copy on another plan for all time, with that plan's on-target earnings unless <see cref="Earning"/> follows.</summary>
    public Participant OnPlan(CompensationPlan plan) => new(Current with { Plans = new(plan), Earnings = new(plan.OnTarget) });

    /// <summary>
    /// A copy on another plan from a date on, with that plan's on-target earnings unless <see cref="EarningFrom"/> says otherwise for the same date. The date closes every
    /// open window of the plan before: what it has been credited is settled against the quota up to then, and the new plan's windows start from nothing. Its ramp counts from
    /// the hire, unless <see cref="RampingFrom"/> starts it again. A change to the same plan, by reference or value, is none. Throws unless the date is after the latest
    /// change of plan or earnings, where a measure of the plan has no quota, and for another currency.
    /// </summary>
    public Participant OnPlanFrom(LocalDate date, CompensationPlan plan)
    {
        EffectiveDated<CompensationPlan> plans = Plans.From(date, plan);
        if (plan.IsSameAs(Plans.At(date)))
            return this;
        return new(Current with { Plans = plans, Earnings = Earnings.Changes.Contains(date) ? Earnings : Earnings.From(date, plan.OnTarget) });
    }

    /// <summary>
    /// A copy whose ramp, that of the plan in force, starts again on a date, as if hired then: after a transfer, or a return. What is left of a ramp before it is void.
    /// Throws unless the date is after the latest such start, and not before the hire.
    /// </summary>
    public Participant RampingFrom(LocalDate date) => RampStarts.Count == 0 || date > RampStarts[^1]
        ? new(Current with { RampStarts = [.. RampStarts, date] })
        : throw new ArgumentOutOfRangeException(nameof(date), date, $"Ramps start in order of date; the latest of '{Id}' starts on {RampStarts[^1]:uuuu-MM-dd}.");

    /// <summary>The quota of a measure. Throws where there is none.</summary>
    public Quota QuotaFor(Measure measure) =>
        Quotas.FirstOrDefault(quota => quota.Measure == measure)
        ?? throw new ArgumentException($"Participant '{Id}' has no quota for {measure}.", nameof(measure));

    /// <summary>The currency that credits in a measure count in: the quota's, or without one what the plan pays; none for units.</summary>
    public Currency CurrencyOf(Measure measure) =>
        Quotas.FirstOrDefault(quota => quota.Measure == measure)?.Currency ?? (measure.IsMoney ? OnTarget.Total.Currency : Currency.None);

    /// <summary>
    /// A copy on leave for some days, on which quota and target incentive do not accrue; average commission goes on where <paramref name="pay"/> says so.
    /// Throws for no day, a day of another leave, no reason, and pay in another currency than the plan's.
    /// </summary>
    public Participant OnLeave(DateRange days, string reason, LeavePay? pay = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (pay is not null && pay.Commission.Currency != OnTarget.Total.Currency)
            throw new ArgumentException($"Plan '{Plan}' pays {OnTarget.Total.Currency}; the average commission is {pay.Commission}.", nameof(pay));
        RefuseShared(days, Leaves.Select(leave => leave.Days), "leave");
        return new(Current with { Leaves = [.. Leaves.Append(new(days, reason, pay)).OrderBy(leave => leave.Days.Start)] });
    }

    /// <summary>
    /// A copy whose quotas are lower by a share for some days, and whose target stays unless <paramref name="lowers"/> says otherwise. The share is a fraction above 0
    /// and below 1 (where nothing is asked, that is a leave). Throws outside, for no day, a day of another relief, and no reason.
    /// </summary>
    public Participant WithQuotaRelief(DateRange days, Rational share, string reason, Relieved lowers = Relieved.Quota)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (share.Sign <= 0 || share >= Rational.One)
            throw new ArgumentOutOfRangeException(nameof(share), share, $"A relief takes away a share above 0 and below 1 (100 %) of the quota of '{Id}'; days on which nothing is asked are a leave.");
        RefuseShared(days, Reliefs.Select(relief => relief.Days), "quota relief");
        return new(Current with { Reliefs = [.. Reliefs.Append(new(days, share, reason, lowers)).OrderBy(relief => relief.Days.Start)] });
    }

    private void RefuseShared(DateRange days, IEnumerable<DateRange> others, string what)
    {
        if (days.IsEmpty)
            throw new ArgumentException($"A {what} of '{Id}' has at least one day; there is none from {days.Start:uuuu-MM-dd} on.", nameof(days));
        foreach (DateRange other in others)
        {
            if (!other.Intersect(days).IsEmpty)
                throw new ArgumentException($"Two of one kind never share a day; the {what} of '{Id}' from {days} meets the one from {other}.", nameof(days));
        }
    }

    private OnTargetEarnings Paid(OnTargetEarnings onTarget) => onTarget.Total.Currency == Plan.OnTarget.Total.Currency
        ? onTarget
        : throw new ArgumentException($"Plan '{Plan}' pays {Plan.OnTarget.Total.Currency}; the earnings are in {onTarget.Total.Currency}.", nameof(onTarget));

    /// <summary>The id: a name is personal and does not belong in logs.</summary>
    public override string ToString() => Id;
}
