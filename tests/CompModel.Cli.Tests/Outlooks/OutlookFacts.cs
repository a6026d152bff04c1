using System.Globalization;
using System.Text.Json;
using CompModel.Files;
using CompModel.Reports;
using NodaTime;

namespace CompModel.Tests;

/// <summary>A year from actuals: what has happened is statements to the cent, the rest an estimate, and together they are the full year.</summary>
public sealed class OutlookFacts
{
    private static readonly LocalDate Start = new(2026, 1, 1), LastDay = new(2026, 12, 31);

    // Each of 44 people's postings, twelve at most, is rounded to 1/1024.
    private const double Grid = 44 * 12 / 2048.0;

    // Generated numbers are mostly small; these are days all over the year, and the day before it.
    private static LocalDate DayOf(ushort number) => Start.PlusDays((number * 37 % 366) - 1);

    private static string[] Views => ["expected", "low (P10)", "high (P90)"];

    [Fact]
    public void Through_the_last_day_of_the_year_it_is_the_total_of_the_statements_with_no_spread()
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--through", "2026-12-31", "--trials", "200");
        decimal earned = OutlookCase.Sample.Participants.Sum(person => person.StatementThrough(LastDay, OutlookCase.Sample.Year, OutlookCase.Sample.InputsOf(person.Id).Credits).Earned.Value);
        Assert.Equal(earned, json.At("outlook.earnedSoFar").GetDecimal());
        Assert.Equal(0, json.Number("incentive.standardDeviation"));
        Assert.Equal((double)earned, json.Number("incentive.mean"), Grid);
        Assert.Equal(0, json.Number("outlook.toGo.expected"), Grid);

