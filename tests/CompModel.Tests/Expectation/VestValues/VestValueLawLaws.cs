using FsCheck;

namespace CompModel.Tests;

/// <summary>Sentences about the law of what vests that hold for any vests at any volatility.</summary>
public class VestValueLawLaws
{
    private static readonly double[] Volatilities = [1e-7, 0.02, 0.3, 0.45, 0.9, 1.6];

    [Law(MaxTest = 60)]
    public void Percentiles_and_probabilities_invert_each_other(NonNegativeInt seed)
    {
        VestValueLaw law = Of(seed.Get);
        foreach (double p in new[] { 1e-9, 0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999 })
        {
            // A percentile is a double, spaced by 2e-16 of itself, and a spread of s on it makes 2e-16 ÷ s of probability; the density is at most 0.4.
            double value = law.Percentile(p), spread = law.StandardDeviation / law.Mean;
            Assert.Equal(p, law.Cdf(value), 1e-13 + (1e-15 / spread));
            Assert.Equal(1 - p, law.ProbabilityAbove(value), 1e-13 + (1e-15 / spread));
        }
    }

    [Law(MaxTest = 60)]
    public void Its_mass_mean_and_spread_are_those_of_the_closed_form(NonNegativeInt seed)
    {
        VestValueLaw law = Of(seed.Get);
        // Some hundred sums of exponentials at 1e-16 each, by stages; the spread is a difference of squares, so by the square of the coefficient of variation worse.
        Assert.Equal(1, law.PartialMoment(0, double.PositiveInfinity), 1e-12);
        Assert.Equal(law.Mean, law.PartialMoment(1, double.PositiveInfinity), 1e-12 * law.Mean);
        double second = (law.Mean * law.Mean) + (law.StandardDeviation * law.StandardDeviation);
        Assert.Equal(second, law.PartialMoment(2, double.PositiveInfinity), 1e-11 * second);
    }

    [Law(MaxTest = 40)]
    public void A_vest_split_into_two_of_the_same_day_is_the_same_law(NonNegativeInt seed)
    {
        (double Years, double Shares)[] vests = Vests(seed.Get);
        VestValueLaw whole = Of(vests, seed.Get), split = Of([.. vests.SelectMany(vest => new[] { (vest.Years, 0.3 * vest.Shares), (vest.Years, 0.7 * vest.Shares) })], seed.Get);
        foreach (double p in new[] { 0.01, 0.5, 0.9 })
            // The two parts sum to the whole but for a rounding.
            Assert.Equal(whole.Percentile(p), split.Percentile(p), 1e-12 * whole.Mean);
    }

    [Law(MaxTest = 40)]
    public void Twice_the_shares_are_twice_the_value(NonNegativeInt seed)
    {
        (double Years, double Shares)[] vests = Vests(seed.Get);
        VestValueLaw one = Of(vests, seed.Get), two = Of([.. vests.Select(vest => (vest.Years, 2 * vest.Shares))], seed.Get);
        // A power of two, so that nothing rounds otherwise.
        Assert.Equal(2 * one.Mean, two.Mean);
        Assert.Equal(2 * one.Percentile(0.2), two.Percentile(0.2), 1e-14 * two.Mean);
        Assert.Equal(one.Cdf(one.Mean), two.Cdf(two.Mean));
        Assert.Equal(2 * one.TailAverage(0.05), two.TailAverage(0.05), 1e-13 * two.Mean);
    }

    [Law(MaxTest = 40)]
    public void The_order_of_vests_changes_nothing(NonNegativeInt seed)
    {
        (double Years, double Shares)[] vests = Vests(seed.Get);
        Assert.Equal(Of(vests, seed.Get).Cdf(5_000), Of([.. vests.Reverse()], seed.Get).Cdf(5_000), 1e-15);
    }

    [Law(MaxTest = 40)]
    public void What_falls_short_and_what_exceeds_make_the_difference_to_the_mean(NonNegativeInt seed)
    {
        VestValueLaw law = Of(seed.Get);
        foreach (double p in new[] { 0.02, 0.6, 0.97 })
        {
            double x = law.Percentile(p);
            Assert.Equal(law.Mean - x, law.ExcessAbove(x) - law.ShortfallBelow(x), 1e-12 * (law.Mean + x));
            // A tail's average is the percentile and what lies beyond it, shared out.
            Assert.Equal(x - (law.ShortfallBelow(x) / p), law.LowerTailAverage(p), 1e-10 * law.Mean);
            Assert.Equal(law.Mean, (p * law.LowerTailAverage(p)) + ((1 - p) * law.TailAverage(1 - p)), 1e-11 * law.Mean);
        }
    }

    [Law(MaxTest = 40)]
    public void Brackets_of_one_rate_take_that_rate_of_everything(NonNegativeInt seed)
    {
        VestValueLaw law = Of(seed.Get);
        ExpectedVestValue taken = law.AtMarginalRates((0, 0.3), (law.Percentile(0.4), 0.3), (law.Percentile(0.9), 0.3));
        Assert.Equal(0.3 * law.Mean, taken.Mean, 1e-12 * law.Mean);
        // Squares about the mean, of which a tiny spread is a small part.
        Assert.Equal(0.3 * law.StandardDeviation, taken.StandardDeviation, Math.Max(1e-9 * law.StandardDeviation, 1e-7 * law.Mean * (law.StandardDeviation < 1e-4 * law.Mean ? 1 : 0)));
        // Above a percentile a rate takes it of what exceeds it.
        Assert.Equal(0.5 * law.ExcessAbove(law.Percentile(0.7)), law.AtMarginalRates((law.Percentile(0.7), 0.5)).Mean, 1e-12 * law.Mean);
    }

    private static VestValueLaw Of(int seed) => Of(Vests(seed), seed);

    private static VestValueLaw Of((double Years, double Shares)[] vests, int seed) =>
        Expect.VestValueLaw(vests, SharePriceModel.GeometricBrownian("ACME", 100.Usd, ((seed % 7) - 3) * 0.1, Volatilities[seed % Volatilities.Length]), discountRate: seed % 3 * 0.04).Value;

    // One to twelve vests, days to years apart, the first perhaps at once.
    private static (double Years, double Shares)[] Vests(int seed)
    {
        var random = new LinearSteps(seed);
        double years = random.Next(4) == 0 ? 0 : (1 + random.Next(400)) / 365.0;
        var vests = new List<(double, double)>();
        for (int vest = 1 + random.Next(12); vest > 0; vest--)
        {
            vests.Add((years, 1 + random.Next(100)));
            years += random.Next(3) switch { 0 => 1 / 365.0, 1 => 0.25, _ => 1 };
        }
        // Something moves.
        return [.. vests, (years, 10)];
    }

    // Numbers that look random and follow from a seed (the multiplier of Numerical Recipes).
    private sealed class LinearSteps(int seed)
    {
        private uint state = (uint)seed;

        internal int Next(int below) => (int)(((ulong)(state = (state * 1664525) + 1013904223) * (ulong)below) >> 32);
    }
}
