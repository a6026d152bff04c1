namespace CompModel;

/// <summary>Draws attainment for some trials of a run: what everybody shares once, everybody's own tile by tile.</summary>
internal sealed class AttainmentDraws
{
    private readonly LatentVariates variates;
    private readonly TrialSpan span;
    private readonly float[][] company;

    /// <summary>The draws of some trials of a run whose people share ρ.</summary>
    internal AttainmentDraws(RunDefinition run, double rho, TrialSpan span, CancellationToken cancel, Redrawn redrawn = Redrawn.Nothing)
    {
        this.span = span;
        variates = new LatentVariates(run.Seed, rho, run.Assumptions, redrawn);
        company = [.. Enumerable.Range(0, variates.Rows).Select(_ => new float[span.Count])];
        float[][] rows = [.. company.Select(_ => new float[TileSum.Tile])];
        for (int start = 0; start < span.Count; start += TileSum.Tile)
        {
            cancel.ThrowIfCancellationRequested();
            variates.Company(span.First + start, rows);
            for (int row = 0; row < rows.Length; row++)
                Array.Copy(rows[row], 0, company[row], start, Math.Min(TileSum.Tile, span.Count - start));
        }
    }

    /// <summary>
    /// Attainment in the first measures of the assumptions, for each draw of a tile, by their models; of an entity and, where it has a manager, of a team. Who holds a position
    /// after the first has draws of their own, by the incumbent's number.
    /// </summary>
    internal void Fill(ulong entity, ulong? manager, AttainmentModel[] models, int measures, int start, int count, TileSpace space, int incumbent = 0) =>
        Fill(variates, new SharedVariates(company, start), entity, manager, models, measures, span.First + start, count, space, incumbent);

    /// <summary>Room for what <see cref="Fill(ulong, ulong?, AttainmentModel[], int, int, int, TileSpace, int)"/> would fill.</summary>
    internal void Reserve(int measures, TileSpace space) => space.ReserveDraws(measures, variates);

    /// <summary>As above, given what all share.</summary>
    internal static void Fill(
        LatentVariates variates, SharedVariates company, ulong entity, ulong? manager, AttainmentModel[] models, int measures, long firstTrial, int count, TileSpace space, int incumbent = 0)
    {
        space.ReserveDraws(measures, variates);
        if (measures == 0)
            return;
        SharedVariates team = default;
        if (variates.HasTeams && manager is { } its)
        {
            variates.Team(its, firstTrial, space.TeamNormals);
            team = new SharedVariates(space.TeamNormals);
        }
        variates.Participant(entity, firstTrial, company, team, space.Normals, measures, count, incumbent);
        for (int measure = 0; measure < measures; measure++)
        {
            AttainmentModel model = models[measure];
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
}
