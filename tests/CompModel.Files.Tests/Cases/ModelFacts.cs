using System.Text;
using CompModel.Files;

namespace CompModel.Tests;

/// <summary>Models as assumptions.yaml writes them, and where they are refused.</summary>
public class ModelFacts
{
    [Fact]
    public void What_is_written_is_the_model_of_the_library()
    {
        (string Text, AttainmentModel Model)[] written =
        [
            ("{ family: lognormal, share_at_quota: 42 %, cv: 0.35 }", AttainmentModel.LogNormalByShareAtQuota(0.42, 0.35)),
            ("{ family: lognormal, percentiles: { p90: 140 %, p10: 0.6 } }", AttainmentModel.LogNormalThrough((0.1, 0.6), (0.9, 1.4))),
            ("{ family: gamma, mean: 92 %, cv: 0.5 }", AttainmentModel.Gamma(0.92, 0.5)),
            ("{ family: gamma, shape: 4, scale: 0.23 }", AttainmentModel.GammaOfShape(4, 0.23)),
            ("{ family: weibull, mean: 92 %, cv: 0.5 }", AttainmentModel.Weibull(0.92, 0.5)),
            ("{ family: weibull, shape: 2.2, scale: 1.05 }", AttainmentModel.WeibullOfShape(2.2, 1.05)),
            ("{ family: pert, min: 20 %, mode: 95 %, max: 220 % }", AttainmentModel.Pert(0.2, 0.95, 2.2)),
            ("{ family: pert, min: 20 %, mode: 95 %, max: 220 %, lambda: 6 }", AttainmentModel.Pert(0.2, 0.95, 2.2, 6)),
            ("{ family: triangular, min: 0.3, mode: 0.9, max: 1.8 }", AttainmentModel.Triangular(0.3, 0.9, 1.8)),
            ("{ family: empirical, observations: [1, 50 %, 1/3] }", AttainmentModel.Empirical(1.0 / 3, 0.5, 1)),
            ("{ family: empirical, observations: [1, 50 %], weights: [2, 1] }", AttainmentModel.Empirical([(1, 2.0), (0.5, 1)])),
            ("{ family: empirical, observations: [1, 50 %], smoothing: 10 % }", AttainmentModel.Smoothed([1.0, 0.5], 0.1)),
            ("{ family: discrete, outcomes: [{ attainment: 0, probability: 1/3 }, { attainment: 1, probability: 2/3 }] }", AttainmentModel.Discrete((0, 1.0 / 3), (1, 2.0 / 3))),
            ("{ family: mixture, groups: [{ share: 40 %, family: gamma, mean: 1, cv: 0.5 }, { share: 60 %, family: triangular, min: 0, mode: 1, max: 2, share_at_zero: 10 % }] }",
                AttainmentModel.Mixture((0.4, AttainmentModel.Gamma(1, 0.5)), (0.6, AttainmentModel.Triangular(0, 1, 2).WithShareAtZero(0.1)))),
            ("{ family: normal, mean: 1, sd: 0.2, below_zero: floored, share_at_zero: 5 % }", AttainmentModel.Normal(1, 0.2, BelowZero.Floored).WithShareAtZero(0.05)),
        ];
        foreach ((string text, AttainmentModel model) in written)
        {
            Assert.Equal(model, Read($"attainment: {{ bookings: {text} }}\n", out DiagnosticLog log)?.ModelOf(Measure.Bookings));
            Assert.Empty(log.Diagnostics);
        }
    }

    [Fact]
    public void All_land_at_the_plan_where_some_sell_nothing()
    {
        using var folder = new TestFolder();
        Case read = folder.Write("assumptions.yaml", TestFolder.Assumptions.Replace(
            "lognormal, mean: lands_at_plan, cv: 0.35", "gamma, mean: lands_at_plan, cv: 0.35, share_at_zero: 20 %", StringComparison.Ordinal)
            .Replace("company_attainment: { p10: 90 %, p90: 110 % }\n", "", StringComparison.Ordinal)).Read();
        // One product and one quotient, each rounded.
        Assert.Equal(read.SalesForce.MeanThatLandsAt(1, read.Year), read.Assumptions!.ModelOf(Measure.Bookings).Mean, 1e-15);
        Assert.Equal(0.2, read.Assumptions.ModelOf(Measure.Bookings).Cdf(0));
    }