        CostReport report = OutlookCase.Report(OutlookCase.Sample, LastDay, 200);
        ReportTable table = report.Table();
        string printed = earned.ToString("#,##0.00", CultureInfo.InvariantCulture);
        Assert.Equal(printed, table.Cell(table.Row("Total incentive"), "earned so far"));
        Assert.Contains($" {printed} ", Ran.Tool("statement", SampleFolder.Original, "--through", "2026-12-31").Clean(), StringComparison.Ordinal);
        foreach (ReportRow row in table.Rows)
        {
            Assert.All(Views, view => Assert.Equal("0", table.Cell(row, $"to go, {view}")));
            Assert.Single(Views.Select(view => table.Cell(row, $"full year, {view}")).Distinct());
        }
        // There is one landing left.
        Assert.DoesNotContain(report.Tables, other => other.Title.Contains("lands", StringComparison.Ordinal));
    }

    [Fact]
    public void Through_the_day_before_the_year_it_is_the_plain_simulation()
    {
        string[] options = ["--trials", "2500", "--detail", "participant"];
        JsonElement plain = Json.Simulated(SampleFolder.Original, options), json = Json.Simulated(SampleFolder.Original, [.. options, "--through", "2025-12-31"]);
        foreach (string part in (string[])["incentive", "bookings", "budget", "columns.expected.quarters", "columns.aroundP90.quarters", "teams", "participants", "baseSalaries"])
            Assert.Equal(plain.At(part).GetRawText(), json.At(part).GetRawText());
        Assert.Equal(0, json.Number("outlook.earnedSoFar"));
        Assert.Equal(0, json.Number("outlook.baseSalariesSoFar"));
        Assert.Equal(plain.Number("incentive.mean"), json.Number("outlook.toGo.expected"), 1e-6);

        ReportTable table = OutlookCase.Report(OutlookCase.Sample, Start.PlusDays(-1), 2500).Table(), summary = SimulatedCase.Report(SimulatedCase.Cases[0], 2500, 1).Summary;
        foreach (ReportRow row in table.Rows)
        {
            Assert.Equal("0.00", table.Cell(row, "earned so far"));
            foreach (string view in Views)
            {
                Assert.Equal(summary.Cell(summary.Row(row.Label), view), table.Cell(row, $"full year, {view}"));
                Assert.Equal(table.Cell(row, $"full year, {view}"), table.Cell(row, $"to go, {view}"));
            }
        }
    }

    [Law(MaxTest = 25)]
    public void Every_column_adds_up_and_full_years_are_those_of_the_first_page(ulong seed, ushort day, byte trials, byte which)
    {
        Case read = which % 3 == 0 ? OutlookCase.Paid : OutlookCase.Sample;
        CostReport report = OutlookCase.Report(read, DayOf(day), trials + 1, seed, rest: (RestOfYear)(day % 3));
        ReportTable table = report.Table(), summary = report.Summary;
        ReportRow total = table.Row("Total incentive");
        ReportRow[] parts = [.. table.Rows.Where(row => row.Label.StartsWith("Incentive: ", StringComparison.Ordinal) || row.Label.StartsWith("Guarantees", StringComparison.Ordinal))];
        ReportRow[] cash = [.. table.Rows.Where(row => row.Label is "Base salaries" or "Total incentive" or "Corrections")];
        foreach (string column in table.Columns)
        {
            Assert.Equal(table.Number(total, column), parts.Sum(row => table.Number(row, column) ?? 0));
            Assert.Equal(table.Number(table.Row("Total cash compensation"), column), cash.Sum(row => table.Number(row, column) ?? 0));
        }
        foreach (string view in Views)
            Assert.Equal(summary.Number(summary.Row("Total incentive"), view), table.Number(total, $"full year, {view}"));
        foreach (ReportRow row in parts.Where(row => !report.Cost.Lines.Any(line => line.IsOfPaymentTerms)))
            Assert.All(Views, view => Assert.Equal(summary.Number(summary.Row(row.Label), view), table.Number(row, $"full year, {view}")));
    }

    [Law(MaxTest = 40)]
    public void Quarters_add_up_and_those_that_ended_are_the_same_in_every_column(ulong seed, ushort day, byte trials, byte which)
    {
        LocalDate through = DayOf(day);
        CostReport report = OutlookCase.Report(which % 4 == 0 ? OutlookCase.Sample : OutlookCase.Paid, through, trials + 1, seed);
        ReportTable quarters = report.Tables.Single(table => table.Title.StartsWith("Cost by quarter", StringComparison.Ordinal));
        ReportRow[] each = [.. quarters.Rows.Where(row => row.Label.StartsWith('Q'))];
        foreach (string column in quarters.Columns)
            Assert.Equal(quarters.Number(quarters.Row("Year"), column), each.Sum(row => quarters.Number(row, column)));
        foreach ((string ofYear, string ofSummary) in ((string, string)[])[("incentive at target", "at target"), ("incentive expected", "expected"), ("low (P10)", "low (P10)"), ("high (P90)", "high (P90)")])
            Assert.Equal(report.Summary.Number(report.Summary.Row("Total incentive"), ofSummary), quarters.Number(quarters.Row("Year"), ofYear));
        for (int quarter = 0; quarter < 4; quarter++)
        {
            bool ended = new LocalDate(2026, 3 * (quarter + 1), 1).With(DateAdjusters.EndOfMonth) <= through;
            Assert.Equal(ended, each[quarter].Label.EndsWith(", actual", StringComparison.Ordinal));
            if (ended)
                Assert.Single(new[] { "incentive expected", "low (P10)", "high (P90)" }.Select(column => quarters.Cell(each[quarter], column)).Distinct());
        }
    }

    [Fact]
    public void What_is_at_target_is_the_plan_s_whatever_has_happened()
    {
        ReportTable plain = SimulatedCase.Report(SimulatedCase.Cases[0], 100, 1).Summary, outlook = OutlookCase.Report(OutlookCase.Sample, new(2026, 9, 30), 100).Summary;
        foreach (ReportRow row in plain.Rows.Where(row => outlook.Rows.Any(other => other.Label == row.Label) && plain.Rows.Count(other => other.Label == row.Label) == 1))
            Assert.Equal(plain.Cell(row, "at target"), outlook.Cell(outlook.Row(row.Label), "at target"));
        Assert.DoesNotContain("closed form", outlook.Columns);
    }

    [Fact]
    public void Everybody_earned_what_the_statement_says_and_teams_add_up()
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--through", "2026-08-15", "--trials", "50", "--detail", "participant");
        Case read = OutlookCase.Sample;
        foreach (JsonElement person in json.At("outlook.participants").EnumerateArray())
        {
            string id = person.At("id").GetString()!;
            Money earned = read.SalesForce.Hierarchy.Find(id).StatementThrough(new(2026, 8, 15), read.Year, read.InputsOf(id).Credits).Earned;
            Assert.Equal(earned.Value, person.At("earnedSoFar").GetDecimal());
            Assert.Equal(person.Number("fullYear"), person.Number("earnedSoFar") + person.Number("toGo"), 1e-6);
        }
        decimal total = json.At("outlook.earnedSoFar").GetDecimal();
        Assert.Equal(total, json.At("outlook.participants").EnumerateArray().Sum(person => person.At("earnedSoFar").GetDecimal()));
        Assert.Equal(total, json.At("outlook.teams").EnumerateArray().Sum(team => team.At("earnedSoFar").GetDecimal()));
        Assert.Equal(total, json.At("outlook.lines").EnumerateArray().Sum(line => line.At("earnedSoFar").GetDecimal()));
    }

    [Fact]
    public void What_is_paid_and_corrected_so_far_is_what_ledgers_and_adjustments_say()
    {
        using var folder = new PaidFolder();
        OutlookCase.Assume(folder);
        JsonElement json = Json.Simulated(folder.Path, "--through", "2026-12-31", "--trials", "50");
        // As the README of the sample prints them.
        Assert.Equal(153_483.70m, json.At("outlook.earnedSoFar").GetDecimal());
        Assert.Equal(-760.50m, json.At("outlook.correctionsSoFar").GetDecimal());
        Assert.Equal(148_949.20m, json.At("outlook.paidSoFar").GetDecimal());
        ReportTable table = OutlookCase.Report(OutlookCase.Paid, LastDay, 50).Table();
        Assert.Equal("−760.50", table.Cell(table.Row("Corrections"), "earned so far"));
        Assert.Equal("148,949.20", table.Cell(table.Row("Total incentive"), "paid so far"));
    }

    [Fact]
    public void A_pay_period_that_has_not_ended_has_paid_nothing()
    {
        // Paid quarterly and monthly; through the day before the quarter and the month end, and through their last day.
        SoFar Through(int day) => OutlookCase.Report(OutlookCase.Paid, new(2026, 3, day), 20).Outlook!.Total;
        Assert.NotEqual(Through(30).Paid, Through(31).Paid);
        Assert.Equal(Through(1).Paid, Through(30).Paid);
        Case read = OutlookCase.Paid;
        Assert.Equal(
            read.Participants.Sum(person => ParticipantStatement.Through(new(2026, 3, 31), person, read.Year, read.InputsOf(person.Id)).Paid.Value), Through(31).Paid.Value);
    }

    [Fact]
    public void Deals_after_the_day_do_not_count_wherever_the_file_is()
    {
        string[] options = ["--through", "2026-06-30", "--trials", "50"];
        string whole = Ran.Tool(["simulate", SampleFolder.Original, "--json", .. options]).Clean();
        using var folder = new SampleFolder();
        folder.ChangeLines("deals.csv", line => string.CompareOrdinal(line.Split(',')[2], "2026-06-30") > 0 && !line.StartsWith("deal_id", StringComparison.Ordinal) ? null : line);
        Assert.Equal(whole, Ran.Tool(["simulate", folder.Path, "--json", .. options]).Clean());
        string june = Path.Combine(folder.Outside, "june.csv");
        File.Move(Path.Combine(folder.Path, "deals.csv"), june);
        Assert.Equal(whole, Ran.Tool(["simulate", folder.Path, "--json", "--actuals", june, .. options]).Clean());
        File.Move(june, Path.Combine(folder.Path, "deals-june.csv"));
        Assert.Equal(whole, Ran.Tool(["simulate", folder.Path, "--json", "--actuals", "deals-june.csv", .. options]).Clean());
    }

    [Fact]
    public void A_deal_of_the_day_counts_and_one_of_the_day_after_does_not()
    {
        using var folder = new SampleFolder();
        string Earned(string through) => Json.Simulated(folder.Path, "--through", through, "--trials", "20").At("bookings").GetRawText();
        string before = Earned("2026-06-29");
        folder.Write("deals.csv", folder.Read("deals.csv") + "D9999,R01,2026-06-30,1000000,USD,100,booking,X,Platform,12,1000000\n");
        Assert.Equal(before, Earned("2026-06-29"));
        string through = Earned("2026-06-30");
        folder.Change("deals.csv", "D9999,R01,2026-06-30", "D9999,R01,2026-07-01");
        Assert.NotEqual(through, Earned("2026-06-30"));
    }

    [Fact]
    public void How_the_rest_goes_is_said_and_matters()
    {
        var means = new HashSet<double>();
        foreach ((string rest, string words) in ((string, string)[])[("as-planned", "rest: as planned"), ("run-rate", "rest: at the run rate"), ("weighted", "rest: between plan and run rate")])
        {
            string[] options = ["--through", "2026-06-30", "--rest", rest, "--trials", "200"];
            Assert.Contains($"through 2026-06-30: actual; {words}", Ran.Tool(["simulate", SampleFolder.Original, .. options]).Clean(), StringComparison.Ordinal);
            JsonElement json = Json.Simulated(SampleFolder.Original, options);
            Assert.Equal(rest, json.At("outlook.rest").GetString());
            means.Add(json.Number("incentive.mean"));
        }
        Assert.Equal(3, means.Count);
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2026-05-20")]
    [InlineData("2026-12-31")]
    public void The_page_has_what_the_console_has(string through)
    {
        string[] command = ["simulate", SampleFolder.Original, "--through", through, "--trials", "200", "--detail", "participant", "--since", SampleFolder.Original];
        string page = Html.Of(command), console = Ran.Tool(command).Clean();
        Html.AssertHarmless(page);
        foreach (string title in (string[])[$"Outlook of 2026 through {through}, in USD", $"Cost of 2026, actual through {through}", "by cause, in thousands", $"Incentive of 2026 through {through} by team", $"Incentive of 2026 through {through} by participant"])
        {
            Assert.Contains(title, console, StringComparison.Ordinal);
            Assert.Contains(title, page, StringComparison.Ordinal);
        }
        foreach (string text in (string[])[page, console])
            Assert.All(new[] { "NaN", "∞" }, none => Assert.DoesNotContain(none, text, StringComparison.Ordinal));
    }
}
