namespace CompModel;

/// <summary>
/// A tile of trials of a price whose months are drawn from history, quarter by quarter: which past month each is, and what the price's logarithm has moved by.
/// A block is picked by the security's path over it, so that no draw is made here. Used again for every tile.
/// </summary>
internal sealed class DrawnMonths
{
    private readonly HistoricMonths months;
    private readonly int[][] picks;
    private readonly double[] start = new double[TileSum.Tile], motion = new double[TileSum.Tile];

    // Blocks of the quarter at hand; none before the first.
    private int picked;

    internal DrawnMonths(HistoricMonths months)
    {
        this.months = months;
        picks = [.. Enumerable.Range(0, 3 / months.Months).Select(_ => new int[TileSum.Tile])];
    }

    /// <summary>The price starts at today's.</summary>
    internal void Begin(int count)
    {
        picked = 0;
        Array.Clear(start, 0, count);
    }

    /// <summary>Goes on to a quarter, by the rows of the path at its months' ends (its start first).</summary>
    internal void Next(PriceTile path, int[] monthEnds, int count)
    {
        Add(start, picked, count);
        picked = picks.Length;
        for (int block = 0; block < picked; block++)
        {
            double[] from = path.Rows[monthEnds[block * months.Months]], to = path.Rows[monthEnds[(block + 1) * months.Months]];
            for (int i = 0; i < count; i++)
                picks[block][i] = months.Pick(to[i] - from[i]);
        }
    }

    /// <summary>What the logarithm has moved by, from the start on, after so many months (0 to 3) of the quarter.</summary>
    internal double[] After(double monthsOfQuarter, int count)
    {
        int blocks = Math.Min((int)(monthsOfQuarter / months.Months), picked - 1);
        double rest = monthsOfQuarter - (blocks * months.Months);
        Array.Copy(start, motion, count);
        Add(motion, blocks, count);
        for (int i = 0; i < count; i++)
            motion[i] += months.Moved(picks[blocks][i], rest);
        return motion;
    }

    private void Add(double[] to, int blocks, int count)
    {
        for (int block = 0; block < blocks; block++)
        {
            for (int i = 0; i < count; i++)
                to[i] += months.Moved(picks[block][i], months.Months);
        }
    }
}
