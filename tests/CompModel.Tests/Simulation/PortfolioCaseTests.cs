using System.Globalization;

namespace CompModel.Tests;

/// <summary>Published figures of sales forces that share one cause, by simulation.</summary>
public class PortfolioCaseTests
{
    private const double Errors = 4.5;
    private const int Trials = 10_000;

    public static TheoryData<string> Portfolios => Of("one_factor_portfolio");

    public static TheoryData<string> Distributions => Of("one_factor_portfolio_distribution");

    [Theory]
    [MemberData(nameof(Portfolios))]
    public void Ten_who_share_a_cause_cost_what_the_case_says(string id)
    {
        // Ten tell mean, spread and covariance of two; a hundred and a thousand follow from these three figures, in the case as here.
        var one = ExpectationCase.Find(id);
        SimulatedCost cost = Run(one, 10);
        Assert.Equal(one.Expected["total_mean_N10"], cost.Incentive.Mean, Errors * cost.Incentive.SimulationError);
        CheckSpread(one.Expected["total_sd_N10"], cost.Incentive);
        foreach (ParticipantOutlook each in cost.Participants)
            Assert.Equal(one.Expected["per_rep_expected"], each.Mean, Errors * each.SimulationError);
        double pairs = (Square(one.Expected["total_sd_N10"]) - (10 * Square(one.Expected["per_rep_sd"]))) / 90;
        Assert.Equal(one.Expected["pair_covariance"], pairs, 1e-12 * Square(one.Expected["total_sd_N10"]));
        PayoutLaw law = one.LawOf(one.Inputs);
        Assert.Equal(one.Expected["per_rep_expected"], law.Mean, 1e-12 * law.Mean);
        Assert.Equal(one.Expected["per_rep_sd"], law.StandardDeviation, 1e-12 * law.StandardDeviation);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Twenty_who_share_a_cause_spread_as_the_case_says(string id)
    {
        var one = ExpectationCase.Find(id);
        PayoutDistribution total = Run(one, one.Inputs.GetProperty("reps").GetInt32()).Incentive;
        double mean = one.Expected["total_expected"];
        Assert.Equal(mean, total.Mean, Errors * total.SimulationError);
        CheckSpread(one.Expected["total_sd"], total);
        foreach ((string figure, double expected) in one.Expected.Where(figure => figure.Key.StartsWith("total_p", StringComparison.Ordinal)))
            CheckShare(double.Parse(figure["total_p".Length..], CultureInfo.InvariantCulture) / 100, 1 - total.ProbabilityAbove(expected).Value);
        CheckShare(one.Expected["prob_total_gt_110pct_of_mean"], total.ProbabilityAbove(1.10 * mean).Value);
        CheckShare(one.Expected["prob_total_gt_125pct_of_mean"], total.ProbabilityAbove(1.25 * mean).Value);
        // Manistre and Hancock: the variance of a tail average is (that of the tail + 0.95·(average − percentile)²)/(0.05·n); the tail of so many is much like
        // an exponential, whose spread is its mean excess.
        double excess = one.Expected["total_cvar95"] - one.Expected["total_p95"];
        Assert.Equal(one.Expected["total_cvar95"], total.TailAverage(0.05), Errors * excess * Math.Sqrt(1.95 / (0.05 * Trials)));
    }

    private static void CheckShare(double expected, double actual) =>
        // The standard error of a share; the cases' six digits do not show beside it.
        Assert.Equal(expected, actual, Errors * Math.Sqrt(expected * (1 - expected) / Trials));

    private static void CheckSpread(double expected, PayoutDistribution pay)
    {
        // The standard error of a standard deviation is sd·√((κ − 1)/4n), with the kurtosis of the trials; half as much again for that being an estimate.
        double kurtosis = Enumerable.Range(0, Trials).Average(i => Square(Square((pay.Percentile(i / (Trials - 1.0)).Value - pay.Mean) / pay.StandardDeviation)));
        Assert.Equal(expected, pay.StandardDeviation, 1.5 * Errors * expected * Math.Sqrt((kurtosis - 1) / 4 / Trials));
    }

    private static SimulatedCost Run(ExpectationCase one, int people)
    {
        Participant[] force = [.. Enumerable.Range(1, people).Select(number => ExpectationCase.Participant(one.Inputs, $"R{number}"))];
        Assumptions assumptions = Assumptions.For(Measure.Bookings, one.Model).WithCompanyCorrelation(ExpectationCase.Double(one.Inputs.GetProperty("rho")));
        return Simulate.Cost(new SalesForce(force), Workloads.Year, assumptions, Trials, seed: 2026);
    }

    private static double Square(double x) => x * x;

    private static TheoryData<string> Of(string kind) => new(ExpectationCase.All.Where(one => one.Kind == kind).Select(one => one.Id));
}
