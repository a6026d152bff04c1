using NodaTime;

namespace CompModel;

/// <summary>What a part of a year in a plan counts for.</summary>
public enum Proration
{
    /// <summary>By calendar days inside each month, quarter or half that has a weight: the default.</summary>
    ByDays,

    /// <summary>
    /// By whole months of the plan year: a month that is active on at least half of its days counts whole, any other not at all. Months of one weight count alike, a third
    /// of their quarter's each; in a year of weeks, where they are of four or five, by their weeks.
    /// </summary>
    ByWholeMonths,

    /// <summary>Not at all: whoever was active on any day has the whole year's quota and target.</summary>
    None,
}

internal static class ProrationRules
{
    extension(Proration proration)
    {
        /// <summary>How annual amounts fall on the year under the rule: whole months share the weight of their quarter, half or year evenly.</summary>
        internal Seasonality Falling(Seasonality seasonality, PlanYear year) =>
            proration == Proration.ByWholeMonths && year.Pattern is null ? seasonality.ByMonths() : seasonality;

        /// <summary>The span that counts for a participant who was active on the days of <paramref name="active"/>.</summary>
        internal DateRange Counting(PlanYear year, DateRange active)
        {
            if (active.IsEmpty)
                return active;
            if (proration == Proration.None)
                return year.Days;
            if (proration == Proration.ByDays)
                return active;
            DateRange[] whole = [.. year.Periods(Frequency.Monthly).Select(month => month.Days).Where(month => 2 * month.Intersect(active).Days >= month.Days)];
            return whole.Length == 0 ? new(active.Start, active.Start) : new(whole[0].Start, whole[^1].End);
        }

        /// <summary>
        /// The spans that count, in order, for a participant who was active but for some days away, in order: by days those are cut out, a whole month counts by the days
        /// that are left of it, and without proration nothing is lost.
        /// </summary>
        internal IEnumerable<DateRange> Counting(PlanYear year, DateRange active, IReadOnlyList<DateRange> away)
        {
            if (away.Count == 0 || active.IsEmpty || proration == Proration.None)
                return [proration.Counting(year, active)];
            IEnumerable<DateRange> there = Without(active, away);
            if (proration == Proration.ByDays)
                return there;
            DateRange[] days = [.. there];
            return year.Periods(Frequency.Monthly).Select(month => month.Days).Where(month => 2 * days.Sum(span => month.Intersect(span).Days) >= month.Days);
        }
    }

    private static IEnumerable<DateRange> Without(DateRange span, IReadOnlyList<DateRange> away)
    {
        LocalDate start = span.Start;
        foreach (DateRange gone in away.Select(days => days.Intersect(span)).Where(days => !days.IsEmpty))
        {
            if (gone.Start > start)
                yield return new(start, gone.Start);
            start = gone.End;
        }
        if (start < span.End)
            yield return new(start, span.End);
    }
}
