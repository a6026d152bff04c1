using NodaTime;

namespace CompModel;

/// <summary>
/// The plan years that total pay is told for, one after another, and how time runs in them: from the opening of the first day, a plan year is one year, a month
/// of it a twelfth, and days count evenly inside a month. What happens on a day counts at its close, so that pay for a year of which the first day opens at 0
/// counts at exactly 1, and shares that vest on the last day of a quarter at a multiple of ¼.
/// </summary>
internal sealed class PayHorizon
{
    // Draws have room for 128.
    private const int Most = 100;

    private readonly PlanYear[] years;

    /// <summary>Throws unless there are 1 to 100 years, each of which starts where the one before ends.</summary>
    internal PayHorizon(IReadOnlyList<PlanYear> years)
    {
        if (years.Count is < 1 or > Most)
            throw new ArgumentException($"Total pay is told for 1 to {Most} plan years, not {years.Count}.", nameof(years));
        for (int i = 1; i < years.Count; i++)
        {
            if (years[i].Start != years[i - 1].End)
                throw new ArgumentException(FormattableString.Invariant($"Plan years follow each other: after {years[i - 1].Name}, which ends before {years[i - 1].End:uuuu-MM-dd}, comes one that starts then, not on {years[i].Start:uuuu-MM-dd}."), nameof(years));
        }
        this.years = [.. years];
        Days = new(years[0].Start, years[^1].End);
    }

    internal IReadOnlyList<PlanYear> Years => years;

    /// <summary>From the first day of the first year to the last of the last.</summary>
    internal DateRange Days { get; }

    /// <summary>The time at which a day opens, or the one before it closes, in years. The day is one of the horizon, or the one after it.</summary>
    internal Rational Opening(LocalDate day)
    {
        int year = Array.FindIndex(years, its => its.Days.Contains(day));
        if (year < 0)
            return years.Length;
        DateRange month = years[year].Periods(Frequency.Monthly).Select(its => its.Days).First(days => days.Contains(day));
        int number = years[year].Periods(Frequency.Monthly).Count(its => its.End <= day);
        return year + ((number + ((Rational)Period.DaysBetween(month.Start, day) / month.Days)) / 12);
    }

    /// <summary>The days on which shares vest, in order, each once: of tranches that vest in the horizon and on a day of employment.</summary>
    internal Vest[] Vests(IEnumerable<Grant> grants, DateRange employment) =>
    [
        .. grants.SelectMany(grant => grant.Tranches())
            .Where(tranche => Days.Contains(tranche.Vests) && employment.Contains(tranche.Vests))
            .GroupBy(tranche => tranche.Vests).OrderBy(day => day.Key)
            .Select(day => new Vest(
                day.Key.PlusDays(1), Array.FindIndex(years, year => year.Days.Contains(day.Key)), Opening(day.Key.PlusDays(1)),
                day.Aggregate(Rational.Zero, (sum, tranche) => sum + tranche.Shares))),
    ];
}

/// <summary>Shares that vest on a day.</summary>
/// <param name="Next">The day after.</param>
/// <param name="Year">The place of its plan year.</param>
/// <param name="Time">The time at which the day closes, in years.</param>
/// <param name="Shares">The number of shares, of all grants.</param>
internal readonly record struct Vest(LocalDate Next, int Year, Rational Time, Rational Shares);
