using NodaTime;

namespace CompModel;

/// <summary>What of a participant's credits is read: a measure and scope, credited to date by a day.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Scope">Whose credits.</param>
/// <param name="From">The first day that counts: the start of the year, but for a score.</param>
/// <param name="By">The first day that does not.</param>
/// <param name="Asked">For a score what its days ask, 1 or a sum of ones; zero for what adds up from the start of the year.</param>
internal readonly record struct CreditRead(Measure Measure, CreditScope Scope, LocalDate From, LocalDate By, Rational Asked);

/// <summary>The credits of some days as a difference of two reads by their places; the start is −1 where the days begin with the year.</summary>
internal readonly record struct ReadSpan(int Start, int End)
{
    /// <summary>Nothing.</summary>
    internal static ReadSpan Nothing => new(-1, -1);
}

/// <summary>
/// Collects what a participant's plan reads of credits while it is compiled, each read once. Simulation then fills one array of a tile for each,
/// and kernels look at differences of them.
/// </summary>
internal sealed class CreditReads(ParticipantTerms terms)
{
    private readonly Dictionary<CreditRead, int> places = [];

    /// <summary>Every read, by its place.</summary>
    internal IEnumerable<CreditRead> InOrder => places.OrderBy(read => read.Value).Select(read => read.Key);

    /// <summary>
    /// The credits of some days. <paramref name="asked"/> is the quota of a score on them, which is a judgement of the days and not a sum; who is not there is not judged.
    /// What is credited to a team outside the manager's employment is not the manager's.
    /// </summary>
    internal ReadSpan Of(Measure measure, CreditScope scope, DateRange days, Rational asked)
    {
        days = scope == CreditScope.Team ? days.Intersect(terms.Participant.Employment) : days;
        if (days.IsEmpty)
            return ReadSpan.Nothing;
        if (measure.IsScore)
            return asked.Sign == 0 || days.Intersect(terms.Active).IsEmpty ? ReadSpan.Nothing : new(-1, PlaceOf(new(measure, scope, days.Start, days.End, asked)));
        return new(days.Start <= terms.Year.Start ? -1 : ToDate(measure, scope, days.Start), ToDate(measure, scope, days.End));
    }

    private int ToDate(Measure measure, CreditScope scope, LocalDate by) => PlaceOf(new(measure, scope, terms.Year.Start, by, Rational.Zero));

    private int PlaceOf(in CreditRead read)
    {
        if (!places.TryGetValue(read, out int place))
            places.Add(read, place = places.Count);
        return place;
    }
}
