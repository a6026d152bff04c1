namespace CompModel;

/// <summary>Mean and spread of the value of shares that vest on several days at prices of one path. <c>default</c> is nothing.</summary>
/// <param name="Mean">The expected value.</param>
/// <param name="StandardDeviation">The standard deviation.</param>
public readonly record struct ExpectedVestValue(double Mean, double StandardDeviation)
{
    /// <summary>Of what is worth so much at today's price and vests after so many years. Var Σ = ΣΣ E·E·relative covariance.</summary>
    internal static ExpectedVestValue Of(SharePriceModel price, IReadOnlyList<(double Years, double Worth)> vests)
    {
        double[] means = [.. vests.Select(vest => vest.Worth * price.ExpectedGrowth(vest.Years))];
        double variance = 0;
        for (int i = 0; i < means.Length; i++)
        {
            for (int j = 0; j < means.Length; j++)
                variance += means[i] * means[j] * price.RelativeCovariance(vests[i].Years, vests[j].Years);
        }
        return new(means.Sum(), Math.Sqrt(variance));
    }
}
