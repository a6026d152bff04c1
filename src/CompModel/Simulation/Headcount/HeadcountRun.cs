using System.Collections.Concurrent;

namespace CompModel;

/// <summary>
/// Carries out a run whose people come and go: position by position, people before their managers, each over all trials, whose tiles are shared out among threads. Nothing shows of that in the result.
/// What people share follows from the roster, so that a position more changes nobody else's draws.
/// </summary>
internal sealed class HeadcountRun
{
    private readonly int threads;
    private readonly CancellationToken cancel;
    private readonly AttainmentDraws draws;
    private readonly RunDefinition everybody;
    private readonly Dictionary<string, PlannedPosition> open;
    private readonly Dictionary<string, TeamSamples> teams = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<PositionSpace> spaces = [];
    private readonly double rho;

    internal HeadcountRun(RunDefinition definition, HeadcountPlan plan, int threads, CancellationToken cancel)
    {
        if (definition.Actuals is not null)
            throw new ArgumentException("Who comes and who leaves is simulated of a whole year; this run starts from actuals.", nameof(definition));
        if (definition.Assumptions.Deals is not null)
            throw new ArgumentException("Who comes and who leaves is simulated by attainment models; deals are simulated for the roster as it is.", nameof(definition));
        (Definition, Plan, this.threads, this.cancel) = (definition, plan, threads, cancel);
        open = plan.Positions.ToDictionary(position => position.Id, StringComparer.Ordinal);
        everybody = definition.Everybody;
        EntityHash.RefuseEqual(everybody.Terms.Select(terms => terms.Participant.Id));
        // People come and go with months.
        Shared = new RunPlan(everybody, cancel, definition.Year.Periods(Frequency.Monthly).Select(month => month.End));
        rho = definition.CompanyCorrelation();
        draws = new AttainmentDraws(definition, rho, new(0, definition.Trials), cancel);
        Samples = new HeadcountSamples(definition.Trials);
    }

    /// <summary>The roster's run.</summary>
    internal RunDefinition Definition { get; }

    /// <summary>Who comes and goes.</summary>
    internal HeadcountPlan Plan { get; }

    /// <summary>What all positions share.</summary>
    internal RunPlan Shared { get; }

    internal HeadcountSamples Samples { get; }

    internal HeadcountCost Run()
    {
        var outlooks = new Dictionary<string, PositionOutlook>(StringComparer.Ordinal);
        foreach (ParticipantTerms terms in everybody.Reporting.Groups.SelectMany(group => group))
        {
            string id = terms.Participant.Id;
            teams.Remove(id, out TeamSamples? below);
            below?.CheckRange(id, cancel);
            TeamSamples?[] above = [.. terms.Reporting().Select(span => span.Manager is { } manager ? TeamOf(manager) : null)];
            outlooks.Add(id, Outlook(PositionOf(terms, above), below, above));
        }
        Samples.CheckRange();
        return new HeadcountCost(Definition, Plan, rho, Samples, [.. everybody.Terms.Select(terms => outlooks[terms.Participant.Id])]);
    }

    /// <summary>What an incumbent attains in a tile, whether there or not.</summary>
    internal void Draw(StaffedPosition position, int incumbent, int start, int count, TileSpace space) =>
        draws.Fill(position.Entity, position.Team, position.ModelsOf(incumbent), position.MeasuresDrawn, start, count, space, incumbent);

    /// <summary>Somebody's position: of the roster, or an open one. Its managers are paid on what <paramref name="above"/> keeps.</summary>
    internal StaffedPosition PositionOf(ParticipantTerms terms, TeamSamples?[] above)
    {
        bool[] wanted = [.. Definition.Assumptions.Models.Select((_, measure) => Array.Exists(above, team => team?.Shifts[measure] is not null))];
        return open.TryGetValue(terms.Participant.Id, out PlannedPosition? planned)
            ? StaffedPosition.Of(Shared, Plan, planned, terms, wanted)
            : StaffedPosition.Of(Shared, Plan, terms, wanted);
    }

    private TeamSamples TeamOf(string managerId)
    {
        if (!teams.TryGetValue(managerId, out TeamSamples? team))
            teams.Add(managerId, team = new TeamSamples(Definition.Trials, Shared.Cuts.Dates.Count, Shared.ShiftsFor(managerId)));
        return team;
    }

    private PositionOutlook Outlook(StaffedPosition position, TeamSamples? below, TeamSamples?[] above)
    {
        int trials = Definition.Trials, tiles = (trials + TileSum.Tile - 1) / TileSum.Tile;
        var done = new PositionSums[tiles];
        Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, tile =>
        {
            if (!spaces.TryTake(out PositionSpace? space))
                space = new PositionSpace();
            int start = tile * TileSum.Tile;
            done[tile] = new PositionTile(this, position, below, above, space, start, Math.Min(TileSum.Tile, trials - start)).Run();
            spaces.Add(space);
        });
        double Mean(Func<PositionSums, long> of) => (double)done.Aggregate((Int128)0, (sum, tile) => sum + of(tile)) / trials;
        return new(
            position.Id, Mean(tile => tile.HeadMonths) / Incumbents.Months, Mean(tile => tile.HeadsAtEnd),
            Mean(tile => tile.SalarySteps) / HeadcountSamples.Steps, Mean(tile => tile.IncentiveSteps) / HeadcountSamples.Steps);
    }
}
