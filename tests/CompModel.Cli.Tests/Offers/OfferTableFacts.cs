using CompModel.Files;
using CompModel.Reports;
using NodaTime;

namespace CompModel.Tests;

/// <summary>The tables of offers, read back as somebody with a calculator would.</summary>
public sealed class OfferTableFacts
{
    private static readonly OfferCase[] Cases = [.. new[] { "offer.yaml", "counter-offer.yaml" }.Select(file => OfferFile.Read(Path.Combine(OfferFolder.Original, file)))];
    private static readonly OfferReport Report = new([.. Cases.Select(its => Of(its, Rational.One, 5_000))]);

    public static TheoryData<int, int> Attainments
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (int percent in (int[])[1, 37, 100, 133, 400])
            {
                data.Add(0, percent);
                data.Add(1, percent);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Attainments))]
    public void Pay_and_cost_foot_down_and_across(int which, int percent)
    {
        OfferFigures figures = Of(Cases[which], percent.Percent, 0);
        IReadOnlyList<ReportTable> tables = new OfferReport(figures).Parts[0];
        ReportTable pay = tables[1], cost = tables[2];
        AssertAcross(pay);
        AssertAcross(cost);
        foreach (string column in pay.Columns)
        {
            decimal cash = Sum(pay, pay.Rows.Where(row => row.Indent > 0), column);
            Assert.Equal(cash, pay.Number(pay.Row("Total cash compensation"), column));
            Assert.Equal(pay.Number(pay.Row("Total pay"), column), cash + Sum(pay, pay.Rows.Where(row => row.Indent == 0 && row.Emphasis == Emphasis.None), column));
            Assert.Equal(cost.Number(cost.Row("Total cost"), column), Sum(cost, cost.Rows.Where(row => row.Emphasis == Emphasis.None && !row.Label.StartsWith("Beside", StringComparison.Ordinal)), column));
            // One figure wherever it stands.
            Assert.Equal(cash, cost.Number(cost.Row("Cash compensation"), column));
            Assert.Equal(pay.Number(pay.Row("Retirement, employer's part"), column), cost.Number(cost.Row("Retirement, employer's part"), column));
            Assert.Equal(pay.Number(pay.Row("Shares as they vest"), column), cost.Number(cost.Row("Beside it: value of shares that vest"), column));
        }
        // A column is rounded once: within half a unit of the exact total, of pay and of cost.
        foreach ((OfferYear year, CostYear costs) in figures.Projection.Years.Zip(figures.Cost.Years))
        {
            Assert.InRange(pay.Number(pay.Row("Total pay"), year.Year.Name)!.Value - (decimal)year.Pay.Total.ToDouble(), -0.5m, 0.5m);
            Assert.InRange(cost.Number(cost.Row("Total cost"), year.Year.Name)!.Value - (decimal)costs.Cost.Total.ToDouble(), -0.5m, 0.5m);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Expected_pay_foots_and_what_is_certain_is_the_same_figure_everywhere(int which)
    {
        (ReportTable pay, ReportTable years, ReportTable parts) = (Report.Parts[which][1], Report.Parts[which][2], Report.Parts[which][3]);
        foreach (string column in pay.Columns)
        {
            decimal total = parts.Number(parts.Row("Total pay"), column)!.Value;
            Assert.Equal(total, Sum(parts, parts.Rows.Where(row => row.Emphasis == Emphasis.None), column));
            Assert.Equal(total, years.Number(years.Row(column == "in all" ? "In all" : column), "expected"));
            foreach (string certain in (string[])["Base salary", "Sign-on bonus", "Benefits"])
                Assert.Equal(pay.Number(pay.Row(certain), column), parts.Number(parts.Row(certain), column));
        }
        AssertAcross(parts, 4);
        PayoutDistribution drawn = Report.Offers[which].Pay!.Total;
        ReportRow all = years.Row("In all");
        Assert.Equal(Math.Round((decimal)drawn.Percentile(0.1).Value), years.Number(all, "low (P10)"));
        Assert.Equal(Math.Round((decimal)drawn.Percentile(0.9).Value), years.Number(all, "high (P90)"));
        // Each of four years is rounded by at most a half.
        Assert.InRange(years.Number(all, "expected")!.Value - (decimal)drawn.Mean, -2, 2);
        // Half of a 95 % interval.
        Assert.Equal(Math.Round((decimal)(1.959963984540054 * drawn.SimulationError)), years.Number(all, "simulation error ±"));
    }

    [Fact]
    public void Parts_of_nothing_stay_nothing_and_what_is_only_cash_adds_up()
    {
        var plain = new OfferFigures(new Offer("Plain", Cases[0].Offer.Participant), Cases[0].Years, 33.Percent, Cases[0].Policy);
        ReportTable cost = new OfferReport(plain).Parts[0][2];
        Assert.Equal(["Cash compensation", "Total cost"], cost.Rows.Select(row => row.Label));
        Assert.Equal(cost.Rows[0].Cells, cost.Rows[1].Cells);
    }

    [Fact]
    public void Present_value_is_below_the_money_of_the_years_and_only_there_where_a_rate_is()
    {
        ReportTable years = Report.Parts[0][2];
        decimal all = years.Number(years.Row("In all"), "expected")!.Value, present = years.Number(years.Row("In all, present value at 6.0 % a year"), "expected")!.Value;
        // All of it is paid within four years, at e^(−0.24) at least.
        Assert.InRange(present, all * 0.786m, all);

        OfferCase plain = Cases[0] with { Assumptions = Cases[0].Assumptions!.WithDiscountRate(0) };
        ReportTable undiscounted = new OfferReport(Of(plain, Rational.One, 5_000)).Parts[0][2];
        Assert.DoesNotContain(undiscounted.Rows, row => row.Label.Contains("present", StringComparison.Ordinal));
        Assert.Equal(years.Rows.Take(5).Select(row => row.Cells), undiscounted.Rows.Select(row => row.Cells));
    }

    [Fact]
    public void Two_offers_differ_by_what_their_own_tables_differ_by()
    {
        ReportTable both = Report.Comparison[0];
        Assert.Equal(["Meridian", "Northlight", "difference"], both.Columns);
        string column = "";
        foreach (ReportRow row in both.Rows)
        {
            if (row.Emphasis == Emphasis.Heading)
            {
                column = row.Label == "In all" ? "in all" : row.Label;
                continue;
            }
            Assert.Equal(both.Number(row, "difference"), both.Number(row, "Northlight") - both.Number(row, "Meridian"));
            for (int i = 0; i < 2; i++)
            {
                ReportTable own = Report.Parts[i][1];
                Assert.Equal(Printed.Number(row.Cells[i]), own.Rows.FirstOrDefault(line => line.Label == row.Label) is { } line ? own.Number(line, column) : 0);
            }
        }
        ReportTable spread = Report.Comparison[1];
        for (int i = 0; i < 2; i++)
            Assert.Equal(Report.Parts[i][2].Number(Report.Parts[i][2].Row("In all"), "expected"), Printed.Number(spread.Row("Expected").Cells[i]));
    }

    [Fact]
    public void What_is_owed_back_and_kept_is_what_was_paid_until_nothing_is_owed()
    {
        for (int i = 0; i < 2; i++)
        {
            ReportTable table = Report.Parts[i][^1];
            Assert.All(table.Rows, row => Assert.Equal(table.Number(row, "paid by then"), table.Number(row, "owed back") + table.Number(row, "kept")));
            Assert.Equal("0", table.Cell(table.Rows[^1], "owed back"));
            Assert.All(table.Rows.SkipLast(1), row => Assert.NotEqual("0", table.Cell(row, "owed back")));
        }
        // Ten of twelve months of 50,000 are left on 31 March.
        Assert.Equal("41,667", Report.Parts[0][^1].Row("2026-03-31").Cells[1]);
    }

    [Theory]
    [InlineData(12, RepaymentTerm.FromStart, 13, "2026-01-31", "2027-01-31")]
    [InlineData(24, RepaymentTerm.FromStart, 9, "2026-03-31", "2028-03-31")]
    [InlineData(60, RepaymentTerm.FromStart, 6, "2026-12-31", "2031-12-31")]
    public void Leaving_is_told_by_month_quarter_or_year_as_long_as_the_terms_are(int months, RepaymentTerm term, int rows, string first, string last)
    {
        Offer offer = Cases[0].Offer.WithSignOn(SignOnBonus.Of((0, 60_000.Usd)).RepaidBy(Repayment.Within(months, RepaymentShare.ByMonth, term)));
        ReportTable table = new OfferReport(new OfferFigures(offer, Cases[0].Years, Rational.One, Cases[0].Policy)).Parts[0][^1];
        Assert.Equal((rows, first, last), (table.Rows.Count, table.Rows[0].Label, table.Rows[^1].Label));
    }

    [Fact]
    public void Without_repayment_there_is_no_table_of_it()
    {
        Offer offer = Cases[0].Offer.WithSignOn(SignOnBonus.Of((0, 60_000.Usd)));
        Assert.DoesNotContain(new OfferReport(new OfferFigures(offer, Cases[0].Years, Rational.One, Cases[0].Policy)).Tables, table => table.Title.Contains("owed back", StringComparison.Ordinal));
    }

    [Fact]
    public void The_cost_has_all_expense_of_fiscal_years_that_start_in_mid_month()
    {
        PlanYear[] years = [.. Enumerable.Range(2025, 5).Select(year => PlanYear.Starting(new LocalDate(year, 7, 15)))];
        var figures = new OfferFigures(Cases[1].Offer, years, Rational.One, Cases[1].Policy);
        // The grant vests up to January 2030, inside the last of these years.
        Assert.Equal(figures.Expense!.Total, figures.Cost.InAll[CostPart.EquityExpense]);
    }

    private static OfferFigures Of(OfferCase its, Rational attainment, int trials)
    {
        var figures = new OfferFigures(its.Offer, its.Years, attainment, its.Policy, its.Notes);
        return trials == 0 ? figures : figures.Drawn(its.Assumptions!, trials, 1, null, CancellationToken.None);
    }

    private static decimal Sum(ReportTable table, IEnumerable<ReportRow> rows, string column) => rows.Sum(row => table.Number(row, column) ?? 0);

    private static void AssertAcross(ReportTable table, int years = 4) => Assert.All(
        table.Rows, row => Assert.Equal(Printed.Number(row.Cells[years]), row.Cells.Take(years).Sum(cell => Printed.Number(cell))));
}
