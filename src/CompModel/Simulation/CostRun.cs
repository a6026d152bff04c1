using System.Collections.Concurrent;

namespace CompModel;

/// <summary>
/// Carries out a run. It is cut into chunks of people, closed under roll-up, each over all trials; inside a chunk people come before their managers and
/// work goes tile by tile. Where there are too few chunks for the threads, the tiles of each participant are shared out instead. Neither shows in the result.
/// </summary>
internal sealed class CostRun
{
    // Enough people that merging a chunk's sums costs little beside drawing them.
    private const int ChunkSize = 32;

    private readonly int threads;
    private readonly LatentVariates variates;
    private readonly ConcurrentBag<TileSpace> spaces = [];

    private Action<string, double[]>? look;

    // Everybody meets the same: drawn once a run.
    private readonly float[][] company;

    private CostRun(RunPlan plan, bool atTarget, int threads, CancellationToken cancel, Redrawn redrawn = Redrawn.Nothing)
    {
        RunDefinition run = plan.Run;
        Plan = plan;
        AtTarget = atTarget;
        Trials = atTarget ? 1 : run.Trials;
        Cancel = cancel;
        this.threads = threads;
        Rho = atTarget ? 0 : run.CompanyCorrelation();
        variates = new LatentVariates(run.Seed, Rho, run.Assumptions, redrawn);
        company = [.. Enumerable.Range(0, variates.Rows).Select(_ => new float[Trials])];
        if (!atTarget)
            variates.Company(0, company);
        EntityHash.RefuseEqual(run.Terms.Select(terms => terms.Participant.Id));
    }

    internal RunPlan Plan { get; }

    /// <summary>Whether nothing is drawn: one trial in which everybody is at exactly 100 % of quota.</summary>
    internal bool AtTarget { get; }

    internal int Trials { get; }

    internal CancellationToken Cancel { get; }

    internal double Rho { get; }

    /// <summary>The run with what it costs.</summary>
    internal static SimulatedCost Of(RunDefinition run, int threads, CancellationToken cancel)
    {
        var plan = new RunPlan(run);
        (CostSamples atTarget, _) = new CostRun(plan, atTarget: true, threads, cancel).Sum();
        var drawn = new CostRun(plan, atTarget: false, threads, cancel);
        (CostSamples samples, Dictionary<string, (ParticipantOutlook Own, ParticipantOutlook? Team)> outlooks) = drawn.Sum();
        return new SimulatedCost(run, drawn.Rho, plan, atTarget, samples, outlooks);
    }

    /// <summary>Everybody's incentive in a run that meets the same company and draws the rest anew.</summary>
    internal static double[] Again(RunDefinition run, Redrawn redrawn, int threads, CancellationToken cancel) =>
        new CostRun(new RunPlan(run), atTarget: false, threads, cancel, redrawn).Sum().Samples.Incentive;

    /// <summary>Looks at everybody's pay once more, trial by trial, one person at a time; <paramref name="look"/> must not keep the array.</summary>
    internal static void Look(RunDefinition run, Action<string, double[]> look, int threads, CancellationToken cancel)
    {
        var looking = new Lock();
        new CostRun(new RunPlan(run), atTarget: false, threads, cancel) { look = (id, pay) => { lock (looking) look(id, pay); } }.Sum();
    }

    private (CostSamples Samples, Dictionary<string, (ParticipantOutlook Own, ParticipantOutlook? Team)> Outlooks) Sum()
    {
        List<List<ParticipantTerms>> chunks = Chunks();
        bool byChunk = chunks.Count >= 2 * threads;
        CostSamples? total = null;
        var outlooks = new Dictionary<string, (ParticipantOutlook Own, ParticipantOutlook? Team)>(StringComparer.Ordinal);
        var merging = new Lock();
        Parallel.ForEach(
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = byChunk ? threads : 1, CancellationToken = Cancel },
            chunk =>
            {
                var worker = new ChunkRun(this, chunk, byChunk ? 1 : threads);
                worker.Run(look);
                lock (merging)
                {
                    if (total is null)
                        total = worker.Samples;
                    else
                        total.Add(worker.Samples);
                    foreach ((string id, (ParticipantOutlook, ParticipantOutlook?) outlook) in worker.Outlooks)
                        outlooks.Add(id, outlook);
                }
            });
        total!.CheckRange();
        return (total, outlooks);
    }

    /// <summary>Does something with arrays of a tile that are nobody else's meanwhile.</summary>
    internal void WithSpace(Action<TileSpace> work)
    {
        if (!spaces.TryTake(out TileSpace? space))
            space = new TileSpace();
        work(space);
        spaces.Add(space);
    }

    /// <summary>A participant's attainment in a tile, for each measure and draw.</summary>
    internal void Draw(CompiledParticipant participant, int start, int count, TileSpace space) =>
        Draw(variates, new SharedVariates(company, start), participant, start, count, space);

    /// <summary>A participant's attainment in a tile, given what all share.</summary>
    internal static void Draw(LatentVariates variates, SharedVariates company, CompiledParticipant participant, int start, int count, TileSpace space)
    {
        int measures = participant.MeasuresDrawn;
        space.ReserveDraws(measures, variates);
        if (measures == 0)
            return;
        SharedVariates team = default;
        if (variates.HasTeams && participant.Team is { } manager)
        {
            variates.Team(manager, start, space.TeamNormals);
            team = new SharedVariates(space.TeamNormals);
        }
        variates.Participant(participant.Entity, start, company, team, space.Normals, measures, count);
        for (int measure = 0; measure < measures; measure++)
        {
            AttainmentModel model = participant.Models[measure];
            (int first, int draws) = variates.RowsOf(measure);
            for (int draw = 0; draw < draws; draw++)
            {
                float[] normals = space.Normals[measure][first + draw];
                double[] attainment = space.Attainment[measure][draw];
                for (int i = 0; i < count; i++)
                    attainment[i] = model.FromNormal(normals[i]);
            }
        }
    }

    private List<List<ParticipantTerms>> Chunks()
    {
        var chunks = new List<List<ParticipantTerms>>();
        foreach (IReadOnlyList<ParticipantTerms> group in Plan.Run.Reporting.Groups)
        {
            if (chunks.Count == 0 || chunks[^1].Count >= ChunkSize)
                chunks.Add([]);
            chunks[^1].AddRange(group);
        }
        return chunks;
    }
}
