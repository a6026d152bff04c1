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
        double target = cost.TargetIncentive.ToDouble(), salaries = cost.BaseSalaries.ToDouble();
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
            Note(widest));
    }

    /// <summary>Line by line what one landing costs, beside what is expected over all.</summary>
    internal static ReportTable At(SimulatedCost cost, Rational landing)
    {
        LandingCost at = cost.Landing(landing);
        string title = $"If the company lands at {Figures.Percent(landing.ToDouble())} of plan, in thousands of {cost.Run.Force.Currency}";
        if (at.Cost is not { } there)
            return new(title, "", ["trials that land here"], [new("Too few to tell", [Figures.Number(at.Trials, 0)])], $"At least {LandingCost.FewestTrials} trials must land within ±{Figures.Percent(at.HalfWidth, 2)} of plan, some on either side: take more trials.");
        double[] expected = Figures.Footed(cost.Expected.Lines), printed = Figures.Footed(there.Lines);
        var rows = new List<ReportRow>();
        foreach (IGrouping<string, int> plan in Enumerable.Range(0, cost.Lines.Count).GroupBy(line => cost.Lines[line].Plan))
        {
            rows.Add(Row($"Incentive: {plan.Key}", 0, [.. plan]) with { Emphasis = Emphasis.Subtotal });
            rows.AddRange(plan.GroupBy(line => cost.Lines[line].Component).Select(component => Row(component.Key, 1, [.. component])));
        }
        int[] all = [.. Enumerable.Range(0, cost.Lines.Count)];
        rows.Add(Row("Total incentive", 0, all) with { Emphasis = Emphasis.Total });
        rows.Add(new("Simulation error of the total ±", ["", Figures.Error(LineTable.IntervalOf(at.SimulationError, at.Trials)), ""]));
        rows.Add(new("Sellers at quota", [Figures.Share(cost.Expected.SellersAtQuota, cost.Sellers), Figures.Share(there.SellersAtQuota, cost.Sellers), ""]));
        return new(title, "", ["expected over all", "at this landing", "difference"], rows, Note(at.HalfWidth));

        ReportRow Row(string label, int indent, int[] lines)
        {
            double before = lines.Sum(line => expected[line]), now = lines.Sum(line => printed[line]);
            return new(label, [Figures.ThousandUnits(before), Figures.ThousandUnits(now), Figures.ThousandUnits(now - before)], indent);
        }
    }

    private static string Note(double halfWidth) => halfWidth == 0
        ? "Exact: one variate makes everybody's year, and the landing says which."
        : $"Expected figures given the landing, by local regression over trials within ±{Figures.Percent(halfWidth, 2)} of plan or less.";
}
