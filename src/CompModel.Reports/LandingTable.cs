namespace CompModel.Reports;

/// <summary>What the plan costs, given where the company lands.</summary>
internal static class LandingTable
{
    private static readonly int[] Landings = [80, 90, 95, 100, 105, 110, 120];

    internal static ReportTable Of(SimulatedCost cost, Money? incentiveBudget)
    {
        List<string> columns = ["bookings", "sellers at quota", "total incentive", "simulation error ±", "total cash", "incentive % of target", "CCOS"];
        if (incentiveBudget is not null)
            columns.Add("difference to budget");
        double target = cost.Run.Terms.Sum(terms => terms.TargetIncentive.ToDouble()), salaries = cost.BaseSalaries.ToDouble();
        double widest = 0;
        var rows = new List<ReportRow>();
        foreach (int percent in Landings)
        {
            LandingCost at = cost.Landing(percent.Percent);
            widest = Math.Max(widest, at.HalfWidth);
            if (at.Cost is not { } figures)
            {
                rows.Add(new($"{percent} % of plan", [$"only {at.Trials} trials land here", .. columns.Skip(1).Select(_ => "")]));
                continue;
            }
            List<string> cells =
            [
                Figures.Thousands(figures.Bookings),
                Figures.Share(figures.SellersAtQuota, cost.Sellers),
                Figures.Thousands(figures.Incentive),
                Figures.Error(LineTable.IntervalOf(at.SimulationError, at.Trials)),
                Figures.ThousandUnits(Figures.Rounded(figures.Incentive) + Figures.Rounded(salaries)),
                Figures.Share(figures.Incentive, target),
                Figures.Percent((figures.Incentive + salaries) / figures.Bookings, 2),
            ];
            if (incentiveBudget is { } budget)
                cells.Add(Figures.ThousandUnits(Figures.Rounded(figures.Incentive) - Figures.Rounded(budget.ToDouble())));
            rows.Add(new($"{percent} % of plan", cells, Emphasis: percent == 100 ? Emphasis.Subtotal : Emphasis.None));
        }
        return new(
            $"Cost by where the company lands, in thousands of {cost.Run.Force.Currency}", "company lands at", columns, rows,
            $"Expected figures given the landing, by local regression over trials within ±{Figures.Percent(widest, 2)} of plan or less.");
    }
}
