namespace CompModel.Tests;

public class AssumptionsFacts
{
    private static readonly Measure Margin = Measure.OfMoney("margin"), Logos = Measure.OfUnits("logos");

    private static readonly AttainmentModel Model = AttainmentModel.LogNormal(1, 0.3);

    private static readonly Assumptions Three =
        Assumptions.For(Measure.Bookings, Model).And(Margin, Model).And(Logos, AttainmentModel.Normal(1, 0.2, BelowZero.Floored));

    [Fact]
    public void A_measure_has_one_model()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Three.And(Margin, Model));
        Assert.Contains("margin", refusal.Message, StringComparison.Ordinal);
        // The same name, but units: another measure.
        Assert.Equal(4, Three.And(Measure.OfUnits("margin"), Model).Models.Count);
    }

    [Fact]
    public void A_measure_without_a_model_is_named_with_those_that_have_one()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Three.ModelOf(Measure.Adoption));
        Assert.Contains("adoption", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("bookings, margin, logos", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replaced_model_changes_nothing_else()
    {
        Assumptions changed = Three.WithCorrelation(Measure.Bookings, Logos, 0.5).With(Margin, AttainmentModel.LogNormal(2, 0.1));
        Assert.Equal(2, changed.ModelOf(Margin).Mean);
        Assert.Equal(1, changed.ModelOf(Measure.Bookings).Mean);
        Assert.Equal(0.5, changed.Correlation[0, 2]);
        Assert.Equal(1, Three.ModelOf(Margin).Mean);
    }

    [Theory]
    [InlineData(1.0000001)]
    [InlineData(-1.0000001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_correlation_lies_between_minus_one_and_one(double correlation) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.WithCorrelation(Measure.Bookings, Margin, correlation));

    [Fact]
    public void A_measure_does_not_correlate_with_itself() =>
        Assert.Throws<ArgumentException>(() => Three.WithCorrelation(Margin, Margin, 1));

    [Fact]
    public void Correlations_that_cannot_hold_together_are_refused() =>
        // Two that both nearly equal bookings nearly equal each other.
        Assert.Throws<ArgumentException>(() => Three.WithCorrelation(Measure.Bookings, Margin, 0.9).WithCorrelation(Measure.Bookings, Logos, 0.9));

    [Fact]
    public void Correlations_of_exactly_one_are_possible()
    {
        Assert.Equal(1, Three.WithCorrelation(Measure.Bookings, Margin, 1).Correlation[1, 0]);
        Assert.Equal(-1, Three.WithCorrelation(Margin, Logos, -1).Correlation[1, 2]);
        double[,] root = Cholesky.Of(new double[,] { { 1, 1, -1 }, { 1, 1, -1 }, { -1, -1, 1 } });
        Assert.Equal([1, 0, 0, 1, 0, 0, -1, 0, 0], root.Cast<double>());
        // One that is the difference of the others is settled by them.
        double third = Math.Sqrt(0.5);
        Assert.Equal(0, Cholesky.Of(new double[,] { { 1, 0, third }, { 0, 1, third }, { third, third, 1 } })[2, 2]);
    }

    [Fact]
    public void Correlations_that_need_each_other_are_stated_together()
    {
        // 0.9, 0.9 and 0 cannot hold together, so that 0.9 three times cannot be reached one by one.
        Assumptions all = Three.WithCorrelations((Measure.Bookings, Margin, 0.9), (Measure.Bookings, Logos, 0.9), (Margin, Logos, 0.9));
        Assert.Equal([1, 0.9, 0.9, 0.9, 1, 0.9, 0.9, 0.9, 1], all.Correlation.Cast<double>());
        Assert.Throws<ArgumentException>(() => Three.WithCorrelations((Measure.Bookings, Margin, 0.9), (Measure.Bookings, Logos, 0.9), (Margin, Logos, -0.9)));
    }

    [Fact]
    public void The_root_of_a_correlation_matrix_gives_it_back()
    {
        double[,] matrix = { { 1, 0.5, -0.3 }, { 0.5, 1, 0.2 }, { -0.3, 0.2, 1 } }, root = Cholesky.Of(matrix);
        for (int i = 0; i < 3; i++)
        {
            // Three products of at most 1, each rounded once or twice.
            for (int j = 0; j < 3; j++)
                Assert.Equal(matrix[i, j], Enumerable.Range(0, 3).Sum(k => root[i, k] * root[j, k]), 1e-15);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.5, 1)]
    [InlineData(1, 1)]
    [InlineData(1.1, 0.9)]
    [InlineData(double.NaN, 1)]
    [InlineData(0.9, double.NaN)]
    [InlineData(0.9, double.PositiveInfinity)]
    public void A_company_range_rises_from_above_zero(double p10, double p90) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.WithCompanyRange(p10, p90));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_company_correlation_lies_between_zero_and_one(double rho) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.WithCompanyCorrelation(rho));

    [Fact]
    public void People_are_independent_unless_something_is_said() => Assert.IsType<CompanyEffect.None>(Three.Company);
}
