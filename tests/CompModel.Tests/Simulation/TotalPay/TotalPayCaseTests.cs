using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>Published cases of vesting shares, alone and beside a commission that goes with their price.</summary>
public class TotalPayCaseTests
{
    private const int Trials = 300_000;

    public static TheoryData<string> Equity => new(ExpectationCase.All.Where(one => one.Kind == "rsu_gbm_total_vest_value").Select(one => one.Id));

    [Theory]
    [MemberData(nameof(Equity))]
    public void The_moments_of_what_vests_are_the_published_ones(string id)
    {
        var one = ExpectationCase.Find(id);
        ExpectedVestValue value = Expect.VestValue([GrantOf(one.Inputs)], TotalPayCases.FourYears, PriceOf(one.Inputs));
        // Some dozen roundings of doubles: 1e-9 leaves room for a million.
        Assert.Equal(one.Expected["total_value_mean"], value.Mean, 1e-9 * value.Mean);
        Assert.Equal(one.Expected["total_value_sd"], value.StandardDeviation, 1e-9 * value.Mean);
    }

    [Theory]
    [MemberData(nameof(Equity))]
    public void What_vests_is_simulated_as_published(string id)
    {
        var one = ExpectationCase.Find(id);
        SimulatedTotalPay pay = Simulate.TotalPay(
            TotalPayCases.Seller, TotalPayCases.FourYears, [GrantOf(one.Inputs)], Workloads.W1Assumptions.WithSharePrice(PriceOf(one.Inputs)), Trials, seed: 11);
        PayoutDistribution equity = pay.Equity;
        double granted = ExpectationCase.Double(one.Inputs.GetProperty("grant_value"));
        foreach ((string figure, double expected) in one.Expected)
        {
            switch (figure)
            {
                case "total_value_mean":
                    TotalPayCases.Near(expected, equity.Mean, equity.SimulationError);
                    break;
                case "total_value_sd":
                    TotalPayCases.Near(expected * expected, pay.Covariance(PayPart.Equity, PayPart.Equity));
                    break;
                case "prob_below_grant_value":
                    TotalPayCases.NearPercentile(expected, granted, equity);
                    break;
                case "prob_gt_twice_grant_value":
                    TotalPayCases.NearPercentile(1 - expected, 2 * granted, equity);
                    break;
                case "expected_shortfall_below_grant":
                    double[] missing = [.. pay.Samples(PayPart.Equity).Select(value => Math.Max(0, granted - value))];
                    var shortfall = new PayoutDistribution(missing, 0);
                    TotalPayCases.Near(expected, shortfall.Mean, shortfall.SimulationError);
                    break;
                case "cvar10_lower":
                    // What the dearest nine tenths leave of the mean. Its variance is at most that of the worst tenth's values and of the percentile's place (Manistre
                    // and Hancock): spread and excess are below the 10th percentile itself.
                    double p10 = one.Expected["total_value_p10"], lowest = (equity.Mean - (0.9 * equity.TailAverage(0.9))) / 0.1;
                    TotalPayCases.Near(expected, lowest, Math.Sqrt(((p10 * p10 / 4) + (0.9 * (p10 - expected) * (p10 - expected))) / (0.1 * Trials)));
                    break;
                default:
                    TotalPayCases.NearPercentile(double.Parse(figure["total_value_p".Length..], CultureInfo.InvariantCulture) / 100, expected, equity);
                    break;
            }
        }
    }

