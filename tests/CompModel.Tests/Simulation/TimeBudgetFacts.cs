namespace CompModel.Tests;

/// <summary>The clock decides how many trials there are, and nothing about any of them.</summary>
public sealed class TimeBudgetFacts
{
    private static readonly RunDefinition Run = PartFacts.Run(Forces.Hierarchical(teams: 2, alone: 6), 20_000);

    [Fact]
    public void With_time_enough_it_is_the_run_itself() => Assert.Same(Run, Simulate.Within(TimeSpan.FromHours(10), Run));

    [Fact]
    public void With_hardly_any_time_it_is_one_tile() => Assert.Equal(1024, Simulate.Within(TimeSpan.FromTicks(1), Run).Trials);

    [Fact]
    public void A_run_of_less_than_a_tile_is_drawn_whatever_the_time()
    {
        RunDefinition small = PartFacts.Run(Forces.Hierarchical(teams: 1, alone: 1), 1_000);
        Assert.Same(small, Simulate.Within(TimeSpan.FromTicks(1), small));
    }

    [Fact]
    public void What_fits_is_whole_tiles_and_the_first_trials_of_the_run()
    {
        RunDefinition large = PartFacts.Run(Forces.Hierarchical(teams: 2, alone: 6), RunDefinition.MaxTrials);
        RunDefinition fitted = Simulate.Within(TimeSpan.FromMilliseconds(200), large);
        Assert.InRange(fitted.Trials, 1024, RunDefinition.MaxTrials - 1);
        Assert.Equal(0, fitted.Trials % 1024);
        Assert.Equal((large.Seed, large.Year, large.Force), (fitted.Seed, fitted.Year, fitted.Force));

        RunDefinition tile = Simulate.Within(TimeSpan.FromTicks(1), Run);
        Assert.Equal(Pays(Simulate.Cost(Run))[..1024], Pays(Simulate.Cost(tile)));

        static List<double> Pays(SimulatedCost cost)
        {
            var pays = new List<double>();
            cost.Probability(trial =>
            {
                pays.Add(trial.Incentive);
                return true;
            });
            return pays;
        }
    }

    [Fact]
    public void A_budget_is_more_than_no_time()
    {
        Assert.Contains("more than no time", Assert.Throws<ArgumentOutOfRangeException>("time", () => Simulate.Within(TimeSpan.Zero, Run)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("time", () => Simulate.Within(TimeSpan.FromSeconds(-1), Run));
    }
}
