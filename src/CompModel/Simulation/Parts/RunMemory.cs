using System.Globalization;

namespace CompModel;

/// <summary>The memory that a run needs for its trials, in bytes: an estimate from above of what its arrays take, made before any of them is.</summary>
internal static class RunMemory
{
    // One that is filled, and one copy to sort with another to merge in.
    private const int OfPay = 3;

    /// <summary>An undivided run: sums of each worker and of the run, what each worker has of teams on its way up, and a participant's pay.</summary>
    internal static double OfRun(RunPlan plan, RunChunks chunks, int threads, CancellationToken cancel)
    {
        int workers = RunChunks.AreEnough(chunks.Groups.Count, threads) ? threads : 1;
        return 8.0 * plan.Run.Trials * ((ArraysOf(plan) * (workers + (workers > 1 ? 1 : 0))) + (workers * (OfPay + chunks.Groups.Max(group => TeamArrays(plan, group, cancel)))) + 0.5);
    }

    /// <summary>Some chunks: sums of their blocks, everybody's pay where chunks are blocks, and what a worker has.</summary>
    internal static double OfChunks(RunPlan plan, RunChunks chunks, IReadOnlyList<int> some, int threads, CancellationToken cancel)
    {
        int workers = RunChunks.AreEnough(some.Count, threads) ? threads : 1;
        double sums = some.Select(chunks.BlockOf).Distinct().Sum(block => 8.0 * chunks.TrialsOf(block).Count * ArraysOf(plan));
        double pay = chunks.Blocks == 1 ? 0 : some.Sum(chunk => 8.0 * chunks.TrialsOf(chunks.BlockOf(chunk)).Count * chunks.GroupOf(chunk).Sum(terms => plan.Run.Reporting.Leads(terms.Participant.Id) ? 2 : 1));
        double worker = some.Count == 0 ? 0 : some.Max(chunk => 8.0 * chunks.TrialsOf(chunks.BlockOf(chunk)).Count * (ArraysOf(plan) + OfPay + TeamArrays(plan, chunks.GroupOf(chunk), cancel) + 0.5));
        return sums + pay + (workers * worker);
    }

    /// <summary>Throws <see cref="InsufficientMemoryException"/> where the process cannot have so much, with the figures and the trials that would fit.</summary>
    internal static void Check(double needed, RunDefinition run) => Check(needed, run, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    internal static void Check(double needed, RunDefinition run, long available)
    {
        // Unknown where the runtime has not looked yet.
        if (available <= 0 || needed <= available)
            return;
        int fits = (int)(run.Trials * (available / needed));
        throw new InsufficientMemoryException(string.Create(
            CultureInfo.InvariantCulture,
            $"the run needs about {needed / 1e9:0.#} GB for its {run.Trials} trials, and the process can have {available / 1e9:0.#} GB; expected about {Math.Max(1, fits)} trials at most"));
    }

    private static int ArraysOf(RunPlan plan) => CostSamples.Of(plan, 0).All.Count();

    // The most arrays of teams that are there at a time: those of managers whose people are under way.
    private static int TeamArrays(RunPlan plan, IReadOnlyList<ParticipantTerms> group, CancellationToken cancel)
    {
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        int now = 0, most = 0;
        foreach (ParticipantTerms terms in group.Until(cancel))
        {
            foreach (string manager in terms.Reporting().Select(span => span.Manager).OfType<string>())
            {
                if (open.ContainsKey(manager))
                    continue;
                open.Add(manager, 1 + (plan.Cuts.Dates.Count * plan.ShiftsFor(manager).Count(shift => shift is not null)));
                now += open[manager];
            }
            most = Math.Max(most, now);
            if (open.Remove(terms.Participant.Id, out int closed))
                now -= closed;
        }
        return most;
    }
}
