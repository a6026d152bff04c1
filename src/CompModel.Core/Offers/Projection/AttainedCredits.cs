using NodaTime;

namespace CompModel;

/// <summary>
/// The credits of somebody who reaches a stated attainment in every period: of each quota that a component or its plan measures, pays on or asks for, that share, as one deal on
/// the last day of employment in the period. Where one measure is counted in periods of several lengths, whose quotas are issued in whole units each, the longer ones get the unit
/// or so that the shorter leave missing, so that no condition is missed by a rounding.
/// </summary>
internal static class AttainedCredits
{
    internal static Credit[] Of(ParticipantTerms terms, Rational attainment, IReadOnlyList<Credit> besides)
    {
        var credits = new List<Credit>();
        // A component's own measure first, in the shortest periods: it knows the quota as issued for them.
        var asked = terms.Components.SelectMany(component => Asked(component).Select((one, i) => (Component: component, one.Measure, one.Scope, IsOwn: i == 0)))
            .OrderByDescending(one => one.IsOwn).ThenByDescending(one => one.Component.Periods.Count);
        foreach ((ComponentTerms component, Measure measure, CreditScope scope, _) in asked)
        {
            if (measure.IsScore || terms.Participant.Quotas.Any(quota => quota.Measure == measure))
                Reach(credits, terms, component, measure, scope, attainment);
            else if (!besides.Any(credit => credit.ParticipantId == terms.Participant.Id && credit.Measure == measure))
            {
                throw new ArgumentException(
                    $"'{component.Name}' of participant '{terms.Participant.Id}' counts {measure}, for which there is no quota and so no attainment: state its credits beside it.", nameof(besides));
            }
        }
        return [.. credits];
    }

    private static void Reach(List<Credit> credits, ParticipantTerms terms, ComponentTerms component, Measure measure, CreditScope scope, Rational attainment)
    {
        Participant participant = terms.Participant;
        bool standsAlone = component.Component.Basis is Basis.EachPeriod;
        Rational due = Rational.Zero;
        foreach (PeriodTerms period in component.Periods)
        {
            Amount quota = measure == component.Component.Measure ? period.Quota : measure.IsScore ? new(1, Currency.None) : participant.IssuedIn(measure, terms.Year, component.Days, period.Period);
            due = (standsAlone ? Rational.Zero : due) + (quota.Value * attainment);
            DateRange worked = period.Days.Intersect(participant.Employment);
            // What a plan without proration asks of the time before the hire is reached with the first days after it; where each period stands alone, that time is over.
            if (worked.IsEmpty)
                continue;
            var counting = new DateRange(standsAlone ? period.Days.Start : component.Days.Start, worked.End);
            Rational missing = credits.Where(credit => credit.Measure == measure && credit.Scope == scope && counting.Contains(credit.Date))
                .Aggregate(due, (rest, credit) => rest - credit.Amount.Value);
            LocalDate day = worked.End.PlusDays(-1);
            if (missing.Sign > 0)
                credits.Add(new(participant.Id, measure, day, new(missing, quota.Currency), Rational.One, FormattableString.Invariant($"quota to {day:uuuu-MM-dd}"), scope));
        }
    }

    private static IEnumerable<(Measure Measure, CreditScope Scope)> Asked(ComponentTerms terms) =>
    [
        (terms.Component.Measure, terms.Component.Scope),
        (terms.Component.PayMeasure, terms.Component.PayScope),
        .. terms.Component.Asked.Select(asked => (asked.Measure, asked.Scope)),
        .. terms.Plan.Multipliers.SelectMany(each => each.Multiplier.Asked),
    ];
}
