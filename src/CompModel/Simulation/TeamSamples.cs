namespace CompModel;

/// <summary>What the people below a manager have sold and earned so far in a run, trial by trial, on the grid.</summary>
internal sealed class TeamSamples(int trials, int periods, double?[] shifts)
{
    /// <summary>For each measure, the shift of the grid its credits are on; null where nobody here or above is paid on a team's credits in it.</summary>
    internal double?[] Shifts { get; } = shifts;

    /// <summary>Credits to date: [measure][period][trial].</summary>
    internal double[][][] Credited { get; } =
        [.. shifts.Select(shift => Enumerable.Range(0, shift is null ? 0 : periods).Select(_ => new double[trials]).ToArray())];

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
            // What is wanted here is wanted below as well, if on another grid.
            for (int period = 0; period < Credited[measure].Length; period++)
            {
                double[] to = Credited[measure][period], from = below.Credited[measure][period];
                double shift = Shifts[measure]!.Value;
                for (int i = start; i < start + count; i++)
                    to[i] += PayGrid.Round(from[i], shift);
            }
        }
        for (int i = start; i < start + count; i++)
            Incentive[i] += below.Incentive[i];
    }

    /// <summary>Throws where credits leave the range in which their sums are exact.</summary>
    internal void CheckRange(string managerId)
    {
        for (int measure = 0; measure < Credited.Length; measure++)
        {
            double limit = Shifts[measure] is { } shift ? PayGrid.LimitOf(shift) : 0;
            if (Credited[measure].Any(period => period.Any(credited => !(Math.Abs(credited) < limit))))
                throw new OverflowException($"The credits of the team of '{managerId}' leave the range of exact sums, {limit:0}.");
        }
    }
}
