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

        // The target incentive of a component for the days of a span that count: slice by slice, what was in force.
        private Amount TargetIn(Component component, PlanYear year, DateRange span)
        {
            Amount sum = Amount.Zero(participant.OnTarget.Total.Currency);
            foreach ((DateRange slice, OnTargetEarnings inForce) in participant.Counting(year).SelectMany(days => participant.Earnings.Within(span.Intersect(days))))
            {
                foreach ((DateRange part, Rational left) in participant.TargetLeft.Within(slice))
                    sum += inForce.TargetIncentive * component.Weight * (left * participant.Plan.Seasonality.Share(year, part));
            }
            return sum;
        }

        // Leaves are cut out of the days of employment; the rule of the plan says what of the rest counts.
        private IEnumerable<DateRange> Counting(PlanYear year) =>
            participant.Plan.Proration.Counting(year, participant.Employment.Intersect(year.Days), [.. participant.Leaves.Select(leave => leave.Days)]);

        private ComponentTerms Resolve(Component component, PlanYear year)
        {
            Seasonality seasonality = participant.Plan.Seasonality;
            if (!participant.Quotas.Any(quota => quota.Measure == component.Measure))
                return participant.WithoutQuota(component, year);
            PeriodTerms[] exact = [.. year.Periods(component.Basis.Pays).Select(period => new PeriodTerms(
                period,
                participant.QuotaIn(component.Measure, year, period.Days, seasonality),
                participant.TargetIn(component, year, period.Days)))];
            // An annual quota with cents is no sum of whole units: issuing it would move the 100 % of the year.
            bool whole = component.Measure.IsMoney && participant.Counting(year)
                .SelectMany(participant.QuotaFor(component.Measure).Annual.Within).All(slice => slice.Value.Value.IsInteger);
            return new ComponentTerms(component, whole ? Issued(exact) : exact);
        }

        private ComponentTerms WithoutQuota(Component component, PlanYear year)
        {
            Currency pays = participant.OnTarget.Total.Currency;
            Amount none = Amount.Zero(component.Measure.IsMoney ? pays : Currency.None);
            return new(component, [.. year.Periods(component.Basis.Pays).Select(period => new PeriodTerms(period, none, Amount.Zero(pays)))]);
        }
    }

    private static PeriodTerms[] Issued(PeriodTerms[] exact)
    {
        Rational[] issued = Apportionment.LargestRemainder([.. exact.Select(period => period.Quota.Value)], 1);
        for (int i = 0; i < exact.Length; i++)
        {
            if (issued[i].Sign == 0 && exact[i].Quota.Value.Sign > 0)
                return exact;
        }
        return [.. exact.Select((period, i) => period with { Quota = new(issued[i], period.Quota.Currency) })];
    }
}
