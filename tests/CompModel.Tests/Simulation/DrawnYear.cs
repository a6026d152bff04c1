namespace CompModel.Tests;

/// <summary>A year's variates of some people, drawn as a run draws them: [measure][row][trial].</summary>
internal sealed class DrawnYear
{
    private readonly LatentVariates variates;
    private readonly Assumptions assumptions;
    private readonly int trials;
    private readonly Dictionary<string, float[][]> teams = new(StringComparer.Ordinal);

    internal DrawnYear(double rho, Assumptions assumptions, int trials, ulong seed = 7)
    {
        this.assumptions = assumptions;
        this.trials = trials;
        variates = new LatentVariates(seed, rho, assumptions);
        Company = Rows();
        variates.Company(0, Company);
    }

    internal float[][] Company { get; }

    /// <summary>Variates [measure][row][trial], a measure's own rows alone.</summary>
    internal float[][][] Of(string id, string? manager)
    {
        float[][][] all = [.. assumptions.Models.Select(_ => Rows())];
        SharedVariates team = manager is null || !variates.HasTeams ? default : new SharedVariates(TeamOf(manager));
        variates.Participant(EntityHash.Of(id), 0, new SharedVariates(Company), team, all, all.Length, trials);
        return [.. all.Select((rows, measure) => rows[variates.RowsOf(measure).First..(variates.RowsOf(measure).First + variates.RowsOf(measure).Count)])];
    }

    private float[][] TeamOf(string manager)
    {
        if (!teams.TryGetValue(manager, out float[][]? team))
        {
            teams.Add(manager, team = Rows());
            variates.Team(EntityHash.Of(manager), 0, team);
        }
        return team;
    }

    private float[][] Rows() => [.. Enumerable.Range(0, variates.Rows).Select(_ => new float[trials])];
}
