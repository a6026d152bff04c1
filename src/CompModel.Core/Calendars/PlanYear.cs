using System.Globalization;
using NodaTime;

namespace CompModel;

/// <summary>
/// The year a plan runs for: the calendar year, twelve months from any first day, or 52 or 53 whole weeks. Cut into months, quarters and halves,
/// each boundary computed from the first day, never from the boundary before. Equal where first day, periods and name are.
/// <c>default</c> is the calendar year 1.
/// </summary>
public readonly record struct PlanYear
{
    private const int WeeksInYear = 52;

    // Zero for a year of months, so that default is one.
    private readonly WeekPattern pattern;

    // The month that takes a 53rd week; zero where there is none.
    private readonly byte extraWeekIn;

    // Zero where the name follows from the dates.
    private readonly short namedFor;

    private PlanYear(LocalDate start, WeekPattern pattern = 0, byte extraWeekIn = 0, short namedFor = 0)
    {
        Start = start;
        this.pattern = pattern;
        this.extraWeekIn = extraWeekIn;
        this.namedFor = namedFor;
    }

    /// <summary>The first day.</summary>
    public LocalDate Start { get; }

    /// <summary>The day after the last.</summary>
    public LocalDate End => MonthBoundary(12);

    /// <summary>All its days.</summary>
    public DateRange Days => new(Start, End);

    /// <summary>How the weeks of each quarter fall on its months; null for a year of calendar months.</summary>
    public WeekPattern? Pattern => pattern == 0 ? null : pattern;

    /// <summary>
    /// "2026" for a calendar year, "FY2027" for one that ends in 2027. A year of weeks is of the calendar year in which most of its last week
    /// lies, so that one that ends on Saturday 2 January 2027 is FY2026. <see cref="NamedFor"/> says otherwise.
    /// </summary>
    public string Name => namedFor == 0 && Pattern is null && Start is { Month: 1, Day: 1 }
        ? Start.Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"FY{(namedFor == 0 ? YearOfDates : namedFor)}");

    /// <summary>"12 months from 2026-02-01", "52 weeks (4-4-5) from 2026-02-01", "53 weeks (4-5-4, the 53rd in month 12) from 2023-01-29".</summary>
    public string Description => (Pattern, extraWeekIn) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"12 months from {Start:uuuu-MM-dd}"),
        ({ } weeks, 0) => string.Create(CultureInfo.InvariantCulture, $"{WeeksInYear} weeks ({weeks.Spelled}) from {Start:uuuu-MM-dd}"),
        ({ } weeks, var month) => string.Create(CultureInfo.InvariantCulture, $"{WeeksInYear + 1} weeks ({weeks.Spelled}, the 53rd in month {month}) from {Start:uuuu-MM-dd}"),
    };

    /// <summary>1 January to 31 December.</summary>
    public static PlanYear Calendar(int year) => new(new LocalDate(year, 1, 1));

    /// <summary>Twelve months from a first day: a fiscal year. Throws for a first day after the 28th, from which months have no fixed boundary.</summary>
    public static PlanYear Starting(LocalDate start) =>
        start.Day <= 28
            ? new PlanYear(start)
            : throw new ArgumentOutOfRangeException(nameof(start), start, "A plan year starts on one of the first 28 days of a month.");

    /// <summary>
    /// A year of whole weeks from any first day. Its months have the weeks of the pattern; a 53rd week goes to the end of <paramref name="extraWeekIn"/>,
    /// by default the last month, and moves what comes after it. Equal months of money therefore fall on months of unequal length: to have a week weigh
    /// the same in every month, plans use <c>Seasonality.Of(Frequency.Annual, 1)</c>. Throws unless <paramref name="weeks"/> is 52 or 53 and the
    /// month 1 to 12; the month changes nothing in a year of 52. To find the first day by a convention, see <see cref="WeekCalendar"/>.
    /// </summary>
    public static PlanYear Weeks(LocalDate start, WeekPattern pattern, int weeks = WeeksInYear, int extraWeekIn = 12)
    {
        if (!Enum.IsDefined(pattern))
            throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "The weeks of a quarter are 4-4-5, 4-5-4 or 5-4-4.");
        if (weeks is not (WeeksInYear or WeeksInYear + 1))
            throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "A year of weeks has 52 or 53.");
        if (extraWeekIn is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(extraWeekIn), extraWeekIn, "The 53rd week belongs to a month from 1 to 12.");
        return new(start, pattern, weeks == WeeksInYear ? (byte)0 : (byte)extraWeekIn);
    }

    /// <summary>
    /// The same days under another name: retailers call the year that starts in February 2026 FY2026. A year of another name is another year.
    /// Throws outside 1 to 9999.
    /// </summary>
    public PlanYear NamedFor(int year)
    {
        if (year is < 1 or > 9999)
            throw new ArgumentOutOfRangeException(nameof(year), year, "A fiscal year is named for a year from 1 to 9999.");
        return new(Start, pattern, extraWeekIn, year == YearOfDates ? (short)0 : (short)year);
    }

    /// <summary>The nth month, 1 to 12.</summary>
    public MeasurementPeriod Month(int number) => Period(Frequency.Monthly, number);

    /// <summary>The nth quarter, 1 to 4.</summary>
    public MeasurementPeriod Quarter(int number) => Period(Frequency.Quarterly, number);

    /// <summary>The nth half, 1 or 2.</summary>
    public MeasurementPeriod Half(int number) => Period(Frequency.SemiAnnual, number);

    /// <summary>The year as a period.</summary>
    public MeasurementPeriod Whole => Period(Frequency.Annual, 1);

    /// <summary>The nth period of a frequency, counted from 1. Throws outside 1 to the number of periods in a year.</summary>
    public MeasurementPeriod Period(Frequency frequency, int number) => new(this, frequency, number);

    /// <summary>All periods of a frequency, in order; together they are the year.</summary>
    public MeasurementPeriod[] Periods(Frequency frequency)
    {
        PlanYear year = this;
        return [.. Enumerable.Range(1, (int)frequency).Select(number => year.Period(frequency, number))];
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The day on which the nth month has just ended; for 0 the first day.</summary>
    internal LocalDate MonthBoundary(int months)
    {
        if (Pattern is not { } weeks)
            return Start.PlusMonths(months);
        int extra = extraWeekIn > 0 && months >= extraWeekIn ? 1 : 0;
        return Start.PlusWeeks(weeks.WeeksThrough(months) + extra);
    }

    // The fourth day of seven is on the side of most of them.
    private int YearOfDates => End.PlusDays(Pattern is null ? -1 : -4).Year;
}
