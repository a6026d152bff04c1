namespace CompModel;

/// <summary>What a simulation that knows credits by period does not carry of a participant's terms. It says so and runs nothing, rather than something else.</summary>
internal static class SimulatedReach
{
    extension(ParticipantTerms terms)
    {
        /// <summary>The first thing that is not carried, in words; null where everything is.</summary>
        internal string? NotSimulated => terms.Plans.Select(plan => plan.Payments.Pays).Distinct().Count() > 1 ? "plans of the year pay at several frequencies" : terms.Components.Select(component => Reason(component.Component) is { } reason ? $"component '{component.Component.Name}' {reason}" : null).FirstOrDefault(reason => reason is not null);
    }

    extension(ParticipantTerms terms)
    {
        /// <summary>Every measure whose credits a plan of the year reads: to place, to pay on, or to decide by.</summary>
        internal IEnumerable<(Measure Measure, CreditScope Scope)> MeasuresRead => terms.Components.SelectMany(component => component.Component.Asked.Select(asked => (asked.Measure, asked.Scope))
                .Append((component.Component.Measure, component.Component.Scope)).Append((component.Component.PayMeasure, component.Component.PayScope)))
            .Concat(PlanLine.PlansOf(terms).SelectMany(plan => plan.Plan.Multipliers).SelectMany(each => each.Multiplier.Asked)).Distinct();
    }

    private static string? Reason(Component component) => component switch
    {
        { Basis: Basis.EachDeal } => "rates each deal alone",
        { Deals: var deals } when deals != DealRules.None && deals != DealRules.None with { Order = DealOrder.ProRata } => "has rules for single deals",
        { Measure.IsScore: true, Scope: CreditScope.Team } => "is on a team's scores",
        _ => null,
    };
}
