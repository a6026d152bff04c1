namespace CompModel.Tests;

/// <summary>The law of one year's total pay, and how its parts go together, beside simulation and at the edges.</summary>
public class TotalPayLawFacts
{
    private const int Trials = 200_000;

    private static readonly Assumptions Assumed = Workloads.W1Assumptions.WithSharePrice(TotalPayCases.Acme).WithDiscountRate(0.05);

    private static readonly Grant OneDay = new("G", new(2025, 9, 30), 1_000, VestingSchedule.Annual(1));

    private static TotalPayDefinition One(Assumptions assumptions, params Grant[] grants) => new(TotalPayCases.Seller, [Workloads.Year], grants, assumptions, Trials, seed: 13);

    [Theory]
    [InlineData(0.6)]
    [InlineData(-0.6)]
    [InlineData(0)]
    public void Total_pay_of_a_year_is_simulated_by_its_law(double correlation)
    {
        // Vests after nine months, so that the price has seen three quarters of the year; without correlation on four days.
        TotalPayDefinition run = One(Assumed.WithPriceCorrelation(correlation), correlation == 0 ? TotalPayCases.Quarterly : OneDay);
        SimulatedTotalPay pay = Simulate.TotalPay(run);
        TotalPayLaw law = Expect.TotalPayLaw(run).Value;
        ExpectedTotalPay expected = Expect.TotalPay(run);
        foreach (double p in new[] { 0.02, 0.3, 0.5, 0.8, 0.98 })
        {
            double value = law.Percentile(p);
            TotalPayCases.NearPercentile(p, value, pay.Total);
            // Tolerances of the integral, twenty of them.
            Assert.Equal(p, law.Cdf(value), 1e-12);
            Assert.Equal(1 - p, law.ProbabilityAbove(value), 1e-12);
        }
        TotalPayCases.Near(expected.Covariance.Value, pay.Covariance(PayPart.Incentive, PayPart.Equity));
        TotalPayCases.Near(Math.Pow(expected.IncentiveStandardDeviation.Value, 2), pay.Covariance(PayPart.Incentive, PayPart.Incentive));
        TotalPayCases.Near(Math.Pow(expected.StandardDeviation.Value, 2), pay.Covariance(PayPart.Total, PayPart.Total));
        TotalPayCases.Near(expected.Correlation.Value, pay.Correlation(PayPart.Incentive, PayPart.Equity));
        double[] missing = [.. pay.Samples(PayPart.Total).Select(total => Math.Max(0, law.Mean - total))];
        var shortfall = new PayoutDistribution(missing, 0);
        TotalPayCases.Near(shortfall.Mean, law.ShortfallBelow(law.Mean), shortfall.SimulationError);
        Assert.Equal(law.Mean, (0.2 * law.LowerTailAverage(0.2)) + (0.8 * law.TailAverage(0.8)), 1e-11 * law.Mean);
        // The law of another correlation is told apart.
        if (correlation != 0)
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TotalPayCases.NearPercentile(0.02, Expect.TotalPayLaw(One(Assumed, OneDay)).Value.Percentile(0.02), pay.Total));
    }

    [Fact]
    public void Over_several_years_each_year_s_pay_goes_with_the_part_of_its_price_that_later_vests_keep()
    {
        TotalPayDefinition run = TotalPayCases.W3(Trials);
        SimulatedTotalPay pay = Simulate.TotalPay(run);
        ExpectedTotalPay expected = Expect.TotalPay(run);
        TotalPayCases.Near(expected.Covariance.Value, pay.Covariance(PayPart.Incentive, PayPart.Equity));
        TotalPayCases.Near(Math.Pow(expected.StandardDeviation.Value, 2), pay.Covariance(PayPart.Total, PayPart.Total));
        // A covariance a tenth less is told apart: the check can fail.
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TotalPayCases.Near(expected.Covariance.Value * 0.9, pay.Covariance(PayPart.Incentive, PayPart.Equity)));
        Assert.Contains("incentives of 4 years", Reason(Expect.TotalPayLaw(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_measure_goes_with_the_price_as_far_as_with_the_first()
    {
        Assumptions both = Assumptions.For(Measure.Adoption, AttainmentModel.LogNormal(1, 0.4)).And(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35))
            .WithCorrelation(Measure.Adoption, Measure.Bookings, 0.5).WithSharePrice(TotalPayCases.Acme).WithPriceCorrelation(0.6);
        Assumptions alone = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35)).WithSharePrice(TotalPayCases.Acme).WithPriceCorrelation(0.3);
        Assert.Equal(Expect.TotalPay(One(alone, OneDay)).Covariance.Value, Expect.TotalPay(One(both, OneDay)).Covariance.Value, 1e-3);
        TotalPayCases.Near(Expect.TotalPay(One(both, OneDay)).Covariance.Value, Simulate.TotalPay(One(both, OneDay)).Covariance(PayPart.Incentive, PayPart.Equity));
    }

    [Fact]
    public void Without_shares_or_at_a_fixed_price_it_is_the_law_of_the_incentive_moved()
    {
        PayoutLaw incentive = Expect.Incentive(TotalPayCases.Seller, Workloads.Year, Workloads.W1Assumptions).Law.Value;
        TotalPayLaw none = Expect.TotalPayLaw(One(Workloads.W1Assumptions)).Value;
        TotalPayLaw certain = Expect.TotalPayLaw(One(Workloads.W1Assumptions.WithSharePrice(SharePriceModel.Fixed("ACME", 100.Usd)).WithPriceCorrelation(0.4), OneDay)).Value;
        foreach (double p in new[] { 0.05, 0.4, 0.9 })
        {
            // The probability is known to 1e-13, a thousandth of whose scale is the density.
            Assert.Equal(120_000 + incentive.Percentile(p).Value, none.Percentile(p), 1e-6);
            Assert.Equal(220_000 + incentive.Percentile(p).Value, certain.Percentile(p), 1e-6);
        }
        Assert.Equal(120_000 + incentive.TailAverage(0.05).Value, none.TailAverage(0.05), 1e-6);
        Assert.Equal((0, double.NaN), (Expect.TotalPay(One(Workloads.W1Assumptions)).Covariance.Value, Expect.TotalPay(One(Workloads.W1Assumptions)).Correlation.Value));
    }

    [Fact]
    public void A_lump_of_pay_is_met_from_both_sides()
    {
        // Nothing below a threshold of 50 %, which a good share misses: the lowest percentiles are the salary alone.
        PayoutLaw incentive = Expect.Incentive(TotalPayCases.Seller, Workloads.Year, Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.6, 0.5))).Law.Value;
        TotalPayLaw law = Expect.TotalPayLaw(One(Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.6, 0.5)))).Value;
        Assert.Equal(0, incentive.Percentile(0.2).Value);
        Assert.Equal(120_000, law.Percentile(0.2), 1e-9);
        Assert.Equal(AttainmentModel.LogNormal(0.6, 0.5).Cdf(0.5), law.Cdf(120_000), 1e-12);
        Assert.Equal(0, law.Cdf(119_999));
        Assert.Equal(1, law.ProbabilityAbove(119_999), 1e-12);
    }

    [Fact]
    public void Where_there_is_none_the_reason_is_said()
    {
        Assert.Contains("shares vest on 4 days at prices that go with attainment", Reason(Expect.TotalPayLaw(One(Assumed.WithPriceCorrelation(0.3), TotalPayCases.Quarterly))), StringComparison.Ordinal);
        var endOfYear = new Grant("G", TotalPayCases.Eve, 100, VestingSchedule.Annual(1));
        Assert.Contains("move as one", Reason(Expect.TotalPayLaw(One(Assumed.WithPriceCorrelation(-1), endOfYear))), StringComparison.Ordinal);
        Assumptions gamma = Assumptions.For(Measure.Bookings, AttainmentModel.GammaOfShape(8, 0.12)).WithSharePrice(TotalPayCases.Acme).WithPriceCorrelation(0.3);
        Assert.Contains("where it is lognormal; here it is gamma", Reason(Expect.TotalPayLaw(One(gamma, endOfYear))), StringComparison.Ordinal);
        Assert.Contains("where it is lognormal", Assert.IsType<ClosedForm<double>.NotAvailable>(Expect.TotalPay(One(gamma, endOfYear)).Covariance).Because, StringComparison.Ordinal);
        Assert.True(Expect.TotalPay(One(gamma, endOfYear)).Mean.Value > 0);
        TotalPayLaw law = Expect.TotalPayLaw(One(Assumed, endOfYear)).Value;
        Assert.Throws<ArgumentOutOfRangeException>(() => law.Percentile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.Percentile(1));
    }

    private static string Reason(ClosedForm<TotalPayLaw> form) => Assert.IsType<ClosedForm<TotalPayLaw>.NotAvailable>(form).Because;
}
