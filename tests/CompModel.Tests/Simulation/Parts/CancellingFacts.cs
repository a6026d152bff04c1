using System.Diagnostics;

namespace CompModel.Tests;

/// <summary>
/// A long call stops soon wherever it is told to. What lies between two looks at the token is a tile of a participant, a stretch of 65,536 trials (a sort of one
/// takes some 5 ms, a pass over it less than 0.1 ms) or one participant's terms: 50 ms are kept with room on an idle machine, as benchmarks/ measures. A test
/// may have to share two processors with a dozen others, each of which the system lets run for some milliseconds at a time: it is given twenty times as much,
/// far less than any of the calls takes.
/// </summary>
public sealed class CancellingFacts
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_participant_of_millions_of_trials_stops_in_the_midst_of_a_sort()
    {
        // Some seconds: four million doubles are drawn, paid, and sorted in stretches that are merged in six passes.
        var run = new RunDefinition(new SalesForce([Workloads.W1]), Workloads.Year, Workloads.W1Assumptions.WithCompanyCorrelation(0), 4_000_000, 7);
        foreach (int wait in (int[])[30, 100, 200, 300, 400])
            AssertStops(wait, cancel => Simulate.Cost(run, threads: 1, cancel));
    }

    [Fact]
    public void Sorting_stops_and_sorts_as_ever()
    {
        var random = new Random(7);
        foreach (int count in (int[])[0, 1, 2, 65_535, 65_536, 65_537, 200_000, 400_001])
        {
            double[] samples = [.. Enumerable.Range(0, count).Select(_ => Math.Floor(random.NextDouble() * 50_000))], expected = [.. samples.Order()];
            Assert.Equal(expected, Arrays.Sorted(samples, CancellationToken.None));
        }
        double[] many = [.. Enumerable.Range(0, 8_000_000).Select(_ => random.NextDouble())];
        AssertStops(20, cancel => Arrays.Sorted(many, cancel));
        AssertStops(600, cancel => Arrays.Sorted(many, cancel));
    }

    [Fact]
    public void Making_the_definition_of_a_large_company_stops()
    {
        SalesForce force = new([.. Enumerable.Range(0, 20_000).Select(number => Forces.Seller(number))], 500_000_000.Usd);
        AssertStops(50, cancel => new RunDefinition(force, Forces.Year, Forces.Assumed, 100, 7, cancel: cancel));
        RunDefinition run = PartFacts.Run(force, 100);
        AssertStops(50, cancel => run.Fingerprint(cancel));
        AssertStops(50, cancel => Simulate.Cost(run, threads: 2, cancel));
    }

    [Fact]
    public void A_merge_that_is_cancelled_returns_nothing()
    {
        RunDefinition run = PartFacts.Run(Forces.Hierarchical(teams: 3, alone: 4), 2500);
        SimulationPart whole = Simulate.Part(run, Shard.Whole);
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => Simulate.Cost(run, [whole], cancel: cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SimulationPart.Read(new MemoryStream(PartFacts.Bytes(whole)), cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => Simulate.Part(run, Shard.Whole, cancel: cancelled));
    }

    // Told by a thread of its own: timers wait for one of a pool, which other tests may have filled. A call that was done before is not judged.
    private static void AssertStops(int milliseconds, Action<CancellationToken> call)
    {
        using var stop = new CancellationTokenSource();
        long told = 0;
        var teller = new Thread(() =>
        {
            Thread.Sleep(milliseconds);
            told = Stopwatch.GetTimestamp();
            stop.Cancel();
        });
        teller.Start();
        bool stopped = false;
        try
        {
            call(stop.Token);
        }
        catch (OperationCanceledException)
        {
            stopped = true;
        }
        long ended = Stopwatch.GetTimestamp();
        teller.Join();
        if (stopped)
            Assert.True(Stopwatch.GetElapsedTime(told, ended) < Bound, $"It took {Stopwatch.GetElapsedTime(told, ended)}.");
    }
}
