using NodaTime;

namespace CompModel;

/// <summary>
/// A vesting time with the day it counts from, and how far leaves have moved it: months are added to its own before the date is taken, so that a moved date
/// drifts as little as any other.
/// </summary>
internal sealed record DueTime(LocalDate Start, VestingTime At, VestingDay Day, int MovedMonths = 0, int MovedDays = 0)
{
    /// <summary>The date.</summary>
    internal LocalDate Date => At switch
    {
        VestingTime.Months months => Day.After(Start, months.Count + MovedMonths),
        _ => At.From(Start, Day).PlusMonths(MovedMonths),
    } is var date && MovedDays == 0 ? date : date.PlusDays(MovedDays);

    /// <summary>Later by a span of days, in whole months where it is so many.</summary>
    internal DueTime Later(DateRange span)
    {
        int months = (12 * (span.End.Year - span.Start.Year)) + span.End.Month - span.Start.Month;
        return At is not VestingTime.Days && months > 0 && span.Start.PlusMonths(months) == span.End
            ? this with { MovedMonths = MovedMonths + months }
            : this with { MovedDays = MovedDays + span.Days };
    }

    /// <summary>So many steps after the last two of a schedule: in its own months or days.</summary>
    internal static DueTime Beyond(DueTime? before, DueTime last, int steps)
    {
        if (last.At is VestingTime.Months end)
        {
            int step = before is { At: VestingTime.Months other } && before.Start == last.Start && other.Count < end.Count ? end.Count - other.Count : Math.Max(1, end.Count);
            return last with { MovedMonths = last.MovedMonths + (steps * step) };
        }
        int days = before is null || before.Date == last.Date ? Math.Max(1, Period.DaysBetween(last.Start, last.Date)) : Period.DaysBetween(before.Date, last.Date);
        return last with { MovedDays = last.MovedDays + (steps * days) };
    }
}
