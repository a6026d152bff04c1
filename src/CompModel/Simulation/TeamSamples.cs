namespace CompModel;

/// <summary>What the people below a manager have sold and earned so far in a run, trial by trial, on the grid. Money is in the reported currency.</summary>
internal sealed class TeamSamples(int trials, int cuts, double?[] shifts)
{
    /// <summary>For each measure, the shift of the grid its credits are on; null where nobody here or above is paid on a team's credits in it.</summary>
    internal double?[] Shifts { get; } = shifts;

    /// <summary>Credits to date: [measure][cut][trial].</summary>
    internal double[][][] Credited { get; } =
        [.. shifts.Select(shift => Enumerable.Range(0, shift is null ? 0 : cuts).Select(_ => new double[trials]).ToArray())];

    /// <summary>Incentive of everybody below.</summary>
    internal double[] Incentive { get; } = new double[trials];

    /// <summary>People below.</summary>
    internal int Heads { get; set; }

    /// <summary>Target incentive of the people below.</summary>
    internal double Target { get; set; }

    /// <summary>Adds a tile of what a team below sold while its manager reported here.</summary>
    internal void Add(TeamSamples below, in ReportingSpan span, int start, int count)
    {
        for (int measure = 0; measure < Credited.Length; measure++)
        {
            // What is wanted here is wanted below as well, if on another grid.
            for (int cut = 0; cut < Credited[measure].Length; cut++)
            {
                if (cut <= span.Start)
                    continue;
                double[] to = Credited[measure][cut], from = below.Credited[measure][Math.Min(cut, span.End)];
                double[]? before = span.Start < 0 ? null : below.Credited[measure][span.Start];
                double shift = Shifts[measure]!.Value;
                for (int i = start; i < start + count; i++)
                    to[i] += PayGrid.Round(before is null ? from[i] : from[i] - before[i], shift);
            }
        }
    }

    /// <summary>Throws where credits leave the range in which their sums are exact.</summary>
    internal void CheckRange(string managerId, CancellationToken cancel)
    {
        for (int measure = 0; measure < Credited.Length; measure++)
        {
            double limit = Shifts[measure] is { } shift ? PayGrid.LimitOf(shift) : 0;
            if (!Credited[measure].All(cut => Arrays.AllBelow(cut, limit, cancel)))
                throw new OverflowException($"The credits of the team of '{managerId}' leave the range of exact sums, {limit:0}.");
        }
    }
}
