namespace CompModel;

/// <summary>Passes over the trials of a run, which may be many: each looks now and then whether it is to stop.</summary>
internal static class Arrays
{
    // Some hundredths of a millisecond's work.
    internal const int Stretch = 1 << 16;

    /// <summary>Does something with each stretch of so many trials: first and count.</summary>
    internal static void ForEachStretch(int trials, CancellationToken cancel, Action<int, int> work)
    {
        for (int first = 0; first < trials; first += Stretch)
        {
            cancel.ThrowIfCancellationRequested();
            work(first, Math.Min(Stretch, trials - first));
        }
    }

    /// <summary>Adds one array to another.</summary>
    internal static void Add(double[] to, double[] from, CancellationToken cancel) => ForEachStretch(to.Length, cancel, (first, count) =>
    {
        for (int i = first; i < first + count; i++)
            to[i] += from[i];
    });

    /// <summary>Whether all are below a limit in size; not for NaN.</summary>
    internal static bool AllBelow(double[] samples, double limit, CancellationToken cancel)
    {
        bool all = true;
        ForEachStretch(samples.Length, cancel, (first, count) =>
        {
            for (int i = first; i < first + count; i++)
                all &= Math.Abs(samples[i]) < limit;
        });
        return all;
    }

    /// <summary>A sorted copy: stretches first, then merged pair by pair.</summary>
    internal static double[] Sorted(double[] samples, CancellationToken cancel)
    {
        double[] from = new double[samples.Length];
        ForEachStretch(samples.Length, cancel, (first, count) =>
        {
            samples.AsSpan(first, count).CopyTo(from.AsSpan(first));
            from.AsSpan(first, count).Sort();
        });
        if (samples.Length <= Stretch)
            return from;
        double[] to = new double[samples.Length];
        for (long width = Stretch; width < samples.Length; width *= 2)
        {
            for (long first = 0; first < samples.Length; first += 2 * width)
                Merge(from, to, (int)first, (int)Math.Min(first + width, samples.Length), (int)Math.Min(first + (2 * width), samples.Length), cancel);
            (from, to) = (to, from);
        }
        return from;
    }

    private static void Merge(double[] from, double[] to, int first, int middle, int end, CancellationToken cancel)
    {
        int low = first, high = middle;
        for (int i = first; i < end; i++)
        {
            if ((i & (Stretch - 1)) == 0)
                cancel.ThrowIfCancellationRequested();
            to[i] = high >= end || (low < middle && from[low] <= from[high]) ? from[low++] : from[high++];
        }
    }
}
