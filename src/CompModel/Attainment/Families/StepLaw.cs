namespace CompModel;

/// <summary>
/// A law on a number of attainments: each with its weight, in rising order. Weights need not sum to one. Sums are kept with what their additions round
/// away, so that shares and moments are as good for thousands of observations as for ten.
/// </summary>
internal sealed class StepLaw
{
    // Shares of decimals that mean the same may differ by some roundings: a percentile of 90 % is the ninth of ten.
    private const double Slack = 1 - (1.0 / (1L << 48));

    private readonly double[] upTo, above, first, second;

    /// <summary>From values and weights that were checked; those of equal values are added up.</summary>
    internal StepLaw(IEnumerable<(double Value, double Weight)> items)
    {
        (double Value, double Weight)[] steps = [.. items.GroupBy(item => item.Value).OrderBy(group => group.Key).Select(group => (group.Key, Total(group.Select(item => item.Weight))))];
        Values = [.. steps.Select(step => step.Value)];
        double total = Total(steps.Select(step => step.Weight));
        Shares = [.. steps.Select(step => step.Weight / total)];
        upTo = Sums(steps.Select(step => step.Weight), total);
        above = [.. Sums(steps.Reverse().Select(step => step.Weight), total).Reverse().Skip(1), 0];
        first = Sums(steps.Select(step => step.Weight * step.Value), total);
        second = Sums(steps.Select(step => step.Weight * step.Value * step.Value), total);
        Mean = first[^1];
        StandardDeviation = Math.Sqrt(Total(Values.Select((value, i) => Shares[i] * (value - Mean) * (value - Mean))));
    }

    /// <summary>The values, rising.</summary>
    internal double[] Values { get; }

    /// <summary>The probability of each.</summary>
    internal double[] Shares { get; }

    internal double Mean { get; }

    internal double StandardDeviation { get; }

    internal double Cdf(double x) => Through(x, orAt: true) is var i and >= 0 ? upTo[i] : 0;

    internal double Above(double x) => Through(x, orAt: true) is var i and >= 0 ? above[i] : 1;

    internal double AtOrAbove(double x) => Through(x, orAt: false) is var i and >= 0 ? above[i] : 1;

    internal double PartialMoment(int order, double x)
    {
        if (order is < 0 or > 2)
            throw AttainmentModel.WrongOrder(order);
        int i = Through(x, orAt: false);
        return i < 0 ? 0 : (order == 0 ? upTo : order == 1 ? first : second)[i];
    }

    /// <summary>The least value whose share at or below it reaches p.</summary>
    internal double Quantile(double p)
    {
        if (!(p is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies in [0, 1].");
        return Values[FirstOf(i => upTo[i] >= p * Slack)];
    }

    /// <summary>The least value whose normal score reaches z.</summary>
    internal double AtNormal(double z) => Values[FirstOf(i => Break.Score(upTo[i], above[i]) >= z)];

    /// <summary>Values and weights, every digit of them.</summary>
    internal string Canonical => string.Join(' ', Values.Select((value, i) => FormattableString.Invariant($"{value:R}@{Shares[i]:R}")));

    // The last value below x, or at x; −1 where there is none.
    private int Through(double x, bool orAt)
    {
        int i = Array.BinarySearch(Values, x);
        return i < 0 ? ~i - 1 : orAt ? i : i - 1;
    }

    private int FirstOf(Func<int, bool> reached)
    {
        int low = 0, high = Values.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = reached(middle) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    private static double Total(IEnumerable<double> terms) => Sums(terms, 1)[^1];

    // Running sums ÷ total, with Neumaier's correction.
    private static double[] Sums(IEnumerable<double> terms, double total)
    {
        var sums = new List<double>();
        double sum = 0, lost = 0;
        foreach (double term in terms)
        {
            double next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
            sum = next;
            sums.Add((sum + lost) / total);
        }
        return [.. sums];
    }
}
