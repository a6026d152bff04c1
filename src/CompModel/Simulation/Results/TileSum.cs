namespace CompModel;

/// <summary>
/// Sums whose bits do not depend on how trials were cut: absolute tiles of 1,024 trials, 16 virtual lanes in each, lanes and tiles joined by fixed binary trees.
/// </summary>
internal static class TileSum
{
    /// <summary>Trials in a tile.</summary>
    internal const int Tile = 1024;

    private const int Lanes = 16;

    /// <summary>Sum of x − shift, and of its square, over all trials.</summary>
    internal static (double First, double Second) OfMoments(ReadOnlySpan<double> samples, double shift, CancellationToken cancel = default)
    {
        int tiles = (samples.Length + Tile - 1) / Tile;
        double[] first = new double[tiles], second = new double[tiles];
        for (int tile = 0; tile < tiles; tile++)
        {
            cancel.ThrowIfCancellationRequested();
            (first[tile], second[tile]) = OfTile(samples.Slice(tile * Tile, Math.Min(Tile, samples.Length - (tile * Tile))), shift);
        }
        return (Join(first), Join(second));
    }

    private static (double First, double Second) OfTile(ReadOnlySpan<double> samples, double shift)
    {
        Span<double> first = stackalloc double[Lanes], second = stackalloc double[Lanes];
        first.Clear();
        second.Clear();
        for (int i = 0; i < samples.Length; i++)
        {
            double deviation = samples[i] - shift;
            first[i % Lanes] += deviation;
            second[i % Lanes] = Math.FusedMultiplyAdd(deviation, deviation, second[i % Lanes]);
        }
        return (Join(first), Join(second));
    }

    // Pairs of neighbours, then pairs of pairs; an odd one at the end goes up as it is. Overwrites.
    private static double Join(Span<double> parts)
    {
        int count = parts.Length;
        while (count > 1)
        {
            for (int i = 0; i < count / 2; i++)
                parts[i] = parts[2 * i] + parts[(2 * i) + 1];
            if (count % 2 == 1)
                parts[count / 2] = parts[count - 1];
            count = (count + 1) / 2;
        }
        return parts[0];
    }
}
