using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace CompModel.Tests;

public class AttainmentFamilyFacts
{
    /// <summary>The laws of the published cases.</summary>
    private static readonly Dictionary<string, AttainmentModel> Published = new()
    {
        ["G1"] = AttainmentModel.GammaOfShape(4, 0.23),
        ["W1"] = AttainmentModel.WeibullOfShape(2.2, 1.05),
        ["T1"] = AttainmentModel.Triangular(0.3, 0.9, 1.8),
        ["P1"] = AttainmentModel.Pert(0.2, 0.95, 2.2),
        ["E1"] = AttainmentModel.Empirical(FamilyGenerators.Observations),
        ["M1"] = AttainmentModel.Mixture((0.55, AttainmentModel.LogNormal(0.55, 0.35)), (0.45, AttainmentModel.LogNormal(1.35, 0.3))),
        ["N1"] = AttainmentModel.Normal(0.95, 0.3, BelowZero.Conditioned),
        ["Z1"] = AttainmentModel.LogNormal(1.05, 0.5).WithShareAtZero(0.12),
    };

    public static TheoryData<string, double, double> Quantiles
    {
        get
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "numerics", "special_reference.json")));
            var data = new TheoryData<string, double, double>();
            foreach (JsonElement row in file.RootElement.GetProperty("distribution_quantiles").EnumerateArray())
                data.Add(row.GetProperty("dist").GetString()!, ExpectationCase.Double(row.GetProperty("p")), ExpectationCase.Double(row.GetProperty("x")));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Quantiles_agree_with_the_reference(string law, double p, double x)
    {
        // p is no decimal any more: what it lacks to one is rounded by 5.6e-17, and x moves by that ÷ (1 − p) relatively, or less.
        double tolerance = (1e-13 + (5.6e-17 / (1 - p))) * x;
        Assert.Equal(x, Published[law].Quantile(p), tolerance);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.0999)]
    [InlineData(0.1135)]
    [InlineData(0.35)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_mean_and_a_coefficient_of_variation_are_those_of_the_law(double cv)
    {
        foreach (AttainmentModel model in new[] { AttainmentModel.Gamma(0.95, cv), AttainmentModel.Weibull(0.95, cv), AttainmentModel.LogNormalByShareAtQuota(0.4, cv) })
        {
            Assert.Equal(cv, model.StandardDeviation / model.Mean, 1e-13 * cv);
            // A second way to the spread: moments about zero, which lose 1/cv² of their digits in the difference.
            double variance = model.PartialMoment(2, double.PositiveInfinity) - (model.Mean * model.Mean);
            Assert.Equal(cv * cv * model.Mean * model.Mean, variance, 1e-14 * (1 + (cv * cv)));
        }
        Assert.Equal(0.95, AttainmentModel.Gamma(0.95, cv).Mean, 1e-15);
        Assert.Equal(0.95, AttainmentModel.Weibull(0.95, cv).Mean, 1e-14);
        Assert.Equal(0.4, AttainmentModel.LogNormalByShareAtQuota(0.4, cv).ShareAtQuota, 1e-13);
    }

    [Theory]
    [InlineData(0.1, 0.6, 0.9, 1.4)]
    [InlineData(0.25, 0.95, 0.5, 1)]
    [InlineData(0.01, 0.001, 0.99, 4)]
    [InlineData(0.4, 1, 0.6, 1.000001)]
    public void A_lognormal_law_passes_through_its_two_percentiles(double p, double at, double upper, double atUpper)
    {
        AttainmentModel model = AttainmentModel.LogNormalThrough((p, at), (upper, atUpper));
        // σ and μ go through mean and cv and back, a few roundings of each.
        Assert.Equal(at, model.Quantile(p), 2e-14 * at);
        Assert.Equal(atUpper, model.Quantile(upper), 2e-14 * atUpper);
    }

    [Fact]
    public void Families_meet_where_one_law_is_of_two()
    {
        (AttainmentModel, AttainmentModel)[] same =
        [
            (AttainmentModel.WeibullOfShape(1, 0.7), AttainmentModel.GammaOfShape(1, 0.7)),             // exponential
            (AttainmentModel.Pert(0, 0, 1.5, 1), AttainmentModel.Triangular(0, 0, 1.5)),               // a beta law of 1 and 2
            (AttainmentModel.Pert(0.25, 1.5, 1.5, 1), AttainmentModel.Triangular(0.25, 1.5, 1.5)),
            (AttainmentModel.Empirical(0.5, 1, 1, 1.5), AttainmentModel.Discrete((0.5, 0.25), (1, 0.5), (1.5, 0.25))),
            (AttainmentModel.Empirical([(0.5, 2.0), (1, 6)]), AttainmentModel.Discrete((1, 0.75), (0.5, 0.25))),
            (AttainmentModel.Smoothed([0.5, 1.25], 0.3), AttainmentModel.Mixture((0.5, AttainmentModel.LogNormal(0.5, 0.3)), (0.5, AttainmentModel.LogNormal(1.25, 0.3)))),
            (AttainmentModel.Smoothed([0, 1.25], 0.3), AttainmentModel.LogNormal(1.25, 0.3).WithShareAtZero(0.5)),
        ];
        foreach ((AttainmentModel first, AttainmentModel second) in same)
        {
            Assert.Equal(first.StandardDeviation, second.StandardDeviation, 1e-14);
            for (double z = -4; z <= 4; z += 0.37)
            {
                Assert.Equal(first.AtNormal(z), second.AtNormal(z), 1e-13);
                Assert.Equal(first.FromNormal(z), second.FromNormal(z), 1e-11);
                for (int order = 0; order <= 2; order++)
                    Assert.Equal(first.PartialMoment(order, second.AtNormal(z) + 1e-9), second.PartialMoment(order, second.AtNormal(z) + 1e-9), 1e-13);
            }
        }
    }

    [Fact]
    public void The_gamma_law_of_whole_shape_is_a_sum_of_powers()
    {
        foreach (double x in new[] { 0.1, 0.5, 1, 1.7 })
        {
            double u = x / 0.23, above = Math.Exp(-u) * (1 + u + (u * u / 2) + (u * u * u / 6));
            Assert.Equal(1, Published["G1"].Above(x) / above, 1e-14);
        }
    }

    [Fact]
    public void Lumps_are_drawn_exactly()
    {
        AttainmentModel discrete = AttainmentModel.Discrete((0, 0.1), (1.0 / 3, 0.2), (1, 0.7));
        double first = PortableNormal.Quantile(0.1), second = PortableNormal.Quantile(0.1 + 0.2);
        Assert.Equal([0, 0, 1.0 / 3, 1.0 / 3, 1, 1], new[] { -8, first - 1e-9, first + 1e-9, second - 1e-9, second + 1e-9, 8 }.Select(discrete.FromNormal));
        Assert.Equal([0, 0, 0.31, 2.45], new[] { -8, -1.7, PortableNormal.Quantile(0.125), 8 }.Select(Published["E1"].FromNormal));
        Assert.Equal(0, Published["Z1"].FromNormal(PortableNormal.Quantile(0.12) - 1e-12));
        Assert.True(Published["Z1"].FromNormal(PortableNormal.Quantile(0.12) + 1e-12) > 0);
        Assert.Equal((0, 0.12, 0.88), (Published["Z1"].PartialMoment(0, 0), Published["Z1"].Cdf(0), Published["Z1"].Above(0)));
    }

    [Fact]
    public void Beyond_a_lump_draws_begin_where_the_others_do()
    {
        AttainmentModel model = AttainmentModel.Triangular(0.5, 0.9, 1.8).WithShareAtZero(0.25);
        double edge = PortableNormal.Quantile(0.25);
        Assert.Equal(0, model.FromNormal(edge - 1e-15));
        foreach (double beyond in new[] { 1e-15, 1e-10, 1e-6 })
            Assert.InRange(model.FromNormal(edge + beyond), 0.5, 0.502);
    }

    [Fact]
    public void A_percentile_of_observations_is_the_least_that_so_many_do_not_exceed()
    {
        AttainmentModel ten = AttainmentModel.Empirical(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        for (int i = 1; i <= 10; i++)
        {
            Assert.Equal(i, ten.Quantile(i / 10.0));
            Assert.Equal(i, ten.Quantile(1 - ((10 - i) / 10.0))); // Even where a rounding says 0.30000000000000004.
            Assert.Equal(Math.Min(10, i + 1), ten.Quantile(Math.Min(1, (i / 10.0) + 1e-9)));
        }
        Assert.Equal(1, ten.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ten.Quantile(1.01));
    }

    [Fact]
    public void Smoothing_conserves_the_mean_and_what_is_at_zero_and_widens_by_the_kernel()
    {
        foreach (double cv in new[] { 0.01, 0.1, 0.5 })
        {
            AttainmentModel smooth = AttainmentModel.Smoothed(FamilyGenerators.Observations, cv), steps = Published["E1"];
            Assert.Equal(steps.Mean, smooth.Mean, 1e-15);
            Assert.Equal(steps.Mean, smooth.PartialMoment(1, double.PositiveInfinity), 1e-14);
            Assert.Equal(Square(steps.StandardDeviation) + (cv * cv * steps.PartialMoment(2, double.PositiveInfinity)), Square(smooth.StandardDeviation), 1e-14);
            Assert.Equal(0.05, smooth.Cdf(0));
            Assert.Equal(0, smooth.FromNormal(PortableNormal.Quantile(0.049)));
        }
    }

    [Fact]
    public void Draws_have_the_same_bits_on_every_machine()
    {
        // A literal of stream version 1, as that of a whole run: whoever finds it changed has changed what results mean.
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (AttainmentModel model in Published.OrderBy(law => law.Key, StringComparer.Ordinal).Select(law => law.Value).Append(AttainmentModel.Smoothed(FamilyGenerators.Observations, 0.2)))
        {
            for (int i = -1700; i <= 1700; i++)
                digest.AppendData(BitConverter.GetBytes(model.FromNormal(i / 170.0)));
            foreach (double coefficient in model.HermiteCoefficients(24))
                digest.AppendData(BitConverter.GetBytes(coefficient));
        }
        Assert.Equal("ff010a99b32a6fad81ee3b01843e7ca105723da2b768c65dd8d92a8d9bf74aa6", Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    [Fact]
    public void Models_are_equal_where_family_and_parameters_are()
    {
        _ = Published["G1"].FromNormal(0); // With a table or without.
        Assert.Equal(AttainmentModel.GammaOfShape(4, 0.23), Published["G1"]);
        Assert.NotEqual(AttainmentModel.GammaOfShape(4, Math.BitIncrement(0.23)), Published["G1"]);
        Assert.Equal(AttainmentModel.Empirical(FamilyGenerators.Observations.Reverse().ToArray()).GetHashCode(), Published["E1"].GetHashCode());
        Assert.Equal(AttainmentModel.LogNormal(1.05, 0.5).WithShareAtZero(0.12), Published["Z1"]);
        Assert.NotEqual(AttainmentModel.LogNormal(1.05, 0.5).WithShareAtZero(0.13), Published["Z1"]);
        AttainmentModel[] all = [.. Published.Values, AttainmentModel.Discrete((1, 1)), AttainmentModel.Smoothed([1, 2], 0.1), AttainmentModel.Smoothed([1, 2], 0.2)];
        Assert.Equal(all.Length, all.Select(model => model.Canonical).Distinct().Count());
        Assert.Equal("mixture 0.12(discrete 0@1) 0.88(lognormal 1.05 0.5)", Published["Z1"].Canonical);
        Assert.Equal("pert 0.2 0.95 2.2 4", Published["P1"].Canonical);
    }

    [Fact]
    public void Models_say_in_the_field_s_words_what_they_are() => Assert.Equal(
        [
            "gamma, mean 0.92, cv 0.5", "Weibull, mean 0.9299, cv 0.4798", "triangular, 0.3 to 1.8, most likely 0.9", "PERT, 0.2 to 2.2, most likely 0.95",
            "empirical, 20 observations, mean 0.8805, sd 0.537",
            "0.55 of people: lognormal, mean 0.55, cv 0.35; 0.45 of people: lognormal, mean 1.35, cv 0.3",
            "normal, mean 0.95, sd 0.3, conditioned on zero", "0.12 of people at zero; 0.88 of people: lognormal, mean 1.05, cv 0.5",
        ],
        Published.Values.Select(model => model.ToString()));

    public static TheoryData<string, Func<AttainmentModel>, string> Refusals => new()
    {
        { "gamma cv", () => AttainmentModel.Gamma(1, 0.009), "between 0.01 and 10" },
        { "gamma cv NaN", () => AttainmentModel.Gamma(1, double.NaN), "between 0.01 and 10" },
        { "gamma mean", () => AttainmentModel.Gamma(0, 0.3), "above zero" },
        { "gamma shape", () => AttainmentModel.GammaOfShape(1e5, 1), "between 0.01 and 10000" },
        { "gamma scale", () => AttainmentModel.GammaOfShape(1, double.PositiveInfinity), "above zero" },
        { "weibull cv", () => AttainmentModel.Weibull(1, 1e-4), "between 0.0013 and 15.8" },
        { "weibull mean", () => AttainmentModel.Weibull(double.NaN, 0.3), "above zero" },
        { "weibull shape", () => AttainmentModel.WeibullOfShape(-1, 1), "between 0.2 and 1000" },
        { "weibull scale", () => AttainmentModel.WeibullOfShape(1, 0), "above zero" },
        { "triangular order", () => AttainmentModel.Triangular(0.5, 0.4, 1), "they are 0.5, 0.4 and 1" },
        { "triangular point", () => AttainmentModel.Triangular(1, 1, 1), "these differ" },
        { "triangular negative", () => AttainmentModel.Triangular(-0.1, 0.4, 1), "at least 0" },
        { "triangular infinite", () => AttainmentModel.Triangular(0, 0.4, double.PositiveInfinity), "at least 0" },
        { "pert order", () => AttainmentModel.Pert(0, 3, 2), "they are 0, 3 and 2" },
        { "pert lambda", () => AttainmentModel.Pert(0, 1, 2, 0), "between 0.01 and 1000" },
        { "empirical none", () => AttainmentModel.Empirical(Array.Empty<double>()), "at least two observations; here are none" },
        { "empirical one", () => AttainmentModel.Empirical(1), "here is one" },
        { "empirical equal", () => AttainmentModel.Empirical(0.9, 0.9, 0.9), "All 3 observations are 0.9" },
        { "empirical negative", () => AttainmentModel.Empirical(1, -0.5), "Observation 2 is no attainment" },
        { "empirical NaN", () => AttainmentModel.Empirical(double.NaN, 1), "Observation 1 is no attainment" },
        { "empirical weight", () => AttainmentModel.Empirical([(1, 1.0), (2, 0)]), "The weight of observation 2" },
        { "smoothed cv", () => AttainmentModel.Smoothed([1, 2], 0), "between 0.001 and 2" },
        { "smoothed equal", () => AttainmentModel.Smoothed([0.0, 0], 0.1), "All 2 observations are 0" },
        { "discrete none", () => AttainmentModel.Discrete(), "at least one outcome" },
        { "discrete sum", () => AttainmentModel.Discrete((1, 0.5), (2, 0.4)), "sum to 1; here they sum to 0.9" },
        { "discrete probability", () => AttainmentModel.Discrete((1, 1.5), (2, -0.5)), "The probability of attainment 1 is" },
        { "discrete negative", () => AttainmentModel.Discrete((-1, 1)), "at least 0" },
        { "discrete zero", () => AttainmentModel.Discrete((0, 1)), "nobody sells anything" },
        { "mixture one", () => AttainmentModel.Mixture((1, AttainmentModel.LogNormal(1, 0.3))), "at least two groups; here is one" },
        { "mixture sum", () => AttainmentModel.Mixture((0.5, AttainmentModel.LogNormal(1, 0.3)), (0.6, AttainmentModel.LogNormal(2, 0.3))), "here they sum to 1.1" },
        { "mixture share", () => AttainmentModel.Mixture((1, AttainmentModel.LogNormal(1, 0.3)), (0, AttainmentModel.LogNormal(2, 0.3))), "The share of a group (lognormal" },
        { "all at zero", () => AttainmentModel.LogNormal(1, 0.3).WithShareAtZero(1), "above 0 and below 1" },
        { "share NaN", () => AttainmentModel.LogNormal(1, 0.3).WithShareAtZero(double.NaN), "above 0 and below 1" },
        { "percentiles cross", () => AttainmentModel.LogNormalThrough((0.1, 1), (0.9, 0.8)), "rise together; here attainment is 1 at 0.1 and 0.8 at 0.9" },
        { "percentile of 1", () => AttainmentModel.LogNormalThrough((0.1, 1), (1, 2)), "above 0 and below 1" },
        { "percentile at 0", () => AttainmentModel.LogNormalThrough((0.1, 0), (0.9, 2)), "above zero" },
        { "share at quota", () => AttainmentModel.LogNormalByShareAtQuota(1, 0.3), "above 0 and below 1" },
        { "share at quota cv", () => AttainmentModel.LogNormalByShareAtQuota(0.5, -1), "above zero" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_no_law_is_refused_with_what_was_found(string what, Func<AttainmentModel> build, string says)
    {
        string message = Assert.ThrowsAny<ArgumentException>(() => build()).Message;
        Assert.True(message.Contains(says, StringComparison.Ordinal), $"{what}: {message}");
    }

    [Fact]
    public void Text_and_errors_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("0.12 of people at zero; 0.88 of people: lognormal, mean 1.05, cv 0.5", Published["Z1"].ToString());
            Assert.Equal("gamma 4 0.23", Published["G1"].Canonical);
            Assert.Contains("0.9", Assert.ThrowsAny<ArgumentException>(() => AttainmentModel.Discrete((1, 0.5), (2, 0.4))).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static double Square(double x) => x * x;
}
