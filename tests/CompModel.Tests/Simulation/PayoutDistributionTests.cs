using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>Order statistics, intervals and tails against the plainest code there is, and against published numbers.</summary>
public class PayoutDistributionTests
{
    public static class Samples
    {
        // On the pay grid, with ties; from one sample up.
        public static Arbitrary<double[]> OnTheGrid() =>
            (from count in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 300))
             from values in Gen.OneOf(Gen.Choose(-20, 20), Gen.Choose(0, 200_000_000)).ListOf(count)
             select values.Select(value => value / 1024.0).ToArray()).ToArbitrary();

        public static Arbitrary<double> Shares() =>
            Gen.OneOf(Gen.Elements(0, 0.05, 0.1, 0.5, 0.9, 0.95, 1.0), from share in Gen.Choose(0, 1_000_000) select share / 1e6).ToArbitrary();
    }

    [Law(Arbitrary = [typeof(Samples)])]
    public void Percentiles_are_those_of_a_plain_sort(double[] samples, double p)
    {
        double[] sorted = [.. samples.Order()];
        // Hyndman and Fan, type 7.
        double rank = (sorted.Length - 1) * p, fraction = rank - Math.Floor(rank);
        double low = sorted[(int)rank], high = sorted[Math.Min((int)rank + 1, sorted.Length - 1)];
        // One rounding of the weight, one of the product, one of the sum.
        Assert.Equal(((1 - fraction) * low) + (fraction * high), new PayoutDistribution(samples, 0).Percentile(p).Value, 1e-15 * (Math.Abs(low) + Math.Abs(high)));
    }

    [Law(Arbitrary = [typeof(Samples)])]
    public bool Percentiles_rise(double[] samples, double p, double q)
    {
        var pay = new PayoutDistribution(samples, 0);
        return pay.Percentile(Math.Min(p, q)).Value <= pay.Percentile(Math.Max(p, q)).Value
            && pay.Percentile(0).Value == pay.Minimum && pay.Percentile(1).Value == pay.Maximum;
    }

    [Law(Arbitrary = [typeof(Samples)])]
    public bool An_estimate_lies_in_its_interval(double[] samples, double p)
    {
        var pay = new PayoutDistribution(samples, 0);
        Estimate percentile = pay.Percentile(p), above = pay.ProbabilityAbove(samples[0]);
        return percentile.Low <= percentile.Value && percentile.Value <= percentile.High && above.Low <= above.Value && above.Value <= above.High;
    }

    [Law(Arbitrary = [typeof(Samples)])]
    public void Mean_and_spread_are_those_of_plain_sums_whatever_the_shift(double[] samples)
    {
        double mean = samples.Average(), square = samples.Sum(x => (x - mean) * (x - mean));
        foreach (double shift in new[] { 0, samples[0], mean })
        {
            var pay = new PayoutDistribution(samples, shift);
            double size = samples.Max(x => Math.Abs(x)) + Math.Abs(shift), n = samples.Length;
            // n roundings of sums of n terms, a few of them at a time: n × 1e-16 of the size is generous. In squares likewise.
            Assert.Equal(mean, pay.Mean, n * 1e-15 * size);
            Assert.Equal(n == 1 ? 0 : square / (n - 1), pay.StandardDeviation * pay.StandardDeviation, n * 1e-14 * size * size);
            Assert.Equal(pay.StandardDeviation / Math.Sqrt(n), pay.SimulationError);
        }
    }

    [Law(Arbitrary = [typeof(Samples)])]
    public void Tail_averages_take_the_border_in_part(double[] samples, double share)
    {
        if (share == 0)
            return;
        double left = share * samples.Length, sum = 0;
        foreach (double sample in samples.OrderDescending())
        {
            sum += Math.Clamp(left, 0, 1) * sample;
            left--;
        }
        var pay = new PayoutDistribution(samples, 0);
        double size = samples.Max(x => Math.Abs(x));
        // Sums of at most 300 terms, each rounded: 300 × 1e-16; the border's part is a difference of numbers up to 300 and is divided by the share of one.
        Assert.Equal(sum / (share * samples.Length), pay.TailAverage(share), size * 1e-13 * (1 + (1 / (share * samples.Length))));
    }

    [Law(Arbitrary = [typeof(Samples)])]
    public bool A_tail_averages_at_least_its_own_border(double[] samples, double share)
    {
        // The trial in which the tail begins; a percentile between two trials may lie above it.
        var pay = new PayoutDistribution(samples, 0);
        int first = (int)Math.Floor(samples.Length * (1 - share));
        return share == 0 || pay.TailAverage(share) >= samples.Order().ElementAt(Math.Min(first, samples.Length - 1)) - (1e-9 * samples.Max(x => Math.Abs(x)));
    }

    [Law(Arbitrary = [typeof(Samples)])]
    public bool Histograms_lose_nobody(double[] samples)
    {
        var pay = new PayoutDistribution(samples, 0);
        int[] counts = pay.Histogram(-1, 100, 7);
        return counts.Sum() == samples.Length
            && counts[0] == samples.Count(x => x < -1 + (101.0 / 7)) && counts[^1] == samples.Count(x => (x + 1) / 101 * 7 >= 6);
    }

    [Fact]
    public void The_published_percentiles_mean_and_spread_of_twenty_samples()
    {
        var one = ExpectationCase.Find("stats/harrell_davis_lmoments/E1");
        var pay = new PayoutDistribution([.. one.Inputs.GetProperty("sample").EnumerateArray().Select(ExpectationCase.Double)], 1);
        foreach (int p in new[] { 10, 25, 50, 75, 90 })
            Assert.Equal(one.Expected[$"type7_p{p}"], pay.Percentile(p / 100.0).Value, 1e-15 * 4);
        // Twenty sums of two-digit decimals, each at most an Ulp of 2.5 off.
        Assert.Equal(one.Expected["mean"], pay.Mean, 1e-14);
        Assert.Equal(one.Expected["sd_n_minus_1"], pay.StandardDeviation, 1e-14);
        Assert.Equal(one.Expected["standard_error"], pay.SimulationError, 1e-14);
    }

    [Fact]
    public void The_published_ranks_of_a_percentile_s_interval()
    {
        var one = ExpectationCase.Find("stats/order_statistic_ci/n10000_p0.95_cl0.95");
        // Samples that are their own ranks.
        var pay = new PayoutDistribution([.. Enumerable.Range(1, 10_000).Select(rank => (double)rank)], 0);
        Assert.Equal(one.Expected["lower_rank"], pay.Percentile(0.95).Low);
        Assert.Equal(one.Expected["upper_rank"], pay.Percentile(0.95).High);
    }

    [Fact]
    public void The_published_Wilson_interval()
    {
        var one = ExpectationCase.Find("stats/proportion_ci/83_of_1000");
        var pay = new PayoutDistribution([.. Enumerable.Range(0, 1000).Select(i => i < 83 ? 1.0 : 0)], 0);
        Estimate above = pay.ProbabilityAbove(0.5);
        Assert.Equal(0.083, above.Value);
        Assert.Equal(one.Expected["wilson_lower"], above.Low, 1e-15);
        Assert.Equal(one.Expected["wilson_upper"], above.High, 1e-15);
    }

    [Fact]
    public void Wilson_intervals_of_none_and_all_have_their_closed_form()
    {
        // Wilson 1927, with nothing seen: [0, z²/(n + z²)].
        var pay = new PayoutDistribution(new double[50], 0);
        double z2 = 1.959963984540054 * 1.959963984540054;
        Assert.Equal(0, pay.ProbabilityAbove(0).Low);
        Assert.Equal(z2 / (50 + z2), pay.ProbabilityAbove(0).High, 1e-15);
        Assert.Equal(50 / (50 + z2), pay.ProbabilityAbove(-1).Low, 1e-15);
        Assert.Equal(1, pay.ProbabilityAbove(-1).High);
    }

    [Fact]
    public void Intervals_of_percentiles_cover_as_brute_force_says()
    {
        foreach (int n in new[] { 1, 2, 5, 20, 60, 300 })
        {
            var pay = new PayoutDistribution([.. Enumerable.Range(0, n).Select(i => (double)i)], 0);
            foreach (double p in new[] { 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99 })
            {
                // The number of samples below the percentile is binomial. Ranks from 0: the lower end is above the percentile where at most Low samples are
                // below it, the upper end is below it where more than High are.
                double[] binomial = Binomial(n, p);
                int low = (int)pay.Percentile(p).Low, high = (int)pay.Percentile(p).High;
                double missedBelow = binomial.Take(low + 1).Sum(), missedAbove = binomial.Skip(high + 1).Sum();
                // At the first or last sample there may be no room: the interval is then cut short, and only that side may miss by more.
                Assert.True(low == 0 || missedBelow <= 0.025 + 1e-12);
                Assert.True(high == n - 1 || missedAbove <= 0.025 + 1e-12);
                // And no narrower one would do.
                Assert.True(low + 1 >= n || binomial.Take(low + 2).Sum() > 0.025 - 1e-12 || low + 1 > (n - 1) * p);
                Assert.True(high == 0 || binomial.Skip(high).Sum() > 0.025 - 1e-12 || high - 1 < (n - 1) * p);
            }
        }
    }

    [Fact]
    public void The_standard_error_is_what_seeds_differ_by()
    {
        // 60 runs of 1,000 trials: their means have the standard deviation that each run states, within the error of a standard deviation
        // of 60 values, 1/√(2 × 59) = 9 %, 4.5 times.
        double[] means = new double[60];
        double stated = 0;
        for (int seed = 0; seed < means.Length; seed++)
        {
            PayoutDistribution pay = Simulate.Participant(Workloads.W1, Workloads.Year, Workloads.W1Assumptions, 1000, (ulong)seed, threads: 1);
            means[seed] = pay.Mean;
            stated += pay.SimulationError / means.Length;
        }
        double spread = new PayoutDistribution(means, means[0]).StandardDeviation;
        Assert.InRange(spread / stated, 1 - (4.5 * 0.092), 1 + (4.5 * 0.092));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Shares_outside_are_refused(double share)
    {
        var pay = new PayoutDistribution([1, 2, 3], 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => pay.Percentile(share));
        Assert.Throws<ArgumentOutOfRangeException>(() => pay.TailAverage(share));
        Assert.Throws<ArgumentOutOfRangeException>(() => pay.TailAverage(0));
        Assert.Throws<ArgumentException>(() => pay.Histogram(1, 1, 5));
        Assert.Throws<ArgumentException>(() => pay.Histogram(0, 1, 0));
        Assert.Throws<ArgumentException>(() => pay.Histogram(double.NaN, 1, 5));
    }

    private static double[] Binomial(int n, double p)
    {
        double[] law = [1];
        for (int i = 0; i < n; i++)
        {
            double[] next = new double[law.Length + 1];
            for (int k = 0; k < law.Length; k++)
            {
                next[k] += law[k] * (1 - p);
                next[k + 1] += law[k] * p;
            }
            law = next;
        }
        return law;
    }
}
