namespace CompModel;

/// <summary>A tile of one participant's payments: a row a month, on the pay grid. Used again for every participant and tile.</summary>
internal sealed class PaymentRows
{
    private static double[][] Months() => [.. Enumerable.Range(0, PaymentKernel.Months).Select(_ => new double[TileSum.Tile])];

    /// <summary>Earned in each month.</summary>
    internal double[][] Earned { get; } = Months();

    /// <summary>What payment terms add as a cost that stays.</summary>
    internal double[][] Cost { get; } = Months();

    /// <summary>Paid for each month.</summary>
    internal double[][] Paid { get; } = Months();

    /// <summary>What is open at the end of the year.</summary>
    internal PaymentTile Balances { get; } = new();

    internal void ClearEarned(int count)
    {
        foreach (double[] month in Earned)
            Array.Clear(month, 0, count);
    }
}
