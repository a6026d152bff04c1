namespace CompModel;

/// <summary>The arrays that one worker needs for a tile of a participant; used again for the next.</summary>
internal sealed class TileSpace
{
    private double[][] reads = [];

    /// <summary>Normal variates: [measure][row][trial], in the rows of <see cref="LatentVariates"/>.</summary>
    internal float[][][] Normals { get; private set; } = [];

    /// <summary>Normal variates of a team: [row][trial].</summary>
    internal float[][] TeamNormals { get; private set; } = [];

    /// <summary>Attainment: [measure][draw][trial].</summary>
    internal double[][][] Attainment { get; private set; } = [];

    /// <summary>Pay.</summary>
    internal PayTile Pay { get; } = new();

    /// <summary>Deals.</summary>
    internal DealTile Deals { get; } = new();

    /// <summary>Room for a sum on its way to a team.</summary>
    internal double[] Scratch { get; } = new double[TileSum.Tile];

    /// <summary>Room for the draws of the first measures.</summary>
    internal void ReserveDraws(int measures, LatentVariates variates)
    {
        if (Normals.Length >= measures)
            return;
        Normals = [.. Enumerable.Range(0, measures).Select(measure => Rows<float>(variates.Rows))];
        TeamNormals = Rows<float>(variates.Rows);
        Attainment = [.. Enumerable.Range(0, measures).Select(measure => Rows<double>(variates.RowsOf(measure).Count))];
    }

    /// <summary>One array for each read of credits.</summary>
    internal double[][] Reads(int count)
    {
        if (reads.Length < count)
            reads = [.. reads, .. Rows<double>(count - reads.Length)];
        return reads;
    }

    private static T[][] Rows<T>(int count) => [.. Enumerable.Range(0, count).Select(_ => new T[TileSum.Tile])];
}
