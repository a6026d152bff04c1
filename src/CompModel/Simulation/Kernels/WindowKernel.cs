namespace CompModel;

/// <summary>A curve against one window's quota and target, in amounts: the constants are exact numbers, each rounded once to a double.</summary>
internal sealed class WindowKernel
{
    private readonly double[] from, intercept, rate, before, whole;
    private readonly bool[] above;

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

    /// <summary>Pay for a credited amount; zero below zero.</summary>
    internal double Pay(double credited)
    {
        if (credited < 0)
            return 0;
        int tier = TierAt(credited);
        return Math.FusedMultiplyAdd(credited, rate[tier], intercept[tier]);
    }

    /// <summary>Adds pay, which is on the grid, to the tiers it was earned in: a tier passed pays its whole, the last one the rest.</summary>
    internal void AddByTier(double credited, double pay, double[][] tiers, int trial)
    {
        if (credited < 0)
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
