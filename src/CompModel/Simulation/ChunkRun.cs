namespace CompModel;

/// <summary>One chunk of people over the trials of a run or a block of them: people before their managers, and each over all tiles.</summary>
internal sealed class ChunkRun(CostRun owner, IReadOnlyList<ParticipantTerms> people, int threads)
{
    private readonly Dictionary<string, TeamSamples> teams = new(StringComparer.Ordinal);
    private readonly int trials = owner.Trials;

    internal CostSamples Samples { get; } = CostSamples.Of(owner.Plan, owner.Trials);

    /// <summary>By participant, where these are all trials drawn.</summary>
    internal Dictionary<string, PersonOutlooks> Outlooks { get; } = new(StringComparer.Ordinal);

    /// <summary>By participant, where they are not.</summary>
    internal Dictionary<string, PersonSamples> People { get; } = new(StringComparer.Ordinal);

    internal void Run(Action<string, double[]>? look = null)
    {
        double[] pay = new double[trials];
        foreach (ParticipantTerms terms in people)
        {
            var participant = new CompiledParticipant(owner.Plan, terms);
            teams.Remove(participant.Id, out TeamSamples? below);
            below?.CheckRange(participant.Id, owner.Cancel);
            TeamSamples?[] above = [.. participant.Reporting.Select(span => span.Manager is null ? null : TeamOf(span.Manager))];
            Array.Clear(pay);
            ForEachTile((start, count) => owner.WithSpace(space => new TileRun(owner, Samples, space, start, count).Run(participant, below, above, pay)));
            if (Array.Find(above, team => team is not null) is { } first)
            {
                first.Heads += 1 + (below?.Heads ?? 0);
                first.Target += participant.Target + (below?.Target ?? 0);
            }
            look?.Invoke(participant.Id, pay);
            Keep(new(new(participant.Id, 1, participant.Target, pay), Team(participant, below, pay)));
        }
    }

    private void Keep(in PersonSamples samples)
    {
        // Of a single trial nobody asks for them.
        if (owner.IsAside)
            return;
        if (owner.IsWhole)
            Outlooks.Add(samples.Own.Id, samples.Outlooks(owner.Cancel));
        else
            People.Add(samples.Own.Id, samples with { Own = samples.Own with { Pay = [.. samples.Own.Pay] } });
    }

    private PaySamples? Team(CompiledParticipant manager, TeamSamples? below, double[] own)
    {
        if (below is null)
            return null;
        Arrays.Add(below.Incentive, own, owner.Cancel);
        return new(manager.Id, 1 + below.Heads, manager.Target + below.Target, below.Incentive);
    }

    private TeamSamples TeamOf(string managerId)
    {
        if (!teams.TryGetValue(managerId, out TeamSamples? team))
            teams.Add(managerId, team = new TeamSamples(trials, owner.Plan.Cuts.Dates.Count, owner.Plan.ShiftsFor(managerId)));
        return team;
    }

    private void ForEachTile(Action<int, int> work)
    {
        int tiles = (trials + TileSum.Tile - 1) / TileSum.Tile;
        void One(int tile)
        {
            owner.Cancel.ThrowIfCancellationRequested();
            work(tile * TileSum.Tile, Math.Min(TileSum.Tile, trials - (tile * TileSum.Tile)));
            owner.Progress?.Tile();
        }
        if (threads > 1)
        {
            Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = owner.Cancel }, One);
            return;
        }
        for (int tile = 0; tile < tiles; tile++)
            One(tile);
    }
}
