namespace CompModel;

/// <summary>A tile of a participant's pay, on the grid: posted by date, and by line. Both sum to the year's pay. Used again for every participant and tile.</summary>
internal sealed class PayTile
{
    private readonly List<double[]> rows = [];

    /// <summary>What is earned, by the place of the date it is posted on.</summary>
    internal double[][] Posted { get; private set; } = [];

    /// <summary>What is earned in the year, by line.</summary>
    internal double[][] Lines { get; private set; } = [];

    /// <summary>What components earned, before the plan as a whole, by the place of the date it is posted on; where it was asked for.</summary>
    internal double[][] Commission { get; private set; } = [];

    /// <summary>What was earned before the period at hand.</summary>
    internal double[] Before { get; } = new double[TileSum.Tile];

    /// <summary>What is paid, for people whose payments are followed.</summary>
    internal PaymentRows Payments => field ??= new();

    /// <summary>The window at hand.</summary>
    internal WindowTile Window { get; } = new();

    /// <summary>Zeros for a number of slots and lines.</summary>
    internal void Clear(int slots, int lines, int count)
    {
        while (rows.Count < slots + lines)
            rows.Add(new double[TileSum.Tile]);
        if (Posted.Length != slots)
            Posted = [.. rows.Take(slots)];
        if (Lines.Length != lines || (lines > 0 && Lines[0] != rows[slots]))
            Lines = [.. rows.Skip(slots).Take(lines)];
        for (int row = 0; row < slots + lines; row++)
            Array.Clear(rows[row], 0, count);
    }

    /// <summary>Keeps what is posted by now as commission.</summary>
    internal void KeepCommission(int count)
    {
        if (Commission.Length != Posted.Length)
            Commission = [.. Posted.Select(_ => new double[TileSum.Tile])];
        for (int slot = 0; slot < Posted.Length; slot++)
            Array.Copy(Posted[slot], Commission[slot], count);
    }
}
