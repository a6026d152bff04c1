namespace CompModel;

/// <summary>
/// Carries out a run. It is cut into chunks of people, closed under roll-up, each over all trials; inside a chunk people come before their managers and
/// work goes tile by tile. Where there are too few chunks for the threads, the tiles of each participant are shared out instead. Neither shows in the result.
/// </summary>
internal sealed class CostRun
{
    // Enough people that merging a chunk's sums costs little beside drawing them.
    private const int ChunkSize = 32;

    private readonly RunDefinition run;
    private readonly int threads;
    private readonly CancellationToken cancel;
    private readonly LatentVariates variates;

    // Everybody meets the same: drawn once a run.
    private readonly float[] company;
    private readonly Dictionary<CostLine, int> lines = [];
    private readonly Dictionary<string, CompiledParticipant> compiled = new(StringComparer.Ordinal);
    private readonly Frequency teamPeriods;
    private readonly double rho;

    internal CostRun(RunDefinition run, int threads, CancellationToken cancel)
    {
        this.run = run;
        this.threads = threads;
        this.cancel = cancel;
        rho = run.CompanyCorrelation();
        variates = new LatentVariates(run.Seed, rho, run.Assumptions.Correlation);
        company = new float[run.Trials];
        variates.Company(0, company);
        foreach (ParticipantTerms terms in run.Terms)
        {
            foreach (ComponentTerms component in terms.Components)
            {
                foreach ((string label, int tier) in component.Component.Tiers.Select((label, tier) => (label, tier)))
                    lines.TryAdd(new(terms.Participant.Plan.Name, component.Component.Name, label, tier), lines.Count);
            }
        }
        teamPeriods = run.Terms.SelectMany(terms => terms.Components)
            .Where(component => component.Component.Scope == CreditScope.Team)
            .Select(component => component.Component.Basis.Pays).DefaultIfEmpty(Frequency.Annual).Max();
        foreach (ParticipantTerms terms in run.Terms)
            compiled.Add(terms.Participant.Id, new CompiledParticipant(run, terms, teamPeriods, lines));
        EntityHash.RefuseEqual(compiled.Values.Select(participant => participant.Id));
    }

    internal SimulatedCost Run()
    {
        List<List<Participant>> chunks = Chunks();
        bool byChunk = chunks.Count >= 2 * threads;
        CostSamples? total = null;
        var outlooks = new Dictionary<string, (ParticipantOutlook Own, ParticipantOutlook? Team)>(StringComparer.Ordinal);
        var merging = new Lock();
        Parallel.ForEach(
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = byChunk ? threads : 1, CancellationToken = cancel },
            chunk =>
            {
                var worker = new ChunkRun(this, chunk, byChunk ? 1 : threads);
                worker.Run();
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
        return new SimulatedCost(run, rho, [.. lines.OrderBy(line => line.Value).Select(line => line.Key)], total, outlooks);
    }

    // The grid of each measure's credits below a manager: set by the nearest of the manager and those above who is paid on them; none without one.
    private double?[] ShiftsFor(string managerId) => [.. run.Assumptions.Models.Select(model =>
    {
        foreach (string id in run.Hierarchy.ManagersAbove(managerId).Prepend(managerId))
        {
            if (compiled[id].TeamQuota(model.Measure) is { } quota)
                return model.Measure.IsMoney ? PayGrid.Shift : PayGrid.ShiftOfUnits(quota);
        }
        return (double?)null;
    })];

    private List<List<Participant>> Chunks()
    {
        var chunks = new List<List<Participant>>();
        foreach (Participant root in run.Hierarchy.Roots)
        {
            if (chunks.Count == 0 || chunks[^1].Count >= ChunkSize)
                chunks.Add([]);
            chunks[^1].AddRange(run.Hierarchy.PostOrder(root));
        }
        return chunks;
    }

    /// <summary>One chunk of people over all trials.</summary>
    private sealed class ChunkRun(CostRun owner, List<Participant> people, int threads)
    {
        private readonly Dictionary<string, TeamSamples> teams = new(StringComparer.Ordinal);
        private readonly int trials = owner.run.Trials;

        internal CostSamples Samples { get; } = new(owner.run.Trials, owner.lines.Count);

        internal Dictionary<string, (ParticipantOutlook Own, ParticipantOutlook? Team)> Outlooks { get; } = new(StringComparer.Ordinal);

        internal void Run()
        {
            double[] pay = new double[trials];
            foreach (Participant person in people)
            {
                CompiledParticipant participant = owner.compiled[person.Id];
                teams.Remove(person.Id, out TeamSamples? below);
                below?.CheckRange(person.Id);
                TeamSamples? above = person.ManagerId is null ? null : TeamOf(person.ManagerId);
                Array.Clear(pay);
                ForEachTile((start, count) => new TileRun(owner, Samples, start, count).Run(participant, below, above, pay));
                if (above is not null)
                {
                    above.Heads += 1 + (below?.Heads ?? 0);
                    above.Target += participant.Target + (below?.Target ?? 0);
                }
                Outlooks.Add(person.Id, (ParticipantOutlook.Of(person.Id, 1, participant.Target, pay), Team(participant, below, pay)));
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
                teams.Add(managerId, team = new TeamSamples(trials, (int)owner.teamPeriods, owner.ShiftsFor(managerId)));
            return team;
        }

        private void ForEachTile(Action<int, int> work)
        {
            int tiles = (trials + TileSum.Tile - 1) / TileSum.Tile;
            void One(int tile)
            {
                owner.cancel.ThrowIfCancellationRequested();
                work(tile * TileSum.Tile, Math.Min(TileSum.Tile, trials - (tile * TileSum.Tile)));
            }
            if (threads > 1)
            {
                Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = owner.cancel }, One);
                return;
            }
            for (int tile = 0; tile < tiles; tile++)
                One(tile);
        }
    }

