namespace CompModel;

/// <summary>One chunk of people over all trials: people before their managers, and each over all tiles.</summary>
internal sealed class ChunkRun(CostRun owner, IReadOnlyList<ParticipantTerms> people, int threads)
{
    private readonly Dictionary<string, TeamSamples> teams = new(StringComparer.Ordinal);
    private readonly int trials = owner.Trials;

    internal CostSamples Samples { get; } = new(owner.Trials, owner.Plan.Lines.Count, (int)owner.Plan.PeriodsPaid, owner.Plan.FollowsPay, owner.Plan.Roles.Count);

    internal Dictionary<string, (ParticipantOutlook Own, ParticipantOutlook? Team)> Outlooks { get; } = new(StringComparer.Ordinal);

    internal void Run(Action<string, double[]>? look)
    {
        double[] pay = new double[trials];
        foreach (ParticipantTerms terms in people)
        {
            var participant = new CompiledParticipant(owner.Plan, terms);
            teams.Remove(participant.Id, out TeamSamples? below);
            below?.CheckRange(participant.Id);
            TeamSamples?[] above = [.. participant.Reporting.Select(span => span.Manager is null ? null : TeamOf(span.Manager))];
            Array.Clear(pay);
            ForEachTile((start, count) => owner.WithSpace(space => new TileRun(owner, Samples, space, start, count).Run(participant, below, above, pay)));
            if (Array.Find(above, team => team is not null) is { } first)
            {
                first.Heads += 1 + (below?.Heads ?? 0);
                first.Target += participant.Target + (below?.Target ?? 0);
            }
            look?.Invoke(participant.Id, pay);
            Outlooks.Add(participant.Id, (ParticipantOutlook.Of(participant.Id, 1, participant.Target, pay), Team(participant, below, pay)));
        }
    }

    private static ParticipantOutlook? Team(CompiledParticipant manager, TeamSamples? below, double[] own)
    {
        if (below is null)
            return null;
        for (int i = 0; i < own.Length; i++)
            below.Incentive[i] += own[i];
        return ParticipantOutlook.Of(manager.Id, 1 + below.Heads, manager.Target + below.Target, below.Incentive);
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
