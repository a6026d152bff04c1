using NodaTime;

namespace CompModel;

/// <summary>
/// A grant of a value that becomes whole shares, rounded down, at the price of a later day: how many differs from trial to trial. They fall on installments by cumulative
/// round-down, as those of a <see cref="Grant"/>.
/// </summary>
internal sealed class ValueGrant
{
    internal ValueGrant(LocalDate granted, Money value, VestingSchedule schedule)
    {
        (Granted, Value) = (granted, ((Rational)value.Value).ToDouble());
        var vests = new List<ValueVest>();
        long before = 0, under = 1;
        foreach (var day in schedule.DatesFrom(granted).Select(date => LocalDate.Max(date, granted)).Zip(schedule.Installments).GroupBy(part => part.First))
        {
            Rational until = day.Last().Second.Cumulative;
            (long over, long denominator) = until.IsSmall(out long numerator, out long its)
                ? (numerator, its)
                : throw new ArgumentException($"The portions of {schedule} are too fine to be simulated: their cumulative sum {until} exceeds 64 bits.", nameof(schedule));
            vests.Add(new(day.Key, before, under, over, denominator));
            (before, under) = (over, denominator);
        }
        Vests = vests;
    }

    internal LocalDate Granted { get; }

    /// <summary>The value in major units.</summary>
    internal double Value { get; }

    internal IReadOnlyList<ValueVest> Vests { get; }
}

/// <summary>What of a number of shares vests on a day: the whole shares of one cumulative fraction less those of the one before.</summary>
internal readonly record struct ValueVest(LocalDate Date, long Before, long BeforeUnder, long Until, long UntilUnder)
{
    internal double Of(double shares)
    {
        long whole = (long)shares;
        return Part(whole, Until, UntilUnder) - Part(whole, Before, BeforeUnder);
    }

    /// <summary>"2027-01-05 0/1 1/16": in every culture, for it is part of a run's fingerprint.</summary>
    public override string ToString() => FormattableString.Invariant($"{Date:uuuu-MM-dd} {Before}/{BeforeUnder} {Until}/{UntilUnder}");

    private static long Part(long shares, long over, long under) =>
        over == 0 || shares <= long.MaxValue / over ? shares * over / under : (long)((Int128)shares * over / under);
}
