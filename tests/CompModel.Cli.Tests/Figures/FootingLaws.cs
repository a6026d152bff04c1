using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Tests;

/// <summary>Whoever adds up a printed column with a calculator gets the printed total: no difference of one, in any column, for any seed.</summary>
public sealed class FootingLaws
{
    // Around the sizes where something changes: no spread, no band, whole tiles of 1,024, enough trials for landings.
    private static readonly int[] Trials = [1, 2, 3, 19, 21, 100, 1000, 1023, 1025, 3000];
    private static readonly string[] MoneyColumns = ["at target", "expected", "closed form", "low (P10)", "high (P90)"];

    [Law(MaxTest = 40)]
    public void Every_money_column_of_the_cost_summary_adds_up(ulong seed, byte size, byte which) => Foots(Report(seed, size, which).Summary);

    [Law(MaxTest = 40)]
    public void Quarters_add_up_to_the_year_and_the_year_is_the_total_incentive_of_the_summary(ulong seed, byte size, byte which)
    {
        CostReport report = Report(seed, size, which);
        ReportTable quarters = report.Tables.Single(table => table.Title.StartsWith("Cost by quarter", StringComparison.Ordinal));
        ReportRow year = quarters.Row("Year"), total = report.Summary.Row("Total incentive"), salaries = report.Summary.Row("Base salaries");
        foreach (string column in quarters.Columns)
            Assert.Equal(quarters.Number(year, column), quarters.Rows.Where(row => row.Label.StartsWith('Q')).Sum(row => quarters.Number(row, column)));
        foreach (ReportRow row in quarters.Rows)
            Assert.Equal(quarters.Number(row, "total cash expected"), quarters.Number(row, "base salaries") + quarters.Number(row, "incentive expected"));
        foreach ((string ofYear, string ofSummary) in ((string, string)[])[
            ("incentive at target", "at target"), ("incentive expected", "expected"), ("low (P10)", "low (P10)"), ("high (P90)", "high (P90)")])
            Assert.Equal(report.Summary.Number(total, ofSummary), quarters.Number(year, ofYear));
        Assert.Equal(report.Summary.Number(salaries, "expected"), quarters.Number(year, "base salaries"));
        Assert.Equal(report.Summary.Number(report.Summary.Row("Total cash compensation"), "expected"), quarters.Number(year, "total cash expected"));
    }

    [Law(MaxTest = 40)]
    public void Landings_add_up_to_total_cash_and_to_the_difference_from_the_budget(ulong seed, byte size)
    {
        CostReport report = Report(seed, size, 0);
        ReportTable landings = report.Tables.Single(table => table.Title.StartsWith("Cost by where the company lands", StringComparison.Ordinal));
        decimal? salaries = report.Summary.Number(report.Summary.Row("Base salaries"), "expected"), budget = report.Summary.Number(report.Summary.Row("Total incentive"), "budget");
        foreach (ReportRow row in landings.Rows.Where(row => !row.Cells[0].Contains("land", StringComparison.Ordinal)))
        {
            Assert.Equal(landings.Number(row, "total cash"), landings.Number(row, "total incentive") + salaries);
            Assert.Equal(landings.Number(row, "difference to budget"), landings.Number(row, "total incentive") - budget);
        }
    }

    [Fact]
    public void Teams_add_up_to_the_roster()
    {
        CostReport report = SimulatedCase.Report(SimulatedCase.Cases[0], 1000, 1, Detail.Participant);
        Assert.Equal(SimulatedCase.Cases[0].Participants.Count, report.Cost.Teams.Sum(team => team.Heads));
        // Sums of doubles of some millions: far below a cent.
        Assert.Equal(report.Cost.Incentive.Mean, report.Cost.Teams.Sum(team => team.Mean), 1e-6);
        Assert.Equal(report.Cost.Incentive.Mean, report.Cost.Participants.Sum(person => person.Mean), 1e-6);
    }

    private static CostReport Report(ulong seed, byte size, byte which) =>
        SimulatedCase.Report(SimulatedCase.Cases[which % SimulatedCase.Cases.Count], Trials[size % Trials.Length], seed);

    private static void Foots(ReportTable summary)
    {
        ReportRow[] cost = [.. summary.Rows.SkipWhile(row => row.Label != "Cost").Skip(1).TakeWhile(row => row.Emphasis != Emphasis.Heading)];
        ReportRow[] plans = [.. cost.Where(row => row.Label.StartsWith("Incentive: ", StringComparison.Ordinal))];
        ReportRow total = summary.Row("Total incentive"), cash = summary.Row("Total cash compensation"), salaries = summary.Row("Base salaries");
        foreach (string column in MoneyColumns)
        {
            foreach (ReportRow row in cost)
                SumOf(row, summary.Below(row), column);
            SumOf(total, plans, column);
            SumOf(cash, [salaries, total], column);
        }
        if (summary.Columns.Contains("budget"))
            Assert.Equal(summary.Number(total, "expected") - summary.Number(total, "budget"), summary.Number(total, "difference"));

        void SumOf(ReportRow whole, IReadOnlyList<ReportRow> parts, string column)
        {
            // A dash, for a closed form that does not apply, makes every sum it would be part of a dash.
            if (parts.Count > 0)
                Assert.Equal(parts.Aggregate((decimal?)0, (sum, row) => sum + summary.Number(row, column)), summary.Number(whole, column));
        }
    }
}
