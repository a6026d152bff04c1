namespace CompModel;

/// <summary>From plan, participant and year to terms: the only step that knows dates.</summary>
public static class TermsResolution
{
    extension(Participant participant)
    {
        /// <summary>
        /// The participant's terms for a plan year. Annual quota and target fall on periods by the plan's seasonality and, inside a weight's own
        /// period, by days; spans are cut wherever a quota or a ramp's share changes. Quotas in money are issued in whole units that sum to the
        /// year's (largest remainder), so long as each active period gets at least one; quotas in units stay exact.
        /// </summary>
        public ParticipantTerms TermsFor(PlanYear year) => participant.TermsFor(year, participant.Plan.Seasonality);

        /// <summary>As above, with quota and target falling on the year by another seasonality than the plan's.</summary>
        internal ParticipantTerms TermsFor(PlanYear year, Seasonality seasonality)
        {
            CompensationPlan plan = participant.Plan;
            DateRange counting = plan.Proration.Counting(year, participant.Employment.Intersect(year.Days));
            return new(participant, year, [.. plan.Components.Select(component =>
            {
                Quota quota = participant.QuotaFor(component.Measure);
                Amount target = participant.OnTarget.TargetIncentive * component.Weight;
                PeriodTerms[] exact = [.. year.Periods(component.Basis.Pays).Select(period =>
                {
                    DateRange days = period.Days.Intersect(counting);
                    return new PeriodTerms(period, participant.QuotaOf(quota, year, days, seasonality), target * seasonality.Share(year, days));
                })];
                return new ComponentTerms(component, quota.Measure.IsMoney ? Issued(exact) : exact);
            })]);
        }

        private Amount QuotaOf(Quota quota, PlanYear year, DateRange days, Seasonality seasonality)
        {
            Amount sum = Amount.Zero(quota.Currency);
            foreach ((DateRange slice, Amount annual) in quota.Annual.Within(days))
            {
                foreach ((DateRange part, Rational share) in participant.Plan.Ramp.Within(slice, participant.Hired))
                    sum += annual * (share * seasonality.Share(year, part));
            }
            return sum;
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
