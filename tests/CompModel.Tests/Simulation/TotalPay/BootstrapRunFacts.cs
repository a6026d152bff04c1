using System.Security.Cryptography;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Total pay at a price whose months are drawn from history.</summary>
public class BootstrapRunFacts
{
    private const int Trials = 100_000;

    // Returns far apart, so that sums of a few months tell which were drawn.
    private static readonly PriceHistory Few = PriceHistories.Months(100, 110, 80, 84, 147);

    private static readonly Grant Monthly = new("M", new(2026, 1, 14), 2_400, VestingSchedule.Monthly(24));

    private static SimulatedTotalPay Run(SharePriceModel price, Grant grant, double correlation = 0, int trials = Trials, int? threads = null) => Simulate.TotalPay(
        TotalPayCases.Seller, TotalPayCases.FourYears[..2], [grant], Workloads.W1Assumptions.WithSharePrice(price).WithPriceCorrelation(correlation), trials, seed: 21, threads);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_vests_has_the_moments_of_the_closed_form(int monthsAtOnce)
    {
        SharePriceModel price = SharePriceModel.Bootstrap("AMZN", 100.Usd, PriceHistories.Amazon, monthsAtOnce);
        SimulatedTotalPay pay = Run(price, Monthly);
        ExpectedVestValue expected = Expect.VestValue([Monthly], TotalPayCases.FourYears[..2], price);
        TotalPayCases.Near(expected.Mean, pay.Equity.Mean, pay.Equity.SimulationError);
        TotalPayCases.Near(expected.StandardDeviation * expected.StandardDeviation, pay.Covariance(PayPart.Equity, PayPart.Equity));
        // Another block length is another law, and seen as one: blocks keep that good months follow bad ones.
        ExpectedVestValue other = Expect.VestValue([Monthly], TotalPayCases.FourYears[..2], SharePriceModel.Bootstrap("AMZN", 100.Usd, PriceHistories.Amazon, 4 - monthsAtOnce));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TotalPayCases.Near(other.StandardDeviation * other.StandardDeviation, pay.Covariance(PayPart.Equity, PayPart.Equity)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_block_is_drawn_as_often(int monthsAtOnce)
    {
        // All shares at the end of the first block.
        var grant = new Grant("G", TotalPayCases.Eve, 100, VestingSchedule.Dated((new LocalDate(2026, 1, 31).PlusMonths(monthsAtOnce - 1), 100.Percent)));
        double[] drawn = Run(SharePriceModel.Bootstrap("FEW", 100.Usd, Few, monthsAtOnce), grant).Samples(PayPart.Equity);
        decimal[] prices = [.. Few.Closes.Select(close => close.Price)];
        double[] expected = [.. Enumerable.Range(0, prices.Length - monthsAtOnce).Select(start => (double)(10_000m * prices[start + monthsAtOnce] / prices[start]))];
        double share = 1.0 / expected.Length;
        foreach (double value in expected)
            // On the grid of 2^-10, from a power with a relative error of 1e-14.
            TotalPayCases.Near(share, (double)drawn.Count(one => Math.Abs(one - value) < 1.0 / 1024) / Trials, Math.Sqrt(share * (1 - share) / Trials));
    }

    [Fact]
    public void Between_month_ends_the_logarithm_moves_evenly_and_in_a_quarter_months_follow_as_they_did()
    {
        // The 14th closes as the 15th opens: 14 of January's 31 days, 14 of February's 28.
        SharePriceModel price = SharePriceModel.Bootstrap("FEW", 100.Usd, Few, 3);
        double[] ln = [.. Few.LogReturns];
        double[] january = Run(price, On(new(2026, 1, 14)), trials: 500).Samples(PayPart.Equity), february = Run(price, On(new(2026, 2, 14)), trials: 500).Samples(PayPart.Equity);
        for (int trial = 0; trial < 500; trial++)
        {
            // The first or the second run of three.
            int run = Math.Abs(january[trial] - (10_000 * Math.Exp(ln[0] * 14 / 31))) < 1.0 / 1024 ? 0 : 1;
            Assert.Equal(10_000 * Math.Exp(ln[run] * 14 / 31), january[trial], 1.0 / 1024);
            Assert.Equal(10_000 * Math.Exp(ln[run] + (ln[run + 1] / 2)), february[trial], 1.0 / 1024);
        }
        Grant On(LocalDate day) => new("G", TotalPayCases.Eve, 100, VestingSchedule.Dated((day, 100.Percent)));
    }

    [Fact]
    public void Pay_goes_with_the_price_by_the_rank_of_months()
    {
        SharePriceModel price = SharePriceModel.Bootstrap("AMZN", 100.Usd, PriceHistories.Amazon);
        var grant = new Grant("G", TotalPayCases.Eve, 1_000, VestingSchedule.Annual(1));
        SimulatedTotalPay together = Run(price, grant, 0.6), apart = Run(price, grant), against = Run(price, grant, -0.6);
        // The price's path is the same whatever pay goes with it, and so is the law of pay.
        Assert.Equal(apart.Samples(PayPart.Equity), together.Samples(PayPart.Equity));
        TotalPayCases.Near(2 * Workloads.W1Mean, together.Incentive.Mean, together.Incentive.SimulationError);
        Assert.True(together.Covariance(PayPart.Incentive, PayPart.Equity).Low > 0);
        Assert.True(against.Covariance(PayPart.Incentive, PayPart.Equity).High < 0);
        TotalPayCases.Near(0, apart.Covariance(PayPart.Incentive, PayPart.Equity));
    }

    [Fact]
    public void Threads_do_not_change_a_bit_and_later_grants_no_earlier_price()
    {
        SharePriceModel price = SharePriceModel.Bootstrap("AMZN", 100.Usd, PriceHistories.Amazon);
        SimulatedTotalPay one = Run(price, Monthly, 0.3, 5_000, 1), four = Run(price, Monthly, 0.3, 5_000, 4);
        Assert.Equal(one.Samples(PayPart.Total), four.Samples(PayPart.Total));
        SimulatedTotalPay fewer = Simulate.TotalPay(TotalPayCases.Seller, TotalPayCases.FourYears[..1], [Monthly], Workloads.W1Assumptions.WithSharePrice(price).WithPriceCorrelation(0.3), 5_000, seed: 21);
        Assert.Equal(one.Samples(PayPart.Equity, 1), fewer.Samples(PayPart.Equity, 1));
    }

    [Theory]
    [InlineData(1, "67553239a8cf094d0fa3db120cf00eb108336bf88")]
    [InlineData(3, "541abd3997c5b4fb0ddee6d1b2f242179fd817952")]
    public void Its_bits_stay_as_they_are(int monthsAtOnce, string digest)
    {
        SimulatedTotalPay pay = Run(SharePriceModel.Bootstrap("AMZN", 100.Usd, PriceHistories.Amazon, monthsAtOnce), Monthly, 0.3, 2_500);
        byte[] bytes = [.. pay.Samples(PayPart.Total).Concat(pay.Samples(PayPart.Equity)).SelectMany(sample => BitConverter.GetBytes(BitConverter.DoubleToInt64Bits(sample)))];
        Assert.StartsWith(digest, Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_that_leaves_what_can_be_drawn_is_refused()
    {
        SharePriceModel wild = SharePriceModel.Bootstrap("WILD", 100.Usd, PriceHistories.Months(1, 1e14m, 1, 1e14m));
        Assert.Contains("beyond what can be drawn", Assert.Throws<ArgumentException>(() => Run(wild, Monthly, trials: 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_closed_form_says_so()
    {
        SharePriceModel price = SharePriceModel.Bootstrap("AMZN", 100.Usd, PriceHistories.Amazon);
        var law = Assert.IsType<ClosedForm<VestValueLaw>.NotAvailable>(Expect.VestValueLaw([Monthly], TotalPayCases.FourYears, price));
        Assert.Equal("sums of prices that are drawn from history (AMZN from 100.00 USD, months of 122, 1 at once) have no simple law; their mean and spread are known.", law.Because);
        ExpectedTotalPay expected = Expect.TotalPay(new(TotalPayCases.Seller, TotalPayCases.FourYears, [Monthly], Workloads.W1Assumptions.WithSharePrice(price).WithPriceCorrelation(0.3)));
        Assert.Contains("drawn from history", Assert.IsType<ClosedForm<double>.NotAvailable>(expected.StandardDeviation).Because, StringComparison.Ordinal);
        Assert.True(expected.Mean.Value > 0);
    }
}
