namespace CompModel.Tests;

/// <summary>Two plans in the same draws, against integrals that others computed (see Cases/expectation.json).</summary>
public class ComparisonCaseTests
{
    private const int Trials = 400_000;

    [Theory]
    [InlineData("plan_comparison/C2_vs_C4/L1")]
    [InlineData("plan_comparison/C3_vs_C5/N1")]
    public void Two_plans_differ_in_the_same_years_as_the_case_says(string id)
    {
        var one = ExpectationCase.Find(id);
        SimulatedCost a = Cost(one, "plan_a"), b = Cost(one, "plan_b");
        PayoutDistribution change = a.ChangeSince(b);
        Assert.Equal(one.Expected["mean_difference_a_minus_b"], change.Mean, 4.5 * change.SimulationError);
        // The error of a standard deviation is √((kurtosis − 1) ÷ 4n) of it; the kurtosis of these differences is below 60.
        Assert.Equal(one.Expected["sd_difference_paired"], change.StandardDeviation, 4.5 * change.StandardDeviation * Math.Sqrt(59.0 / (4 * Trials)));
        double apart = Math.Sqrt((a.Incentive.StandardDeviation * a.Incentive.StandardDeviation) + (b.Incentive.StandardDeviation * b.Incentive.StandardDeviation));
        Assert.Equal(one.Expected["sd_difference_independent"], apart, 4.5 * apart * Math.Sqrt(59.0 / (4 * Trials)));
    }

    [Fact]
    public void A_plan_compared_with_itself_differs_by_nothing_in_any_trial()
    {
        SimulatedCost cost = Simulate.Cost(Forces.Hierarchical(teams: 1, alone: 3), Forces.Year, Forces.Assumed, 2_000, seed: 4), again = Simulate.Cost(Forces.Hierarchical(teams: 1, alone: 3), Forces.Year, Forces.Assumed, 2_000, seed: 4);
        PayoutDistribution change = cost.ChangeSince(again);
        Assert.Equal((0, 0, 0), (change.Minimum, change.Maximum, change.StandardDeviation));
    }

    private static SimulatedCost Cost(ExpectationCase one, string plan) => Simulate.Cost(
        new SalesForce([ExpectationCase.Participant(one.Inputs.GetProperty(plan))]), Workloads.Year, Assumptions.For(Measure.Bookings, one.Model), Trials, seed: 11);
}
