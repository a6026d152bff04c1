using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>
/// When what a period earned is paid: a rule that counts from the day on which the period closes, its last, and what becomes of dates that fall on a
/// day off. A pay date is always after the period has closed, and a later period is never paid before an earlier one. Immutable; knows nothing of
/// amounts: what is earned never depends on it.
/// </summary>
public sealed class PayCalendar
{
    private readonly Rule rule;
    private readonly BusinessCalendar business;

    private PayCalendar(Rule rule, DayOffMove move, BusinessCalendar business)
    {
        this.rule = rule;
        this.business = business;
        Move = move;
    }

    private PayCalendar(Rule rule)
        : this(rule, DayOffMove.Back, BusinessCalendar.MondayToFriday)
    {
    }

    /// <summary>Where dates go that fall on a day off; by default back.</summary>
    public DayOffMove Move { get; }

    /// <summary>The nth business day after the period closes, from 1. Throws below.</summary>
    public static PayCalendar BusinessDays(int count) => new(new Rule.OfBusinessDays(AtLeastOne(count, nameof(count))));

    /// <summary>The nth such weekday after the period closes, by default the first; a period that closes on that weekday is paid a week later. Throws below 1.</summary>
    public static PayCalendar Weekday(IsoDayOfWeek day, int count = 1) =>
        day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
            ? new(new Rule.OfWeekday(day, AtLeastOne(count, nameof(count))))
            : throw new ArgumentOutOfRangeException(nameof(day), day, "A weekday is one from Monday to Sunday.");

    /// <summary>
    /// A day of the nth calendar month after the one in which the period closes, by default the next; the last day of months that are shorter, so
    /// that 31 is the end of every month. Throws outside 1 to 31, and below 1 month.
    /// </summary>
    public static PayCalendar DayOfMonth(int day, int months = 1) =>
        day is >= 1 and <= 31
            ? new(new Rule.OfMonth(day, AtLeastOne(months, nameof(months))))
            : throw new ArgumentOutOfRangeException(nameof(day), day, "A day of a month is one from 1 to 31.");

    /// <summary>The first of a list of dates after the period closes. Throws unless there is one, and they are in order.</summary>
    public static PayCalendar Dates(params IEnumerable<LocalDate> dates)
    {
        LocalDate[] list = [.. dates];
        if (list.Length == 0)
            throw new ArgumentException("A pay calendar has at least one date.", nameof(dates));
        for (int i = 1; i < list.Length; i++)
        {
            if (list[i] <= list[i - 1])
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Pay dates come in order; {list[i]:uuuu-MM-dd} stands after {list[i - 1]:uuuu-MM-dd}."), nameof(dates));
        }
        return new(new Rule.OfList(list));
    }

    /// <summary>A copy that moves dates from days off elsewhere. Throws where <paramref name="move"/> is not defined.</summary>
    public PayCalendar Moving(DayOffMove move) =>
        Enum.IsDefined(move)
            ? new(rule, move, business)
            : throw new ArgumentOutOfRangeException(nameof(move), move, "A date on a day off moves back, forward or not at all.");

    /// <summary>A copy in which these dates, beside those there already, are no business days. Which days they are is an input: bank holidays differ by country and year.</summary>
    public PayCalendar WithHolidays(params IEnumerable<LocalDate> dates) => new(rule, Move, business.WithHolidays(dates));

    /// <summary>A copy with another weekend than Saturday and Sunday; none is allowed. Throws for a whole week.</summary>
    public PayCalendar WithWeekend(params IEnumerable<IsoDayOfWeek> days) => new(rule, Move, business.WithWeekend(days));

    /// <summary>Whether a day is neither of the weekend nor a holiday.</summary>
    public bool IsBusinessDay(LocalDate date) => business.IsBusinessDay(date);

    /// <summary>The day on which a period is paid.</summary>
    public LocalDate PayDate(MeasurementPeriod period) => PayDate(period.Days);

    /// <summary>The day on which what was earned in a span is paid. Throws for an empty span, and where the list of dates does not reach that far.</summary>
    public LocalDate PayDate(DateRange days)
    {
        if (days.IsEmpty)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A span without a day closes on none; this one is empty on {days.Start:uuuu-MM-dd}."), nameof(days));
        LocalDate closes = days.End.PlusDays(-1), date = rule.After(closes, business);
        if (Move == DayOffMove.None || IsBusinessDay(date))
            return date;
        LocalDate before = business.OnOrBefore(date);
        return Move == DayOffMove.Back && before > closes ? before : business.OnOrAfter(date);
    }

    /// <summary>"the 5th business day after a period closes".</summary>
    public override string ToString() => rule.ToString();

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "A pay date is after the period has closed: count from 1.");

    private abstract record Rule
    {
        private Rule()
        {
        }

        internal abstract LocalDate After(LocalDate closes, BusinessCalendar business);

        private static string Nth(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}{(count % 10, count / 10 % 10) switch
        {
            (1, not 1) => "st",
            (2, not 1) => "nd",
            (3, not 1) => "rd",
            _ => "th",
        }}");

        internal sealed record OfBusinessDays(int Count) : Rule
        {
            internal override LocalDate After(LocalDate closes, BusinessCalendar business) => business.After(closes, Count);

            public override string ToString() => $"the {Nth(Count)} business day after a period closes";
        }

        internal sealed record OfWeekday(IsoDayOfWeek Day, int Count) : Rule
        {
            internal override LocalDate After(LocalDate closes, BusinessCalendar business) => closes.Next(Day).PlusWeeks(Count - 1);

            public override string ToString() => $"the {Nth(Count)} {Day} after a period closes";
        }

        internal sealed record OfMonth(int Day, int Months) : Rule
        {
            internal override LocalDate After(LocalDate closes, BusinessCalendar business)
            {
                LocalDate month = closes.With(DateAdjusters.StartOfMonth).PlusMonths(Months), last = month.With(DateAdjusters.EndOfMonth);
                return LocalDate.Min(month.PlusDays(Day - 1), last);
            }

            public override string ToString() => $"day {Day} of the {Nth(Months)} month after a period closes";
        }

        internal sealed record OfList(LocalDate[] Dates) : Rule
        {
            internal override LocalDate After(LocalDate closes, BusinessCalendar business)
            {
                foreach (LocalDate date in Dates)
                {
                    if (date > closes)
                        return date;
                }
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The list of pay dates ends with {Dates[^1]:uuuu-MM-dd}; a period closes on {closes:uuuu-MM-dd}, on that day or later."));
            }

            public override string ToString() => $"the next of {Dates.Length} pay dates after a period closes";
        }
    }
}
