namespace CompModel;

/// <summary>
/// The steps of a payment over a tile of trials, each over a running result, in the order in which the exact reading takes them. All amounts are on the
/// pay grid; a share of one is rounded to it. Spans are of the tile's length.
/// </summary>
internal static class PaymentStages
{
    internal static void Add(ReadOnlySpan<double> amounts, Span<double> sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] += amounts[i];
    }

    /// <summary>Moves a balance into another, or into the result.</summary>
    internal static void Move(Span<double> from, Span<double> into)
    {
        Add(from, into);
        from.Clear();
    }

    /// <summary>Keeps back what is above zero but for the share that is paid. A share below one of a number on the grid never rounds beyond it.</summary>
    internal static void Hold(double paidShare, Span<double> result, Span<double> held)
    {
        for (int i = 0; i < result.Length; i++)
        {
            double kept = result[i] > 0 ? result[i] - PayGrid.Round(result[i] * paidShare) : 0;
            held[i] += kept;
            result[i] -= kept;
        }
    }

    internal static void Forfeit(Span<double> result, Span<double> cost)
    {
        for (int i = 0; i < result.Length; i++)
        {
            double lost = Most(result[i], 0);
            result[i] -= lost;
            cost[i] -= lost;
        }
    }

    internal static void TopUp(double minimum, Span<double> result, Span<double> cost)
    {
        for (int i = 0; i < result.Length; i++)
        {
            double up = Most(minimum - result[i], 0);
            result[i] += up;
            cost[i] += up;
        }
    }

    /// <summary>What a draw pays: what is missing up to it, or all of it.</summary>
    internal static void PayDraw(double draw, bool fillsUp, Span<double> result, Span<double> ahead)
    {
        for (int i = 0; i < result.Length; i++)
        {
            ahead[i] = fillsUp ? Most(draw - Most(result[i], 0), 0) : draw;
            result[i] += ahead[i];
        }
    }

    /// <summary>Takes what is owed from pay before the draw: above a draw that fills up, a share of it, and never below the guaranteed minimum.</summary>
    internal static void RecoverDraw(PaymentPeriod period, ReadOnlySpan<double> ahead, Span<double> result, Span<double> owed)
    {
        double kept = period.DrawFillsUp ? period.DrawInForce : 0;
        for (int i = 0; i < result.Length; i++)
        {
            double above = Most(result[i] - ahead[i] - kept, 0);
            double most = Least(PayGrid.Round(above * period.RecoveryShare), Most(result[i] - period.Minimum, 0));
            double taken = Least(owed[i], most);
            owed[i] -= taken;
            result[i] -= taken;
        }
    }

    /// <summary>Of somebody who leaves: all that is owed is due at once, or written off.</summary>
    internal static void SettleDraw(bool forgiven, Span<double> result, Span<double> cost, Span<double> owed)
    {
        Span<double> bears = forgiven ? cost : result;
        double sign = forgiven ? 1 : -1;
        for (int i = 0; i < owed.Length; i++)
            bears[i] += sign * owed[i];
        owed.Clear();
    }

    /// <summary>Takes the balance before from pay above what guarantee and draw promise; what is missing is carried, written off or collected.</summary>
    internal static void Balance(PaymentPeriod period, Span<double> result, Span<double> cost, Span<double> carried)
    {
        // Who pays back what is below zero still carries what a guaranteed minimum leaves.
        double floor = period.NegativeBalance != NegativeBalance.Collected ? Most(period.Minimum, period.DrawInForce)
            : period.Minimum > 0 ? period.Minimum : double.NegativeInfinity;
        Span<double> bears = period.NegativeBalance == NegativeBalance.Forgiven ? cost : carried;
        for (int i = 0; i < result.Length; i++)
        {
            double after = result[i] - carried[i], missing = Most(floor - after, 0);
            carried[i] = 0;
            bears[i] += missing;
            result[i] = after + missing;
        }
    }

    private static double Least(double left, double right) => left <= right ? left : right;

    private static double Most(double left, double right) => left >= right ? left : right;
}
