using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>Years drawn period by period and paid to date, against integrals that others computed (see Cases/expectation.json).</summary>
public class TrueUpCaseTests
{
    private const int Trials = 400_000;

    public static TheoryData<string> Cases => new(ExpectationCase.All.Where(one => one.Kind == "annual_trueup").Select(one => one.Id));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quarters_or_halves_drawn_by_themselves_earn_in_the_year_what_the_case_says(string id)
    {
        var one = ExpectationCase.Find(id);
        (Frequency frequency, AttainmentModel model, double correlation, Seasonality seasonality) = Model(one);
        CompensationPlan plan = new CompensationPlan("plan", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, ExpectationCase.CurveOf(one.Inputs)).ToDate(frequency)).WithSeasonality(seasonality);
        Assumptions assumptions = Assumptions.For(Measure.Bookings, model).WithPeriods(Measure.Bookings, frequency).WithPeriodCorrelation(correlation);
        SimulatedCost cost = Simulate.Cost(new SalesForce([new Participant("R1", plan, new Quota(Measure.Bookings, 1_000_000.Usd))]), Workloads.Year, assumptions, Trials, seed: 20260101);
        PayoutDistribution pay = cost.Incentive;
        double Share(double p) => 4.5 * Math.Sqrt(p * (1 - p) / Trials);
        foreach ((string figure, double expected) in one.Expected)
        {
            switch (figure)
            {
                case "attainment_mean":
                    Assert.Equal(expected, cost.Bookings.Mean / 1_000_000, 4.5 * cost.Bookings.SimulationError / 1_000_000);
                    break;
                case "p_attainment_ge_1":
                    Assert.Equal(expected, cost.Expected.SellersAtQuota, Share(expected));
                    break;
                case "expected_payout":
                    Assert.Equal(expected, pay.Mean, 4.5 * pay.SimulationError);
                    break;
                // The error of a standard deviation is √((kurtosis − 1) ÷ 4n) of it; the kurtosis of these laws is below 60.
                case "sd_payout":
                    Assert.Equal(expected, pay.StandardDeviation, 4.5 * expected * Math.Sqrt(59.0 / (4 * Trials)));
                    break;
                default:
                    if (figure.StartsWith("p_payout_gt_", StringComparison.Ordinal))
                        Assert.Equal(expected, pay.ProbabilityAbove(double.Parse(figure["p_payout_gt_".Length..], CultureInfo.InvariantCulture)).Value, Share(expected));
                    else if (figure.StartsWith("payout_p", StringComparison.Ordinal))
                        Percentile(pay, double.Parse(figure["payout_p".Length..], CultureInfo.InvariantCulture) / 100, expected);
                    break;
            }
        }
    }

    // The share of trials at most a percentile lies within 4.5 standard errors of it; a lump at the percentile may hold more.
    private static void Percentile(PayoutDistribution pay, double p, double expected)
    {
        double error = 4.5 * Math.Sqrt(p * (1 - p) / Trials), above = pay.ProbabilityAbove(expected + 0.01).Value, atLeast = pay.ProbabilityAbove(expected - 0.01).Value;
        Assert.True(1 - above >= p - error && 1 - atLeast <= p + error, $"p{p * 100}: {expected} lies between {1 - atLeast} and {1 - above}.");
    }

    private static (Frequency, AttainmentModel, double, Seasonality) Model(ExpectationCase one)
    {
        if (one.Inputs.TryGetProperty("half_sales", out JsonElement halves))
        {
            double mean = ExpectationCase.Double(halves.GetProperty("mean_dollars")) / 500_000;
            return (Frequency.SemiAnnual, AttainmentModel.LogNormal(mean, ExpectationCase.Double(halves.GetProperty("cv"))), ExpectationCase.Double(halves.GetProperty("correlation_of_logs")), Seasonality.EqualMonths);
        }
        JsonElement quarters = one.Inputs.GetProperty("quarterly_sales");
        if (quarters.GetProperty("family").GetString()!.StartsWith("gamma", StringComparison.Ordinal))
        {
            double scale = ExpectationCase.Double(quarters.GetProperty("scale_dollars")) / 250_000;
            return (Frequency.Quarterly, AttainmentModel.GammaOfShape(ExpectationCase.Double(quarters.GetProperty("shape")), scale), 0, Seasonality.EqualMonths);
        }
        Rational[] quotas = [.. one.Inputs.GetProperty("quarterly_quota").EnumerateArray().Select(quota => ExpectationCase.Number(quota) / 1_000_000)];
        double first = ExpectationCase.Double(quarters.GetProperty("mean_dollars")[0]) / (quotas[0].ToDouble() * 1_000_000);
        return (Frequency.Quarterly, AttainmentModel.LogNormal(first, ExpectationCase.Double(quarters.GetProperty("cv"))), 0, Seasonality.Of(Frequency.Quarterly, quotas));
    }
}
