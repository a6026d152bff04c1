namespace CompModel;

/// <summary>
/// A curve against one window's quota and target, or a rate table, in amounts: the constants are exact numbers, each rounded once to a double. Each trial's
/// arithmetic stands alone, so that a vector kernel of any width can repeat it bit by bit: compare, select, fused multiply-adds.
/// </summary>
internal sealed partial class RateKernel
{
    private readonly double[] from, intercept, rate, curvature, before, whole;
    private readonly bool[] above;

    // Of a table; a curve has none.
    private readonly TableReading? reading;

    private RateKernel(TableSegment[] segments, TableReading? reading)
    {
        this.reading = reading;
        from = [.. segments.Select(segment => segment.From.ToDouble())];
        above = [.. segments.Select(segment => segment.Sense == Boundary.Above)];
        intercept = [.. segments.Select(segment => segment.Intercept.ToDouble())];
        rate = [.. segments.Select(segment => segment.Rate.ToDouble())];
        curvature = [.. segments.Select(segment => segment.Curvature.ToDouble())];
        before = new double[segments.Length];
        whole = new double[segments.Length];
        for (int tier = 0; tier < segments.Length; tier++)
        {
            Rational below = tier == 0 ? Rational.Zero : segments[tier - 1].At(segments[tier].From);
            before[tier] = PayGrid.Round(below.ToDouble());
            if (tier + 1 < segments.Length)
                whole[tier] = PayGrid.Round(segments[tier].At(segments[tier + 1].From).ToDouble()) - before[tier];
        }
    }

    /// <summary>What a rule pays for a quota and a target; null where it pays nothing, for nothing is asked.</summary>
    internal static RateKernel? Of(PayRule rule, Rational quota, Rational target) => rule switch
    {
        PayRule.ByCurve { Curve: var curve } => Of(curve, quota, target),
        PayRule.ByTable { Table: var table } => table.Places == TierPlaces.Amounts || quota.Sign > 0 ? Of(table.For(quota)) : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A curve in amounts; null without quota. Below zero it pays nothing.</summary>
    internal static RateKernel? Of(PayoutCurve curve, Rational quota, Rational target) => quota.Sign == 0 ? null : new(
        [.. curve.Segments.Select(segment => new TableSegment(segment.From * quota, segment.Sense, segment.Intercept * target, segment.Slope * target / quota, Rational.Zero, segment.Label))],
        reading: null);

    /// <summary>A table in amounts. Below zero its first rate runs on.</summary>
    internal static RateKernel Of(RateTable table) => new([.. table.Segments], table.Reading);

    private bool PaysBelowZero => reading is not null;

    /// <summary>Pay for each credited amount.</summary>
    internal void Pay(double[] credited, double[] pay, int count)
    {
        for (int i = 0; i < count; i++)
            pay[i] = Pay(credited[i]);
    }

    /// <summary>Pay for a credited amount.</summary>
    internal double Pay(double credited)
    {
        if (credited < 0)
            return PaysBelowZero ? credited * rate[0] : 0;
        int tier = TierAt(credited);
        return Math.FusedMultiplyAdd(credited, Math.FusedMultiplyAdd(credited, curvature[tier], rate[tier]), intercept[tier]);
    }

    /// <summary>Adds pay, which is on the grid, to the lines of the tiers it was earned in: a tier passed pays its whole, the last one the rest.</summary>
    internal void AddByTier(double credited, double pay, double[][] lines, int trial)
    {
        if (credited < 0 && !PaysBelowZero)
            return;
        int last = TierAt(credited);
        for (int tier = 0; tier < last; tier++)
            lines[tier][trial] += whole[tier];
        lines[last][trial] += pay - before[last];
    }

    /// <summary>The place of the tier that an amount falls in; the first below zero.</summary>
    internal int TierAt(double credited)
    {
        int tier = from.Length - 1;
        while (tier > 0 && !(above[tier] ? credited > from[tier] : credited >= from[tier]))
            tier--;
        return tier;
    }
}
