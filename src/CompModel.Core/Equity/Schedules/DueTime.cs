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
        // A month's end that another month lacks ends no whole month.
        return At is not VestingTime.Days && months > 0 && span.Start.PlusMonths(months) == span.End && span.Start.Day == span.End.Day
            ? this with { MovedMonths = MovedMonths + months }
            : this with { MovedDays = MovedDays + span.Days };
    }

    /// <summary>So many steps beyond this one, at the pace of the last two of some times as they were before any leave; a single one is its own pace.</summary>
    internal DueTime Beyond(IEnumerable<DueTime> paced, int steps)
    {
        DueTime[] own = [.. paced.Where(due => due.Start == Start && due.At.GetType() == At.GetType())];
        if (At is VestingTime.Months)
        {
            int[] counts = [.. own.Select(due => ((VestingTime.Months)due.At).Count).Distinct().Order()];
            int pace = counts.Length > 1 ? counts[^1] - counts[^2] : Math.Max(1, counts[0]);
            return this with { MovedMonths = MovedMonths + (steps * pace) };
        }
        LocalDate[] dates = [.. own.Select(due => due.At.From(due.Start, due.Day)).Distinct().Order()];
        int days = dates.Length > 1 ? Period.DaysBetween(dates[^2], dates[^1]) : Math.Max(1, Period.DaysBetween(Start, dates[0]));
        return this with { MovedDays = MovedDays + (steps * days) };
    }
}
