using MathNet.Numerics;

namespace CompModel;

/// <summary>A simulated figure with the limits of what simulation knows about it.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Estimate(double Value, double Low, double High);

/// <summary>
/// A simulated distribution of pay or cost, in major units: every trial counted. Means come with their simulation error, percentiles are exact order
/// statistics (type 7) with distribution-free intervals, probabilities have Wilson intervals.
/// </summary>
public sealed class PayoutDistribution
{
    private const double NormalInterval = 1.959963984540054;
    private readonly Lazy<double[]> ordered;
    private readonly double steps;

    /// <summary>
    /// The distribution of some trials, in any order, which must not change afterwards: they are sorted only when asked for a percentile.
    /// The moments are taken about <paramref name="shift"/>, which should lie near them. Trials are whole numbers of a grid of <paramref name="steps"/> to the unit.
    /// </summary>
    internal PayoutDistribution(double[] samples, double shift, CancellationToken cancel = default, double steps = PayGrid.Steps)
        : this(samples, shift, cancel, steps, new(() => Arrays.Sorted(samples, CancellationToken.None)))
    {
    }

    private PayoutDistribution(double[] samples, double shift, CancellationToken cancel, double steps, Lazy<double[]> ordered)
    {
        this.steps = steps;
        (double first, double second) = TileSum.OfMoments(samples, shift, cancel);
        int count = samples.Length;
        Mean = shift + (first / count);
        // What is the same in every trial has no spread, whatever rounding says of its squares.
        double variance = samples.AsSpan().IndexOfAnyExcept(samples[0]) < 0 ? 0 : (second - (first * first / count)) / (count - 1);
        StandardDeviation = Math.Sqrt(Math.Max(0, variance));
        Trials = count;
        this.ordered = ordered;
    }

    /// <summary>The same, sorted at once: percentiles take no more time, and cancelling stops the sort.</summary>
    internal static PayoutDistribution Sorted(double[] samples, double shift, CancellationToken cancel)
    {
        double[] sorted = Arrays.Sorted(samples, cancel);
        return new(samples, shift, cancel, PayGrid.Steps, new(() => sorted));
    }

    /// <summary>Number of trials.</summary>
    public int Trials { get; }

    /// <summary>The mean of all trials.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of a trial (n − 1).</summary>
    public double StandardDeviation { get; }

    /// <summary>The standard error of <see cref="Mean"/>: what another seed would move it by, typically. Not the uncertainty of the year.</summary>
    public double SimulationError => StandardDeviation / Math.Sqrt(Trials);

    /// <summary>The least trial.</summary>
    public double Minimum => Ordered[0];

    /// <summary>The greatest trial.</summary>
    public double Maximum => Ordered[^1];

    private double[] Ordered => ordered.Value;

    /// <summary>
    /// The value that a share <paramref name="p"/> (0 to 1) of trials does not exceed, interpolated between order statistics (type 7), with the 95 %
    /// interval that the binomial law of ranks gives whatever the distribution. Where trials are too few for an end of it (far out in a tail), it stops
    /// at the least or greatest trial and covers less.
    /// </summary>
    public Estimate Percentile(double p)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A percentile is a share between 0 and 1.");
        double rank = (Trials - 1) * p;
        int below = (int)rank;
        double value = Ordered[below];
        // No arithmetic between equals: an atom stays itself.
        if (below + 1 < Trials && Ordered[below + 1] != value)
            value = Math.FusedMultiplyAdd(rank - below, Ordered[below + 1] - value, value);
        return new(value, Math.Min(value, Ordered[LowestRank(p, 0.025)]), Math.Max(value, Ordered[Trials - 1 - LowestRank(1 - p, 0.025)]));
    }

    /// <summary>The mean of the dearest <paramref name="share"/> of trials (0.05 is the dearest 5 %; expected shortfall); a trial on the border counts in part.</summary>
    public double TailAverage(double share)
    {
        if (!(share is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A tail is a share above 0 and at most 1.");
        double size = share * Trials, left = size;
        Int128 whole = 0;
        int i = Trials - 1;
        // Grid multiples are whole numbers of steps: their sum is exact in any order.
        for (; i >= 0 && left >= 1; i--, left--)
            whole += (long)(Ordered[i] * steps);
        double sum = (double)whole / steps;
        if (i >= 0 && left > 0)
            sum += left * Ordered[i];
        return sum / size;
    }

    /// <summary>The probability of strictly more than an amount, with its Wilson interval.</summary>
    public Estimate ProbabilityAbove(double amount)
    {
        return Share(Trials - CountAtMost(amount), Trials);
    }

    /// <summary>A share of trials as a probability, with its Wilson interval.</summary>
    internal static Estimate Share(int counted, int trials)
    {
        double n = trials, p = counted / n, z2 = NormalInterval * NormalInterval;
        double centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        double half = NormalInterval / (1 + (z2 / n)) * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        // The interval holds its estimate and stays inside [0, 1]; rounding must not say otherwise.
        return new(p, Math.Clamp(centre - half, 0, p), Math.Clamp(centre + half, p, 1));
    }

    /// <summary>Counts of trials in equal classes from <paramref name="from"/> to <paramref name="to"/>; what lies outside joins the first or last.</summary>
    public int[] Histogram(double from, double to, int classes)
    {
        if (!(from < to) || classes < 1)
            throw new ArgumentException($"A histogram has at least one class between two rising limits; here {classes} from {from} to {to}.");
        int[] counts = new int[classes];
        foreach (double sample in Ordered)
            counts[(int)Math.Clamp((sample - from) / (to - from) * classes, 0, classes - 1)]++;
        return counts;
    }

    private int CountAtMost(double amount)
    {
        int low = 0, high = Trials;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Ordered[middle] <= amount ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    // The greatest rank, from 0, whose order statistic lies above the p-th percentile with at most the given probability; rank 0 where even the least may.
    private int LowestRank(double p, double level)
    {
        int low = 0, high = Trials - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = BinomialAtMost(middle, p) <= level ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private double BinomialAtMost(int k, double p) =>
        k >= Trials || p <= 0 ? 1 : p >= 1 ? 0 : SpecialFunctions.BetaRegularized(Trials - k, k + 1, 1 - p);
}
