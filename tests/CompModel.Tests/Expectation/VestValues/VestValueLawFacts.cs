namespace CompModel.Tests;

/// <summary>The law of what vests at its edges, and beside simulation.</summary>
public class VestValueLawFacts
{
    private static readonly SharePriceModel Acme = TotalPayCases.Acme;

    [Fact]
    public void One_vest_is_lognormal()
    {
        VestValueLaw law = Expect.VestValueLaw([(2, 50)], Acme).Value;
        double sigma = 0.45 * Math.Sqrt(2), median = 5_000 * Math.Exp(2 * (0.05 - (0.45 * 0.45 / 2)));
        Assert.Equal(median, law.Percentile(0.5), 1e-14 * median);
        Assert.Equal(median * Math.Exp(1.6448536269514727 * sigma), law.Percentile(0.95), 1e-13 * law.Percentile(0.95));
        Assert.Equal(0.5, law.Cdf(median), 1e-15);
        Assert.Equal(PortableNormal.Cdf(2), law.Cdf(median * Math.Exp(2 * sigma)), 1e-14);
        Assert.Equal(PortableNormal.UpperTail(7), law.ProbabilityAbove(median * Math.Exp(7 * sigma)), 1e-12 * PortableNormal.UpperTail(7));
    }

    [Fact]
    public void No_shares_a_fixed_price_and_one_without_volatility_are_certain()
    {
        VestValueLaw nothing = Expect.VestValueLaw([], Acme).Value;
        Assert.Equal((0, 0, 0, 1, 0), (nothing.Mean, nothing.StandardDeviation, nothing.Percentile(0.7), nothing.Cdf(0), nothing.ProbabilityBelow(0)));
        VestValueLaw fixedPrice = Expect.VestValueLaw([(1, 10), (2, 20)], SharePriceModel.Fixed("ACME", 100.Usd)).Value;
        Assert.Equal((3_000, 0, 3_000, 3_000, 3_000), (fixedPrice.Mean, fixedPrice.StandardDeviation, fixedPrice.Percentile(0.01), fixedPrice.TailAverage(0.05), fixedPrice.LowerTailAverage(0.05)));
        Assert.Equal((0, 1, 0, 0, 500), (fixedPrice.Cdf(2_999), fixedPrice.Cdf(3_000), fixedPrice.ProbabilityAbove(3_000), fixedPrice.ProbabilityBelow(3_000), fixedPrice.ShortfallBelow(3_500)));
        Assert.Equal((1_000, 0), (fixedPrice.ExcessAbove(2_000), fixedPrice.ShortfallBelow(2_000)));
        Assert.Equal(new ExpectedVestValue(700, 0), fixedPrice.AtMarginalRates((0, 0.2), (2_000, 0.3)));
        VestValueLaw drifts = Expect.VestValueLaw([(1, 10)], SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.06, 0)).Value;
        Assert.Equal(1_000 * Math.Exp(0.06), drifts.Percentile(0.3), 1e-12);
    }

    [Fact]
    public void What_vests_at_once_is_certain_and_moves_the_law()
    {
        VestValueLaw law = Expect.VestValueLaw([(0, 10), (1, 20)], Acme).Value, later = Expect.VestValueLaw([(1, 20)], Acme).Value;
        Assert.Equal(1_000 + later.Mean, law.Mean, 1e-12 * law.Mean);
        Assert.Equal(later.StandardDeviation, law.StandardDeviation, 1e-12 * law.Mean);
        Assert.Equal(1_000 + later.Percentile(0.05), law.Percentile(0.05), 1e-12 * law.Mean);
        Assert.Equal(1_000 + later.LowerTailAverage(0.05), law.LowerTailAverage(0.05), 1e-12 * law.Mean);
        Assert.Equal((1_000, 0, 0, double.PositiveInfinity), (law.Percentile(0), law.Cdf(1_000), law.ShortfallBelow(900), law.Percentile(1)));
        Assert.Equal(later.PartialMoment(2, 2_000) + (2_000 * later.PartialMoment(1, 2_000)) + (1e6 * later.PartialMoment(0, 2_000)), law.PartialMoment(2, 3_000), 1e-6);
    }

    [Fact]
    public void Later_money_counts_less()
    {
        VestValueLaw now = Expect.VestValueLaw([(1, 10)], Acme).Value, discounted = Expect.VestValueLaw([(1, 10)], Acme, 0.08).Value;
        Assert.Equal(now.Percentile(0.3) * Math.Exp(-0.08), discounted.Percentile(0.3), 1e-12);
    }

    [Fact]
    public void Two_vests_are_what_integrating_over_the_first_price_gives()
    {
        // P(w₁S₁ + w₂S₂ ≤ x) by the plain trapezoidal rule over the normal variate of S₁: smooth but where S₁ alone comes to x, and there flat.
        VestValueLaw law = Expect.VestValueLaw([(0.5, 30), (2, 70)], Acme).Value;
        double m = 0.05 - (0.45 * 0.45 / 2), near = 0.45 * Math.Sqrt(0.5), far = 0.45 * Math.Sqrt(1.5);
        foreach (double x in new[] { 4_000, 9_000, 20_000.0 })
        {
            double sum = 0;
            for (int i = -90_000; i <= 90_000; i++)
            {
                double z = i * 1e-4, first = 100 * Math.Exp((m * 0.5) + (near * z)), left = (x - (30 * first)) / (70 * first);
                sum += left > 0 ? PortableNormal.Density(z) * 1e-4 * PortableNormal.Cdf((Math.Log(left) - (m * 1.5)) / far) : 0;
            }
            Assert.Equal(sum, law.Cdf(x), 1e-12);
        }
    }

    [Fact]
    public void It_is_the_law_of_what_is_simulated()
    {
        Grant[] grants = [TotalPayCases.Quarterly, new Grant("RSU-2", new(2026, 2, 17), 1_000, VestingSchedule.Monthly(24, cliff: 6))];
        SimulatedTotalPay pay = Simulate.TotalPay(TotalPayCases.Seller, TotalPayCases.FourYears, grants, TotalPayCases.Assumed, 200_000, seed: 31);
        VestValueLaw law = Expect.VestValueLaw(grants, TotalPayCases.FourYears, TotalPayCases.Acme, discountRate: 0.05).Value;
        foreach (double p in new[] { 0.01, 0.1, 0.5, 0.9, 0.99 })
            TotalPayCases.NearPercentile(p, law.Percentile(p), pay.Equity);
        // A volatility two points higher is seen, and so would be any such mistake.
        VestValueLaw other = Expect.VestValueLaw(grants, TotalPayCases.FourYears, SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.05, 0.47), discountRate: 0.05).Value;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TotalPayCases.NearPercentile(0.1, other.Percentile(0.1), pay.Equity));
    }

    [Fact]
    public void Times_that_differ_by_a_rounding_are_one_and_a_price_that_moves_by_roundings_does_not_move()
    {
        VestValueLaw one = Expect.VestValueLaw([(1, 20), (2, 20)], Acme).Value, apart = Expect.VestValueLaw([(1, 10), (1 + 2e-16, 10), (2, 10), (2 - 1e-15, 10), (1e-300, 0)], Acme).Value;
        Assert.Equal(one.Percentile(0.3), apart.Percentile(0.3), 1e-12 * one.Mean);
        // A second (3.2e-8 years) apart two prices differ by 0.45·√3.2e-8 = 8e-5 of themselves, at random: of a percentile that is the square, 6e-9, and the drift as little.
        Assert.Equal(one.Percentile(0.3), Expect.VestValueLaw([(1, 10), (1 + 3.2e-8, 10), (2, 20)], Acme).Value.Percentile(0.3), 1e-7 * one.Mean);
        VestValueLaw still = Expect.VestValueLaw([(1, 10), (2, 10)], SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0, 1e-200)).Value, soon = Expect.VestValueLaw([(1e-300, 10)], Acme).Value;
        Assert.Equal((2_000, 2_000, 1_000), (still.Percentile(0.01), still.TailAverage(0.1), soon.Percentile(0.9)));
    }

    [Fact]
    public void A_law_beyond_the_range_of_numbers_is_not_available()
    {
        var none = Assert.IsType<ClosedForm<VestValueLaw>.NotAvailable>(Expect.VestValueLaw([(50, 1), (90, 1)], SharePriceModel.GeometricBrownian("ACME", 100.Usd, 9, 0.3)));
        Assert.Contains("leaves the range of numbers", none.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_out_of_range_are_refused()
    {
        VestValueLaw law = Expect.VestValueLaw([(1, 10)], Acme).Value;
        Assert.Throws<ArgumentOutOfRangeException>(() => law.Percentile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.TailAverage(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.LowerTailAverage(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.PartialMoment(3, 1));
        Assert.Contains("5 does not", Assert.Throws<ArgumentException>(() => law.AtMarginalRates((5, 0.1), (5, 0.2))).Message, StringComparison.Ordinal);
        Assert.Contains("-1 does not", Assert.Throws<ArgumentException>(() => law.AtMarginalRates((-1, 0.1))).Message, StringComparison.Ordinal);
        Assert.Contains("a finite number", Assert.Throws<ArgumentException>(() => law.AtMarginalRates((0, double.NaN))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Expect.VestValueLaw([(-1, 10)], Acme));
        Assert.Throws<ArgumentException>(() => Expect.VestValueLaw([(1, double.NaN)], Acme));
        Assert.Throws<ArgumentOutOfRangeException>(() => Expect.VestValueLaw([(1, 10)], Acme, discountRate: 2));
    }
}