    // A caret stands where each problem is expected, in the order of the codes.
    [Theory]
    [InlineData("{ family: ^gama, mean: 1, cv: 0.3 }", "E_VALUE")]
    [InlineData("^{ mean: 1, cv: 0.3 }", "E_KEY_MISSING")]
    [InlineData("{ family: gamma, mean: 1, cv: 0.3, sd: ^0.2 }", "E_KEY_CONFLICT")]
    [InlineData("{ family: gamma, shape: 4, scale: 0.2, mean: ^1 }", "E_KEY_CONFLICT")]
    [InlineData("^{ family: gamma, shape: 4 }", "E_KEY_MISSING")]
    [InlineData("^{ family: gamma, mean: 1, cv: 0.001 }", "E_DEFINITION")]
    [InlineData("^{ family: weibull, mean: 0, cv: 0.3 }", "E_DEFINITION")]
    [InlineData("^{ family: weibull, shape: 0.1, scale: 1 }", "E_DEFINITION")]
    [InlineData("^{ family: pert, min: 20 %, mode: 10 %, max: 220 % }", "E_DEFINITION")]
    [InlineData("{ family: triangular, min: 20 %, mode: 95 %, max: 220 %, lambda: ^4 }", "E_KEY_CONFLICT")]
    [InlineData("^{ family: triangular, mode: 95 %, max: 220 % }", "E_KEY_MISSING")]
    [InlineData("{ family: lognormal, mean: 1, share_at_quota: ^40 %, cv: 0.3 }", "E_KEY_CONFLICT")]
    [InlineData("{ family: lognormal, share_at_quota: ^100 %, cv: 0.3 }", "E_NUMBER_RANGE")]
    [InlineData("{ family: lognormal, percentiles: { p10: 60 %, p90: 140 % }, cv: ^0.3 }", "E_KEY_CONFLICT")]
    [InlineData("{ family: lognormal, percentiles: ^{ p10: 60 % } }", "E_TYPE")]
    [InlineData("{ family: lognormal, percentiles: { ^p0: 60 %, ^median: 1 } }", "E_KEY_UNKNOWN E_KEY_UNKNOWN")]
    [InlineData("{ family: lognormal, percentiles: ^{ p10: 140 %, p90: 60 % } }", "E_DEFINITION")]
    [InlineData("{ family: empirical, observations: ^[] }", "E_DEFINITION")]
    [InlineData("{ family: empirical, observations: ^[95 %] }", "E_DEFINITION")]
    [InlineData("{ family: empirical, observations: ^[95 %, 0.95] }", "E_DEFINITION")]
    [InlineData("{ family: empirical, observations: [95 %, ^-5 %, ^much] }", "E_NUMBER_RANGE E_NUMBER")]
    [InlineData("{ family: empirical, observations: [95 %, 1], weights: ^[1] }", "E_DEFINITION")]
    [InlineData("{ family: empirical, observations: [95 %, 1], weights: [1, ^0] }", "E_NUMBER_RANGE")]
    [InlineData("{ family: empirical, observations: ^[95 %, 1], smoothing: 0 }", "E_DEFINITION")]
    [InlineData("{ family: empirical, observations: ^95 % }", "E_TYPE")]
    [InlineData("{ family: discrete, outcomes: ^[{ attainment: 1, probability: 90 % }] }", "E_DEFINITION")]
    [InlineData("{ family: discrete, outcomes: [{ attainment: ^-1, probability: ^110 % }] }", "E_NUMBER_RANGE E_NUMBER_RANGE")]
    [InlineData("{ family: discrete, outcomes: ^[{ attainment: 0 %, probability: 100 % }] }", "E_DEFINITION")]
    [InlineData("{ family: discrete, outcomes: [^{ attainment: 1 }] }", "E_KEY_MISSING")]
    [InlineData("{ family: mixture, groups: ^[{ share: 100 %, family: gamma, mean: 1, cv: 0.3 }] }", "E_DEFINITION")]
    [InlineData("{ family: mixture, groups: ^[{ share: 50 %, family: gamma, mean: 1, cv: 0.3 }, { share: 60 %, family: gamma, mean: 2, cv: 0.3 }] }", "E_DEFINITION")]
    [InlineData("{ family: mixture, groups: [{ share: 50 %, family: gamma, mean: ^lands_at_plan, cv: 0.3 }, ^{ family: gamma, mean: 2, cv: 0.3 }] }", "E_VALUE E_KEY_MISSING")]
    [InlineData("{ family: gamma, mean: 1, cv: 0.3, share_at_zero: ^100 % }", "E_NUMBER_RANGE")]
    [InlineData("{ family: gamma, mean: 1, cv: 0.3, share_at_zero: ^12 }", "E_PERCENT")]
    [InlineData("{ family: gamma, mean: ^lands_at_plan, cv: 0.3 }", "E_KEY_MISSING")]
    public void A_wrong_model_is_reported_where_it_stands(string model, string codes)
    {
        var marked = new Marked($"attainment:\n  bookings: {model}\n");
        Assert.Null(Read(marked.Text, out DiagnosticLog log));
        Assert.Equal(marked.Expected(codes), Marked.Places(log.Diagnostics, "assumptions.yaml"));
    }

    [Fact]
    public void A_sum_that_is_not_one_says_what_it_is()
    {
        Read("attainment: { bookings: { family: discrete, outcomes: [{ attainment: 0.5, probability: 1/3 }, { attainment: 1, probability: 1/2 }] } }\n", out DiagnosticLog log);
        Assert.Contains("sum to 83.333333 %", Assert.Single(log.Diagnostics).Found, StringComparison.Ordinal);
    }

    private static Assumptions? Read(string text, out DiagnosticLog log)
    {
        PlanFile plans = Written.Read(Written.File("{ measure: bookings, weight: 100 %, pays: annual, curve: linear }"), out _)!;
        log = new();
        return SourceText.Decode("assumptions.yaml", Encoding.UTF8.GetBytes(text), log) is { } source ? AssumptionsFile.Read(source, plans, [])?.For(null, []) : null;
    }
}
