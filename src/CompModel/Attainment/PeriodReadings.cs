namespace CompModel;

/// <summary>
/// What simulation and closed form, which know credits by period and not by deal, do not carry of a plan. They say so and answer nothing, rather than something else.
/// </summary>
internal static class PeriodReadings
{
    extension(ParticipantTerms terms)
    {
        /// <summary>The first thing that is not carried, in words; null where everything is.</summary>
        internal string? NotCarried
        {
            get
            {
                CompensationPlan plan = terms.Participant.Plan;
                if (plan.Multipliers.Count > 0)
                    return $"plan '{plan}' multiplies its result as a whole";
                if (plan.Limits != PayLimits.None)
                    return $"plan '{plan}' bounds its result as a whole";
                if (terms.Participant.Leaves.Any(leave => leave.Pay is not null))
                    return $"average commission goes on during a leave of '{terms.Participant.Id}'";
                return terms.Components.Select(component => component.Component.NotCarried).FirstOrDefault(reason => reason is not null);
            }
        }
    }

    extension(Component component)
    {
        /// <summary>The first thing that is not carried, in words; null where everything is.</summary>
        internal string? NotCarried => Reason(component) is { } reason ? $"component '{component.Name}' {reason}" : null;
    }

    private static string? Reason(Component component) => component switch
    {
        { Gates.Count: > 0 } => "pays otherwise unless a condition is met",
        { Multipliers.Count: > 0 } => "is multiplied by another measure",
        _ when component.Limits != PayLimits.None => "bounds what a window earns",
        _ when component.Deals != DealRules.None => "has rules for single deals",
        { Basis: Basis.EachDeal } => "rates each deal alone",
        { Basis: Basis.Reconciled } => "is reconciled at the end of the year",
        { Scope: CreditScope.Territory } => "is positioned by a territory",
        _ when component.PayMeasure != component.Measure || component.PayScope != component.Scope => "pays on other credits than it measures",
        _ when component.Days != Everywhen => "counts the credits of some days",
        { Measure.IsScore: true } => "is on a score",
        { Rule: PayRule.ByTable { Table.Places: TierPlaces.SharesOfQuota } } => "has a table with tiers at shares of quota",
        _ => null,
    };

    private static readonly DateRange Everywhen = new(NodaTime.LocalDate.MinIsoValue, NodaTime.LocalDate.MaxIsoValue);
}
