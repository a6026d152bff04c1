namespace CompModel;

/// <summary>What a window's stages hand to each other, for a tile of trials; used again for every window.</summary>
internal sealed class WindowTile
{
    private static double[] Row() => new double[TileSum.Tile];

    /// <summary>Credits that set the position; an array of its own or one that was read.</summary>
    internal double[] Position { get; set; } = [];

    /// <summary>Room for a position.</summary>
    internal double[] Scratch { get; } = Row();

    /// <summary>The gate that was not met first; −1 where all are.</summary>
    internal int[] Gate { get; } = new int[TileSum.Tile];

    /// <summary>By curve or table.</summary>
    internal double[] Rated { get; } = Row();

    /// <summary>After multipliers.</summary>
    internal double[] Multiplied { get; } = Row();

    /// <summary>Within bounds.</summary>
    internal double[] Bounded { get; } = Row();

    /// <summary>What the window earns, on the grid.</summary>
    internal double[] Earned { get; } = Row();
}
