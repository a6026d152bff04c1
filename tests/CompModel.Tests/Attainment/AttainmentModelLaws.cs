using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>What every attainment model promises, whatever its family and parameters.</summary>
public class AttainmentModelLaws
{
    public static class Models
    {
        private static readonly Gen<AttainmentModel> LogNormals =
            from mean in Gen.Choose(50, 3000)
            from cv in Gen.OneOf(Gen.Choose(10, 100), Gen.Choose(100, 2000))
            select AttainmentModel.LogNormal(mean / 1000.0, cv / 1000.0);

        // Means from two standard deviations below zero: at least 2 % is left above.
        private static readonly Gen<AttainmentModel> Normals =
            from sd in Gen.Choose(50, 1500)
            from centre in Gen.Choose(-2000, 4000)
            from belowZero in Gen.Elements(BelowZero.Conditioned, BelowZero.Floored)
            select AttainmentModel.Normal(centre * (sd / 1e6), sd / 1000.0, belowZero);

        public static Arbitrary<AttainmentModel> All() => Gen.OneOf(LogNormals, Normals).ToArbitrary();

        /// <summary>Standard normal variates, to five standard deviations.</summary>
        public static Arbitrary<double> Variates() =>
            (from steps in Gen.Choose(-5_000_000, 5_000_000) select steps / 1e6).ToArbitrary();
    }

    // The relative spacing of doubles.
    private const double Ulp = 2.2e-16;

    [Law(Arbitrary = [typeof(Models)])]
    public void Distribution_and_quantile_undo_each_other(AttainmentModel model, double z)
    {
        double p = PortableNormal.Cdf(z);
        double x = model.Quantile(p);
        // x carries the rounding of the variate, of μ (at most 4 in size) and of σ; back through (ln x − μ)/σ that is at most 8 roundings of 1 + |μ|/σ + |z|
        // variates, times a density of at most 0.4. A normal law is divided by the share above zero, at least 0.022.
        double sigma = model is LogNormalAttainment ? Math.Sqrt(Math.Log(1 + Square(model.StandardDeviation / model.Mean))) : 1;
        double tolerance = 8 * Ulp * (1 + (4 / sigma) + Math.Abs(z)) * 0.4 / (model is LogNormalAttainment ? 1 : 0.022);
        if (x > 0)
            Assert.InRange(model.Cdf(x), p - tolerance, p + tolerance);
        else
            Assert.True(model.Cdf(0) >= p - tolerance);
    }

    [Law(Arbitrary = [typeof(Models)])]
    public void A_draw_is_the_quantile_at_its_variates_probability(AttainmentModel model, double z)
    {
        double drawn = model.FromNormal(z), quantile = model.Quantile(PortableNormal.Cdf(z));
        // Towards 1 a probability has a spacing of Ulp/2, which is Ulp/2 ÷ φ(z) of a variate; dx/dz is at most σ·x (lognormal) or sd ÷ share above zero.
        // The fast exponential is good to 1e-14 and its argument (at most 8 octaves) to 8 Ulp.
        double variate = 4 * Ulp * (1 + Math.Abs(z) + (1 / PortableNormal.Density(z)));
        double tolerance = model is LogNormalAttainment ? quantile * ((1.3 * variate) + 2e-14) : 1.5 * variate / 0.022;
        Assert.InRange(drawn, quantile - tolerance, quantile + tolerance);
    }

    [Law(Arbitrary = [typeof(Models)])]
    public bool Draws_rise_with_the_variate_and_are_never_below_zero(AttainmentModel model, double z, double other) =>
        model.FromNormal(Math.Min(z, other)) <= model.FromNormal(Math.Max(z, other)) && model.FromNormal(z) >= 0;

    [Law(Arbitrary = [typeof(Models)], MaxTest = 50)]
    public void Partial_moments_are_the_integrals_of_draws(AttainmentModel model, double z)
    {
        double to = model.FromNormal(z);
        if (to == 0)
            return;
        for (int order = 0; order <= 2; order++)
        {
            // What a floored law has at zero adds nothing to its first two moments: the integral begins where it leaves zero, and so is smooth.
            double from = order == 0 || model.Cdf(0) == 0 ? -9 : PortableNormal.Quantile(model.Cdf(0));
            double integral = Integral(variate => Math.Pow(model.FromNormal(variate), order), from, z);
            // Five-point Gauss-Legendre on panels of 1/16 leaves less than 1e-13 of the whole; beyond −9 there are 1e-19.
            double tolerance = 1e-12 * (1 + model.PartialMoment(order, double.PositiveInfinity));
            Assert.InRange(model.PartialMoment(order, to), integral - tolerance, integral + tolerance);
        }
    }

    [Law(Arbitrary = [typeof(Models)])]
    public void All_of_a_law_is_one_its_mean_and_its_spread(AttainmentModel model)
    {
        const double All = double.PositiveInfinity;
        Assert.Equal(1, model.PartialMoment(0, All), 1e-14 / 0.022); // One division by the share above zero.
        Assert.Equal(1, model.PartialMoment(1, All) / model.Mean, 1e-14);
        // Two sums of positive terms, and differences of tails that keep 1/0.022 of an Ulp at the least.
        double second = Square(model.StandardDeviation) + Square(model.Mean);
        Assert.Equal(1, model.PartialMoment(2, All) / second, 1e-13);
        Assert.Equal(1 - model.PartialMoment(0, 1), model.ShareAtQuota);
    }