    /// <summary>One participant in one tile: variates, attainment, credits, pay, sums.</summary>
    private sealed class TileRun(CostRun owner, CostSamples samples, int start, int count)
    {
        internal void Run(CompiledParticipant participant, TeamSamples? below, TeamSamples? above, double[] pay)
        {
            double[][] attainment = Attainment(participant);
            foreach (CompiledComponent component in participant.Components)
            {
                double[][] earned = Rows(component.Kernel.Periods), tiers = Rows(component.Kernel.Tiers);
                component.Kernel.Run(Credited(component, attainment, below), earned, tiers, count);
                for (int period = 0; period < earned.Length; period++)
                {
                    Add(earned[period], samples.Quarters[component.QuarterOf(period)]);
                    Add(earned[period], samples.Incentive);
                    Add(earned[period], pay);
                }
                for (int tier = 0; tier < tiers.Length; tier++)
                    Add(tiers[tier], samples.Lines[component.Lines[tier]]);
            }
            if (participant.BookingsMeasure >= 0)
                CountBookings(participant, attainment[participant.BookingsMeasure]);
            if (above is not null)
                RollUp(participant, attainment, below, above, pay);
        }

        private double[][] Attainment(CompiledParticipant participant)
        {
            float[][] normals = [.. Enumerable.Range(0, participant.MeasuresDrawn).Select(_ => new float[count])];
            double[][] attainment = Rows(participant.MeasuresDrawn);
            if (participant.MeasuresDrawn == 0)
                return attainment;
            owner.variates.Participant(participant.Entity, start, owner.company.AsSpan(start, count), normals, participant.MeasuresDrawn);
            for (int measure = 0; measure < attainment.Length; measure++)
            {
                AttainmentModel model = owner.run.Assumptions.Models[measure].Model;
                for (int i = 0; i < count; i++)
                    attainment[measure][i] = model.FromNormal(normals[measure][i]);
            }
            return attainment;
        }

        private double[][] Credited(CompiledComponent component, double[][] attainment, TeamSamples? below)
        {
            double[][] credited = Rows(component.Kernel.Periods);
            for (int period = 0; period < credited.Length; period++)
            {
                if (component.Credited is { } own)
                {
                    for (int i = 0; i < count; i++)
                        credited[period][i] = attainment[component.Measure][i] * own[period];
                }
                else if (below is not null && below.Shifts[component.Measure] is not null)
                {
                    int step = (int)owner.teamPeriods / (int)component.Pays;
                    Array.Copy(below.Credited[component.Measure][((period + 1) * step) - 1], start, credited[period], 0, count);
                }
            }
            return credited;
        }

        private void CountBookings(CompiledParticipant participant, double[] attainment)
        {
            for (int i = 0; i < count; i++)
            {
                samples.Bookings[start + i] += PayGrid.Round(attainment[i] * participant.BookingsQuota);
                if (attainment[i] >= 1)
                    samples.AtQuota[start + i]++;
            }
        }

        private void RollUp(CompiledParticipant participant, double[][] attainment, TeamSamples? below, TeamSamples above, double[] pay)
        {
            if (below is not null)
                above.Add(below, start, count);
            for (int i = start; i < start + count; i++)
                above.Incentive[i] += pay[i];
            for (int measure = 0; measure < participant.MeasuresDrawn; measure++)
            {
                if (participant.TeamCredits[measure] is not { } credits || above.Shifts[measure] is not { } shift)
                    continue;
                for (int period = 0; period < credits.Length; period++)
                {
                    double[] team = above.Credited[measure][period];
                    for (int i = 0; i < count; i++)
                        team[start + i] += PayGrid.Round(attainment[measure][i] * credits[period], shift);
                }
            }
        }

        private void Add(double[] tile, double[] total)
        {
            for (int i = 0; i < count; i++)
                total[start + i] += tile[i];
        }

        private double[][] Rows(int rows) => [.. Enumerable.Range(0, rows).Select(_ => new double[count])];
    }
}
