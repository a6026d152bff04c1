using NodaTime;
using NodaTime.Text;

namespace CompModel;

/// <summary>
/// When an installment or a cliff is due: so many months or days after the vesting start, or on a date of its own.
/// One of <see cref="Months"/>, <see cref="Days"/>, <see cref="On"/>; there are no others.
/// Unlike a date it becomes one only with a vesting start; unlike <c>Period</c> of NodaTime it has one unit and one range.
/// </summary>
public abstract record VestingTime
{
    private VestingTime()
    {
    }

    /// <summary>The vesting start itself: zero months after it. As a cliff it holds nothing back.</summary>
    public static VestingTime AtStart { get; } = new Months(0);

    /// <summary>The date, given the vesting start; the day rule bears on months alone.</summary>
    public LocalDate From(LocalDate start, VestingDay day = default) => this switch
    {
        Months months => day.After(start, months.Count),
        Days days => start.PlusDays(days.Count),
        On on => on.Date,
        _ => throw new InvalidOperationException($"Unknown vesting time {this}."),
    };

    // Whether this lies before the other wherever the start is; only times of one kind can say so.
    internal bool IsBefore(VestingTime other) => (this, other) switch
    {
        (Months a, Months b) => a.Count < b.Count,
        (Days a, Days b) => a.Count < b.Count,
        (On a, On b) => a.Date < b.Date,
        _ => throw new ArgumentException(
            $"A schedule counts in months, in days or by dates, not in two of them: {this} and {other} have no order without a start."),
    };

    /// <summary>A number of months after the vesting start, 0 to 1,200; the day is a <see cref="VestingDay"/>.</summary>
    public sealed record Months : VestingTime
    {
        internal const int Most = 1_200;

        /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> outside 0 to 1,200 (a hundred years).</summary>
        public Months(int count) => Count = count is >= 0 and <= Most
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), count, "A vesting time is from 0 to 1,200 months after the start.");

        /// <summary>The months after the start.</summary>
        public int Count { get; }

        /// <summary>"12 months".</summary>
        public override string ToString() => FormattableString.Invariant($"{Count} months");
    }

    /// <summary>A number of days after the vesting start, 0 to 36,525.</summary>
    public sealed record Days : VestingTime
    {
        internal const int Most = 36_525;

        /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> outside 0 to 36,525 (a hundred years).</summary>
        public Days(int count) => Count = count is >= 0 and <= Most
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), count, "A vesting time is from 0 to 36,525 days after the start.");

        /// <summary>The days after the start.</summary>
        public int Count { get; }

        /// <summary>"90 days".</summary>
        public override string ToString() => FormattableString.Invariant($"{Count} days");
    }

    /// <summary>A date of the ISO calendar, whatever the vesting start.</summary>
    public sealed record On : VestingTime
    {
        /// <summary>Throws <see cref="ArgumentException"/> for a date of another calendar.</summary>
        public On(LocalDate date) => Date = date.Calendar == CalendarSystem.Iso
            ? date
            : throw new ArgumentException($"A vesting date is of the ISO calendar; {date} is of {date.Calendar}.", nameof(date));

        /// <summary>The date.</summary>
        public LocalDate Date { get; }

        /// <summary>"2026-03-01".</summary>
        public override string ToString() => LocalDatePattern.Iso.Format(Date);
    }
}
