namespace CompModel.Tests;

/// <summary>Somebody who waits is told how far it is.</summary>
public sealed class RunProgressFacts
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Progress_rises_to_all_of_it_and_shows_in_no_figure(int threads)
    {
        RunDefinition run = PartFacts.Run(Forces.Hierarchical(teams: 2, alone: 20), 5_000);
        var heard = new Told();
        SimulatedCost cost = Simulate.Cost(run, threads, progress: heard);
        Assert.Equal(1, heard.Shares[^1]);
        Assert.Equal(heard.Shares.Distinct().Order(), heard.Shares);
        Assert.All(heard.Shares, share => Assert.InRange(share, 0.01, 1));
        Assert.Equal(Simulate.Cost(run).Incentive.Mean, cost.Incentive.Mean);
    }

    [Fact]
    public void Everybody_s_every_tile_counts_once()
    {
        // Fewer pieces than hundredths: each is told. Five people over three tiles, the last one a part.
        RunDefinition run = PartFacts.Run(new SalesForce([.. Enumerable.Range(0, 5).Select(number => Forces.Seller(number))]), 2_500);
        var heard = new Told();
        Simulate.Cost(run, progress: heard);
        Assert.Equal([.. Enumerable.Range(1, 15).Select(piece => Math.Floor(piece * 100 / 15.0) / 100)], heard.Shares);
    }

    // Progress<T> tells later and elsewhere; this is told at once.
    private sealed class Told : IProgress<double>
    {
        internal List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
