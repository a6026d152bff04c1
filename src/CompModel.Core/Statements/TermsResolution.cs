namespace CompModel;

/// <summary>From plan, participant and year to terms: the only step that knows dates.</summary>
public static class TermsResolution
{
    extension(Participant participant)
    {
        /// <summary>
        /// The participant's terms for a plan year. Annual quota and target fall on periods by the plan's seasonality and, inside a weight's own
        /// period, by days; spans are cut wherever a quota, a ramp's share, a relief or the target changes; days on leave are cut out. Quotas in money are issued in whole units that sum to the
        /// year's (largest remainder), so long as each active period gets at least one; quotas in units, and annual quotas with cents, stay exact.
        /// </summary>
        public ParticipantTerms TermsFor(PlanYear year) =>
            new(participant, year, [.. participant.Plan.Components.Select(component => participant.Resolve(component, year))]);

        /// <summary>
        /// The exact quota of a measure for the days of a span that count, with quotas falling on the year by a seasonality: not issued in whole units.
        /// </summary>
        public Amount QuotaIn(Measure measure, PlanYear year, DateRange span, Seasonality seasonality)
        {
            Quota quota = participant.QuotaFor(measure);
            Amount sum = Amount.Zero(quota.Currency);
            foreach ((DateRange slice, Amount annual) in participant.Counting(year).SelectMany(days => quota.Annual.Within(span.Intersect(days))))
            {
                foreach ((DateRange part, Rational share) in participant.Plan.Ramp.Within(slice, participant.Hired))
                {
                    foreach ((DateRange days, Rational left) in participant.QuotaLeft.Within(part))
                        sum += annual * (left * share * seasonality.Share(year, days));
                }
            }
            return sum;
        }

        // What 100 % of a component is worth for the days of a span that count: slice by slice, what was in force.
        private Amount TargetIn(Component component, PlanYear year, DateRange span)
        {
            Amount sum = Amount.Zero(participant.OnTarget.Total.Currency);
            if (component.Rule is not PayRule.ByCurve { Worth: var worth })
                return sum;
            // Salary falls on the year by equal months, whatever the quota does.
            Seasonality seasonality = worth is Worth.OfSalary ? Seasonality.EqualMonths : participant.Plan.Seasonality;
            foreach ((DateRange slice, OnTargetEarnings inForce) in participant.Counting(year).SelectMany(days => participant.Earnings.Within(span.Intersect(days))))
            {
                Amount annual = Annual(worth, inForce);
                foreach ((DateRange part, Rational left) in participant.TargetLeft.Within(slice))
                    sum += annual * (left * seasonality.Share(year, part));
            }
            return sum;
        }

        // Leaves are cut out of the days of employment; the rule of the plan says what of the rest counts.
        private IEnumerable<DateRange> Counting(PlanYear year) =>
            participant.Plan.Proration.Counting(year, participant.Employment.Intersect(year.Days), [.. participant.Leaves.Select(leave => leave.Days)]);

        private ComponentTerms Resolve(Component component, PlanYear year)
        {
            Frequency pays = component.Basis.Pays;
            Amount[] quotas = participant.Quotas(component.Measure, year, pays);
            PeriodTerms[] periods = [.. year.Periods(pays).Select((period, i) => new PeriodTerms(period, quotas[i], participant.TargetIn(component, year, period.Days)))];
            Measure[] others = [.. component.Asked.Select(asked => asked.Measure).Where(measure => measure != component.Measure && !measure.IsScore).Distinct()];
            return new ComponentTerms(component, periods, others.ToDictionary(measure => measure, measure => participant.Quotas(measure, year, pays)));
        }

        // The quota of a measure in each period: in whole units that sum to the year's, wherever they can; zero without one.
        private Amount[] Quotas(Measure measure, PlanYear year, Frequency pays)
        {
            MeasurementPeriod[] periods = [.. year.Periods(pays)];
            if (measure.IsScore)
                return [.. periods.Select(period => new Amount(participant.Counting(year).Any(days => !days.Intersect(period.Days).IsEmpty) ? 1 : 0, Currency.None))];
            if (!participant.Quotas.Any(quota => quota.Measure == measure))
                return [.. periods.Select(_ => Amount.Zero(measure.IsMoney ? participant.OnTarget.Total.Currency : Currency.None))];
            Amount[] exact = [.. periods.Select(period => participant.QuotaIn(measure, year, period.Days, participant.Plan.Seasonality))];
            // An annual quota with cents is no sum of whole units: issuing it would move the 100 % of the year.
            bool whole = measure.IsMoney && participant.Counting(year)
                .SelectMany(participant.QuotaFor(measure).Annual.Within).All(slice => slice.Value.Value.IsInteger);
            return whole ? Issued(exact) : exact;
        }
    }

    private static Amount Annual(Worth worth, OnTargetEarnings inForce) => worth switch
    {
        Worth.OfTargetIncentive share => inForce.TargetIncentive * share.Weight,
        Worth.OfSalary share => inForce.Base * share.Share,
        Worth.OfMoney sum => sum.Annual,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Amount[] Issued(Amount[] exact)
    {
        Rational[] issued = Apportionment.LargestRemainder([.. exact.Select(quota => quota.Value)], 1);
        for (int i = 0; i < exact.Length; i++)
        {
            if (issued[i].Sign == 0 && exact[i].Value.Sign > 0)
                return exact;
        }
        return [.. exact.Select((quota, i) => new Amount(issued[i], quota.Currency))];
    }
}
