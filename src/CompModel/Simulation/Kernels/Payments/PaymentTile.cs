namespace CompModel;

/// <summary>
/// Balances of one participant's payments over a tile of trials, reused from tile to tile and from participant to participant: it grows to what the terms
/// it meets need and allocates nothing after that. Not for two threads at once.
/// </summary>
/// <param name="trials">The most trials of a tile.</param>
internal sealed class PaymentTile(int trials = TileSum.Tile)
{
    // A row for each pay period of a year, and one for what lies beyond it.
    private readonly double[]?[] released = new double[13][], recoverable = new double[13][];

    /// <summary>Held back at the end of the year.</summary>
    internal double[] Held { get; } = new double[trials];

    /// <summary>Draws owed at the end of the year; during it, those that may be recovered by now.</summary>
    internal double[] Owed { get; } = new double[trials];

    /// <summary>A result below zero, carried.</summary>
    internal double[] Carried { get; } = new double[trials];

    /// <summary>What the period in hand paid as a draw.</summary>
    internal double[] Ahead { get; } = new double[trials];

    /// <summary>What is held until it is released in a period.</summary>
    internal double[] ReleasedIn(int period) => released[period] ??= new double[trials];

    /// <summary>Draws that may be recovered from a later period on.</summary>
    internal double[] RecoveredFrom(int period) => recoverable[period] ??= new double[trials];
}
