using System.Collections.Concurrent;

namespace CompModel;

/// <summary>Carries out a run of total pay, tile by tile: all years of a tile, one after another, so that the price's path goes on. Threads share out tiles.</summary>
internal sealed class TotalPayRun
{
    private readonly TotalPayYear[] years;
    private readonly ConcurrentBag<TotalPaySpace> spaces = [];
    private readonly HistoricMonths? months;

    private TotalPayRun(TotalPayDefinition run)
    {
        years = [.. Enumerable.Range(0, run.Years.Count).Select(year => new TotalPayYear(run, year))];
        months = run.Assumptions.SharePrice?.Months;
        Incentive = [.. years.Select(_ => new double[run.Trials])];
        Equity = [.. years.Select(_ => new double[run.Trials])];
        Retirement = [.. years.Select(_ => run.Promised is { HasRetirement: true } ? new double[run.Trials] : [])];
    }

    /// <summary>Incentive by year.</summary>
    internal double[][] Incentive { get; }

    /// <summary>Value of what vests, by year.</summary>
    internal double[][] Equity { get; }

    /// <summary>What is added to the 401(k), by year; no trials where there is nothing.</summary>
    internal double[][] Retirement { get; }

    /// <summary>The run with its distributions.</summary>
    internal static SimulatedTotalPay Of(TotalPayDefinition definition, int threads, CancellationToken cancel)
    {
        var run = new TotalPayRun(definition);
        int tiles = (definition.Trials + TileSum.Tile - 1) / TileSum.Tile;
        Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, tile =>
        {
            cancel.ThrowIfCancellationRequested();
            int start = tile * TileSum.Tile;
            run.Tile(start, Math.Min(TileSum.Tile, definition.Trials - start));
        });
        return new SimulatedTotalPay(definition, run.years, run.Incentive, run.Equity, run.Retirement);
    }

    private void Tile(int start, int count)
    {
        if (!spaces.TryTake(out TotalPaySpace? space))
            space = new TotalPaySpace(years.Length, months);
        space.Price.Begin(count);
        space.Drawn?.Begin(count);
        space.Retirement.Begin();
        for (int year = 0; year < years.Length; year++)
            years[year].Run(space, space.Years[year], start, count, Incentive[year], Equity[year], Retirement[year]);
        spaces.Add(space);
    }
}
