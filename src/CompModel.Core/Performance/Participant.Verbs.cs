using NodaTime;

namespace CompModel;

/// <content>What can be said of a participant; each verb answers a changed copy.</content>
public sealed partial class Participant
{
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
}
