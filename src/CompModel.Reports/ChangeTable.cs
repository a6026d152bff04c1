namespace CompModel.Reports;

/// <summary>From an earlier run to this one, cause by cause.</summary>
internal static class ChangeTable
{
    internal static ReportTable Of(CostChange change, Currency currency)
    {
        double earlier = Figures.Rounded(change.Earlier.Mean), now = Figures.Rounded(change.Earlier.Mean + change.Whole.Mean), reached = earlier;
        double[] printed = Figures.Footed([.. change.Steps.Select(step => step.Change.Mean)], now - earlier);
        List<ReportRow> rows = [new(change.EarlierName, ["", Error(change.Earlier), Figures.ThousandUnits(earlier)])];
        foreach ((CostStep step, double amount) in change.Steps.Zip(printed))
        {
            reached += amount;
            rows.Add(new(string.Concat(step.Cause[..1].ToUpperInvariant(), step.Cause[1..]), [Signed(amount), Error(step.Change), Figures.ThousandUnits(reached)], 1));
        }
        rows.Add(new("This run", [Signed(now - earlier), Error(change.Whole), Figures.ThousandUnits(now)], Emphasis: Emphasis.Total));
        string together = string.Concat(change.Steps.Where(step => step.Together.Length > 0).Select(step => $" {string.Concat(step.Cause[..1].ToUpperInvariant(), step.Cause[1..])}: {step.Together}."));
        return new(
            $"Change of the full year's expected incentive since the earlier run, by cause, in thousands of {currency}", "replaced by today's", ["change", "simulation error ±", "expected incentive"], rows,
            "One group of inputs after the other is replaced by today's, in the order of the rows; both sides of a step meet the same draws, so that its error is that of the difference. The rows add up." + together);
    }

    private static string Error(PayoutDistribution distribution) => Figures.Error(LineTable.IntervalOf(distribution.SimulationError, distribution.Trials));

    private static string Signed(double thousands) => thousands > 0 ? "+" + Figures.ThousandUnits(thousands) : Figures.ThousandUnits(thousands);
}
