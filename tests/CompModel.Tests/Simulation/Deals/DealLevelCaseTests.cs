using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>Published figures of years that are sums of single deals, by simulation.</summary>
public class DealLevelCaseTests
{
    private const double Errors = 4.5;
    private const int Trials = 300_000;

    public static TheoryData<string> Cases => new(ExpectationCase.All.Where(one => one.Kind == "deal_level").Select(one => one.Id));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Deals_that_make_the_credits_pay_what_the_case_says(string id)
    {
        var one = ExpectationCase.Find(id);
        DealMix mix = MixOf(one.Inputs.GetProperty("pipeline")).MakingCredits();
        double quota = ExpectationCase.Double(one.Inputs.GetProperty("quota"));
        SimulatedCost cost = Simulate.Cost(new SalesForce([ExpectationCase.Participant(one.Inputs)]), Workloads.Year, Assumptions.OfDeals(mix), Trials, seed: 2026);
        PayoutDistribution pay = cost.Incentive;
        Assert.Equal(one.Expected["attainment_mean"], mix.MeanSold / quota, 1e-12);
        Assert.Equal(mix.MeanSold, cost.Bookings.Mean, Errors * cost.Bookings.SimulationError);
        CheckSpread(mix.StandardDeviationSold, cost.Bookings);
        Assert.Equal(one.Expected["expected_payout"], pay.Mean, Errors * pay.SimulationError);
        CheckSpread(one.Expected["sd_payout"], pay);
        CheckShare(one.Expected["p_attainment_ge_1"], cost.Expected.SellersAtQuota);
        HashSet<string> unstable = one.UnstableUnderSimulation;
        foreach ((string figure, double expected) in one.Expected.Where(figure => !unstable.Contains(figure.Key)))
        {
            // Payouts that are whole thousands sit on a step of the law: half a cent above it, for the grid that pay is told on.
            if (figure.StartsWith("p_payout_gt_", StringComparison.Ordinal))
                CheckShare(expected, pay.ProbabilityAbove(double.Parse(figure["p_payout_gt_".Length..], CultureInfo.InvariantCulture) + 0.005).Value);
            else if (figure.StartsWith("payout_p", StringComparison.Ordinal))
                CheckPercentile(double.Parse(figure["payout_p".Length..], CultureInfo.InvariantCulture) / 100, expected, pay);
        }
    }

    private static DealMix MixOf(JsonElement pipeline)
    {
        if (pipeline.TryGetProperty("opportunities", out JsonElement opportunities))
        {
            return new(DealCount.Binomial(opportunities.GetInt32(), ExpectationCase.Double(pipeline.GetProperty("win_probability"))),
                DealSize.Fixed(Decimal(pipeline.GetProperty("deal_size"))));
        }
        JsonElement count = pipeline.GetProperty("deal_count");
        double mean = ExpectationCase.Double(count.GetProperty("mean"));
        DealCount number = count.GetProperty("family").GetString() switch
        {
            "poisson" => DealCount.Poisson(mean),
            "negative_binomial" => DealCount.NegativeBinomial(ExpectationCase.Double(count.GetProperty("r")), mean),
            var unknown => throw new InvalidOperationException(unknown),
        };
        if (pipeline.TryGetProperty("deal_size_table", out JsonElement table))
            return new(number, DealSize.Discrete([.. table.EnumerateArray().Select(row => (Decimal(row.GetProperty("size")), (Rational)Decimal(row.GetProperty("p"))))]));
        JsonElement size = pipeline.GetProperty("deal_size");
        Assert.Equal("gamma", size.GetProperty("family").GetString());
        return new(number, DealSize.Gamma(ExpectationCase.Double(size.GetProperty("mean")), ExpectationCase.Double(size.GetProperty("shape"))));
    }

    // A percentile of the law is bracketed by the order statistics whose ranks lie 4.5 standard errors of a share to either side; a hundredth for the grid of pay.
    private static void CheckPercentile(double p, double expected, PayoutDistribution pay)
    {
        double reach = Errors * Math.Sqrt(p * (1 - p) / Trials);
        Assert.InRange(expected, pay.Percentile(p - reach).Value - 0.01, pay.Percentile(p + reach).Value + 0.01);
    }

    private static void CheckShare(double expected, double actual) => Assert.Equal(expected, actual, Errors * Math.Sqrt(expected * (1 - expected) / Trials));

    // The standard error of a standard deviation is sd·√((κ − 1)/4n); half as much again, for the kurtosis is an estimate.
    private static void CheckSpread(double expected, PayoutDistribution pay)
    {
        const int Places = 6_000;
        double kurtosis = 0;
        for (int i = 0; i < Places; i++)
            kurtosis += Math.Pow((pay.Percentile((i + 0.5) / Places).Value - pay.Mean) / pay.StandardDeviation, 4) / Places;
        Assert.Equal(expected, pay.StandardDeviation, 1.5 * Errors * expected * Math.Sqrt((kurtosis - 1) / 4 / Trials));
    }

    private static decimal Decimal(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
