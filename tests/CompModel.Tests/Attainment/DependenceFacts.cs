namespace CompModel.Tests;

/// <summary>What is said of teams, periods and measures together must be possible; what is not is refused with the allowed range.</summary>
public class DependenceFacts
{
    private static readonly Measure Margin = Measure.OfMoney("margin");

    private static readonly Assumptions Two =
        Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3)).And(Margin, AttainmentModel.LogNormal(1, 0.2));

    private static readonly Assumptions Quarterly = Two.WithPeriods(Measure.Bookings, Frequency.Quarterly);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_team_s_correlation_lies_between_zero_and_one(double tau)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Two.WithTeamCorrelation(tau));
        Assert.Contains("between 0 and 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Company_and_team_together_correlate_by_at_most_one_whichever_is_said_first()
    {
        Assert.Equal(0.7, Two.WithCompanyCorrelation(0.3).WithTeamCorrelation(0.7).TeamCorrelation);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Two.WithCompanyCorrelation(0.3).WithTeamCorrelation(0.71));
        Assert.Contains("0.3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("at most 1", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.WithTeamCorrelation(0.71).WithCompanyCorrelation(0.3));
    }

    [Fact]
    public void A_measure_is_drawn_for_the_year_unless_it_is_said()
    {
        Assert.Equal(Frequency.Annual, Two.PeriodsOf(Measure.Bookings));
        Assert.Equal(Frequency.Quarterly, Quarterly.PeriodsOf(Measure.Bookings));
        Assert.Equal(Frequency.Annual, Quarterly.PeriodsOf(Margin));
        Assert.Equal(Frequency.Annual, Quarterly.WithPeriods(Measure.Bookings, Frequency.Annual).PeriodsOf(Measure.Bookings));
        Assert.Throws<ArgumentException>(() => Two.WithPeriods(Measure.Adoption, Frequency.Quarterly));
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.WithPeriods(Margin, (Frequency)5));
    }

    [Fact]
    public void Measures_drawn_by_periods_have_one_frequency()
    {
        Assert.Equal(Frequency.Quarterly, Quarterly.WithPeriods(Margin, Frequency.Quarterly).PeriodsOf(Margin));
        var refusal = Assert.Throws<ArgumentException>(() => Quarterly.WithPeriods(Margin, Frequency.Monthly));
        Assert.Contains("margin is Monthly and bookings Quarterly", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Frequency.SemiAnnual, -1.0)]
    [InlineData(Frequency.Quarterly, -1.0 / 3)]
    [InlineData(Frequency.Monthly, -1.0 / 11)]
    public void Periods_correlate_by_at_least_what_so_many_can(Frequency frequency, double least)
    {
        Assumptions drawn = Two.WithPeriods(Measure.Bookings, frequency);
        Assert.Equal(least, drawn.WithPeriodCorrelation(least).PeriodCorrelation);
        Assert.Equal(1, drawn.WithPeriodCorrelation(1).PeriodCorrelation);
        Assert.Throws<ArgumentOutOfRangeException>(() => drawn.WithPeriodCorrelation(least - 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => drawn.WithPeriodCorrelation(1.000001));
        Assert.Throws<ArgumentOutOfRangeException>(() => drawn.WithPeriodCorrelation(double.NaN));
    }

    [Fact]
    public void More_periods_than_a_correlation_allows_are_refused_with_its_range()
    {
        Assumptions halves = Two.WithPeriods(Measure.Bookings, Frequency.SemiAnnual).WithPeriodCorrelation(-0.9);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => halves.WithPeriods(Measure.Bookings, Frequency.Monthly));
        Assert.Contains("12 periods correlate by -0.090909 to 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_correlation_without_periods_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Two.WithPeriodCorrelation(0.2));
        Assert.Throws<ArgumentException>(() => Quarterly.WithPeriodCorrelation(0.2).WithPeriods(Measure.Bookings, Frequency.Annual));
    }

    [Fact]
    public void A_whole_matrix_of_correlations_is_taken_as_it_is()
    {
        double[,] matrix = { { 1, -0.25 }, { -0.25, 1 } };
        Assumptions stated = Two.WithCorrelationMatrix(matrix);
        matrix[0, 1] = 0.9;
        Assert.Equal(-0.25, stated.CorrelationOf(Measure.Bookings, Margin));
        Assert.Equal(-0.25, stated.CorrelationOf(Margin, Measure.Bookings));
    }

    public static TheoryData<double[,], string> Matrices => new()
    {
        { new double[,] { { 1 } }, "2 measures" },
        { new double[,] { { 1, 0, 0 }, { 0, 1, 0 } }, "2 rows and 3 columns" },
        { new double[,] { { 1, 0.5 }, { 0.4, 1 } }, "symmetric" },
        { new double[,] { { 0.9, 0 }, { 0, 1 } }, "bookings correlates with itself" },
        { new double[,] { { 1, 0 }, { 0, double.NaN } }, "margin correlates with itself" },
        { new double[,] { { 1, 1.1 }, { 1.1, 1 } }, "between −1 and 1" },
        { new double[,] { { 1, double.NaN }, { double.NaN, 1 } }, "between −1 and 1" },
    };

    [Theory]
    [MemberData(nameof(Matrices))]
    public void What_is_no_matrix_of_correlations_is_refused_with_the_reason(double[,] matrix, string reason)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => Two.WithCorrelationMatrix(matrix));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_that_is_not_positive_semi_definite_is_refused_however_little_it_lacks()
    {
        Assumptions three = Two.And(Measure.Adoption, AttainmentModel.LogNormal(1, 0.3));
        // Three measures correlate pairwise by −1/2 at the least.
        double[,] Pairwise(double r) => new double[,] { { 1, r, r }, { r, 1, r }, { r, r, 1 } };
        Assert.Equal(-0.5, three.WithCorrelationMatrix(Pairwise(-0.5)).CorrelationOf(Measure.Bookings, Margin));
        var refusal = Assert.Throws<ArgumentException>(() => three.WithCorrelationMatrix(Pairwise(-0.5000001)));
        Assert.Contains("not positive semi-definite", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("adoption and margin correlate by -0.5 to 1, not -0.5000001", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Correlations_that_cannot_hold_together_are_refused_with_the_range_that_the_others_leave()
    {
        Assumptions three = Two.And(Measure.Adoption, AttainmentModel.LogNormal(1, 0.3));
        // 0.9·0.8 ± √((1 − 0.81)(1 − 0.64)).
        var refusal = Assert.Throws<ArgumentException>(() => three.WithCorrelations(
            (Measure.Bookings, Margin, 0.9), (Measure.Bookings, Measure.Adoption, 0.8), (Margin, Measure.Adoption, 0.4)));
        Assert.Contains("adoption and margin correlate by 0.4585 to 0.9815, not 0.4", refusal.Message, StringComparison.Ordinal);
        // Where one measure is another, both correlate alike with a third.
        refusal = Assert.Throws<ArgumentException>(() => three.WithCorrelations((Measure.Bookings, Margin, 1), (Measure.Bookings, Measure.Adoption, 0.3)));
        Assert.Contains("adoption and margin correlate by 0.3 to 0.3, not 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_most_256_measures()
    {
        AttainmentModel model = AttainmentModel.LogNormal(1, 0.3);
        Assumptions many = Enumerable.Range(0, 254).Aggregate(Two, (all, number) => all.And(Measure.OfUnits($"U{number}"), model));
        Assert.Equal(256, many.Models.Count);
        Assert.Throws<ArgumentException>(() => many.And(Measure.Adoption, model));
    }

    [Fact]
    public void What_is_drawn_by_periods_has_no_closed_form_and_says_so()
    {
        Expected expected = Expect.Incentive(Workloads.W1, Workloads.Year, Workloads.W1Assumptions.WithPeriods(Measure.Bookings, Frequency.Quarterly));
        Assert.Contains("Quarterly", Assert.IsType<ClosedForm<double>.NotAvailable>(expected.Mean).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_assumed_is_in_the_canonical_text()
    {
        AttainmentModel model = AttainmentModel.LogNormal(1, 0.31);
        Assumptions[] all =
        [
            Two, Two.With(Margin, model), Two.WithCompanyCorrelation(0.1), Two.WithCompanyRange(0.9, 1.1), Two.WithTeamCorrelation(0.1), Two.WithTeamCorrelation(0.1 + 1e-16),
            Quarterly, Quarterly.WithPeriods(Margin, Frequency.Quarterly), Quarterly.WithPeriodCorrelation(0.25), Two.WithPeriods(Measure.Bookings, Frequency.Monthly),
            Two.WithCorrelation(Measure.Bookings, Margin, 0.1), Two.WithSeasonality(Seasonality.EqualMonths),
            Two.ForRole("A", Margin, model), Two.ForRole("B", Margin, model), Two.ForRole("A", Measure.Bookings, model), Two.ForParticipant("A", Margin, model),
            Two.ForTenure(0, 12, Margin, model), Two.ForTenure(0, 13, Margin, model), Two.ForTenure(0, Margin, model),
        ];
        Assert.Equal(all.Length, all.Select(one => one.Canonical).Distinct().Count());
        // The order in which groups are stated is none of what is assumed.
        Assert.Equal(
            Two.ForRole("A", Margin, model).ForRole("B", Margin, model).Canonical, Two.ForRole("B", Margin, model).ForRole("A", Margin, model).Canonical);
    }

    [Fact]
    public void A_role_that_decides_a_model_is_in_the_fingerprint()
    {
        string Fingerprint(Assumptions assumptions, string role) => new RunDefinition(
            new SalesForce([new Participant("X", Workloads.W1.Plan, new Quota(Measure.Bookings, 1_000_000.Usd)).InRole(role)]), Workloads.Year, assumptions, 10, 1).Fingerprint();
        Assumptions grouped = Workloads.W1Assumptions.ForRole("A", Measure.Bookings, AttainmentModel.LogNormal(1, 0.31));
        Assert.NotEqual(Fingerprint(grouped, "A"), Fingerprint(grouped, "B"));
        Assert.Equal(Fingerprint(grouped, "B"), Fingerprint(grouped, "C"));
        Assert.Equal(Fingerprint(Workloads.W1Assumptions, "A"), Fingerprint(Workloads.W1Assumptions, "B"));
    }
}
