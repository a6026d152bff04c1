namespace CompModel.Reports;

/// <summary>What a year with hires and leavers costs beside the roster as it is, in whole thousands as they are printed: everything that shows them adds up to the same.</summary>
internal sealed class HeadcountFigures
{
    internal HeadcountFigures(HeadcountCost people, SimulatedCost roster)
    {
        Quota = Of(people, month => month.StreetQuota);
        Salaries = Of(people, month => month.BaseSalaries);
        Earned = Of(people, month => month.Earned);
        PaymentCost = Of(people, month => month.PaymentCost);
        double cost = Figures.Rounded(roster.PaymentCost);
        Roster = [Figures.Rounded(roster.Run.Force.StreetQuota(Measure.Bookings, roster.Run.Year).ToDouble()), Figures.Rounded(roster.BaseSalaries.ToDouble()), Figures.Footed(roster.Expected.Lines).Sum() - cost, cost];
        Year = [Quota.Sum(), Salaries.Sum(), Earned.Sum(), PaymentCost.Sum()];
    }

    /// <summary>Quota in force by month.</summary>
    internal double[] Quota { get; }

    /// <summary>Base salaries by month.</summary>
    internal double[] Salaries { get; }

    /// <summary>Earned by month.</summary>
    internal double[] Earned { get; }

    /// <summary>What payment terms add by month.</summary>
    internal double[] PaymentCost { get; }

    /// <summary>The year with hires and leavers: quota, base salaries, earned, what payment terms add.</summary>
    internal double[] Year { get; }

    /// <summary>The same of the roster as it is.</summary>
    internal double[] Roster { get; }

    /// <summary>Incentive of such figures.</summary>
    internal static double Incentive(double[] of) => of[2] + of[3];

    /// <summary>Total cash compensation of such figures.</summary>
    internal static double TotalCash(double[] of) => of[1] + Incentive(of);

    private static double[] Of(HeadcountCost people, Func<HeadcountMonth, double> figure) => Figures.Footed([.. people.Months.Select(figure)]);
}
