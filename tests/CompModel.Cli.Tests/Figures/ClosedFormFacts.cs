using CompModel.Reports;

namespace CompModel.Tests;

/// <summary>What the first page shows side by side agrees: simulation with closed form, within what simulation says it knows.</summary>
public sealed class ClosedFormFacts
{
    // The command as the README has it: 100,000 trials, seed 1.
    private static readonly Lazy<CostReport> Default = new(() => SimulatedCase.Report(SimulatedCase.Cases[0], Simulate.DefaultTrials, 1));

    [Fact]
    public void Every_line_with_a_closed_form_is_within_four_and_a_half_standard_errors_of_it()
    {
        SimulatedCost cost = Default.Value.Cost;
        IReadOnlyList<ClosedForm<double>> closed = cost.ExpectedInClosedForm();
        int compared = 0;
        for (int line = 0; line < closed.Count; line++)
        {
            if (closed[line] is not ClosedForm<double>.Available exact)
                continue;
            compared++;
            Assert.InRange(cost.Expected.Lines[line] - exact.Answer, -4.5 * cost.Line(line).SimulationError, 4.5 * cost.Line(line).SimulationError);
        }
        // Two sellers' plans, four tiers of bookings and one of adoption each; the managers' lines have none.
        Assert.Equal(10, compared);
        Assert.Equal(14, closed.Count);
    }

    [Fact]
    public void Before_rounding_every_printed_row_is_inside_the_printed_simulation_error()
    {
        SimulatedCost cost = Default.Value.Cost;
        IReadOnlyList<ClosedForm<double>> closed = cost.ExpectedInClosedForm();
        int[] sellers = [.. Enumerable.Range(0, closed.Count).Where(line => closed[line] is ClosedForm<double>.Available)];
        IEnumerable<int[]> rows =
        [
            .. sellers.Select(line => (int[])[line]),
            .. sellers.GroupBy(line => (cost.Lines[line].Plan, cost.Lines[line].Component)).Select(component => component.ToArray()),
            .. sellers.GroupBy(line => cost.Lines[line].Plan).Select(plan => plan.ToArray()),
        ];
        foreach (int[] row in rows)
        {
            // 1.96 standard errors: what the column shows. One row in twenty may be outside by chance; at seed 1 none is.
            double error = 1.959963984540054 * cost.Sum(row).SimulationError;
            Assert.InRange(row.Sum(line => cost.Expected.Lines[line] - closed[line].Value), -error, error);
        }
    }

    [Fact]
    public void As_printed_every_sellers_row_is_inside_its_simulation_error()
    {
        ReportTable summary = Default.Value.Summary;
        ReportRow[] compared = [.. summary.Rows.Where(row => summary.Number(row, "closed form") is not null && summary.Number(row, "simulation error ±") is not null && !row.Label.Contains("Bookings", StringComparison.Ordinal))];
        Assert.Equal(12, compared.Length);
        foreach (ReportRow row in compared)
        {
            decimal difference = Math.Abs(summary.Number(row, "expected")!.Value - summary.Number(row, "closed form")!.Value);
            Assert.True(difference <= summary.Number(row, "simulation error ±"), $"{row.Label}: {difference}");
        }
    }

    [Fact]
    public void Bookings_and_sellers_at_quota_agree_with_their_closed_forms()
    {
        SimulatedCost cost = Default.Value.Cost;
        double street = cost.AtTarget.Bookings, mean = cost.Run.Assumptions.ModelOf(Measure.Bookings).Mean;
        Assert.InRange(cost.Bookings.Mean - (mean * street), -4.5 * cost.Bookings.SimulationError, 4.5 * cost.Bookings.SimulationError);
        // The company lands at its plan by the assumptions.
        Assert.Equal(618_200_000, mean * street, 1);
        double share = cost.Run.Assumptions.ModelOf(Measure.Bookings).ShareAtQuota;
        // The share of 40 sellers who correlate: at most the standard error that a single seller's share would have.
        double error = Math.Sqrt(share * (1 - share) / cost.Run.Trials);
        Assert.InRange((cost.Expected.SellersAtQuota / cost.Sellers) - share, -4.5 * error, 4.5 * error);
    }
}
