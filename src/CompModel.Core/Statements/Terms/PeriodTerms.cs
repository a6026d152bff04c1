namespace CompModel;

/// <summary>
/// What a component asks and offers in one of its periods, with every date resolved: quota, and the target incentive paid at 100 %.
/// Both are zero where the participant was not active; a commission has no target, and a quota only where one was given.
/// </summary>
/// <param name="Period">The period.</param>
/// <param name="Days">The days measured: those of the period, or of the part of it on which the component's plan is in force; to date, from the start of the window.</param>
/// <param name="Quota">The quota of the days that count.</param>
/// <param name="Target">What 100 % of that quota pays, exactly.</param>
public readonly record struct PeriodTerms(MeasurementPeriod Period, DateRange Days, Amount Quota, Amount Target)
{
    /// <summary>The target of days for which a ramp asks no quota and pays the target as it is; beside <see cref="Target"/>.</summary>
    public Amount PaidWithoutQuota { get; init; } = Amount.Zero(Target.Currency);

    /// <summary>A commission's table, in amounts for the quota; null where its tiers are shares of a quota that is not there.</summary>
    internal RateTable? Table { get; init; }
}
