namespace CompModel;

/// <summary>How two figures of the same trials go together. Standard errors are those of the mean of each trial's influence on the figure, whatever the law.</summary>
internal static class PartsTogether
{
    private const double NormalInterval = 1.959963984540054;

    /// <summary>The covariance (n − 1).</summary>
    internal static Estimate Covariance(double[] first, double[] second)
    {
        int count = first.Length;
        if (count < 2)
            return new(0, 0, 0);
        double meanFirst = Mean(first), meanSecond = Mean(second);
        double[] products = new double[count];
        for (int i = 0; i < count; i++)
            products[i] = (first[i] - meanFirst) * (second[i] - meanSecond);
        return Around(Mean(products) * count / (count - 1), products);
    }

    /// <summary>The correlation.</summary>
    internal static Estimate Correlation(double[] first, double[] second)
    {
        int count = first.Length;
        double meanFirst = Mean(first), meanSecond = Mean(second);
        double spreadFirst = Math.Sqrt(Square(first, meanFirst)), spreadSecond = Math.Sqrt(Square(second, meanSecond));
        if (!(spreadFirst > 0 && spreadSecond > 0))
            return new(double.NaN, double.NaN, double.NaN);
        double[] influence = new double[count];
        for (int i = 0; i < count; i++)
            influence[i] = (first[i] - meanFirst) / spreadFirst * ((second[i] - meanSecond) / spreadSecond);
        double correlation = Mean(influence);
        // A trial moves the product of the scores, and by the spreads what they are divided by.
        for (int i = 0; i < count; i++)
        {
            double one = (first[i] - meanFirst) / spreadFirst, other = (second[i] - meanSecond) / spreadSecond;
            influence[i] -= correlation / 2 * ((one * one) + (other * other));
        }
        Estimate open = Around(correlation, influence);
        return new(Math.Clamp(correlation, -1, 1), Math.Max(-1, open.Low), Math.Min(1, open.High));
    }

    private static Estimate Around(double value, double[] influence)
    {
        double half = NormalInterval * Math.Sqrt(Square(influence, Mean(influence)) / influence.Length);
        return new(value, value - half, value + half);
    }

    private static double Mean(double[] samples) => samples[0] + (TileSum.OfMoments(samples, samples[0]).First / samples.Length);

    private static double Square(double[] samples, double mean) => TileSum.OfMoments(samples, mean).Second / samples.Length;
}
