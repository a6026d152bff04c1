namespace CompModel;

/// <summary>
/// Log returns of past months, in blocks of one month or of a quarter's three: what a drawn block is one of, each as likely. A block is picked by the Brownian
/// motion over its months: they are ranked by their whole return, and the motion's place in its own law picks the rank. So a price that is drawn from
/// history still goes with whatever goes with the motion. Inside a month the logarithm moves evenly.
/// </summary>
internal sealed class HistoricMonths
{
    // By rank, what the logarithm has moved by at each month's end, from 0 at the start; in natural logarithms.
    private readonly double[][] paths;

    // The motion above which the next rank is picked.
    private readonly double[] limits;

    internal HistoricMonths(IReadOnlyList<double> returns, int months)
    {
        Months = months;
        paths = [.. Enumerable.Range(0, returns.Count - months + 1).Select(start => Path(returns, start, months)).OrderBy(path => path[^1])];
        double spread = Math.Sqrt((double)months / 12);
        limits = [.. Enumerable.Range(1, paths.Length - 1).Select(rank => spread * PortableNormal.Quantile((double)rank / paths.Length))];
    }

    /// <summary>The months of a block.</summary>
    internal int Months { get; }

    /// <summary>How many there are.</summary>
    internal int Count => paths.Length;

    /// <summary>The most that a month's logarithm moves by.</summary>
    internal double MostInMonth => paths.Max(path => Enumerable.Range(1, Months).Max(month => Math.Abs(path[month] - path[month - 1])));

    /// <summary>Whether a block differs from another.</summary>
    internal bool Differ => paths.Any(path => !path.AsSpan().SequenceEqual(paths[0]));

    /// <summary>The rank that a motion over the block's months picks.</summary>
    internal int Pick(double motion)
    {
        int at = Array.BinarySearch(limits, motion);
        return at < 0 ? ~at : at;
    }

    /// <summary>What the logarithm of a rank has moved by after so many months of the block.</summary>
    internal double Moved(int rank, double months)
    {
        int whole = Math.Min((int)months, Months - 1);
        double from = paths[rank][whole];
        return Math.FusedMultiplyAdd(months - whole, paths[rank][whole + 1] - from, from);
    }

    /// <summary>The expected growth after so many months of a block.</summary>
    internal double ExpectedGrowth(double months) => Growths(months).Sum() / Count;

    /// <summary>The covariance of what a block has grown to after some of its months and after others, each divided by its own expectation.</summary>
    internal double RelativeCovariance(double first, double second)
    {
        double[] one = Growths(first), other = Growths(second);
        double meanOne = one.Sum() / Count, meanOther = other.Sum() / Count;
        return one.Zip(other, (x, y) => ((x / meanOne) - 1) * ((y / meanOther) - 1)).Sum() / Count;
    }

    private double[] Growths(double months) => [.. Enumerable.Range(0, Count).Select(rank => PortableMath.Exp(Moved(rank, months)))];

    private static double[] Path(IReadOnlyList<double> returns, int start, int months)
    {
        double[] path = new double[months + 1];
        for (int month = 0; month < months; month++)
            path[month + 1] = path[month] + returns[start + month];
        return path;
    }
}
