namespace CompModel;

/// <summary>A curve against one window's quota and target, or a rate table, in amounts: the constants are exact numbers, each rounded once to a double.</summary>
internal sealed class WindowKernel
{
    private readonly double[] from, intercept, rate, before, whole;
    private readonly bool[] above;
    private readonly double least = 0;

    internal WindowKernel(CurveSegment[] segments, Rational quota, Rational target)
    {
        from = [.. segments.Select(segment => (segment.From * quota).ToDouble())];
        above = [.. segments.Select(segment => segment.Sense == Boundary.Above)];
        intercept = [.. segments.Select(segment => (segment.Intercept * target).ToDouble())];
        rate = [.. segments.Select(segment => (segment.Slope * target / quota).ToDouble())];
        before = new double[segments.Length];
        whole = new double[segments.Length];
        for (int tier = 0; tier < segments.Length; tier++)
        {
            Rational below = tier == 0 ? Rational.Zero : segments[tier - 1].At(segments[tier].From);
            before[tier] = PayGrid.Round((below * target).ToDouble());
            if (tier + 1 < segments.Length)
                whole[tier] = PayGrid.Round((segments[tier].At(segments[tier + 1].From) * target).ToDouble()) - before[tier];
        }
    }

    /// <summary>A table that is piecewise linear: a curve against a quota of one that pays a target of one, but that its first rate runs on below zero.</summary>
    internal WindowKernel(RateTable table)
        : this([.. table.Segments.Select(segment => new CurveSegment(segment.From, segment.Sense, segment.Intercept, segment.Rate, segment.Label))], Rational.One, Rational.One)
    {
        if (!table.IsPiecewiseLinear)
            throw new ArgumentException("A kernel takes tables that are piecewise linear.", nameof(table));
        least = double.NegativeInfinity;
    }

    /// <summary>Pay for a credited amount; zero below zero for a curve.</summary>
    internal double Pay(double credited)
    {
        if (credited < least)
            return 0;
        int tier = TierAt(credited);
        return Math.FusedMultiplyAdd(credited, rate[tier], intercept[tier]);
    }

    /// <summary>Adds pay, which is on the grid, to the tiers it was earned in: a tier passed pays its whole, the last one the rest.</summary>
    internal void AddByTier(double credited, double pay, double[][] tiers, int trial)
    {
        if (credited < least)
            return;
        int last = TierAt(credited);
        for (int tier = 0; tier < last; tier++)
            tiers[tier][trial] += whole[tier];
        tiers[last][trial] += pay - before[last];
    }

    private int TierAt(double credited)
    {
        int tier = from.Length - 1;
        while (tier > 0 && !(above[tier] ? credited > from[tier] : credited >= from[tier]))
            tier--;
        return tier;
    }
}
