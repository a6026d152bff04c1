namespace CompModel.Tests;

public class AttainmentModelFacts
{
    [Theory]
    [InlineData(double.NaN, 0.3, "mean")]
    [InlineData(0, 0.3, "mean")]
    [InlineData(-1, 0.3, "mean")]
    [InlineData(double.PositiveInfinity, 0.3, "mean")]
    [InlineData(1, double.NaN, "cv")]
    [InlineData(1, 0, "cv")]
    [InlineData(1, -0.1, "cv")]
    [InlineData(1, double.PositiveInfinity, "cv")]
    [InlineData(1, 1e200, "cv")]
    public void A_lognormal_law_takes_finite_parameters_above_zero(double mean, double cv, string parameter)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => AttainmentModel.LogNormal(mean, cv));
        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains(parameter, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 0.3, "mean")]
    [InlineData(double.NegativeInfinity, 0.3, "mean")]
    [InlineData(1, double.NaN, "sd")]
    [InlineData(1, 0, "sd")]
    [InlineData(1, -0.1, "sd")]
    [InlineData(1, double.PositiveInfinity, "sd")]
    public void A_normal_law_takes_a_finite_mean_and_a_spread_above_zero(double mean, double sd, string parameter)
    {
        foreach (BelowZero belowZero in Enum.GetValues<BelowZero>())
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => AttainmentModel.Normal(mean, sd, belowZero));
            Assert.Equal(parameter, refusal.ParamName);
        }
    }

    [Fact]
    public void Nothing_is_conditioned_on_what_hardly_happens()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AttainmentModel.Normal(-10, 1, BelowZero.Conditioned));
        Assert.Equal(0, AttainmentModel.Normal(-10, 1, BelowZero.Floored).Quantile(0.99));
    }

    [Theory]
    [InlineData(-5.9, BelowZero.Conditioned)]
    [InlineData(-2, BelowZero.Conditioned)]
    [InlineData(6, BelowZero.Conditioned)]
    [InlineData(6, BelowZero.Floored)]
    public void Quantiles_keep_their_digits_far_from_zero(double mean, BelowZero belowZero)
    {
        AttainmentModel model = AttainmentModel.Normal(mean, 1, belowZero);
        // The share above zero is good to a few Ulp relatively, for the tails are functions of their own; so is what lies above x.
        foreach (double p in new[] { 0.001, 0.1, 0.25, 0.5, 0.75, 0.999 })
            Assert.Equal(p, model.Cdf(model.Quantile(p)), 2e-14);
    }

    [Fact]
    public void A_floored_law_has_its_lump_at_zero()
    {
        AttainmentModel model = AttainmentModel.Normal(0.8, 0.5, BelowZero.Floored);
        Assert.Equal(PortableNormal.Cdf(-1.6), model.Cdf(0));
        Assert.Equal(0, model.Cdf(-1e-9));
        Assert.Equal(0, model.PartialMoment(0, 0));
        Assert.Equal(PortableNormal.Cdf(-1.6), model.PartialMoment(0, 1e-300), 1e-16);
    }

    [Fact]
    public void The_ends_of_a_law_are_zero_and_infinity()
    {
        AttainmentModel[] models =
            [AttainmentModel.LogNormal(1, 0.35), AttainmentModel.Normal(1, 0.3, BelowZero.Conditioned), AttainmentModel.Normal(1, 0.3, BelowZero.Floored)];
        foreach (AttainmentModel model in models)
        {
            Assert.Equal(0, model.Quantile(0));
            Assert.Equal(double.PositiveInfinity, model.Quantile(1));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.Quantile(double.NaN));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.PartialMoment(3, 1));
        }
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-5)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void A_small_spread_is_as_small_as_stated(double spread)
    {
        // One standard deviation above the mean on either scale. σ = cv·(1 − cv²/4 …); ln(1 + σz − σ²/2) is what z = 1 adds, up to σ² and an Ulp of attainment.
        double tolerance = (spread * spread) + 4e-16;
        Assert.Equal(1 + spread, AttainmentModel.LogNormal(1, spread).FromNormal(1), tolerance + 1e-14); // The fast exponential is good to 1e-14.
        Assert.Equal(1 + spread, AttainmentModel.LogNormal(1, spread).Quantile(PortableNormal.Cdf(1)), tolerance);
        Assert.Equal(0.5, AttainmentModel.LogNormal(1, spread).Cdf(1), spread); // Φ(σ/2), and 1e-16/σ of rounding.
        foreach (BelowZero belowZero in Enum.GetValues<BelowZero>())
            Assert.Equal(1, AttainmentModel.Normal(1, spread, belowZero).StandardDeviation / spread, 1e-12);
    }
}
