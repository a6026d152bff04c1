namespace CompModel;

/// <summary>Tells how much of a run is drawn, in whole percent that only rise, whichever thread finishes what.</summary>
internal sealed class RunProgress(IProgress<double> to, long tiles)
{
    private readonly Lock telling = new();
    private long drawn;
    private long told;

    /// <summary>One tile of one participant is drawn.</summary>
    internal void Tile()
    {
        long percent = Interlocked.Increment(ref drawn) * 100 / tiles;
        if (percent <= Interlocked.Read(ref told))
            return;
        lock (telling)
        {
            if (percent <= told)
                return;
            told = percent;
            to.Report(percent / 100.0);
        }
    }
}
