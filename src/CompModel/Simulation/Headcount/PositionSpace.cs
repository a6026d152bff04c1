namespace CompModel;

/// <summary>The arrays that one worker needs for a position in a tile; used again for the next.</summary>
internal sealed class PositionSpace
{
    /// <summary>Draws of the whole tile, and the pay of some of its trials.</summary>
    internal TileSpace Tile { get; } = new();

    /// <summary>Attainment of some of the tile's trials, one after the other: [measure][draw][trial].</summary>
    internal double[][][] Attainment { get; private set; } = [];

    /// <summary>Picks trials of the tile's attainment.</summary>
    internal void Gather(int[] trials)
    {
        if (Attainment.Length != Tile.Attainment.Length)
            Attainment = [.. Tile.Attainment.Select(measure => measure.Select(_ => new double[TileSum.Tile]).ToArray())];
        for (int measure = 0; measure < Attainment.Length; measure++)
        {
            for (int draw = 0; draw < Attainment[measure].Length; draw++)
            {
                double[] from = Tile.Attainment[measure][draw], to = Attainment[measure][draw];
                for (int j = 0; j < trials.Length; j++)
                    to[j] = from[trials[j]];
            }
        }
    }
}
