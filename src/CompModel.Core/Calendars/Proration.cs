using NodaTime;

namespace CompModel;

/// <summary>What a part of a year in a plan counts for.</summary>
public enum Proration
{
    /// <summary>By calendar days inside each month, quarter or half that has a weight: the default.</summary>
    ByDays,

    /// <summary>By whole months of the plan year: a month that is active on at least half of its days counts whole, any other not at all.</summary>
    ByWholeMonths,

    /// <summary>Not at all: whoever was active on any day has the whole year's quota and target.</summary>
    None,
}

internal static class ProrationRules
{
    extension(Proration proration)
    {
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
    }
}
