namespace CompModel;

/// <summary>
/// How many whole months something takes that is not sure: to find a successor, or by how much a start slips. From 0 months up; a law on one uniform variate, in portable
/// arithmetic, so that more uniform never means fewer months. What takes longer than a year takes longer than any plan year: it is not told apart.
/// </summary>
public sealed class DelayLaw
{
    /// <summary>The most months that may be stated.</summary>
    public const int MaxMonths = 120;

    // Whatever begins in a year is over, for that year, twelve months later.
    internal const int BeyondTheYear = 12;

    // [m]: the probability of at most m months.
    private readonly double[] atMost = new double[BeyondTheYear];
    private readonly string text;

    private DelayLaw(IReadOnlyList<(int Months, double Probability)> lumps, double mean, string text)
    {
        for (int months = 0; months < BeyondTheYear; months++)
        {
            foreach ((int lump, double probability) in lumps)
                atMost[months] += lump <= months ? probability : 0;
        }
        // All that can happen is sure to: no rounding of a sum may leave a gap at its end.
        for (int months = lumps.Where(lump => lump.Probability > 0).Max(lump => lump.Months); months < BeyondTheYear; months++)
            atMost[months] = 1;
        (MeanMonths, this.text) = (mean, text);
    }

    private DelayLaw(double mean)
    {
        double longer = mean / (1 + mean), stillOpen = longer;
        for (int months = 0; months < BeyondTheYear; months++, stillOpen *= longer)
            atMost[months] = 1 - stillOpen;
        (MeanMonths, text) = (mean, FormattableString.Invariant($"geometric, mean {mean:R} months"));
    }

    /// <summary>No delay.</summary>
    public static DelayLaw None { get; } = Fixed(0);

    /// <summary>The expected months.</summary>
    public double MeanMonths { get; }

    /// <summary>Whether it is the same in every trial.</summary>
    internal bool IsSure => Array.TrueForAll(atMost, probability => probability is 0 or 1);

    /// <summary>The same number of months every time. Throws outside 0 to <see cref="MaxMonths"/>.</summary>
    public static DelayLaw Fixed(int months) => new([(Checked(months), 1)], months, FormattableString.Invariant($"{months} {(months == 1 ? "month" : "months")}"));

    /// <summary>
    /// An open chance that is the same every month, as of candidates who come along: 0, 1, 2, … months with probability (1 − q), (1 − q)·q, (1 − q)·q², …,
    /// where q = mean ÷ (1 + mean). Throws for a mean below 0 or above <see cref="MaxMonths"/>.
    /// </summary>
    public static DelayLaw Geometric(double meanMonths) => meanMonths is >= 0 and <= MaxMonths
        ? new(meanMonths)
        : throw new ArgumentOutOfRangeException(nameof(meanMonths), meanMonths, $"A mean delay is 0 to {MaxMonths} months.");

    /// <summary>
    /// Stated months with stated probabilities, fractions that sum to one. Throws for none, for months outside 0 to <see cref="MaxMonths"/> or twice, for a probability outside 0 to 1,
    /// and for a sum that is not one.
    /// </summary>
    public static DelayLaw Discrete(params IReadOnlyList<(int Months, double Probability)> lumps)
    {
        double sum = 0, mean = 0;
        foreach ((int months, double probability) in lumps)
        {
            if (!(probability is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(lumps), probability, $"The probability of {months} months is between 0 and 1.");
            if (lumps.Count(lump => lump.Months == Checked(months)) > 1)
                throw new ArgumentException($"A delay of {months} months has one probability; it stands twice.", nameof(lumps));
            sum += probability;
            mean += probability * months;
        }
        // Tenths are no doubles; a probability that was forgotten is larger than this.
        if (!(Math.Abs(sum - 1) <= 1e-9))
            throw new ArgumentException(FormattableString.Invariant($"The probabilities of a delay sum to 1; these sum to {sum}."), nameof(lumps));
        return new(lumps, mean, string.Join(", ", lumps.OrderBy(lump => lump.Months).Select(lump => FormattableString.Invariant($"{lump.Months} months {lump.Probability:R}"))));
    }

    /// <summary>The months for a uniform variate of (0, 1): non-decreasing. <see cref="BeyondTheYear"/> for that or more.</summary>
    internal int MonthsOf(double uniform)
    {
        int months = 0;
        while (months < BeyondTheYear && uniform >= atMost[months])
            months++;
        return months;
    }

    private static int Checked(int months) => months is >= 0 and <= MaxMonths
        ? months
        : throw new ArgumentOutOfRangeException(nameof(months), months, $"A delay is 0 to {MaxMonths} whole months.");

    /// <summary>The law with every digit of its parameters: "3 months", "geometric, mean 2.5 months", "0 months 0.5, 2 months 0.5".</summary>
    public override string ToString() => text;
}
