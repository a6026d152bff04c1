namespace CompModel;

/// <summary>How many months of a plan year an incumbent stays who holds a position at the start of one: at least that one, for people leave on the last day of a month.</summary>
internal sealed class StayLaw
{
    /// <summary>Longer than any year.</summary>
    internal const int BeyondTheYear = 13;

    // [j]: the probability of being there after j + 1 months.
    private readonly double[] stillThere = new double[BeyondTheYear - 1];

    internal StayLaw(LeaverRate rate, int tenure)
    {
        double there = 1;
        for (int month = 0; month < stillThere.Length; month++)
            stillThere[month] = there *= rate.StayingAt(tenure + month);
    }

    /// <summary>Whether nobody leaves.</summary>
    internal bool IsSure => stillThere[^1] == 1;

    /// <summary>The months for a uniform variate of (0, 1): a higher rate never means more of them.</summary>
    internal int MonthsOf(double uniform)
    {
        int months = 1;
        while (months < BeyondTheYear && uniform < stillThere[months - 1])
            months++;
        return months;
    }
}
