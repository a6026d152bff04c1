namespace CompModel.Tests;

public class SimulatedW1Facts
{
    private const int Trials = 1_000_000;

    // The rule of the house: 4.5 standard errors, on a fixed seed.
    private const double Errors = 4.5;

    private static readonly PayoutDistribution Simulated =
        Simulate.Participant(Workloads.W1, Workloads.Year, Workloads.W1Assumptions, Trials, seed: 7);

    private static readonly PayoutLaw Exact = Expect.Incentive(Workloads.W1, Workloads.Year, Workloads.W1Assumptions).Law.Value;

    [Fact]
    public void The_simulated_mean_is_the_published_one() =>
        Assert.InRange(Simulated.Mean, Workloads.W1Mean - (Errors * Simulated.SimulationError), Workloads.W1Mean + (Errors * Simulated.SimulationError));

    [Fact]
    public void The_simulated_spread_is_the_published_one()
    {
        // The standard error of a standard deviation is sd·√((κ − 1)/4n); the kurtosis κ of this payout, whose tail goes as three times a
        // lognormal of cv 0.35, is below 30.
        double error = Workloads.W1StandardDeviation * Math.Sqrt(29.0 / 4 / Trials);
        Assert.InRange(Simulated.StandardDeviation, Workloads.W1StandardDeviation - (Errors * error), Workloads.W1StandardDeviation + (Errors * error));
    }

    [Fact]
    public void The_simulated_percentiles_are_the_published_ones()
    {
        foreach ((double p, double value) in Workloads.W1Percentiles)
        {
            // The share of trials at or below the true percentile is p, with the standard error of a share.
            double share = 1 - Simulated.ProbabilityAbove(value).Value, error = Math.Sqrt(p * (1 - p) / Trials);
            Assert.InRange(share, p - (Errors * error), p + (Errors * error));
        }
    }

    [Fact]
    public void The_simulated_tail_average_is_the_published_one()
    {
        // The variance of a tail average is that of the tail plus (1 − share)·(average − percentile)², over the trials in the tail (Manistre and Hancock);
        // the tail's own spread is below 120,000.
        double excess = Workloads.W1TailAverage - 245_294, error = Math.Sqrt(((120_000.0 * 120_000) + (0.95 * excess * excess)) / (0.05 * Trials));
        Assert.InRange(Simulated.TailAverage(0.05), Workloads.W1TailAverage - (Errors * error), Workloads.W1TailAverage + (Errors * error));
    }
}
