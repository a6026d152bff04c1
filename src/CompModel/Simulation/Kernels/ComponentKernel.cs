namespace CompModel;

/// <summary>
/// One component's terms compiled for a tile of trials: thresholds are amounts, pay is a line in the credited amount. Each trial's arithmetic stands alone,
/// so that a vector kernel of any width can repeat it bit by bit: compare, select, one fused multiply-add, round to the grid.
/// </summary>
internal sealed class ComponentKernel
{
    private readonly WindowKernel?[] windows;
    private readonly bool toDate;
    private readonly bool keeps;

    internal ComponentKernel(ComponentTerms terms)
    {
        toDate = terms.Component.Basis is Basis.YearToDate;
        // What is carried is made up for by later periods: inside the year that is the highest so far, as what is kept.
        keeps = terms.Component.Basis is Basis.YearToDate { Recovery: not Recovery.Full };
        IReadOnlyList<PeriodTerms> measured = terms.Component.Basis switch
        {
            Basis.YearToDate { Against: Yardstick.FullQuota } => [.. terms.ToDate.Select(_ => terms.ToDate[^1])],
            Basis.YearToDate => terms.ToDate,
            _ => terms.Periods,
        };
        switch (terms.Component.Rule)
        {
            case PayRule.ByCurve { Curve: var curve }:
                CurveSegment[] segments = [.. curve.Segments];
                windows = [.. measured.Select(period =>
                    period.Quota.Value.Sign == 0 ? null : new WindowKernel(segments, period.Quota.Value, period.Target.Value))];
                break;
            case PayRule.ByTable { Table: var table }:
                // Amounts are the same in every window, quota or none.
                var window = new WindowKernel(table);
                windows = [.. measured.Select(_ => window)];
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
        Tiers = terms.Component.Tiers.Count;
    }

    /// <summary>Number of pay periods.</summary>
    internal int Periods => windows.Length;

    /// <summary>Number of tiers.</summary>
    internal int Tiers { get; }

    /// <summary>
    /// From credited to date (one span a period) to pay earned in each period and inside each tier, both on the grid and both summing to the year's pay.
    /// All spans have the tile's length; earned and tiers are overwritten.
    /// </summary>
    internal void Run(double[][] creditedToDate, double[][] earned, double[][] tiers, int count)
    {
        foreach (double[] tier in tiers)
            Array.Clear(tier, 0, count);
        for (int i = 0; i < count; i++)
        {
            double before = 0, result = 0;
            WindowKernel? decisive = null;
            double decisiveCredited = 0;
            for (int period = 0; period < windows.Length; period++)
            {
                double credited = toDate || period == 0 ? creditedToDate[period][i] : creditedToDate[period][i] - creditedToDate[period - 1][i];
                WindowKernel? window = windows[period];
                double pay = window is null ? 0 : PayGrid.Round(window.Pay(credited));
                if (!toDate)
                {
                    earned[period][i] = pay;
                    window?.AddByTier(credited, pay, tiers, i);
                    continue;
                }
                if (!keeps || pay > result)
                    (result, decisive, decisiveCredited) = (pay, window, credited);
                earned[period][i] = result - before;
                before = result;
            }
            decisive?.AddByTier(decisiveCredited, result, tiers, i);
        }
    }
}
