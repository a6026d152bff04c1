using CompModel.Files;

namespace CompModel.Tests;

/// <summary>Groups, periods and dependence of assumptions.yaml.</summary>
public class GroupedAssumptionFacts
{
    private const string All = """
        company_plan: 2500000
        company_correlation: 0.2
        team_correlation: 10 %
        attainment:
          adoption: { family: normal, mean: 1, sd: 15 %, below_zero: floored }
          bookings: { family: lognormal, mean: 95 %, cv: 0.35 }
        by_role:
          Hunter: { bookings: { family: lognormal, mean: 90 %, cv: 0.5 }, adoption: { family: lognormal, mean: 80 %, cv: 0.4 } }
        by_tenure:
          - { below: 12, attainment: { bookings: { family: lognormal, mean: 70 %, cv: 0.6 } } }
          - { from: 60, attainment: { bookings: { family: lognormal, mean: 110 %, cv: 0.2 } } }
        by_participant:
          R3: { bookings: { family: lognormal, mean: 150 %, cv: 0.3 } }
        periods: { bookings: quarterly, adoption: annual }
        period_correlation: -0.1

        """;

    [Fact]
    public void Groups_periods_and_what_people_share_are_read()
    {
        using TestFolder folder = GroupedFolder.With(All);
        Case read = folder.Read();
        Assumptions assumptions = read.Assumptions!;

        Assert.Equal(5, assumptions.Groups.Count);
        Assert.Equal([1.1, 0.7, 1.5, 0.95], read.Participants.Select(one => assumptions.ModelOf(Measure.Bookings, one, read.Year).Mean));
        Assert.Equal(0.8, assumptions.ModelOf(Measure.Adoption, read.Participants[0], read.Year).Mean);
        Assert.Equal((new CompanyEffect.Shared(0.2), 0.1, -0.1), (assumptions.Company, assumptions.TeamCorrelation, assumptions.PeriodCorrelation));
        Assert.Equal((Frequency.Quarterly, Frequency.Annual), (assumptions.PeriodsOf(Measure.Bookings), assumptions.PeriodsOf(Measure.Adoption)));
    }

    [Fact]
    public void One_word_is_the_frequency_of_every_measure()
    {
        using TestFolder folder = GroupedFolder.With(All.Replace("{ bookings: quarterly, adoption: annual }", "monthly", StringComparison.Ordinal).Replace("-0.1", "-0.09", StringComparison.Ordinal));
        Assumptions assumptions = folder.Read().Assumptions!;
        Assert.All(assumptions.Models, model => Assert.Equal(Frequency.Monthly, assumptions.PeriodsOf(model.Measure)));
    }

    [Fact]
    public void The_company_lands_at_its_plan_beside_groups()
    {
        using TestFolder folder = GroupedFolder.With(All.Replace("mean: 95 %", "mean: lands_at_plan", StringComparison.Ordinal));
        // 1,000,000 × 1.1 + 1,000,000 × 0.7 + 500,000 × 1.5 leave −50,000 of 2,500,000 for the last person; with a plan of 2,800,000, 250,000.
        Assert.Equal("E_DEFINITION", Assert.Single(folder.Refused()).Code);
        folder.Write("assumptions.yaml", All.Replace("mean: 95 %", "mean: lands_at_plan", StringComparison.Ordinal).Replace("2500000", "2800000", StringComparison.Ordinal));
        Case read = folder.Read();
        Assert.Equal(1, read.Assumptions!.ModelOf(Measure.Bookings).Mean, 1e-12);
        Assert.Equal(2_800_000, read.Participants.Sum(one => new double[] { 1e6, 1e6, 5e5, 2.5e5 }[int.Parse(one.Id[1..], System.Globalization.CultureInfo.InvariantCulture) - 1] * read.Assumptions.ModelOf(Measure.Bookings, one, read.Year).Mean), 1e-6);
    }

