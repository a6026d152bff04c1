namespace CompModel.Tests;

/// <summary>Runs compare trial by trial: both meet the same draws.</summary>
public class ChangeSinceFacts
{
    private static readonly SalesForce Force = Forces.Hierarchical(teams: 2, alone: 3);

    private static SimulatedCost Cost(SalesForce force, ulong seed = 7, int trials = 1_500, Assumptions? assumed = null) => Simulate.Cost(force, Forces.Year, assumed ?? Forces.Assumed, trials, seed);

    [Fact]
    public void A_run_has_not_changed_since_itself_in_any_trial()
    {
        PayoutDistribution change = Cost(Force).ChangeSince(Cost(Force));
        Assert.Equal((0, 0, 0), (change.Minimum, change.Maximum, change.SimulationError));
    }

    [Fact]
    public void A_change_is_the_difference_of_the_means_and_far_surer_than_either()
    {
        // Without a company range, which depends on the whole roster, nobody else meets other draws.
        Assumptions alone = Forces.Assumed.WithCompanyCorrelation(0);
        SimulatedCost before = Cost(Force, assumed: alone), after = Cost(new SalesForce([.. Force.Participants.SkipLast(1)]), assumed: alone);
        PayoutDistribution change = after.ChangeSince(before);
        // Sums of grid multiples of some millions with 53 bits.
        Assert.Equal(after.Incentive.Mean - before.Incentive.Mean, change.Mean, 1e-6);
        // Who left is alone in it: in every trial the pay that is gone, never above zero.
        Assert.Equal(before.Participants[^1].StandardDeviation, change.StandardDeviation, 1e-6);
        Assert.True(change.Maximum <= 0);
    }

    [Fact]
    public void Runs_of_other_trials_or_seeds_do_not_compare()
    {
        Assert.Contains("seed 8", Assert.Throws<ArgumentException>(() => Cost(Force, seed: 8).ChangeSince(Cost(Force))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Cost(Force, trials: 100).ChangeSince(Cost(Force)));
    }
}