    [Fact]
    public void A_commission_and_shares_that_go_against_each_other_are_simulated_as_published()
    {
        var one = ExpectationCase.Find("total_package/C2_three_accelerators_uncapped/corr-0.2");
        SimulatedTotalPay pay = Simulate.TotalPay(PackageOf(one));
        TotalPayCases.Near(one.Expected["expected_commission"], pay.Incentive.Mean, pay.Incentive.SimulationError);
        TotalPayCases.Near(one.Expected["expected_rsu"], pay.Equity.Mean, pay.Equity.SimulationError);
        TotalPayCases.Near(one.Expected["expected_total"], pay.Total.Mean, pay.Total.SimulationError);
        TotalPayCases.Near(one.Expected["covariance"], pay.Covariance(PayPart.Incentive, PayPart.Equity));
        TotalPayCases.Near(one.Expected["payout_stock_correlation"], pay.Correlation(PayPart.Incentive, PayPart.Equity));
        foreach ((string figure, PayPart part) in new[] { ("sd_commission", PayPart.Incentive), ("sd_rsu", PayPart.Equity), ("sd_total", PayPart.Total) })
            TotalPayCases.Near(Math.Pow(one.Expected[figure], 2), pay.Covariance(part, part));
        foreach (int p in new[] { 5, 50, 95 })
            TotalPayCases.NearPercentile(p / 100.0, one.Expected[$"total_p{p}"], pay.Total);
    }

    [Fact]
    public void Its_closed_forms_are_the_published_ones()
    {
        var one = ExpectationCase.Find("total_package/C2_three_accelerators_uncapped/corr-0.2");
        TotalPayDefinition package = PackageOf(one);
        ExpectedTotalPay expected = Expect.TotalPay(package);
        TotalPayLaw law = Expect.TotalPayLaw(package).Value;
        foreach ((string figure, double published) in one.Expected)
        {
            double value = figure switch
            {
                "expected_commission" => expected.Incentive.Value,
                "expected_rsu" => expected.Equity.Mean,
                "expected_total" => expected.Mean.Value,
                "sd_commission" => expected.IncentiveStandardDeviation.Value,
                "sd_rsu" => expected.Equity.StandardDeviation,
                "covariance" => expected.Covariance.Value,
                "payout_stock_correlation" => expected.Correlation.Value,
                "sd_total" => expected.StandardDeviation.Value,
                _ => law.Percentile(double.Parse(figure["total_p".Length..], CultureInfo.InvariantCulture) / 100),
            };
            // The case vouches for 14 digits; the covariance is a difference of two means a tenth in size, so that it has 13 of a double's.
            Assert.Equal(published, value, 1e-9 * Math.Abs(published));
        }
        Assert.Equal(expected.Mean.Value, law.Mean, 1e-13 * law.Mean);
    }

    private static TotalPayDefinition PackageOf(ExpectationCase one)
    {
        JsonElement rsu = one.Inputs.GetProperty("rsu");
        Assumptions assumptions = Assumptions.For(Measure.Bookings, one.Model).WithSharePrice(PriceOf(rsu))
            .WithPriceCorrelation(ExpectationCase.Double(one.Inputs.GetProperty("correlation_ln_attainment_ln_stock")));
        return new(ExpectationCase.Participant(one.Inputs), [Workloads.Year], [GrantOf(rsu)], assumptions, Trials, seed: 5);
    }

    // Vest times are whole twelfths of a year, each at the end of a month.
    private static Grant GrantOf(JsonElement rsu)
    {
        (Rational Years, Rational Shares)[] vests = [.. rsu.GetProperty("vest_years").EnumerateArray().Zip(rsu.GetProperty("shares").EnumerateArray(), (years, shares) => (ExpectationCase.Number(years), ExpectationCase.Number(shares)))];
        Rational total = vests.Aggregate(Rational.Zero, (sum, vest) => sum + vest.Shares);
        return new("RSU", TotalPayCases.Eve, (long)total.Numerator, VestingSchedule.Portions(vests.Select(vest => ((int)(vest.Years * 12).Numerator, vest.Shares / total))));
    }

    private static SharePriceModel PriceOf(JsonElement rsu) => SharePriceModel.GeometricBrownian(
        "ACME", decimal.Parse(rsu.GetProperty("spot").GetString()!, CultureInfo.InvariantCulture).Usd,
        ExpectationCase.Double(rsu.GetProperty("drift_continuous")), ExpectationCase.Double(rsu.GetProperty("volatility")));
}