    // A caret stands where each problem is expected, in the order of the codes.
    [Theory]
    [InlineData("Hunter: {", "^Huntr: {", "E_UNKNOWN_ROLE")]
    [InlineData("R3: {", "^R33: {", "E_UNKNOWN_PARTICIPANT")]
    [InlineData("R3: { bookings:", "R3: { ^bokings:", "E_UNKNOWN_MEASURE")]
    [InlineData("by_role:", "^by_rol:", "E_KEY_UNKNOWN")]
    [InlineData("R3: { bookings: { family: lognormal, mean: 150 %", "R3: { bookings: { family: lognormal, mean: ^lands_at_plan", "E_VALUE")]
    [InlineData("{ family: lognormal, mean: 150 %, cv: 0.3 }", "^{ family: lognormal, mean: 0 %, cv: 0.3 }", "E_DEFINITION")]
    [InlineData("R3: { bookings: { family: lognormal, mean: 150 %, cv: 0.3 } }", "R3: ^{}", "E_TYPE")]
    [InlineData("  R3: {", "  ^- R3: {", "E_TYPE")]
    [InlineData("from: 60, attainment: { bookings: {", "from: 6, attainment: { bookings: ^{", "E_DEFINITION")]
    [InlineData("{ from: 60, ", "^{ from: 60, below: 60, ", "E_DEFINITION")]
    [InlineData("{ from: 60, ", "{ from: ^-1, ", "E_NUMBER_RANGE")]
    [InlineData("{ from: 60, ", "{ from: ^1.5, ", "E_NUMBER_RANGE")]
    [InlineData("{ from: 60, ", "^{ ", "E_KEY_MISSING")]
    [InlineData("{ from: 60, attainment", "^{ from: 60, ^attained", "E_KEY_MISSING E_KEY_UNKNOWN")]
    [InlineData("company_correlation: 0.2", "company_correlation: ^1.2", "E_NUMBER_RANGE")]
    [InlineData("company_correlation: 0.2", "company_correlation: ^-0.2", "E_NUMBER_RANGE")]
    [InlineData("company_correlation: 0.2", "company_correlation: ^0.2\ncompany_attainment: { p10: 90 %, p90: 110 % }", "E_KEY_CONFLICT")]
    [InlineData("team_correlation: 10 %", "team_correlation: ^90 %", "E_DEFINITION")]
    [InlineData("team_correlation: 10 %", "team_correlation: ^110 %", "E_NUMBER_RANGE")]
    [InlineData("period_correlation: -0.1", "period_correlation: ^-0.34", "E_NUMBER_RANGE")]
    [InlineData("period_correlation: -0.1", "period_correlation: ^1.1", "E_NUMBER_RANGE")]
    [InlineData("periods: { bookings: quarterly, adoption: annual }\nperiod_correlation: ", "period_correlation: ^", "E_KEY_CONFLICT")]
    [InlineData("bookings: quarterly, adoption: annual }\nperiod_correlation: ", "bookings: annual }\nperiod_correlation: ^", "E_KEY_CONFLICT")]
    [InlineData("bookings: quarterly, adoption: annual", "bookings: quarterly, adoption: ^monthly", "E_DEFINITION")]
    [InlineData("bookings: quarterly, adoption: annual", "bookings: ^quartery", "E_VALUE")]
    [InlineData("bookings: quarterly, adoption: annual", "^logos: quarterly", "E_UNKNOWN_MEASURE")]
    public void A_wrong_assumption_is_reported_where_it_stands(string good, string bad, string expected)
    {
        var marked = new Marked(Marked.Changed(All, good, bad));
        using TestFolder folder = GroupedFolder.With(marked.Text);

        Assert.Equal(marked.Expected(expected), Marked.Places(folder.Refused(), "assumptions.yaml"));
    }

    [Fact]
    public void What_was_probably_meant_is_suggested()
    {
        using TestFolder folder = GroupedFolder.With(All.Replace("Hunter:", "Huntr:", StringComparison.Ordinal).Replace("R3: {", "R33: {", StringComparison.Ordinal));
        IReadOnlyList<Diagnostic> refused = folder.Refused();
        Assert.Contains(refused, one => one.Code == "E_UNKNOWN_ROLE" && one.Hint.Contains("'Hunter'", StringComparison.Ordinal) && one.Expected.Contains("Hunter, Farmer", StringComparison.Ordinal));
        Assert.Contains(refused, one => one.Code == "E_UNKNOWN_PARTICIPANT" && one.Hint.Contains("'R3'", StringComparison.Ordinal));
    }
}
