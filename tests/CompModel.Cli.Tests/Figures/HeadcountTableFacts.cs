using CompModel.Reports;

namespace CompModel.Tests;

/// <summary>The table of a year in which people come and go adds up as printed, down and across.</summary>
public sealed class HeadcountTableFacts
{
    private static readonly CompensationPlan Plan = new(
        "AE", new OnTargetEarnings(61_234.Usd, 98_765.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(100.Percent, 2)).ToDate(Frequency.Quarterly));

    private static readonly HeadcountPlan Staffing = new HeadcountPlan(new PlannedPosition("P1", "SDR", Plan, 4, new Quota(Measure.Bookings, 777_777.Usd)))
        .WithAttrition(Attrition.Of(0.2).InRole("SDR", LeaverRate.Of(0.4).FromMonth(6, 0.3)), DelayLaw.Geometric(1.5))
        .WithStartSlip(DelayLaw.Fixed(1)).WithVacantShare(0.4);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Months_and_columns_add_up_as_printed(bool guaranteed)
    {
        RunDefinition run = Run(guaranteed ? Plan.WithPayments(PaymentTerms.AsEarned.With(Guarantee.Of(9_000.Usd, PlanYear.Calendar(2026).Days))) : Plan);
        SimulatedCost roster = Simulate.Cost(run);
        HeadcountCost people = Simulate.Headcount(run);
        ReportTable table = HeadcountTable.Of(people, roster);
        Assert.Equal(["2026-01", "2026-12", "Year", "Roster as it is", "Difference"], new[] { 0, 11, 12, 13, 14 }.Select(row => table.Rows[row].Label));
        foreach (string column in table.Columns.Skip(3))
        {
            Assert.Equal(table.Number(table.Rows[12], column), table.Rows.Take(12).Sum(row => table.Number(row, column)));
            Assert.Equal(table.Number(table.Rows[14], column), table.Number(table.Rows[12], column) - table.Number(table.Rows[13], column));
        }
        foreach (ReportRow row in table.Rows)
            Assert.Equal(table.Number(row, "total cash expected"), table.Number(row, "base salaries") + table.Number(row, "incentive earned") + table.Number(row, "guarantees and draws"));
        Assert.True(table.Number(table.Rows[3], "heads at its end") < table.Number(table.Rows[4], "heads at its end"));
        Assert.Equal(0, table.Number(table.Rows[0], "incentive earned"));
        Assert.Equal(guaranteed, table.Number(table.Rows[12], "guarantees and draws") > 0);
        // The first page says the same of both years, and of the difference.
        ReportTable summary = new CostReport("Case", roster, null, Detail.Company, people).Summary;
        decimal? Expected(string label) => summary.Number(summary.Row(label), "expected");
        Assert.Equal(table.Number(table.Rows[13], "total cash expected"), Expected("Total cash compensation"));
        Assert.Equal(table.Number(table.Rows[12], "total cash expected"), Expected("Total cash compensation, with hires and leavers"));
        Assert.Equal(table.Number(table.Rows[14], "total cash expected"), Expected("Difference to the roster as it is"));
        Assert.Equal(Expected("Total cash compensation, with hires and leavers") - table.Number(table.Rows[12], "base salaries"), Expected("Incentive, with hires and leavers"));
    }

    [Fact]
    public void Every_table_says_which_year_it_is_of()
    {
        RunDefinition run = Run(Plan);
        CostReport report = new("Case", Simulate.Cost(run), null, Detail.Participant, Simulate.Headcount(run));
        string[] titles = [.. report.Tables.Prepend(report.Summary).Select(table => table.Title)];
        Assert.Equal(["Roster as it is: cost of 2026", "Roster as it is: cost by quarter", "With hires and leavers: cost and heads by month", "Roster as it is: what spreads the incentive", "Payout curves and commission"], titles.Take(5).Select(title => title.Split(',')[0].Split(" rate")[0]));
        Assert.DoesNotContain(report.Tables.Prepend(report.Summary), table => table.Note.Contains("Fully staffed", StringComparison.Ordinal) || table.Rows.SelectMany(row => row.Cells).Any(cell => cell.Contains("fully staffed", StringComparison.Ordinal)));
        ReportTable assumptions = report.Tables.Single(table => table.Title.StartsWith("Assumptions", StringComparison.Ordinal));
        Assert.Equal("20.0 %", assumptions.Row("Leavers a year").Cells[0]);
        // And one that is fully staffed says so, and nothing else.
        CostReport staffed = new("Case", Simulate.Cost(run), null, Detail.Participant);
        Assert.DoesNotContain(staffed.Tables.Prepend(staffed.Summary), table => table.Title.Contains("oster as it is", StringComparison.Ordinal));
        Assert.Contains("Fully staffed", staffed.Summary.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_assumed_is_said()
    {
        ReportTable table = HeadcountTable.Assumed(Simulate.Headcount(Run(Plan)));
        Assert.StartsWith("8 on the roster, 1 open; held on average", table.Rows[0].Cells[0], StringComparison.Ordinal);
        Assert.Equal(
            [("Leavers a year", "20.0 %"), ("SDR", "40.0 %, from month 6 of tenure 30.0 %"), ("Who follows", "somebody who ramps by the plan, after 1.5 months on average"), ("Open positions start later than planned by", "1.0 months on average")],
            table.Rows.Skip(1).Take(4).Select(row => (row.Label, row.Cells[0])));
        Assert.StartsWith("40.0 % of its quota, credited to nobody: ", table.Rows[5].Cells[0], StringComparison.Ordinal);
    }

    private static RunDefinition Run(CompensationPlan plan)
    {
        var force = new SalesForce([.. Enumerable.Range(0, 8).Select(number => new Participant($"R{number}", plan, new Quota(Measure.Bookings, (900_000 + (number * 12_345)).Usd)))]);
        Assumptions assumptions = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35)).WithHeadcount(Staffing);
        return new RunDefinition(force, PlanYear.Calendar(2026), assumptions, 512, 3);
    }
}
