namespace CompModel;

/// <summary>From plan, participant and year to terms: the only step that knows dates.</summary>
public static class TermsResolution
{
    extension(Participant participant)
    {
        /// <summary>
        /// The participant's terms for a plan year. Annual quota and target fall on periods by the plan's seasonality and, inside a weight's own
        /// period, by days; spans are cut wherever a quota, a ramp's share, a relief or the target changes; days on leave are cut out. Where the plan changes, its periods are
        /// cut and its windows close, and the components of the next follow, with windows of their own. Quotas in money are issued in whole units that sum to the
        /// year's (largest remainder, over all plans that measure it), so long as each active period gets at least one; quotas in units, and annual quotas with cents, stay exact.
        /// Throws where the names of two components meet, as "bookings" from a date and one named "bookings from" that date do.
        /// </summary>
        public ParticipantTerms TermsFor(PlanYear year)
        {
            PlanSpan[] spans = PlanSpan.Of(participant, year);
            ComponentTerms[] components = [.. spans.SelectMany((span, i) => span.Plan.Components.Select(component => Resolve(spans, i, component)))];
            if (components.GroupBy(component => component.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new ArgumentException($"Components of the plans of '{participant.Id}' in {year} differ in name; '{twice.Key}' stands twice.");
            return new(participant, year, components);
        }

        /// <summary>
        /// The exact quota of a measure for the days of a span that count, with quotas falling on the year by a seasonality (by whole months, as
        /// <see cref="Proration.ByWholeMonths"/> says): not issued in whole units.
        /// </summary>
        public Amount QuotaIn(Measure measure, PlanYear year, DateRange span, Seasonality seasonality) => PlanSpan.Of(participant, year).Aggregate(
            Amount.Zero(participant.QuotaFor(measure).Currency),
            (sum, inForce) => sum + inForce.QuotaIn(measure, span, inForce.Plan.Proration.Falling(seasonality, year)));

        /// <summary>The quota of a measure, as issued, in the part of a period on which the plan of some days is in force.</summary>
        internal Amount IssuedIn(Measure measure, PlanYear year, DateRange inForce, MeasurementPeriod period)
        {
            PlanSpan[] spans = PlanSpan.Of(participant, year);
            int before = year.Periods(period.Frequency).Count(each => each.End <= inForce.Start);
            return Quotas(spans, Array.FindIndex(spans, span => span.Days == inForce), measure, period.Frequency)[period.Number - 1 - before];
        }
    }

    private static ComponentTerms Resolve(PlanSpan[] spans, int at, Component component)
    {
        PeriodTerms[][] exact = [.. spans.Select((span, i) => (PeriodTerms[])[.. (i == at ? component : span.CounterpartOf(component)) is { } its ? span.Exact(its) : []])];
        string name = at == 0 ? component.Name : FormattableString.Invariant($"{component.Name} from {spans[at].Days.Start:uuuu-MM-dd}");
        PeriodTerms[] own = exact[at];
        // An annual quota with cents is no sum of whole units: issuing it would move the 100 % of the year.
        if (component.Measure.IsMoney && own.Any(period => period.Quota.Value.Sign > 0) && spans.Where((_, i) => exact[i].Length > 0).All(span => span.HasWholeQuota(component.Measure)))
            own = Issued([.. exact.SelectMany(periods => periods)])[exact.Take(at).Sum(periods => periods.Length)..][..own.Length];
        Measure[] others = [.. component.Asked.Select(asked => asked.Measure).Where(measure => measure != component.Measure && !measure.IsScore).Distinct()];
        return new(component, name, spans[at].Plan, own, others.ToDictionary(measure => measure, measure => Quotas(spans, at, measure, component.Basis.Pays)));
    }

    // What a condition or a multiplier asks of another measure, issued as that measure's own would be.
    private static Amount[] Quotas(PlanSpan[] spans, int at, Measure measure, Frequency pays)
    {
        Amount[][] exact = [.. spans.Select(span => span.Quotas(measure, pays).ToArray())];
        if (!measure.IsMoney || !exact[at].Any(quota => quota.Value.Sign > 0) || !spans.All(span => span.HasWholeQuota(measure)))
            return exact[at];
        return Issued([.. exact.SelectMany(quotas => quotas)])[exact.Take(at).Sum(quotas => quotas.Length)..][..exact[at].Length];
    }

    private static PeriodTerms[] Issued(PeriodTerms[] exact) =>
        [.. exact.Zip(Issued([.. exact.Select(period => period.Quota)]), (period, quota) => period with { Quota = quota })];

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
