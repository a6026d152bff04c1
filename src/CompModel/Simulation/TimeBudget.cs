using System.Diagnostics;

namespace CompModel;

/// <summary>
/// How many of a run's trials a stretch of time is enough for. The run's first tiles are drawn, twice as many each time, until they say how long one takes; the
/// clock decides how many trials there are and nothing about any of them.
/// </summary>
internal static class TimeBudget
{
    // Trying may take this share of the time, and what was tried is drawn again with the rest.
    private const double Trying = 0.2;

    // Of the time that is left: a machine that others use is not equally fast all the time.
    private const double Planned = 0.9;

    internal static RunDefinition Fitted(RunDefinition run, TimeSpan time, int threads, CancellationToken cancel)
    {
        if (time <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(time), time, "A time budget is more than no time.");
        int tiles = TrialSpan.TilesOf(run.Trials);
        long start = Stopwatch.GetTimestamp();
        for (int tried = 1; tried < tiles; tried *= 2)
        {
            long from = Stopwatch.GetTimestamp();
            CostRun.Of(run.OfTrials(tried * TileSum.Tile, cancel), threads, cancel);
            TimeSpan took = Stopwatch.GetElapsedTime(from), spent = Stopwatch.GetElapsedTime(start);
            // The next try, of twice as many, is made only if it fits.
            if (spent + (2 * took) < time * Trying)
                continue;
            // What does not grow with trials is counted as if it did, and so there is rather time left than too little.
            double fitting = Math.Floor((time - spent) / took * tried * Planned);
            return fitting >= tiles ? run : run.OfTrials((int)Math.Max(fitting, 1) * TileSum.Tile, cancel);
        }
        return run;
    }
}
