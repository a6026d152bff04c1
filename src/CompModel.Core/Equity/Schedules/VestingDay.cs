using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>
/// The day of the month on which a schedule that counts in months vests: the day of the vesting start (the default), the day before that,
/// or a numbered day. A day that a month lacks is the last day of that month. The rules are those of Open Cap Format
/// (VestingDayOfMonth: VESTING_START_DAY_OR_LAST_DAY_OF_MONTH, VESTING_START_DAY_MINUS_ONE, 01 to 28, 29/30/31_OR_LAST_DAY_OF_MONTH).
/// Unlike <see cref="VestingTime"/> it says nothing of the month. <c>default</c> is <see cref="OfStart"/>.
/// </summary>
public readonly record struct VestingDay
{
    private const int BeforeStart = -1;

    // 0: the start's day. −1: the day before. 1 to 31: that day, or the last of the month.
    private readonly int day;

    private VestingDay(int day) => this.day = day;

    /// <summary>The day of the vesting start: a start on the 31st vests on 28 or 29 February and on 31 March.</summary>
    public static VestingDay OfStart => default;

    /// <summary>The day before the one <see cref="OfStart"/> names: a start on 1 January vests on 31 January, and on 28 or 29 February.</summary>
    public static VestingDay OfStartMinusOne => new(BeforeStart);

    /// <summary>The first of the month.</summary>
    public static VestingDay First => new(1);

    /// <summary>The last of the month; the same as <c>OfMonth(31)</c>.</summary>
    public static VestingDay Last => new(31);

    /// <summary>
    /// A numbered day, 1 to 31, or the last day of a month that lacks it.
    /// Throws <see cref="ArgumentOutOfRangeException"/> for any other number.
    /// </summary>
    public static VestingDay OfMonth(int day) =>
        day is >= 1 and <= 31
            ? new(day)
            : throw new ArgumentOutOfRangeException(nameof(day), day, "A day of the month is from 1 to 31.");

    /// <summary>
    /// The vesting date a number of months after a start, counted from the start itself and never from the date before, so that nothing drifts.
    /// After 0 months that is the start, whatever the rule; after n it lies in the nth month after the start's
    /// (<see cref="OfStartMinusOne"/> may name the last day of the month before). Throws for months below zero.
    /// </summary>
    public LocalDate After(LocalDate start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        LocalDate sameDay = start.PlusMonths(months);
        if (months == 0 || day == 0)
            return sameDay;
        if (day == BeforeStart)
            return sameDay.PlusDays(-1);
        int last = sameDay.Calendar.GetDaysInMonth(sameDay.Year, sameDay.Month);
        return sameDay.PlusDays(Math.Min(day, last) - sameDay.Day);
    }

    /// <summary>"start", "start minus one", "last" or the number: what stands behind <c>day</c> in the text of a schedule.</summary>
    public override string ToString() => day switch
    {
        0 => "start",
        BeforeStart => "start minus one",
        31 => "last",
        _ => day.ToString(CultureInfo.InvariantCulture),
    };
}
