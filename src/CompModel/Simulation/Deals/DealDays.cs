using NodaTime;

namespace CompModel;

/// <summary>How the days of deals fall on a year: running shares by day, that end at one; months as sales fall on them, and the days of a month alike.</summary>
internal static class DealDays
{
    /// <summary>
    /// From what is sold by a date; where only days in employment count, what falls on others is theirs in proportion. Null where nothing is sold.
    /// </summary>
    internal static double[]? Of(ParticipantTerms terms, Func<LocalDate, Rational> soldBy, DateRange counting)
    {
        PlanYear year = terms.Year;
        LocalDate[] knots = [.. year.Periods(Frequency.Monthly).Select(month => month.End).Append(year.Start)
            .Concat(new[] { counting.Start, counting.End }.Where(date => date > year.Start && date < year.End)).Distinct().Order()];
        var shares = new List<double>();
        for (int i = 1; i < knots.Length; i++)
        {
            var days = new DateRange(knots[i - 1], knots[i]);
            // Issued quotas are whole units, and may step back by one where days are few.
            double share = counting.Contains(days.Start) ? Math.Max(0, (soldBy(days.End) - soldBy(days.Start)).ToDouble()) / days.Days : 0;
            shares.AddRange(Enumerable.Repeat(share, days.Days));
        }
        return shares.Any(share => share > 0) ? Inversion.Cumulative(shares) : null;
    }
}
