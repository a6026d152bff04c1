using NodaTime;

namespace CompModel;

/// <summary>Which installments shares are taken from, where not all of them are.</summary>
public enum TakenFrom
{
    /// <summary>From each in proportion, so that what is left goes on at the same pace: the default.</summary>
    EachInProportion,

    /// <summary>From those that are due first.</summary>
    Earliest,

    /// <summary>From those that are due last.</summary>
    Latest,
}

/// <summary>
/// How much of what has yet to vest an acceleration vests at once: <see cref="All"/>, a <see cref="Portion"/>, a number of <see cref="Shares"/>, so many
/// <see cref="Months"/> ahead, or the part of the service done (<see cref="ProRata"/>); there are no others. Whole shares, rounded down.
/// </summary>
public abstract record Acceleration
{
    private Acceleration()
    {
    }

    /// <summary>Everything, what waits for a condition included.</summary>
    public sealed record All : Acceleration
    {
        /// <summary>"all".</summary>
        public override string ToString() => "all";
    }

    /// <summary>A fraction of what has yet to vest.</summary>
    public sealed record Portion : Acceleration
    {
        /// <summary>Throws outside 0 to 1 (1 is 100 %), and where <paramref name="from"/> is not defined.</summary>
        public Portion(Rational fraction, TakenFrom from = TakenFrom.EachInProportion)
        {
            if (fraction.Sign < 0 || fraction > 1)
                throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "An acceleration is of a portion from 0 to 1 (1 is 100 %).");
            (Fraction, From) = (fraction, Defined(from));
        }

        /// <summary>The fraction.</summary>
        public Rational Fraction { get; }

        /// <summary>Which installments it is taken from.</summary>
        public TakenFrom From { get; }

        /// <summary>"50 % of the unvested".</summary>
        public override string ToString() => $"{Text.Percent(Fraction)} of the unvested";
    }

    /// <summary>A number of shares, as Open Cap Format records it (VestingAcceleration). More than are unvested is refused by the grant.</summary>
    public sealed record Shares : Acceleration
    {
        /// <summary>Throws below zero, and where <paramref name="from"/> is not defined.</summary>
        public Shares(long count, TakenFrom from = TakenFrom.EachInProportion)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            (Count, From) = (count, Defined(from));
        }

        /// <summary>The number of shares.</summary>
        public long Count { get; }

        /// <summary>Which installments they are taken from.</summary>
        public TakenFrom From { get; }

        /// <summary>"100 shares".</summary>
        public override string ToString() => FormattableString.Invariant($"{Count:#,##0} shares");
    }

    /// <summary>What would vest in so many months from the day, that far day included; a cliff beyond it gives nothing.</summary>
    public sealed record Months : Acceleration
    {
        /// <summary>Throws outside 1 to 1,200.</summary>
        public Months(int count) => Count = count is >= 1 and <= VestingTime.Months.Most
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), count, "An acceleration by time is of 1 to 1,200 months.");

        /// <summary>The months.</summary>
        public int Count { get; }

        /// <summary>"12 months".</summary>
        public override string ToString() => FormattableString.Invariant($"{Count} months");
    }

    /// <summary>
    /// The shares of the grant × days from the vesting start to the day ÷ days to the last vest date, less what has vested: the usual clause on death or dismissal.
    /// Days of either end may be given instead.
    /// </summary>
    /// <param name="From">The day service counts from; the vesting start unless said.</param>
    /// <param name="To">The day on which all would be earned; the last scheduled date unless said.</param>
    public sealed record ProRata(LocalDate? From = null, LocalDate? To = null) : Acceleration
    {
        /// <summary>"pro rata".</summary>
        public override string ToString() => "pro rata";
    }

    private static TakenFrom Defined(TakenFrom from) =>
        Enum.IsDefined(from) ? from : throw new ArgumentOutOfRangeException(nameof(from), from, "Shares are taken from each installment, the earliest or the latest.");
}
