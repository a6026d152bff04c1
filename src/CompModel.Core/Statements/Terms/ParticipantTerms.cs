namespace CompModel;

/// <summary>A participant's plan for one plan year with every date resolved: the one thing that all readings of the plan start from.</summary>
public sealed class ParticipantTerms
{
    internal ParticipantTerms(Participant participant, PlanYear year, ComponentTerms[] components)
    {
        Participant = participant;
        Year = year;
        Each = components;
        Days = year.Days;
        Active = participant.Employment.Intersect(Days);
        HasSeveralPlans = components.Any(component => component.Plan != components[0].Plan);
        IsReadAsAWhole = components.Any(component => component.Plan.Multipliers.Count > 0 || component.Plan.Limits != PayLimits.None || component.Plan.Rounding.Scope == RoundingScope.Plan)
            || participant.Leaves.Any(leave => leave.Pay is not null);
    }

    /// <summary>The participant.</summary>
    public Participant Participant { get; }

    /// <summary>The plan year.</summary>
    public PlanYear Year { get; }

    /// <summary>The plan's components, in its order; where the plan changes in the year, those of the first and then those of the next.</summary>
    public IReadOnlyList<ComponentTerms> Components => Each;

    /// <summary>As above, without an interface between.</summary>
    internal ComponentTerms[] Each { get; }

    /// <summary>The days of the year.</summary>
    internal DateRange Days { get; }

    /// <summary>Whether the plan changes in the year.</summary>
    internal bool HasSeveralPlans { get; }

    /// <summary>Whether anything follows from the plan as a whole, beyond its components.</summary>
    internal bool IsReadAsAWhole { get; }

    /// <summary>The plans in force in the year, in order.</summary>
    public IReadOnlyList<CompensationPlan> Plans => [.. Components.Select(component => component.Plan).Distinct()];

    /// <summary>The target incentive of the year, or of the part of it that counts; what is paid on top of it is not part of it.</summary>
    public Amount TargetIncentive =>
        Components.Where(component => component.Component.Weight.Sign > 0).Aggregate(Amount.Zero(Participant.OnTarget.Total.Currency), (total, component) => total + component.Target + component.PaidWithoutQuota);

    /// <summary>The days of the year on which the participant is employed.</summary>
    public DateRange Active { get; }

    /// <summary>
    /// Base salary for the days of a span: a twelfth of the annual salary in force a month, by days inside a month. Exact.
    /// </summary>
    public Amount Salary(DateRange span) => Participant.Earnings.Within(span.Intersect(Active)).Aggregate(
        Amount.Zero(Participant.OnTarget.Total.Currency),
        (sum, slice) => sum + (slice.Value.Base * Seasonality.EqualMonths.Share(Year, slice.Days)));
}
