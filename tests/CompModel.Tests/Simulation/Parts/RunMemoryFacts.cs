namespace CompModel.Tests;

/// <summary>What a run needs is told before any of it is taken, and does not grow with people.</summary>
public sealed class RunMemoryFacts
{
    [Fact]
    public void Too_little_memory_is_refused_with_the_figures()
    {
        RunDefinition run = PartFacts.Run(Forces.Hierarchical(teams: 1, alone: 3), 1_000_000);
        string refusal = Assert.Throws<InsufficientMemoryException>(() => RunMemory.Check(5e9, run, 2_000_000_000)).Message;
        Assert.Equal("the run needs about 5 GB for its 1000000 trials, and the process can have 2 GB; expected about 400000 trials at most", refusal);
        RunMemory.Check(2e9, run, 2_000_000_000);
    }

    [Fact]
    public void Memory_does_not_grow_with_people()
    {
        // 500 people alone are 16 groups, enough for two threads: each works on one at a time.
        double few = Needed(people: 500), many = Needed(people: 5_000);
        Assert.Equal(few, many);

        static double Needed(int people)
        {
            RunDefinition run = PartFacts.Run(new SalesForce([.. Enumerable.Range(0, people).Select(number => Forces.Seller(number))]), 10_000);
            return RunMemory.OfRun(new RunPlan(run, CancellationToken.None), new RunChunks(run, CancellationToken.None), threads: 2, CancellationToken.None);
        }
    }
}
