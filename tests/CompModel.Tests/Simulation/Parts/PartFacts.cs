namespace CompModel.Tests;

/// <summary>A run's parts make the run: however it is shared out, in whatever order they come together, through files, and after a cut.</summary>
public sealed class PartFacts
{
    // Three tiles, the last in part: one hierarchy and some people alone are few, and cut into blocks of tiles; many people alone are not.
    private static readonly RunDefinition Few = Run(Forces.Hierarchical(teams: 3, alone: 4), 2500);
    private static readonly RunDefinition Some = Run(Forces.Hierarchical(teams: 1, alone: 150), 2500);
    private static readonly RunDefinition Many = Run(new SalesForce([.. Enumerable.Range(0, 1100).Select(number => Forces.Seller(number))], 500_000_000.Usd), 40);

    public static TheoryData<string> Runs => [nameof(Few), nameof(Some), nameof(Many)];

    [Fact]
    public void People_are_cut_first_and_tiles_only_where_people_are_few()
    {
        Assert.Equal((1, 3), Cut(Few));
        Assert.Equal((5, 3), Cut(Some));
        Assert.Equal((35, 1), Cut(Many));
        Assert.Equal([3, 15, 35], new[] { Few, Some, Many }.Select(Simulate.Chunks));
        static (int, int) Cut(RunDefinition run) => new RunChunks(run, CancellationToken.None) is var chunks ? (chunks.Groups.Count, chunks.Blocks) : default;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Shards_merge_to_the_bits_of_the_undivided_run_in_any_order(string name)
    {
        RunDefinition run = Of(name);
        string whole = Forces.Digest(Simulate.Cost(run));
        for (int shards = 1; shards <= 5; shards++)
        {
            SimulationPart[] parts = [.. Enumerable.Range(1, shards).Select(number => Simulate.Part(run, new(number, shards), threads: 1 + (number % 3)))];
            Assert.Equal(Enumerable.Range(0, Simulate.Chunks(run)), parts.SelectMany(part => part.Chunks));
            Assert.Equal(whole, Forces.Digest(Simulate.Cost(run, parts)));
            Assert.Equal(whole, Forces.Digest(Simulate.Cost(run, [.. parts.Reverse()], threads: 1)));
        }
        SimulationPart[] three = [.. Enumerable.Range(1, 3).Select(number => Simulate.Part(run, new(number, 3)))];
        foreach (int[] order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
        {
            // Two first, then the third: merging is associative, too.
            SimulationPart two = SimulationPart.Merge([three[order[0]], three[order[1]]]);
            Assert.False(two.IsComplete);
            Assert.Equal(whole, Forces.Digest(Simulate.Cost(run, [SimulationPart.Merge([two, three[order[2]]])])));
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_part_reads_as_it_was_written_and_its_bytes_are_the_same_whatever_the_threads(string name)
    {
        RunDefinition run = Of(name);
        byte[] first = Bytes(Simulate.Part(run, new(1, 2), threads: 1)), again = Bytes(Simulate.Part(run, new(1, 2), threads: 3)), second = Bytes(Simulate.Part(run, new(2, 2)));
        Assert.Equal(first, again);
        Assert.Equal(first, Bytes(Read(first)));
        SimulatedCost cost = Simulate.Cost(run, [Read(second), Read(first)]);
        Assert.Equal(Forces.Digest(Simulate.Cost(run)), Forces.Digest(cost));
        Assert.Equal((run.Fingerprint(), run.Trials, run.Seed), (Read(first).Fingerprint, Read(first).Trials, Read(first).Seed));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_that_is_cut_off_goes_on_from_its_finished_chunks(string name)
    {
        RunDefinition run = Of(name);
        SimulationPart? kept = null;
        int cuts = 0;
        while (kept is not { IsComplete: true })
        {
            // Cut as soon as another chunk is kept; what is kept then has been through a file.
            using var stop = new CancellationTokenSource();
            int before = kept?.Chunks.Count ?? 0;
            Assert.ThrowsAny<OperationCanceledException>(() => PartWork.Of(run, Shard.Whole, kept, Cut, TimeSpan.Zero, threads: 2, stop.Token));
            Assert.True(kept!.Chunks.Count > before);
            cuts++;

            void Cut(SimulationPart part)
            {
                kept = Read(Bytes(part));
                stop.Cancel();
            }
        }
        Assert.InRange(cuts, 2, Simulate.Chunks(run));
        Assert.Equal(Forces.Digest(Simulate.Cost(run)), Forces.Digest(Simulate.Cost(run, [kept])));
        // Nothing is left to draw.
        Assert.Equal(Bytes(kept), Bytes(Simulate.Part(run, Shard.Whole, kept)));
    }

    [Fact]
    public void More_shards_than_chunks_leave_some_empty()
    {
        SimulationPart[] parts = [.. Enumerable.Range(1, 8).Select(number => Simulate.Part(Few, new(number, 8)))];
        Assert.Equal(5, parts.Count(part => part.Chunks.Count == 0));
        Assert.Equal(Forces.Digest(Simulate.Cost(Few)), Forces.Digest(Simulate.Cost(Few, [.. parts.Select(part => Read(Bytes(part)))])));
    }

    [Fact]
    public void Somebody_new_changes_nobody_else_s_part_of_the_whole()
    {
        SalesForce force = Forces.Hierarchical(teams: 3, alone: 4);
        RunDefinition more = Run(new([.. force.Participants.Take(2), Forces.Seller(99), .. force.Participants.Skip(2)], force.CompanyPlan), 2500);
        SimulatedCost before = Simulate.Cost(Few, Parts(Few, 2)), after = Simulate.Cost(more, Parts(more, 3));
        Assert.Equal(before.Participants, after.Participants.Where(one => one.Id != "S99"));
        Assert.Equal(before.Teams, after.Teams);
    }

    private static SimulationPart[] Parts(RunDefinition run, int shards) => [.. Enumerable.Range(1, shards).Select(number => Simulate.Part(run, new(number, shards)))];

    private static RunDefinition Of(string name) => name switch
    {
        nameof(Few) => Few,
        nameof(Some) => Some,
        _ => Many,
    };

    internal static RunDefinition Run(SalesForce force, int trials, ulong seed = 7) => new(force, Forces.Year, Forces.Assumed, trials, seed);

    internal static byte[] Bytes(SimulationPart part)
    {
        using var to = new MemoryStream();
        part.Write(to);
        return to.ToArray();
    }

    internal static SimulationPart Read(byte[] bytes) => SimulationPart.Read(new MemoryStream(bytes));
}
