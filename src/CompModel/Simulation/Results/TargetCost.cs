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
                if (component.Component.Rule is PayRule.ByTable { Table: var table })
                {
                    AddCommission(terms, component, table);
                    continue;
                }
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
                Rational before = Rational.Zero;
                for (int i = 0; i < component.Periods.Count; i++)
                {
                    // Against the full quota a year at target climbs the curve quarter by quarter.
                    Rational pay = component.Component.Basis is Basis.YearToDate { Against: Yardstick.FullQuota } && component.Quota.Value.Sign > 0
                        ? (component.Target.Value * curve.PayoutAt(component.ToDate[i].Quota / component.Quota)) - before
                        : component.Periods[i].Target.Value * curve.PayoutAt(Rational.One);
                    byQuarter[(component.Periods[i].Period.Number * 4 - 1) / (int)component.Periods[i].Period.Frequency] += pay;
                    before += pay;
                }
            }
        }
        return new(
            [.. byLine.Select(value => value.ToDouble())],
            [.. byQuarter.Select(value => value.ToDouble())],
            byLine.Aggregate(Rational.Zero, (sum, value) => sum + value).ToDouble(),
            run.Force.StreetQuota(Measure.Bookings, run.Year).ToDouble(),
            run.Terms.Count(terms => terms.SellsBookings));

        // Tiers in amounts are met by each window's own quota, and the year's pay to date by the year's.
        void AddCommission(ParticipantTerms terms, ComponentTerms component, RateTable table)
        {
            bool toDate = component.Component.Basis is Basis.YearToDate;
            Rational before = Rational.Zero;
            foreach (PeriodTerms period in toDate ? component.ToDate : component.Periods)
            {
                Rational pay = table.CommissionOn(period.Quota.Value);
                byQuarter[(period.Period.Number * 4 - 1) / (int)period.Period.Frequency] += pay - before;
                before = toDate ? pay : Rational.Zero;
            }
            foreach (PeriodTerms window in toDate ? component.ToDate.TakeLast(1) : component.Periods)
            {
                Rational below = Rational.Zero;
                int reached = table.TierAt(window.Quota.Value);
                for (int tier = 0; tier <= reached; tier++)
                {
                    Rational to = tier == reached ? table.CommissionOn(window.Quota.Value) : table.Segments[tier].At(table.Segments[tier + 1].From);
                    byLine[place[new(terms.Participant.Plan.Name, component.Component.Name, table.Segments[tier].Label, tier)]] += to - below;
                    below = to;
                }
            }
        }
    }
}
