namespace CompModel.Reports;

/// <summary>When the cost is earned.</summary>
internal static class QuarterTable
{
    internal static ReportTable Of(SimulatedCost cost)
    {
        CostBreakdown[] views = [cost.AtTarget, cost.Expected, cost.Around(0.1), cost.Around(0.9)];
        double[] salaries = [.. cost.Run.Year.Periods(Frequency.Quarterly).Select(quarter => cost.Run.Terms.Sum(terms => terms.Salary(quarter.Days).ToDouble()))];
        double[] printedSalaries = Figures.Footed(salaries);
        double[][] printed = [.. views.Select(view => Figures.Footed(view.Quarters))];
        var rows = new List<ReportRow>();
        for (int quarter = 0; quarter < 4; quarter++)
        {
            rows.Add(new($"Q{quarter + 1}",
            [
                Figures.ThousandUnits(printedSalaries[quarter]),
                .. printed.Select(column => Figures.ThousandUnits(column[quarter])),
                Figures.ThousandUnits(printedSalaries[quarter] + printed[1][quarter]),
            ]));
        }
        rows.Add(new("Year",
        [
            Figures.ThousandUnits(printedSalaries.Sum()),
            .. printed.Select(column => Figures.ThousandUnits(column.Sum())),
            Figures.ThousandUnits(printedSalaries.Sum() + printed[1].Sum()),
        ], Emphasis: Emphasis.Total));
        return new(
            $"Cost by quarter, in thousands of {cost.Run.Force.Currency}", "earned in",
            ["base salaries", "incentive at target", "incentive expected", "low (P10)", "high (P90)", "total cash expected"], rows,
            "Low and high are the years around the 10th and 90th percentile of the year's total incentive, so that the quarters add up.");
    }
}
