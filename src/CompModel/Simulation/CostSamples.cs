namespace CompModel;

/// <summary>
/// What a chunk of participants adds up to, trial by trial, on the pay grid: sums that are exact, so that chunks merge in any order to the same bits.
/// </summary>
internal sealed class CostSamples
{
    private CostSamples(int trials, int lines, int periods, bool followsPay, int roles)
    {
        int paid = followsPay ? periods : 0, balances = followsPay ? 3 : 0;
        Paid = [.. Enumerable.Range(0, paid).Select(_ => new double[trials])];
        Balances = [.. Enumerable.Range(0, balances).Select(_ => new double[trials])];
        Lines = [.. Enumerable.Range(0, lines).Select(_ => new double[trials])];
        Periods = [.. Enumerable.Range(0, periods).Select(_ => new double[trials])];
        Roles = [.. Enumerable.Range(0, roles).Select(_ => new double[trials])];
        Incentive = new double[trials];
        Bookings = new double[trials];
        AtQuota = new double[trials];
    }

    /// <summary>The sums of a run, over some trials.</summary>
    internal static CostSamples Of(RunPlan plan, int trials) => new(trials, plan.Lines.Count, (int)plan.PeriodsPaid, plan.FollowsPay, plan.Roles.Count);

    /// <summary>Pay by line.</summary>
    internal double[][] Lines { get; }

    /// <summary>Pay by the period in which it is earned.</summary>
    internal double[][] Periods { get; }

    /// <summary>What is paid for each period; none where everybody is paid what is earned.</summary>
    internal double[][] Paid { get; }

    /// <summary>What is open at the end of the year: held back, draws owed, results below zero; none where nothing can be.</summary>
    internal double[][] Balances { get; }

    /// <summary>Pay by role.</summary>
    internal double[][] Roles { get; }

    /// <summary>Pay of everybody.</summary>
    internal double[] Incentive { get; }

    /// <summary>Bookings of those who are paid on their own, each deal once.</summary>
    internal double[] Bookings { get; }

    /// <summary>Number of sellers at or above their bookings quota.</summary>
    internal double[] AtQuota { get; }

    /// <summary>All of them, in a fixed order.</summary>
    internal IEnumerable<double[]> All => [.. Lines, .. Periods, .. Paid, .. Balances, .. Roles, Incentive, Bookings, AtQuota];

    /// <summary>Adds another chunk's sums.</summary>
    internal void Add(CostSamples other, CancellationToken cancel)
    {
        foreach ((double[] to, double[] from) in All.Zip(other.All))
            Arrays.Add(to, from, cancel);
    }

    /// <summary>Throws where a total left the range in which sums are exact.</summary>
    internal void CheckRange(CancellationToken cancel)
    {
        if (!All.All(samples => Arrays.AllBelow(samples, PayGrid.Limit, cancel)))
            throw new OverflowException($"A simulated total leaves the range of exact sums, {PayGrid.Limit:0} major units: state money in a larger unit.");
    }
}
