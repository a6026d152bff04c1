namespace CompModel.Tests;

public class W1Facts
{
    // The published figures carry 15 digits; moments of order two lose a few units in the last place of a double.
    private const double Relative = 1e-12;

    private readonly PayoutLaw law = Expect.Incentive(Workloads.W1, Workloads.Year, Workloads.W1Assumptions).Law.Value;

    [Fact]
    public void The_closed_form_has_the_published_mean_and_spread()
    {
        Close(Workloads.W1Mean, law.Mean);
        Close(Workloads.W1StandardDeviation, law.StandardDeviation);
    }

    [Fact]
    public void The_closed_form_has_the_published_percentiles()
    {
        foreach ((double p, double value) in Workloads.W1Percentiles)
            Close(value, law.Percentile(p).Value);
    }

    [Fact]
    public void The_closed_form_has_the_published_average_of_the_dearest_5_percent() => Close(Workloads.W1TailAverage, law.TailAverage(0.05).Value);

    [Fact]
    public void Expected_pay_by_tier_adds_up_to_the_mean() =>
        Close(law.Mean, Expect.Incentive(Workloads.W1, Workloads.Year, Workloads.W1Assumptions).Components[0].MeanByTier.Value.Sum());

    private static void Close(double expected, double actual) => Assert.InRange(actual, expected * (1 - Relative), expected * (1 + Relative));
}
