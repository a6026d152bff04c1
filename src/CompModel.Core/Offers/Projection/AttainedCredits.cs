using NodaTime;

namespace CompModel;

/// <summary>
/// The credits of somebody who reaches a stated attainment in every period: of each quota that any component measures, pays on or asks for, that share, as one deal on the last
/// day of employment in the period. Where components count one measure in periods of several lengths, the shortest.
/// </summary>
internal static class AttainedCredits
{
    internal static IEnumerable<Credit> Of(ParticipantTerms terms, Rational attainment, IReadOnlyList<Credit> besides)
    {
        var done = new HashSet<(LocalDate From, Measure Measure, CreditScope Scope)>();
        // The component's own measure first: it knows the quota as issued for its periods.
        var asked = terms.Components.SelectMany(component => Asked(component.Component).Select((one, i) => (Component: component, one.Measure, one.Scope, IsOwn: i == 0)))
            .OrderByDescending(one => one.IsOwn).ThenByDescending(one => one.Component.Periods.Count);
        foreach ((ComponentTerms component, Measure measure, CreditScope scope, _) in asked)
        {
            if (!done.Add((component.Days.Start, measure, scope)))
                continue;
            bool known = measure.IsScore || terms.Participant.Quotas.Any(quota => quota.Measure == measure);
            if (!known && !besides.Any(credit => credit.ParticipantId == terms.Participant.Id && credit.Measure == measure))
            {
                throw new ArgumentException(
                    $"'{component.Name}' of participant '{terms.Participant.Id}' counts {measure}, for which there is no quota and so no attainment: state its credits beside it.", nameof(besides));
            }
            foreach (Credit credit in known ? Of(terms, component, measure, scope, attainment) : [])
                yield return credit;
        }
    }

    private static IEnumerable<Credit> Of(ParticipantTerms terms, ComponentTerms component, Measure measure, CreditScope scope, Rational attainment)
    {
        Participant participant = terms.Participant;
        for (int i = 0; i < component.Periods.Count; i++)
        {
            PeriodTerms period = component.Periods[i];
            DateRange worked = period.Days.Intersect(participant.Employment);
            // What a plan without proration asks of the time before the hire is reached on the first day; where each period stands alone, that time is over.
            LocalDate? date = !worked.IsEmpty ? worked.End.PlusDays(-1)
                : component.Component.Basis is Basis.YearToDate && period.Days.End <= participant.Hired && component.Days.Contains(participant.Hired) ? participant.Hired : null;
            Amount quota = measure == component.Component.Measure ? period.Quota : QuotaOf(terms, component, measure, i, period.Days);
            if (date is { } day && quota.Value.Sign * attainment.Sign > 0)
                yield return new(participant.Id, measure, day, quota * attainment, Rational.One, $"{period.Period.Name} at {Text.Percent(attainment)} of quota", scope);
        }
    }

    // A condition's measure has its quota in the terms; what a commission is paid on, beside its position, has not.
    private static Amount QuotaOf(ParticipantTerms terms, ComponentTerms component, Measure measure, int period, DateRange days) =>
        component.Component.Asked.Any(asked => asked.Measure == measure)
            ? component.QuotaOf(measure, period, period)
            : terms.Participant.QuotaIn(measure, terms.Year, days, component.Plan.Seasonality);

    private static IEnumerable<(Measure Measure, CreditScope Scope)> Asked(Component component) =>
    [
        (component.Measure, component.Scope),
        (component.PayMeasure, component.PayScope),
        .. component.Asked.Select(asked => (asked.Measure, asked.Scope)),
    ];
}
