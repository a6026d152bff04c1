namespace CompModel;

/// <summary>What the people below a manager have sold and earned so far in a run, trial by trial, on the grid.</summary>
internal sealed class TeamSamples(int trials, int measures, int periods)
{
    /// <summary>Credits to date: [measure][period][trial].</summary>
    internal double[][][] Credited { get; } =
        [.. Enumerable.Range(0, measures).Select(_ => Enumerable.Range(0, periods).Select(_ => new double[trials]).ToArray())];

    /// <summary>Incentive of everybody below.</summary>
    internal double[] Incentive { get; } = new double[trials];

    /// <summary>People below.</summary>
    internal int Heads { get; set; }

    /// <summary>Target incentive of the people below.</summary>
    internal double Target { get; set; }

    /// <summary>Adds a tile of another team's credits and pay.</summary>
    internal void Add(TeamSamples below, int start, int count)
    {
        for (int measure = 0; measure < Credited.Length; measure++)
        {
            for (int period = 0; period < Credited[measure].Length; period++)
                AddTo(Credited[measure][period], below.Credited[measure][period], start, count);
        }
        AddTo(Incentive, below.Incentive, start, count);
    }

    private static void AddTo(double[] to, double[] from, int start, int count)
    {
        for (int i = start; i < start + count; i++)
            to[i] += from[i];
    }
}
