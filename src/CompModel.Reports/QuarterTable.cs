namespace CompModel.Reports;

/// <summary>When the cost is earned.</summary>
internal static class QuarterTable
{
    internal static ReportTable Of(SimulatedCost cost)
    {
        CostBreakdown[] views = [cost.AtTarget, cost.Expected, cost.Around(0.1), cost.Around(0.9)];
        MeasurementPeriod[] quarters = cost.Run.Year.Periods(Frequency.Quarterly);
        double[] salaries = [.. quarters.Select(quarter => cost.BaseSalariesIn(quarter.Days).ToDouble())];
        double[] printedSalaries = Figures.Footed(salaries);
        int ended = cost.Run.Actuals is { } actuals ? quarters.Count(quarter => quarter.End <= actuals.Through.PlusDays(1)) : 0;
        // Target is the plan's, whatever has happened.
        double[][] printed = [.. views.Select((view, i) => Footed(view.Quarters, i == 0 ? 0 : ended))];
        var rows = new List<ReportRow>();
        for (int quarter = 0; quarter < 4; quarter++)
        {
            rows.Add(new($"Q{quarter + 1}{(quarter < ended ? ", actual" : "")}",
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

    // Quarters that ended are the same in every column; those that follow add up with them.
    private static double[] Footed(IReadOnlyList<double> quarters, int ended)
    {
        if (ended == 0)
            return Figures.Footed(quarters);
        double[] closed = Figures.Footed([.. quarters.Take(ended)]);
        return [.. closed, .. Figures.Footed([.. quarters.Skip(ended)], Figures.Rounded(quarters.Sum()) - closed.Sum())];
    }
}