    [Law(Arbitrary = [typeof(Models)])]
    public void Partial_moments_only_grow(AttainmentModel model, double z, double other)
    {
        double low = model.FromNormal(Math.Min(z, other)), high = model.FromNormal(Math.Max(z, other));
        // Differences of two tails, each good to an Ulp of 1, divided by the share above zero and times second moments of at most 40.
        for (int order = 0; order <= 2; order++)
            Assert.True(model.PartialMoment(order, low) <= model.PartialMoment(order, high) + (40 * 8 * Ulp / 0.022));
    }

    [Law(Arbitrary = [typeof(Models)], MaxTest = 40)]
    public void Hermite_coefficients_hold_mean_and_variance(AttainmentModel model)
    {
        double[] coefficients = model.HermiteCoefficients(80);
        double variance = Square(model.StandardDeviation), sum = coefficients.Skip(1).Sum(Square);
        // The trapezoidal rule at steps of 1/256 leaves h²/8 × sd × 0.4 at the kink of a floored law, below 1e-6 × sd: of the sd before flooring, at most 1.5,
        // which may be many times what is left after it. Other laws have no kink.
        Assert.Equal(model.Mean, coefficients[0], IsFloored(model) ? 1.5e-6 : 1e-6 * model.StandardDeviation);
        // Bessel: never more than the variance. A kink's squares fall as k^(−5/2) with a constant of at most 0.13 (φ²·√(2/π)); from 80 on their sum is below
        // 0.13 × 2/3 × 80^(−3/2) = 1.3e-4 of sd², where sd is that of the law before flooring (at most 1.5, and 15 times what is left at two below zero).
        Assert.InRange(sum, variance - (1.3e-4 * 2.25) - 1e-12, variance * (1 + 1e-6));
        if (!IsFloored(model))
            Assert.Equal(1, sum / variance, 1e-6);
    }

    [Fact]
    public void The_coefficients_of_a_floored_law_are_those_of_a_call()
    {
        // max(0, μ + sd·Z) is sd·(Z − a)⁺ with a = −μ/sd: c₁ = sd·Φ(−a), cₖ = sd·φ(a)·hₖ₋₂(a)/√(k(k − 1)), by parts twice.
        foreach (double mu in new[] { -0.5, 0, 0.3, 0.95 })
        {
            const double Sd = 0.4;
            double a = -mu / Sd, before = 0, now = 1;
            double[] coefficients = AttainmentModel.Normal(mu, Sd, BelowZero.Floored).HermiteCoefficients(24);
            Assert.Equal(Sd * PortableNormal.UpperTail(a), coefficients[1], 1e-6 * Sd);
            for (int k = 2; k < 24; k++)
            {
                // The rule's error at the kink: h²/8 × sd × φ(a)·hₖ(a), and φ·hₖ is at most 0.4.
                Assert.Equal(Sd * PortableNormal.Density(a) * now / Math.Sqrt(k * (k - 1.0)), coefficients[k], 1e-6 * Sd);
                (before, now) = (now, ((a * now) - (Math.Sqrt(k - 2) * before)) / Math.Sqrt(k - 1));
            }
        }
    }

    [Fact]
    public void Two_lognormals_covary_as_the_exponential_says()
    {
        // Cov = m²(exp(ρσ²) − 1) for normal variates that correlate by ρ.
        foreach ((double mean, double cv) in new[] { (1.0, 0.35), (0.92, 0.6), (0.8, 1.0), (1.2, 0.05) })
        {
            double[] coefficients = AttainmentModel.LogNormal(mean, cv).HermiteCoefficients(24);
            for (double rho = 0; rho <= 1; rho += 0.125)
            {
                double series = coefficients.Select((c, k) => k == 0 ? 0 : c * c * Math.Pow(rho, k)).Sum();
                double exact = mean * mean * (Math.Exp(rho * Math.Log(1 + (cv * cv))) - 1);
                // Terms left out: σ^48/24! < 1e-27 for cv ≤ 1. The subtraction in the exact form loses digits, 1e-16 of mean².
                Assert.Equal(exact, series, 1e-14 * mean * mean);
            }
        }
    }

    internal static double Square(double x) => x * x;

    private static bool IsFloored(AttainmentModel model) => model.ToString()!.Contains("floored", StringComparison.Ordinal);

    // ∫ f·φ by Gauss-Legendre of five points on panels of 1/16; the platform's exponential, so that nothing is shared with what is tested.
    private static double Integral(Func<double, double> f, double from, double z)
    {
        double[] nodes = [-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640];
        double[] weights = [0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891];
        int panels = Math.Max(1, (int)Math.Ceiling((z - from) * 16));
        double width = (z - from) / panels, sum = 0;
        for (int panel = 0; panel < panels; panel++)
        {
            double centre = from + ((panel + 0.5) * width);
            for (int i = 0; i < nodes.Length; i++)
            {
                double variate = centre + (nodes[i] * width / 2);
                sum += weights[i] * width / 2 * f(variate) * Math.Exp(-variate * variate / 2) / Math.Sqrt(2 * Math.PI);
            }
        }
        return sum;
    }
}
