namespace CompModel;

/// <summary>
/// What a simulation does not carry of a participant's terms, and what it carries on simulated deals alone. It says so and runs nothing, rather than something else.
/// </summary>
internal static class SimulatedReach
{
    extension(ParticipantTerms terms)
    {
        /// <summary>Whether pay depends on single deals, so that credits by period do not tell it.</summary>
        internal bool RatesDeals => terms.Components.Any(component => component.Component.RatesDeals);

        /// <summary>The first thing that is not carried, in words; null where everything is.</summary>
        internal string? NotSimulated(Assumptions assumptions)
        {
            if (terms.Plans.Select(plan => plan.Payments.Pays).Distinct().Count() > 1)
                return "plans of the year pay at several frequencies";
            foreach (ComponentTerms component in terms.Components)
            {
                if (Reason(component.Component, assumptions) is { } reason)
                    return $"component '{component.Component.Name}' {reason}";
            }
            return terms.RatesDeals && ScoreTwice(terms) is { } score ? $"a plan asks for {score} at several frequencies, which simulated deals do not tell" : null;
        }
    }

    extension(ParticipantTerms terms)
    {
        /// <summary>Every measure whose credits a plan of the year reads: to place, to pay on, or to decide by.</summary>
        internal IEnumerable<(Measure Measure, CreditScope Scope)> MeasuresRead => terms.Components.SelectMany(component => component.Component.Asked.Select(asked => (asked.Measure, asked.Scope))
                .Append((component.Component.Measure, component.Component.Scope)).Append((component.Component.PayMeasure, component.Component.PayScope)))
            .Concat(PlanLine.PlansOf(terms).SelectMany(plan => plan.Plan.Multipliers).SelectMany(each => each.Multiplier.Asked)).Distinct();
    }

    extension(Component component)
    {
        /// <summary>Whether it rates each deal alone or has rules for single deals.</summary>
        internal bool RatesDeals => component.Basis is Basis.EachDeal || component.Deals != DealRules.None with { Order = component.Deals.Order };
    }

    private static string? Reason(Component component, Assumptions assumptions) => component switch
    {
        { RatesDeals: true, Scope: CreditScope.Team } or { RatesDeals: true, PayScope: CreditScope.Team } => "has rules for single deals of a team, whose people's deals are simulated one by one for their own pay only",
        { RatesDeals: true, Measure.IsScore: true } or { RatesDeals: true, PayMeasure.IsScore: true } => "has rules for single deals of a judgement, which is none",
        { RatesDeals: true } when assumptions.Deals is null =>
            (component.Basis is Basis.EachDeal ? "rates each deal alone" : "has rules for single deals") + ": state what deals are like (Assumptions.WithDeals; deals: in assumptions.yaml), or credits by period do not tell",
        { Measure.IsScore: true, Scope: CreditScope.Team } => "is on a team's scores, which credits by period do not tell",
        _ => null,
    };

    // A judgement is one credit on simulated deals; asked for by the quarter and by the year, it would have to be four and one.
    internal static Measure? ScoreTwice(ParticipantTerms terms) => Judgements.Of(terms).GroupBy(judged => judged.Measure)
        .FirstOrDefault(judged => judged.Any(one => !one.Spans.Select(span => span.Start).SequenceEqual(judged.First().Spans.Select(span => span.Start))))?.Key;
}
