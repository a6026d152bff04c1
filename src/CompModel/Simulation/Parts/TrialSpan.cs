namespace CompModel;

/// <summary>Consecutive trials of a run, whole tiles but for its last.</summary>
/// <param name="First">The number of the first, from 0.</param>
/// <param name="Count">How many.</param>
internal readonly record struct TrialSpan(int First, int Count)
{
    /// <summary>Tiles of so many trials.</summary>
    internal static int TilesOf(int trials) => ((trials - 1) / TileSum.Tile) + 1;

    /// <summary>One of the equal blocks, up to a tile, that all trials are cut into.</summary>
    internal static TrialSpan OfBlock(int trials, int blocks, int block)
    {
        int First(int number) => (int)Math.Min(trials, (long)TilesOf(trials) * number / blocks * TileSum.Tile);
        return new(First(block), First(block + 1) - First(block));
    }
}
