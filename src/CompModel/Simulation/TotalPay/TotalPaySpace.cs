namespace CompModel;

/// <summary>The arrays that one worker needs for a tile of somebody's total pay; used again for the next tile.</summary>
internal sealed class TotalPaySpace(int years, HistoricMonths? months)
{
    private float[][] shared = [];

    /// <summary>The price's path.</summary>
    internal PriceTile Price { get; } = new();

    /// <summary>The past months that its moves are; null where the price follows the path itself.</summary>
    internal DrawnMonths? Drawn { get; } = months is null ? null : new DrawnMonths(months);

    /// <summary>The price as a multiple of today's.</summary>
    internal double[] Growth { get; } = new double[TileSum.Tile];

    /// <summary>What attainment goes with of the price's moves in the year at hand, by the rows of its variates.</summary>
    internal double[][] Moved { get; private set; } = [];

    /// <summary>The growth up to the day on which the price is known; what comes later grows from there.</summary>
    internal double[] UntilPriced { get; } = new double[TileSum.Tile];

    /// <summary>The shares of each grant of a value, once its day has come.</summary>
    internal List<double[]> Granted { get; } = [];

    /// <summary>Eligible pay of the year at hand by month, and then what is added to the 401(k).</summary>
    internal double[][] Eligible { get; } = [.. Enumerable.Range(0, 12).Select(_ => new double[TileSum.Tile])];

    /// <summary>The 401(k) of the calendar year so far.</summary>
    internal RetirementTile Retirement { get; } = new();

    /// <summary>Draws, credits and pay of each year.</summary>
    internal TileSpace[] Years { get; } = [.. Enumerable.Range(0, years).Select(_ => new TileSpace())];

    /// <summary>Nothing has moved yet.</summary>
    internal void BeginYear(int rows, int count)
    {
        if (Moved.Length != rows)
        {
            Moved = [.. Enumerable.Range(0, rows).Select(_ => new double[TileSum.Tile])];
            shared = [.. Enumerable.Range(0, rows).Select(_ => new float[TileSum.Tile])];
        }
        foreach (double[] row in Moved)
            Array.Clear(row, 0, count);
    }

    /// <summary>The moves in the precision of variates.</summary>
    internal SharedVariates Shared(int count)
    {
        for (int row = 0; row < shared.Length; row++)
        {
            for (int i = 0; i < count; i++)
                shared[row][i] = (float)Moved[row][i];
        }
        return new SharedVariates(shared);
    }
}
