namespace CompModel;

/// <summary>A tile of one participant's simulated deals: for each trial its deals in order of their days. Used again for the next participant and tile.</summary>
internal sealed class DealTile
{
    private int[] days = [], kinds = [];
    private double[] weights = [];
    private long[][] steps = [];
    private double[][] worths = [];

    /// <summary>How many deals each trial has.</summary>
    internal int[] Counts { get; } = new int[TileSum.Tile];

    /// <summary>Room for a trial's deals: those of trial i begin at i times it.</summary>
    internal int Stride { get; private set; }

    /// <summary>The day of the year that each deal is signed on, from 0.</summary>
    internal int[] Days => days;

    /// <summary>What kind of deal each is, among those of the mix.</summary>
    internal int[] Kinds => kinds;

    /// <summary>The size of each as it was drawn; below zero for one that is only there because another measure has something to be split.</summary>
    internal double[] Sizes => weights;

    /// <summary>For each measure, what each deal counts in it, in the measure's smallest steps.</summary>
    internal long[][] Steps => steps;

    /// <summary>For each of the mix's other measures, the worth drawn.</summary>
    internal double[][] Worths => worths;

    /// <summary>Room for a number of deals a trial, none of which is there yet.</summary>
    internal void Reserve(int stride, int measures, int others)
    {
        Stride = stride;
        int room = stride * TileSum.Tile;
        if (days.Length < room || steps.Length < measures || worths.Length < others)
        {
            days = new int[room];
            kinds = new int[room];
            weights = new double[room];
            steps = [.. Enumerable.Range(0, Math.Max(measures, steps.Length)).Select(_ => new long[room])];
            worths = [.. Enumerable.Range(0, Math.Max(others, worths.Length)).Select(_ => new double[room])];
        }
        Array.Clear(Counts);
    }

    /// <summary>Whether a trial has a deal on some days.</summary>
    internal bool Any(int trial, int first, int end)
    {
        for (int at = trial * Stride; at < (trial * Stride) + Counts[trial]; at++)
        {
            if (days[at] >= first && days[at] < end)
                return true;
        }
        return false;
    }

    /// <summary>Puts a deal in the place of another, which is no longer there.</summary>
    internal void Move(int from, int to)
    {
        (days[to], kinds[to], weights[to]) = (days[from], kinds[from], weights[from]);
        foreach (double[] worth in worths)
            worth[to] = worth[from];
    }

    /// <summary>Puts each trial's deals in order of their days; those of one day keep theirs.</summary>
    internal void Sort(int count)
    {
        for (int trial = 0; trial < count; trial++)
        {
            int start = trial * Stride;
            for (int next = start + 1; next < start + Counts[trial]; next++)
            {
                for (int at = next; at > start && days[at - 1] > days[at]; at--)
                    Swap(at - 1, at);
            }
        }
    }

    /// <summary>Credited in a measure before a day, trial by trial, in major units times a rate.</summary>
    internal void Sum(in DealtBy dealt, double[] to, int count)
    {
        long[] amounts = steps[dealt.Place];
        for (int trial = 0; trial < count; trial++)
        {
            long sum = 0;
            int end = (trial * Stride) + Counts[trial];
            for (int at = trial * Stride; at < end && days[at] < dealt.Day; at++)
                sum += amounts[at];
            to[trial] = sum / dealt.StepsPerUnit;
        }
        if (dealt.Rate == 1)
            return;
        for (int trial = 0; trial < count; trial++)
            to[trial] *= dealt.Rate;
    }

    private void Swap(int one, int other)
    {
        (days[one], days[other]) = (days[other], days[one]);
        (kinds[one], kinds[other]) = (kinds[other], kinds[one]);
        (weights[one], weights[other]) = (weights[other], weights[one]);
        foreach (double[] worth in worths)
            (worth[one], worth[other]) = (worth[other], worth[one]);
    }
}

/// <summary>What deals credit in a measure before a day.</summary>
/// <param name="Place">The place of the measure among those of the participant's deals.</param>
/// <param name="Day">The day of the year, from 0, that does not count any more.</param>
/// <param name="StepsPerUnit">Smallest steps in a major unit.</param>
/// <param name="Rate">From the measure's currency to the one asked for.</param>
internal readonly record struct DealtBy(int Place, int Day, double StepsPerUnit, double Rate);
