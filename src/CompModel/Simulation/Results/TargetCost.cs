namespace CompModel;

/// <summary>What everybody costs at exactly 100 % of quota in every measure.</summary>
internal static class TargetCost
{
    internal static CostBreakdown Of(RunDefinition run, IReadOnlyList<CostLine> lines)
    {
        var byLine = new Rational[lines.Count];
        var byQuarter = new Rational[4];
        var place = lines.Select((line, i) => (line, i)).ToDictionary(pair => pair.line, pair => pair.i);
        foreach (ParticipantTerms terms in run.Terms)
        {
            foreach (ComponentTerms component in terms.Components)
            {
                PayoutCurve curve = component.Component.Curve;
                int reached = curve.TierAt(Rational.One);
                Rational below = Rational.Zero;
                for (int tier = 0; tier <= reached; tier++)
                {
                    Rational to = tier == reached ? curve.PayoutAt(Rational.One) : curve.Segments[tier].At(curve.Segments[tier + 1].From);
                    CostLine line = new(terms.Participant.Plan.Name, component.Component.Name, curve.Segments[tier].Label, tier);
                    byLine[place[line]] += component.Target.Value * (to - below);
                    below = to;
                }
                foreach (PeriodTerms period in component.Periods)
                    byQuarter[(period.Period.Number * 4 - 1) / (int)period.Period.Frequency] += period.Target.Value * curve.PayoutAt(Rational.One);
            }
        }
        return new(
            [.. byLine.Select(value => value.ToDouble())],
            [.. byQuarter.Select(value => value.ToDouble())],
            byLine.Aggregate(Rational.Zero, (sum, value) => sum + value).ToDouble(),
            run.Force.StreetQuota(Measure.Bookings, run.Year).ToDouble(),
            run.Terms.Count(terms => terms.SellsBookings));
    }
}
