using NodaTime;

namespace CompModel;

/// <summary>
/// Grants that an offer promises for later: shares, or a value that becomes shares at the price of the grant date, on a date or on each anniversary of the start from a stated year on.
/// Whole shares, rounded down: what a value does not buy is not granted, and a grant of no share is none. Each vests by a schedule from its own date. Unlike a
/// <see cref="Grant"/> it is not granted yet. Immutable.
/// </summary>
public sealed class Refresher
{
    private readonly LocalDate? on;
    private readonly int fromYear, throughYear;
    private readonly long shares;

    private Refresher(LocalDate? on, int fromYear, int throughYear, long shares, Money? value, VestingSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (value is null && shares < 1)
            throw new ArgumentOutOfRangeException(nameof(shares), shares, "A refresher is of at least one share.");
        if (value is { Value: <= 0 })
            throw new ArgumentOutOfRangeException(nameof(value), value, "The value of a refresher is above zero.");
        if (on is null && (fromYear is < 1 or > 50))
            throw new ArgumentOutOfRangeException(nameof(fromYear), fromYear, "Refreshers come on anniversaries from the 1st to the 50th.");
        if (on is null && throughYear < fromYear)
            throw new ArgumentOutOfRangeException(nameof(throughYear), throughYear, $"Refreshers from year {fromYear} on end in that year or later.");
        (this.on, this.fromYear, this.throughYear, this.shares, Value, Schedule) = (on, fromYear, throughYear, shares, value, schedule);
    }

    /// <summary>How each vests, from its grant date.</summary>
    public VestingSchedule Schedule { get; }

    /// <summary>What each grant is worth on its date; null where it is of shares.</summary>
    public Money? Value { get; }

    /// <summary>The currency of its value; none where it is of shares.</summary>
    internal Currency? Currency => Value?.Currency;

    /// <summary>A value, granted on a date. Throws unless it is above zero.</summary>
    public static Refresher On(LocalDate date, Money value, VestingSchedule schedule) => new(date, 0, 0, 0, value, schedule);

    /// <summary>Shares, granted on a date. Throws below one.</summary>
    public static Refresher On(LocalDate date, long shares, VestingSchedule schedule) => new(date, 0, 0, shares, null, schedule);

    /// <summary>A value on each anniversary of the start from a year on, the first being 1, to the last if one is named. Throws outside 1 to 50, and unless it is above zero.</summary>
    public static Refresher EachYear(Money value, VestingSchedule schedule, int fromYear = 1, int throughYear = 50) => new(null, fromYear, throughYear, 0, value, schedule);

    /// <summary>Shares on each anniversary of the start, as above.</summary>
    public static Refresher EachYear(long shares, VestingSchedule schedule, int fromYear = 1, int throughYear = 50) => new(null, fromYear, throughYear, shares, null, schedule);

    /// <summary>The grants before a day, in order of date. Throws for a date before the start, and where price and value are in two currencies.</summary>
    /// <param name="start">The first day of employment.</param>
    /// <param name="before">The day after the last that is asked for.</param>
    /// <param name="price">The price of each grant date.</param>
    public IReadOnlyList<Grant> Grants(LocalDate start, LocalDate before, SharePricePath price)
    {
        return
        [
            .. DatesFrom(start, before).Select(granted => (Granted: granted, Shares: SharesAt(price.At(granted)))).Where(grant => grant.Shares > 0)
                .Select(grant => new Grant(FormattableString.Invariant($"refresher {grant.Granted:uuuu-MM-dd}"), grant.Granted, grant.Shares, Schedule)),
        ];
    }

    /// <summary>The grant dates before a day, in order. Throws for one before the start.</summary>
    internal IEnumerable<LocalDate> DatesFrom(LocalDate start, LocalDate before)
    {
        if (on is { } date && date < start)
            throw new ArgumentOutOfRangeException(nameof(start), start, FormattableString.Invariant($"A refresher of {date:uuuu-MM-dd} is before the start on {start:uuuu-MM-dd}."));
        IEnumerable<LocalDate> dates = on is { } once ? [once] : Enumerable.Range(fromYear, Math.Min(throughYear, 50) - fromYear + 1).Select(start.PlusYears);
        return dates.TakeWhile(granted => granted < before);
    }

    private long SharesAt(Amount price) => Value is { } worth ? (long)((Amount)worth / price).Floor() : shares;
}
