using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Tests;

/// <summary>The table of assumptions says what was assumed, what that implies, and what is assumed independent.</summary>
public class AssumptionTableFacts
{
    [Fact]
    public void What_is_independent_is_said_out_loud()
    {
        ReportTable table = Table(SimulatedCase.Independent);
        Assert.Contains("participants are independent", Cell(table, "Shared by all participants"), StringComparison.Ordinal);
        Assert.Contains("teams are independent", Cell(table, "Shared by a team beyond that"), StringComparison.Ordinal);
        Assert.Equal("0.40", Cell(table, "Correlation of bookings and adoption"));
        ReportTable quarters = Table(folder => Add(folder, "periods: { bookings: quarterly, adoption: annual }"));
        Assert.Equal("none: each quarter is drawn independently", Cell(quarters, "Correlation of two quarters"));
        Assert.DoesNotContain(table.Rows, row => row.Label.StartsWith("Correlation of two", StringComparison.Ordinal));
    }

    [Fact]
    public void Teams_and_periods_say_by_how_much_they_correlate()
    {
        ReportTable table = Table(folder =>
        {
            SimulatedCase.Independent(folder);
            Add(folder, "company_correlation: 0.2\nteam_correlation: 0.15\nperiods: { bookings: semi_annual, adoption: annual }\nperiod_correlation: 0.3");
        });
        Assert.Contains("0.200", Cell(table, "Shared by all participants"), StringComparison.Ordinal);
        Assert.Contains("0.350", Cell(table, "Shared by a team beyond that"), StringComparison.Ordinal);
        Assert.Equal("0.300", Cell(table, "Correlation of two halves"));
        Assert.EndsWith("of each half", Assert.Single(table.Rows, row => row.Label.StartsWith("bookings: lognormal", StringComparison.Ordinal)).Cells[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_say_how_many_go_by_them_and_what_all_sellers_attain()
    {
        Case read = SimulatedCase.Read(folder =>
        {
            SimulatedCase.Independent(folder);
            Add(folder, "by_tenure: [{ below: 12, attainment: { bookings: { family: lognormal, mean: 50 %, cv: 0.6 } } }]\nby_participant: { R01: { bookings: { family: lognormal, mean: 200 %, cv: 0.2 } } }");
        });
        SimulatedCost cost = Simulate.Cost(read.SalesForce, read.Year, read.Assumptions!, 64, 1);
        ReportTable table = new CostReport("Case", cost, null, Detail.Company).Tables.Single(one => one.Corner == "assumption");
        ImpliedAttainment implied = ImpliedAttainment.Of(cost.Run, Measure.Bookings);
        double quotas = 0, sold = 0;
        int recent = 0;
        foreach (ParticipantTerms terms in cost.Run.Terms)
        {
            if (terms.Components.FirstOrDefault(one => one.Component.Measure == Measure.Bookings && one.Component.Scope == CreditScope.Own) is not { } own)
                continue;
            double quota = own.Quota.ToDouble();
            bool isNew = terms.Participant.Hired > new NodaTime.LocalDate(2025, 1, 1);
            quotas += quota;
            sold += quota * (terms.Participant.Id == "R01" ? 2 : isNew ? 0.5 : 0.95);
            recent += isNew && terms.Participant.Id != "R01" ? 1 : 0;
        }
        // Forty products at the rounding of doubles.
        Assert.Equal(sold / quotas, implied.Mean, 1e-12);
        Assert.True(recent > 0);
        Assert.Equal([recent, 1], implied.ByGroup.Select(group => group.Sellers));
        Assert.Contains($"; {recent} of {implied.Sellers} sellers", Cell(table, "tenure 0 to 12 months: lognormal, mean 0.5, cv 0.6"), StringComparison.Ordinal);
        Assert.StartsWith(FormattableString.Invariant($"mean {100 * implied.Mean:0.0} %"), Cell(table, "bookings of all sellers"), StringComparison.Ordinal);
        Assert.DoesNotContain(table.Rows, row => row.Label.Contains("R01", StringComparison.Ordinal));
    }

    private static ReportTable Table(Action<SampleFolder> change) =>
        SimulatedCase.Report(SimulatedCase.Read(change), 64, 1).Tables.Single(table => table.Corner == "assumption");

    private static string Cell(ReportTable table, string label) => Assert.Single(table.Rows, row => row.Label == label).Cells[0];

    private static void Add(SampleFolder folder, string keys) => folder.Change("assumptions.yaml", "\nattainment:", $"\n{keys}\nattainment:");
}
