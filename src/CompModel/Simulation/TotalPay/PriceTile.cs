using System.Runtime.InteropServices;

namespace CompModel;

/// <summary>A tile of trials of a security's path, quarter by quarter: the arrays that its rows are in. Used again for every quarter and tile.</summary>
internal sealed class PriceTile
{
    private readonly List<double[]> rows = [new double[TileSum.Tile], new double[TileSum.Tile]];
    private readonly float[] normals = new float[TileSum.Tile];

    /// <summary>The Brownian motion, by the rows of the quarter at hand.</summary>
    internal IReadOnlyList<double[]> Rows => rows;

    /// <summary>The path starts at zero.</summary>
    internal void Begin(int count) => Array.Clear(rows[PriceQuarter.End], 0, count);

    /// <summary>Goes on by a quarter from the end of the one before.</summary>
    internal void Next(PriceQuarter quarter, ulong seed, ulong security, int firstTrial, int count)
    {
        (rows[PriceQuarter.Start], rows[PriceQuarter.End]) = (rows[PriceQuarter.End], rows[PriceQuarter.Start]);
        for (int step = 0; step < quarter.Steps.Count; step++)
        {
            if (rows.Count == step + 1)
                rows.Add(new double[TileSum.Tile]);
            PriceStep its = quarter.Steps[step];
            Draw(new RandomStream(seed, StreamPurpose.SharePrice, its.Draw, security), firstTrial, count);
            Fill(rows[its.From], rows[its.To], its.Share, its.Spread, rows[step + 1], count);
        }
    }

    private void Draw(RandomStream stream, int firstTrial, int count)
    {
        Span<float> to = normals.AsSpan(0, count);
        Span<uint> words = MemoryMarshal.Cast<float, uint>(to);
        stream.Words(firstTrial, words);
        NormalVariates.Fill(words, to);
    }

    private void Fill(double[] from, double[] to, double share, double spread, double[] row, int count)
    {
        for (int i = 0; i < count; i++)
            row[i] = Math.FusedMultiplyAdd(spread, normals[i], Math.FusedMultiplyAdd(share, to[i] - from[i], from[i]));
    }
}
