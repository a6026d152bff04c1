namespace CompModel;

/// <summary>
/// Carries out a run, or a block of its trials. It is cut into groups of people, closed under roll-up, each over all trials; inside a group people come before
/// their managers and work goes tile by tile. Where there are too few groups for the threads, the tiles of each participant are shared out instead. Neither
/// shows in the result.
/// </summary>
internal sealed class CostRun
{
    private readonly TrialSpan span;
    private readonly AttainmentDraws draws;
    private readonly double? fate;

    private Action<string, double[]>? look;

    /// <summary>What is drawn in some trials.</summary>
    internal CostRun(RunPlan plan, double rho, TrialSpan span, CancellationToken cancel, Redrawn redrawn = Redrawn.Nothing)
    {
        Plan = plan;
        Cancel = cancel;
        this.span = span;
        draws = new AttainmentDraws(plan.Run, rho, span, cancel, redrawn);
    }

    // One trial in which nothing is drawn: everybody at quota, or at what one fate makes of everybody.
    private CostRun(RunPlan plan, double? fate, CancellationToken cancel)
    {
        Plan = plan;
        Cancel = cancel;
        AtTarget = fate is null;
        this.fate = fate;
        span = new(0, 1);
        draws = new AttainmentDraws(plan.Run, 0, span, cancel);
    }

    internal RunPlan Plan { get; }

    /// <summary>Whether nothing is drawn: one trial in which everybody is at exactly 100 % of quota.</summary>
    internal bool AtTarget { get; }

    /// <summary>Whether nothing is drawn.</summary>
    internal bool IsAside => AtTarget || fate is not null;

    internal int Trials => span.Count;

    /// <summary>Whether these are all the trials there are, so that what is known of a participant is final.</summary>
    internal bool IsWhole => Trials == Plan.Run.Trials;

    internal CancellationToken Cancel { get; }

    /// <summary>Who is told how much is drawn; null for nobody.</summary>
    internal RunProgress? Progress { get; private init; }

    /// <summary>The run with what it costs.</summary>
    internal static SimulatedCost Of(RunDefinition run, int threads, CancellationToken cancel, IProgress<double>? progress = null)
    {
        var chunks = new RunChunks(run, cancel);
        var plan = new RunPlan(run, cancel);
        RunMemory.Check(RunMemory.OfRun(plan, chunks, threads, cancel), run);
        double rho = run.CompanyCorrelation();
        CostSamples atTarget = OfTargets(plan, chunks, threads, cancel);
        (CostSamples samples, Dictionary<string, PersonOutlooks> outlooks) = new CostRun(plan, rho, new(0, run.Trials), cancel)
        {
            Progress = progress is null ? null : new(progress, (long)run.Terms.Count * TrialSpan.TilesOf(run.Trials)),
        }.Sum(chunks.Groups, threads);
        return new SimulatedCost(run, rho, plan, atTarget, samples, outlooks, cancel);
    }

    /// <summary>Everybody's incentive in a run that meets the same company and draws the rest anew.</summary>
    internal static double[] Again(RunDefinition run, Redrawn redrawn, int threads, CancellationToken cancel) =>
        new CostRun(new RunPlan(run, cancel), run.CompanyCorrelation(), new(0, run.Trials), cancel, redrawn).Sum(new RunChunks(run, cancel).Groups, threads).Samples.Incentive;

    /// <summary>Looks at everybody's pay once more, trial by trial, one person at a time; <paramref name="look"/> must not keep the array.</summary>
    internal static void Look(RunDefinition run, Action<string, double[]> look, int threads, CancellationToken cancel)
    {
        var looking = new Lock();
        new CostRun(new RunPlan(run, cancel), run.CompanyCorrelation(), new(0, run.Trials), cancel) { look = (id, pay) => { lock (looking) look(id, pay); } }
            .Sum(new RunChunks(run, cancel).Groups, threads);
    }

    /// <summary>What it costs where everybody meets quota exactly: one trial.</summary>
    internal static CostSamples OfTargets(RunPlan plan, RunChunks chunks, int threads, CancellationToken cancel) =>
        new CostRun(plan, null, cancel).Sum(chunks.Groups, threads).Samples;

    /// <summary>What it costs where everybody's first measure follows one normal variate: one trial.</summary>
    internal static CostSamples OfFate(RunDefinition run, double variate) =>
        new CostRun(new RunPlan(run, CancellationToken.None), variate, CancellationToken.None).Sum(new RunChunks(run, CancellationToken.None).Groups, 1).Samples;


    private (CostSamples Samples, Dictionary<string, PersonOutlooks> Outlooks) Sum(IReadOnlyList<IReadOnlyList<ParticipantTerms>> groups, int threads)
    {
        bool byGroup = RunChunks.AreEnough(groups.Count, threads);
        CostSamples? total = null;
        var outlooks = new Dictionary<string, PersonOutlooks>(StringComparer.Ordinal);
        var merging = new Lock();
        Parallel.ForEach(
            groups,
            new ParallelOptions { MaxDegreeOfParallelism = byGroup ? threads : 1, CancellationToken = Cancel },
            group =>
            {
                var worker = new ChunkRun(this, group, byGroup ? 1 : threads);
                worker.Run(look);
                lock (merging)
                {
                    if (total is null)
                        total = worker.Samples;
                    else
                        total.Add(worker.Samples, Cancel);
                    foreach ((string id, PersonOutlooks outlook) in worker.Outlooks)
                        outlooks.Add(id, outlook);
                }
            });
        total!.CheckRange(Cancel);
        return (total, outlooks);
    }

    /// <summary>Does something with arrays of a tile that are nobody else's meanwhile.</summary>
    internal void WithSpace(Action<TileSpace> work)
    {
        if (!Plan.Spaces.TryTake(out TileSpace? space))
            space = new TileSpace();
        work(space);
        Plan.Spaces.Add(space);
    }

    /// <summary>A participant's attainment in a tile, for each measure and draw.</summary>
    internal void Draw(CompiledParticipant participant, int start, int count, TileSpace space)
    {
        if (fate is { } variate)
        {
            draws.Reserve(participant.MeasuresDrawn, space);
            if (participant.MeasuresDrawn > 0)
                space.Attainment[0][0][0] = participant.Models[0].FromNormal(variate);
            return;
        }
        draws.Fill(participant.Entity, participant.Team, participant.Models, participant.MeasuresDrawn, start, count, space);
        participant.Deals?.Draw(span.First + start, count, space.Attainment, space.Deals);
    }
}
