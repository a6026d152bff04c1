using NodaTime;
using NodaTime.Text;

namespace CompModel;

/// <summary>
/// A half-open span of days: <see cref="Start"/> belongs to it, <see cref="End"/> does not, so that spans laid end to end neither overlap nor gap
/// (NodaTime's <c>DateInterval</c> includes its end). May be empty. <c>default</c> is empty. An end before the start throws.
/// </summary>
public readonly record struct DateRange
{
    /// <summary>The days from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public DateRange(LocalDate start, LocalDate end)
    {
        if (end < start)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"A range that starts on {start:uuuu-MM-dd} ends on that day or later.");
        Start = start;
        End = end;
    }

    /// <summary>The week that holds a day, when weeks close on a given weekday, their last. Throws unless that is one from Monday to Sunday.</summary>
    public static DateRange WeekOf(LocalDate date, IsoDayOfWeek closes)
    {
        if (closes is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentOutOfRangeException(nameof(closes), closes, "A week closes on a weekday from Monday to Sunday.");
        LocalDate end = date.With(DateAdjusters.NextOrSame(closes)).PlusDays(1);
        return new(end.PlusDays(-7), end);
    }

    /// <summary>The first day.</summary>
    public LocalDate Start { get; }

    /// <summary>The day after the last.</summary>
    public LocalDate End { get; }

    /// <summary>Number of days.</summary>
    public int Days => Period.DaysBetween(Start, End);

    /// <summary>Whether there is no day in it.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Whether a day belongs to the range.</summary>
    public bool Contains(LocalDate date) => Start <= date && date < End;

    /// <summary>The days of both ranges; empty where they do not meet.</summary>
    public DateRange Intersect(DateRange other)
    {
        LocalDate start = LocalDate.Max(Start, other.Start), end = LocalDate.Min(End, other.End);
        return new(start, LocalDate.Max(start, end));
    }

    /// <summary>"2026-01-01 to 2026-03-31", both days included.</summary>
    public override string ToString() =>
        IsEmpty ? "no day" : $"{LocalDatePattern.Iso.Format(Start)} to {LocalDatePattern.Iso.Format(End.PlusDays(-1))}";
}
