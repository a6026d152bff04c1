using NodaTime;

namespace CompModel;

/// <summary>
/// The days by which credits roll up in a run: all that any manager's plan reads, and those on which somebody's manager changes. Who reports to whom is followed
/// day by day: what is credited between two days goes to the manager of those days.
/// </summary>
internal sealed class TeamCuts
{
    private readonly LocalDate[] dates;
    private readonly PlanYear year;

    /// <summary>The cuts of everybody's terms, and some more where anybody reads a team at all.</summary>
    internal TeamCuts(PlanYear year, IReadOnlyList<ParticipantTerms> everybody, CancellationToken cancel, params IEnumerable<LocalDate> more)
    {
        this.year = year;
        bool roll = everybody.Until(cancel).Any(terms => terms.ReadsTeams);
        dates = !roll ? [] : [.. everybody.Until(cancel).Where(terms => terms.ReadsTeams).SelectMany(terms => new PayKernel(terms).Reads).Where(read => read.Scope == CreditScope.Team).Select(read => read.By)
            .Concat(everybody.Until(cancel).SelectMany(terms => terms.Reporting().Select(reporting => reporting.Days.Start))).Concat(more).Where(date => date > year.Start && date <= year.End).Distinct().Order()];
    }

    /// <summary>The days, in order.</summary>
    internal IReadOnlyList<LocalDate> Dates => dates;

    /// <summary>To whom a participant's credits roll up, span by span.</summary>
    internal ReportingSpan[] SpansOf(ParticipantTerms terms) =>
        [.. terms.Reporting().Select(reporting => new ReportingSpan(reporting.Manager, PlaceOf(reporting.Days.Start), PlaceOf(reporting.Days.End), reporting.Days))];

    /// <summary>The place of a day; −1 for the start of the year, which nothing precedes.</summary>
    internal int PlaceOf(LocalDate date) => dates.Length == 0 || date <= year.Start ? -1 : Array.BinarySearch(dates, LocalDate.Min(date, dates[^1]));
}

internal static class ReportingInYear
{
    extension(ParticipantTerms terms)
    {
        /// <summary>Whether a plan of the year asks for a team's credits.</summary>
        internal bool ReadsTeams => terms.Components.Any(component =>
            component.Component.Scope == CreditScope.Team || component.Component.PayScope == CreditScope.Team || component.Component.Asked.Any(asked => asked.Scope == CreditScope.Team)
            || component.Plan.Multipliers.Any(multiplier => multiplier.Multiplier.Asked.Any(asked => asked.Scope == CreditScope.Team)));

        /// <summary>The manager whose team the participant shares a year with: the first in it; null for nobody.</summary>
        internal string? TeamAtStart => terms.Reporting()[0].Manager;

        /// <summary>To whom the participant reports in the year: days without a gap, the first from its start and the last to its end.</summary>
        internal IReadOnlyList<(DateRange Days, string? Manager)> Reporting()
        {
            DateRange employed = terms.Participant.Employment.Intersect(terms.Year.Days);
            List<(DateRange Days, string? Manager)> spans = [];
            foreach ((DateRange days, string? manager) in terms.Participant.Managers.Within(employed))
            {
                if (spans.Count > 0 && spans[^1].Manager == manager)
                    spans[^1] = (new(spans[^1].Days.Start, days.End), manager);
                else
                    spans.Add((days, manager));
            }
            if (spans.Count == 0)
                return [(terms.Year.Days, terms.Participant.Managers.At(terms.Year.Start))];
            spans[0] = (new(terms.Year.Start, spans[0].Days.End), spans[0].Manager);
            spans[^1] = (new(spans[^1].Days.Start, terms.Year.End), spans[^1].Manager);
            return spans;
        }
    }
}
