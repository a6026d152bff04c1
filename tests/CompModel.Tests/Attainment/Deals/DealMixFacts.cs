using MathNet.Numerics.Distributions;

namespace CompModel.Tests;

/// <summary>Numbers and sizes of deals against their laws, and what is refused.</summary>
public class DealMixFacts
{
    public static TheoryData<string> Counts => ["fixed", "binomial", "certain", "poisson", "many", "negbin", "flat"];

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_number_of_deals_is_the_quantile_of_its_law(string name)
    {
        (DealCount count, Func<int, double> cdf) = name switch
        {
            "fixed" => (DealCount.Fixed(7), (Func<int, double>)(n => n >= 7 ? 1 : 0)),
            "binomial" => (DealCount.Binomial(40, 0.25), n => Binomial.CDF(0.25, 40, n)),
            "certain" => (DealCount.Binomial(5, 1), n => n >= 5 ? 1 : 0),
            "poisson" => (DealCount.Poisson(8), n => Poisson.CDF(8, n)),
            "many" => (DealCount.Poisson(700), n => Poisson.CDF(700, n)),
            "negbin" => (DealCount.NegativeBinomial(3, 9), n => NegativeBinomial.CDF(3, 0.25, n)),
            _ => (DealCount.NegativeBinomial(0.5, 2), n => NegativeBinomial.CDF(0.5, 0.2, n)),
        };
        foreach (double u in Enumerable.Range(1, 999).Select(i => (i - 0.5) / 999.3).Append(1e-9).Append(1 - 1e-9))
        {
            int n = count.Of(u);
            // 1e-12: running sums of at most some thousand weights, each exact to a few units in the last place.
            Assert.True(cdf(n) >= u - 1e-12 && (n == 0 || cdf(n - 1) <= u + 1e-12), $"{u} is {n}");
        }
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7.5)]
    [InlineData(120)]
    [InlineData(10_000)]
    public void Quantiles_of_a_gamma_law_are_within_1e_8(double shape)
    {
        var quantiles = new GammaQuantiles(shape);
        for (double z = -6.2; z <= 6.2; z += 0.0137)
        {
            double x = quantiles.FromNormal(z);
            (double below, double above) = GammaQuantiles.Tails(shape, GammaQuantiles.LogGamma(shape), x);
            double wanted = z < 0 ? PortableNormal.Cdf(z) : PortableNormal.UpperTail(z), tail = z < 0 ? below : above;
            // Where the table errs by e in ln x, the tail errs by e·x·f(x), at most e·(shape + 6.2·√shape + 40) of itself.
            Assert.Equal(0, (tail / wanted) - 1, 1e-8 * (shape + (6.2 * Math.Sqrt(shape)) + 40));
            // The other library loses digits of small arguments.
            if (Math.Abs(z) < 3 && shape >= 0.3)
                Assert.Equal(Gamma.CDF(shape, 1, x), PortableNormal.Cdf(z), 1e-7 * Math.Max(1, Math.Sqrt(shape)));
        }
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(11.9)]
    [InlineData(3000)]
    public void The_logarithm_of_the_gamma_function_is_that_of_another_library(double a) =>
        Assert.Equal(MathNet.Numerics.SpecialFunctions.GammaLn(a), GammaQuantiles.LogGamma(a), 1e-13 * (1 + Math.Abs(MathNet.Numerics.SpecialFunctions.GammaLn(a))));

    [Fact]
    public void The_year_of_a_mix_has_the_moments_of_the_compound_law()
    {
        var mix = new DealMix(DealCount.NegativeBinomial(3, 9), DealSize.Discrete((25_000, 40.Percent), (50_000, 30.Percent), (100_000, 20.Percent), (250_000, 10.Percent)));
        Assert.Equal(630_000, mix.MeanSold, 1e-6);
        // E[size²] = 0.4·625 + 0.3·2,500 + 0.2·10,000 + 0.1·62,500 = 9,250 in millions; Var = 9·(9,250 − 70²) + 36·70².
        Assert.Equal(Math.Sqrt(((9 * (9_250 - 4_900)) + (36 * 4_900)) * 1e6), mix.StandardDeviationSold, 1e-6);
    }

    [Fact]
    public void Attributes_are_of_every_combination()
    {
        DealMix mix = new DealMix(DealCount.Fixed(1), DealSize.Fixed(1))
            .With(DealAttribute.Product, ("Cloud", 75.Percent), ("Services", 25.Percent)).With(DealAttribute.TermMonths, (12, 60.Percent), (36, 40.Percent));
        Assert.Equal(["Cloud 12 0.45", "Cloud 36 0.3", "Services 12 0.15", "Services 36 0.1"],
            mix.Kinds.Select(kind => $"{kind.Attributes.TextOf(DealAttribute.Product)} {kind.Attributes.NumberOf(DealAttribute.TermMonths)} {kind.Probability}"));
    }

    [Fact]
    public void What_is_impossible_is_refused()
    {
        var mix = new DealMix(DealCount.Poisson(8), DealSize.Fixed(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealCount.Fixed(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealCount.Binomial(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealCount.Binomial(10, 1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealCount.Binomial(10, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealCount.Poisson(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealCount.NegativeBinomial(0, 9));
        Assert.Contains("at most 1000 deals", Assert.Throws<ArgumentException>(() => DealCount.Poisson(900)).Message, StringComparison.Ordinal);
        Assert.Contains("at most 1000 deals", Assert.Throws<ArgumentException>(() => DealCount.Fixed(1001)).Message, StringComparison.Ordinal);
        Assert.Contains("at most 1000 deals", Assert.Throws<ArgumentException>(() => DealCount.NegativeBinomial(0.2, 50)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DealSize.Fixed(0));
        Assert.Throws<ArgumentException>(() => DealSize.Discrete((1, 50.Percent), (2, 49.Percent)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealSize.Discrete((-1, 50.Percent), (2, 50.Percent)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealSize.Gamma(100, 0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => DealSize.Gamma(double.NaN, 2));
        Assert.Throws<ArgumentException>(() => DealWorth.Units((1, 60.Percent)));
        Assert.Throws<ArgumentException>(() => mix.With(Measure.Bookings, DealWorth.OfSize(1)));
        Assert.Throws<ArgumentException>(() => mix.With(Measure.OfUnits("logos"), DealWorth.OfSize(1)));
        Assert.Throws<ArgumentException>(() => mix.With(DealAttribute.Product, ("Cloud", 90.Percent)));
        Assert.Throws<ArgumentException>(() => mix.With(DealAttribute.Product, ("Cloud", Rational.One)).With(DealAttribute.Product, ("Cloud", Rational.One)));
        Assert.Throws<ArgumentException>(() => DealMix.Like(DealCount.Fixed(1), []));
        Assert.Throws<ArgumentException>(() => Assumptions.OfDeals(mix));
        Assert.Throws<ArgumentException>(() => Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3)).WithDeals(mix.MakingCredits()));
        Assert.Throws<ArgumentException>(() => Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3)).WithDeals(mix).WithDeals(mix));
    }
}
