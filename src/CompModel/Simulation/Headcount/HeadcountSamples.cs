namespace CompModel;

/// <summary>What positions add up to: trial by trial where a spread is asked for, otherwise by tile in whole steps of the pay grid, so that no sum depends on an order.</summary>
internal sealed class HeadcountSamples(int trials)
{
    /// <summary>Steps of the pay grid in a major unit.</summary>
    internal const double Steps = 1024;

    private static int TilesOf(int trials) => (trials + TileSum.Tile - 1) / TileSum.Tile;

    /// <summary>People there at the end of each month: [month][trial].</summary>
    internal double[][] Heads { get; } = Rows(trials);

    /// <summary>Base salaries and incentive of each month: [month][trial].</summary>
    internal double[][] Cash { get; } = Rows(trials);

    /// <summary>Base salaries of the year.</summary>
    internal double[] Salary { get; } = new double[trials];

    /// <summary>Incentive of the year, with what payment terms add to it.</summary>
    internal double[] Incentive { get; } = new double[trials];

    /// <summary>Quota in force, of all months.</summary>
    internal double[] StreetQuota { get; } = new double[trials];

    /// <summary>Bookings, each deal once, with those of vacant territories.</summary>
    internal double[] Bookings { get; } = new double[trials];

    /// <summary>Of those, the bookings of vacant territories.</summary>
    internal double[] VacantBookings { get; } = new double[trials];

    /// <summary>Base salaries by month and tile, in steps.</summary>
    internal long[][] SalarySteps { get; } = Tiles(trials);

    /// <summary>Incentive by month and tile, with what payment terms add to it, in steps.</summary>
    internal long[][] IncentiveSteps { get; } = Tiles(trials);

    /// <summary>Of it, what guarantees, draws and forfeits add by month and tile, in steps.</summary>
    internal long[][] PaymentCostSteps { get; } = Tiles(trials);

    /// <summary>Quota in force by month and tile, in steps.</summary>
    internal long[][] QuotaSteps { get; } = Tiles(trials);

    /// <summary>The mean of a month, from its steps.</summary>
    internal double MeanOf(long[] steps)
    {
        Int128 sum = 0;
        foreach (long tile in steps)
            sum += tile;
        return (double)sum / Steps / trials;
    }

    /// <summary>Throws where a total left the range in which sums are exact.</summary>
    internal void CheckRange()
    {
        if (Cash.Concat([Salary, Incentive, StreetQuota, Bookings]).Any(samples => samples.Any(sample => !(Math.Abs(sample) < PayGrid.Limit))))
            throw new OverflowException($"A simulated total leaves the range of exact sums, {PayGrid.Limit:0} major units: state money in a larger unit.");
    }

    private static double[][] Rows(int trials) => [.. Enumerable.Range(0, Incumbents.Months).Select(_ => new double[trials])];

    private static long[][] Tiles(int trials) => [.. Enumerable.Range(0, Incumbents.Months).Select(_ => new long[TilesOf(trials)])];
}
