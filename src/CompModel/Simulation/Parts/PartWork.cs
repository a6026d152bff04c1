using System.Diagnostics;

namespace CompModel;

/// <summary>Carries out chunks of a run, and reads a run's cost from parts.</summary>
internal static class PartWork
{
    // Keeping what is finished should cost no more than a twentieth of the time.
    private const int KeepingShare = 20;

    /// <summary>Finished chunks are kept at most so often.</summary>
    internal static readonly TimeSpan KeptAtMostEvery = TimeSpan.FromSeconds(5);

    /// <summary>Chunks of a shard that are not finished yet, with those that are.</summary>
    internal static SimulationPart Of(RunDefinition run, Shard shard, SimulationPart? finished, Action<SimulationPart>? keep, TimeSpan every, int threads, CancellationToken cancel)
    {
        var chunks = new RunChunks(run, cancel);
        var sums = new PartSums(PartRun.Of(run, chunks, cancel));
        if (finished is not null)
            sums.Add(finished, cancel);
        var plan = new RunPlan(run, cancel);
        int[] left = [.. shard.ChunksOf(chunks.Count).Where(chunk => !sums.Has(chunk))];
        RunMemory.Check(RunMemory.OfChunks(plan, chunks, left, threads, cancel), run);
        double rho = run.CompanyCorrelation();
        Lazy<CostRun>[] blocks = [.. Enumerable.Range(0, chunks.Blocks).Select(block => new Lazy<CostRun>(() => new(plan, rho, chunks.TrialsOf(block), cancel)))];
        bool byChunk = RunChunks.AreEnough(left.Length, threads);
        var merging = new Lock();
        long due = Stopwatch.GetTimestamp() + Ticks(every);
        void Keep()
        {
            long from = Stopwatch.GetTimestamp();
            keep!(sums.Copy(shard.Of));
            long took = Stopwatch.GetTimestamp() - from;
            due = Stopwatch.GetTimestamp() + Math.Max(Ticks(every), KeepingShare * took);
        }
        try
        {
            Parallel.ForEach(
                left,
                new ParallelOptions { MaxDegreeOfParallelism = byChunk ? threads : 1, CancellationToken = cancel },
                chunk =>
                {
                    var worker = new ChunkRun(blocks[chunks.BlockOf(chunk)].Value, chunks.GroupOf(chunk), byChunk ? 1 : threads);
                    worker.Run();
                    lock (merging)
                    {
                        // What is kept has whole chunks alone, so that stopping must wait for the end of one that is being added.
                        sums.Add(chunk, worker, keep is null ? cancel : CancellationToken.None);
                        if (keep is not null && Stopwatch.GetTimestamp() >= due)
                            Keep();
                    }
                });
        }
        catch (OperationCanceledException) when (keep is not null)
        {
            Keep();
            throw;
        }
        return sums.ToPart(shard.Of);
    }

    /// <summary>The cost of a run whose parts together have every chunk once.</summary>
    internal static SimulatedCost Cost(RunDefinition run, IReadOnlyList<SimulationPart> parts, int threads, CancellationToken cancel)
    {
        var chunks = new RunChunks(run, cancel);
        PartRun identity = PartRun.Of(run, chunks, cancel);
        foreach (SimulationPart part in parts)
            identity.CheckSame(part.Run);
        SimulationPart merged = SimulationPart.Merge(parts, cancel);
        merged.CheckComplete();
        var plan = new RunPlan(run, cancel);
        double rho = run.CompanyCorrelation();
        var samples = CostSamples.Of(plan, run.Trials);
        Fill([.. samples.All], merged, cancel);
        samples.CheckRange(cancel);
        CostSamples atTarget = CostRun.OfTargets(plan, chunks, threads, cancel);
        return new SimulatedCost(run, rho, plan, atTarget, samples, chunks.Blocks == 1 ? merged.Outlooks : Joined(merged, threads, cancel), cancel);
    }

    private static void Fill(double[][] to, SimulationPart from, CancellationToken cancel)
    {
        foreach ((int block, double[][] arrays) in from.Sums)
        {
            if (arrays.Length != to.Length)
                throw new PartException(PartProblem.Damaged, $"A part has {arrays.Length} sums where the run has {to.Length}.");
            foreach ((double[] its, double[] all) in arrays.Zip(to))
            {
                cancel.ThrowIfCancellationRequested();
                its.CopyTo(all, from.Run.TrialsOf(block).First);
            }
        }
    }

    private static Dictionary<string, PersonOutlooks> Joined(SimulationPart merged, int threads, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, PersonSamples>[] blocks = [.. Enumerable.Range(0, merged.Run.Blocks).Select(block => merged.People[block])];
        var outlooks = new Dictionary<string, PersonOutlooks>(StringComparer.Ordinal);
        var adding = new Lock();
        Parallel.ForEach(blocks[0].Keys, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, id =>
        {
            PersonOutlooks its = PersonSamples.Join([.. blocks.Select(block => block[id])]).Outlooks(cancel);
            lock (adding)
                outlooks.Add(id, its);
        });
        return outlooks;
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
