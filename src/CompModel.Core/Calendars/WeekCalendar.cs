using NodaTime;

namespace CompModel;

/// <summary>
/// A company's calendar of 52- and 53-week years: every year ends on the same weekday, the last of a month or the one nearest to the month's end,
/// and has 53 weeks where that takes them. Those two conventions are what United States tax law lets a company choose from
/// (Internal Revenue Code § 441(f); 26 CFR 1.441-2(a)). A <see cref="PlanYear"/> is one year of it. Equal where all its rules are.
/// </summary>
public sealed record WeekCalendar
{
    private readonly int latest;

    private WeekCalendar(IsoDayOfWeek day, int month, int latest, WeekPattern pattern, int extraWeekIn, bool namedForStart)
    {
        LastWeekday = day;
        Month = month;
        this.latest = latest;
        Pattern = pattern;
        ExtraWeekIn = extraWeekIn;
        IsNamedForStart = namedForStart;
    }

    /// <summary>
    /// 4-5-4 years that end on the Saturday nearest to 31 January, a 53rd week in the last month, named for the year they start in: the calendar of
    /// the National Retail Federation (nrf.com/resources/4-5-4-calendar), with 53 weeks in 2012, 2017 and 2023.
    /// </summary>
    public static WeekCalendar Retail { get; } = EndingNearest(IsoDayOfWeek.Saturday, 1, WeekPattern.FourFiveFour).NamedForStart();

    /// <summary>The weekday on which every year ends.</summary>
    public IsoDayOfWeek LastWeekday { get; }

    /// <summary>The month, 1 to 12, at whose end years end.</summary>
    public int Month { get; }

    /// <summary>How the weeks of a quarter fall on its months.</summary>
    public WeekPattern Pattern { get; }

    /// <summary>The month of the year, 1 to 12, that takes a 53rd week.</summary>
    public int ExtraWeekIn { get; }

    /// <summary>Whether years are named for the calendar year they start in, not the one they end in.</summary>
    public bool IsNamedForStart { get; }

    /// <summary>Years that end on the last such weekday of a calendar month: up to six days before the month's end, never after it.</summary>
    public static WeekCalendar EndingOnLast(IsoDayOfWeek day, int month, WeekPattern pattern) => Checked(day, month, 0, pattern);

    /// <summary>Years that end on such a weekday nearest to the end of a calendar month: up to three days before or after it.</summary>
    public static WeekCalendar EndingNearest(IsoDayOfWeek day, int month, WeekPattern pattern) => Checked(day, month, 3, pattern);

    /// <summary>A copy whose 53rd week goes to the end of another month, 1 to 12; the default is the last. Throws outside.</summary>
    public WeekCalendar WithExtraWeekIn(int month) =>
        month is >= 1 and <= 12
            ? new(LastWeekday, Month, latest, Pattern, month, IsNamedForStart)
            : throw new ArgumentOutOfRangeException(nameof(month), month, "The 53rd week belongs to a month from 1 to 12.");

    /// <summary>A copy whose years are named for the calendar year they start in. Where years end with December that is the one they end in.</summary>
    public WeekCalendar NamedForStart() => new(LastWeekday, Month, latest, Pattern, ExtraWeekIn, true);

    /// <summary>The year of a number: with all its days, 52 or 53 weeks, and named for that number. Throws outside 1 to 9990.</summary>
    public PlanYear Year(int number)
    {
        if (number is < 1 or > 9990)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A fiscal year has a number from 1 to 9990.");
        int endsIn = IsNamedForStart && Month < 12 ? number + 1 : number;
        LocalDate start = LastDay(endsIn - 1).PlusDays(1), end = LastDay(endsIn).PlusDays(1);
        return PlanYear.Weeks(start, Pattern, new DateRange(start, end).Days / 7, ExtraWeekIn).NamedFor(number);
    }

    private static WeekCalendar Checked(IsoDayOfWeek day, int month, int latest, WeekPattern pattern)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentOutOfRangeException(nameof(day), day, "A year of weeks ends on a weekday from Monday to Sunday.");
        if (month is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(month), month, "A year of weeks ends with a month from 1 to 12.");
        if (!Enum.IsDefined(pattern))
            throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "The weeks of a quarter are 4-4-5, 4-5-4 or 5-4-4.");
        return new(day, month, latest, pattern, 12, false);
    }

    // The last such weekday on or before the latest day allowed.
    private LocalDate LastDay(int calendarYear) =>
        new LocalDate(calendarYear, Month, 1).With(DateAdjusters.EndOfMonth).PlusDays(latest).With(DateAdjusters.PreviousOrSame(LastWeekday));
}
