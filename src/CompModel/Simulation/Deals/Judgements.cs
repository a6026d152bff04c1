namespace CompModel;

/// <summary>A score that a plan reads, and the spans it judges.</summary>
/// <param name="Measure">The score.</param>
/// <param name="Spans">The spans, in order.</param>
internal sealed record Judgements(Measure Measure, IReadOnlyList<DateRange> Spans)
{
    /// <summary>One for each place in a participant's plans that reads a score.</summary>
    internal static IEnumerable<Judgements> Of(ParticipantTerms terms)
    {
        foreach (ComponentTerms component in terms.Components)
        {
            IEnumerable<DateRange> periods = component.Periods.Select(period => period.Days);
            if (component.Component.Measure.IsScore)
                yield return new(component.Component.Measure, [.. periods.Select(days => days.Intersect(component.Component.Days)).Where(days => !days.IsEmpty)]);
            // A window to date asks for one judgement however long it is.
            foreach (Measure asked in component.Component.Asked.Select(asked => asked.Measure).Where(measure => measure.IsScore && measure != component.Component.Measure).Distinct())
                yield return new(asked, component.Component.Basis is Basis.EachPeriod or Basis.EachDeal ? [.. periods] : [component.Days]);
        }
        foreach ((CompensationPlan plan, DateRange days) in PlanLine.PlansOf(terms))
        {
            foreach ((Multiplier multiplier, Frequency span) in plan.Multipliers)
            {
                foreach (Measure asked in multiplier.Asked.Select(asked => asked.Measure).Where(measure => measure.IsScore).Distinct())
                    yield return new(asked, [.. terms.Year.Periods(span).Select(period => period.Days.Intersect(days)).Where(its => !its.IsEmpty)]);
            }
        }
    }
}
