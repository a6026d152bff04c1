using NodaTime;

namespace CompModel;

/// <summary>
/// A security's Brownian motion in one plan quarter: its end from its start, then the month ends and days that are asked for between them. A quarter's months and
/// a month's days are cut by one tree whatever is asked for, and each place in it has a draw of its own; so the path at a date does not depend on which others
/// are looked at, and is the same for everybody in a trial. Places are filled as bridges: exact, and a quarter without dates inside costs one draw.
/// </summary>
internal sealed class PriceQuarter
{
    // Of a draw's index: quarter, then 256 places in it. Place 0 is the quarter's end, 1 and 2 are month ends, and each month has 64 for a tree over its days.
    private const int PlacesInQuarter = 256, PlacesInMonth = 64;

    private readonly Dictionary<LocalDate, int> rows = [];
    private readonly List<PriceStep> steps = [];
    private readonly DateRange[] months;
    private readonly int number;

    /// <summary>A quarter of a plan year, 1 to 4, by its number in the horizon, from 0.</summary>
    internal PriceQuarter(PlanYear year, int quarter, int number)
    {
        this.number = number;
        months = [.. year.Periods(Frequency.Monthly).Skip(3 * (quarter - 1)).Take(3).Select(month => month.Days)];
        rows.Add(months[0].Start, 0);
        Add(months[2].End, new PriceStep(Draw(0), 0, 0, 0, 0.5));
    }

    /// <summary>The row of the path at the quarter's start.</summary>
    internal const int Start = 0;

    /// <summary>The row at its end.</summary>
    internal const int End = 1;

    /// <summary>How the rows follow from each other, in order; the first is of row 1.</summary>
    internal IReadOnlyList<PriceStep> Steps => steps;

    /// <summary>The row of the path at the opening of a day of the quarter, or of the day after it.</summary>
    internal int RowOf(LocalDate day)
    {
        if (rows.TryGetValue(day, out int row))
            return row;
        int month = Array.FindIndex(months, its => its.Contains(day));
        int start = month == 0 ? Start : MonthEnd(month - 1), end = MonthEnd(month);
        if (rows.TryGetValue(day, out row))
            return row;
        return Between(day, months[month], start, end, PlacesInMonth * (month + 1), 1, months[month].Days);
    }

    // The first month's end lies between the quarter's ends, the second's between that and the quarter's end.
    private int MonthEnd(int month)
    {
        if (rows.TryGetValue(months[month].End, out int row))
            return row;
        int before = month == 0 ? Start : MonthEnd(month - 1);
        return Add(months[month].End, Bridge(Draw(month + 1), before, End, (Rational)1 / (3 - month), (Rational)(3 - month) / 12));
    }

    // Halves a span of days until the day is a middle. Each half is a place of the tree: those of place n are 2n and 2n + 1.
    private int Between(LocalDate day, DateRange span, int start, int end, int tree, int place, int monthDays)
    {
        int half = span.Days / 2;
        LocalDate middle = span.Start.PlusDays(half);
        if (!rows.TryGetValue(middle, out int row))
            row = Add(middle, Bridge(Draw(tree + place), start, end, (Rational)half / span.Days, (Rational)span.Days / (12 * monthDays)));
        return day == middle ? row
            : day < middle ? Between(day, new(span.Start, middle), start, row, tree, 2 * place, monthDays)
            : Between(day, new(middle, span.End), row, end, tree, (2 * place) + 1, monthDays);
    }

    // Between two values a Brownian motion is normal about the line that joins them, with variance share·(1 − share)·length.
    private static PriceStep Bridge(int draw, int from, int to, Rational share, Rational length) =>
        new(draw, from, to, share.ToDouble(), Math.Sqrt((share * (1 - share) * length).ToDouble()));

    private int Draw(int place) => (number * PlacesInQuarter) + place;

    private int Add(LocalDate day, PriceStep step)
    {
        rows.Add(day, rows.Count);
        steps.Add(step);
        return rows.Count - 1;
    }
}

/// <summary>A row of the path: from + share·(to − from) + spread·z, where z is the normal variate of a draw.</summary>
internal readonly record struct PriceStep(int Draw, int From, int To, double Share, double Spread);
