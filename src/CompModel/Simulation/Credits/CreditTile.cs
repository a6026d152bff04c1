namespace CompModel;

/// <summary>A tile of a participant's credits: for each read, credited to date, trial by trial.</summary>
/// <param name="Reads">One array a read, each of the tile's length at least.</param>
/// <param name="Count">Trials in the tile.</param>
internal readonly record struct CreditTile(double[][] Reads, int Count)
{
    /// <summary>The deals behind them, for those whose pay depends on single deals; null for others, and where everybody is at exactly 100 % of quota.</summary>
    internal DealTile? Deals { get; init; }

    /// <summary>Asked between trials where one takes long.</summary>
    internal CancellationToken Cancel { get; init; }

    /// <summary>The credits of some days in one trial.</summary>
    internal double In(ReadSpan days, int trial) =>
        days.End < 0 ? 0 : days.Start < 0 ? Reads[days.End][trial] : Reads[days.End][trial] - Reads[days.Start][trial];

    /// <summary>The credits of some days; <paramref name="scratch"/> holds them where they are not there as they are.</summary>
    internal double[] In(ReadSpan days, double[] scratch)
    {
        if (days.End >= 0 && days.Start < 0)
            return Reads[days.End];
        if (days.End < 0)
        {
            Array.Clear(scratch, 0, Count);
            return scratch;
        }
        double[] start = Reads[days.Start], end = Reads[days.End];
        for (int i = 0; i < Count; i++)
            scratch[i] = end[i] - start[i];
        return scratch;
    }
}
