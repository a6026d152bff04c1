using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>Closed forms that others computed in high precision (see Cases/expectation.json), against ours.</summary>
public class ExpectationCaseTests
{
    // The cases carry 26 digits and more. Ours: partial moments to a few 1e-16, times payouts of at most 8 targets, in sums of differences over at most
    // 6 pieces; where means are about one target that is below 1e-13 of them. Ten times that for second moments and for room.
    private const double Relative = 1e-12;

    public static TheoryData<string> Single => Of("single_period_payout");

    public static TheoryData<string> Sensitivities => Of("sensitivity");

    public static TheoryData<string> Comparisons => Of("plan_comparison");

    [Fact]
    public void No_case_is_left_out_without_a_reason()
    {
        // Grows as the library does; a number that falls is a case that was lost.
        Assert.Equal(68, ExpectationCase.All.Count);
        string Count(string kind) => $"{ExpectationCase.All.Count(one => one.Kind == kind && one.LeftOutBecause is null)} of {ExpectationCase.All.Count(one => one.Kind == kind)}";
        Assert.Equal("32 of 32", Count("single_period_payout"));
        Assert.Equal("8 of 8", Count("sensitivity"));
        Assert.Equal("2 of 2", Count("plan_comparison"));
        Assert.Equal("1 of 1", Count("plan_solve"));
        Assert.Equal("1 of 1", Count("commission_plus_rsu"));
        Assert.Equal("3 of 3", Count("statistics"));
        Assert.Equal("6 of 6", Count("one_factor_portfolio"));
        Assert.Equal("2 of 2", Count("one_factor_portfolio_distribution"));
        Assert.Equal("0 of 5", Count("annual_trueup"));
        Assert.Equal("3 of 3", Count("deal_level"));
        Assert.Equal("2 of 2", Count("rsu_gbm_total_vest_value"));
        Assert.Equal("0 of 2", Count("rsu_sell_to_cover"));
        Assert.Equal("1 of 1", Count("rsu_supplemental_withholding"));
        Assert.Equal(7, ExpectationCase.All.Count(one => one.LeftOutBecause is not null));
    }

    [Theory]
    [MemberData(nameof(Single))]
    public void A_year_pays_what_the_case_says(string id)
    {
        var one = ExpectationCase.Find(id);
        PayoutLaw law = one.LawOf(one.Inputs);
        double target = ExpectationCase.Double(one.Inputs.GetProperty("target_variable_pay"));
        foreach ((string figure, double expected) in one.Expected)
            Check(one, figure, expected, law, target);
    }

    [Theory]
    [MemberData(nameof(Sensitivities))]
    public void Another_quota_or_rate_changes_the_mean_as_the_case_says(string id)
    {
        var one = ExpectationCase.Find(id);
        double quota = ExpectationCase.Double(one.Inputs.GetProperty("quota")), mean = one.LawOf(one.Inputs).Mean;
        // What is sold is fixed in money, so that a quota of Q(1 + h) divides attainment by 1 + h. Five points leave h⁴/30 of the fifth derivative (at
        // most 1e4 of the mean for a spread of 0.3) and 1e-14 ÷ h of rounding.
        const double H = 1e-3;
        double At(double h) => ExpectationCase.Law(ExpectationCase.Participant(one.Inputs), Scaled(one, 1 / (1 + h))).Mean;
        double elasticity = ((8 * (At(H) - At(-H))) - (At(2 * H) - At(-2 * H))) / (12 * H) / mean;
        Assert.Equal(one.Expected["elasticity_quota"], elasticity, 1e-8);
        Assert.Equal(one.Expected["d_expected_d_quota"], elasticity * mean / quota, 1e-8 * mean / quota);
        // The mean is linear in a rate: one more is the derivative. A difference of two means, so relative to them.
        double steeper = ExpectationCase.Law(ExpectationCase.Participant(WithTopRateOneUp(one.Inputs), one.Inputs), one.Model).Mean;
        Assert.Equal(one.Expected["d_expected_d_top_rate"], steeper - mean, 2 * Relative * mean);
        // Inside tiers a percent of quota costs E[A·slope(A)]; the rest of the derivative is what the jumps add.
        IReadOnlyList<CurveSegment> tiers = ExpectationCase.CurveOf(one.Inputs).Segments;
        double inside = tiers.Select((tier, i) => tier.Slope.ToDouble() * (one.Model.PartialMoment(1, i + 1 < tiers.Count ? tiers[i + 1].From.ToDouble() : double.PositiveInfinity)
            - one.Model.PartialMoment(1, tier.From.ToDouble()))).Sum() * ExpectationCase.Double(one.Inputs.GetProperty("target_variable_pay"));
        Assert.Equal(one.Expected["jump_contribution"], ((elasticity * mean) + inside) / quota, 1e-8 * mean / quota);
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Two_plans_differ_in_the_mean_as_the_case_says(string id)
    {
        // How they differ in the same year (the paired spread) needs their joint law and is left to simulation.
        var one = ExpectationCase.Find(id);
        PayoutLaw a = one.LawOf(one.Inputs.GetProperty("plan_a")), b = one.LawOf(one.Inputs.GetProperty("plan_b"));
        Assert.Equal(one.Expected["mean_difference_a_minus_b"], a.Mean - b.Mean, Relative * a.Mean);
        double independent = Math.Sqrt((a.StandardDeviation * a.StandardDeviation) + (b.StandardDeviation * b.StandardDeviation));
        Close(one.Expected["sd_difference_independent"], independent);
    }

    [Fact]
    public void The_accelerator_that_spends_a_budget_is_the_published_one()
    {
        var one = ExpectationCase.Find("solve/accelerator_for_budget");
        PayoutCurve curve = PayoutCurve.Linear.Accelerate(above: 1, (decimal)one.Expected["accelerator_multiplier"]);
        JsonElement anyPlan = ExpectationCase.Find("single/C1_linear_uncapped/L2").Inputs;
        PayoutLaw law = ExpectationCase.Law(ExpectationCase.Participant(curve, anyPlan), one.Model);
        Close(one.Expected["expected_payout"], law.Mean);
        double stopLoss = one.Model.Mean - one.Model.PartialMoment(1, 1) - one.Model.ShareAtQuota;
        Assert.Equal(one.Expected["stop_loss_at_1"], stopLoss, Relative);
    }

    [Fact]
    public void The_commission_of_a_package_is_the_published_one()
    {
        var one = ExpectationCase.Find("total_package/C2_three_accelerators_uncapped/corr-0.2");
        PayoutLaw law = one.LawOf(one.Inputs);
        Close(one.Expected["expected_commission"], law.Mean);
        Close(one.Expected["sd_commission"], law.StandardDeviation);
    }

    private static void Check(ExpectationCase one, string figure, double expected, PayoutLaw law, double target)
    {
        double Number(string prefix) => double.Parse(figure[prefix.Length..], CultureInfo.InvariantCulture);
        if (figure == "attainment_mean")
            Close(expected, one.Model.Mean);
        else if (figure == "p_attainment_ge_1")
            Assert.Equal(expected, one.Model.ShareAtQuota, Relative);
        else if (figure == "expected_payout")
            Close(expected, law.Mean);
        else if (figure == "sd_payout")
            Close(expected, law.StandardDeviation);
        else if (figure == "effective_cost_ratio")
            Close(expected, law.Mean / (target * one.Model.Mean));
        else if (figure.StartsWith("p_payout_gt_", StringComparison.Ordinal))
            ProbabilityAbove(Number("p_payout_gt_"), expected, law);
        else if (figure.StartsWith("payout_p", StringComparison.Ordinal))
            Close(expected, law.Percentile(Number("payout_p") / 100).Value);
        else if (figure is "cvar90_upper" or "cvar95_upper")
            Close(expected, law.TailAverage(figure == "cvar90_upper" ? 0.1 : 0.05).Value);
        else if (figure == "cvar10_lower")
            // What the dearest nine tenths leave of the mean: ten times its rounding.
            Assert.Equal(expected, (law.Mean - (0.9 * law.TailAverage(0.9).Value)) / 0.1, 10 * Relative * law.Mean);
        else
            Assert.Fail($"Unknown figure {figure} of {one}.");
    }

    // P(pay > x) = q says that the percentile at 1 − q does not exceed x, and the one a hair above does. The hair is the tolerance of a probability.
    private static void ProbabilityAbove(double x, double q, PayoutLaw law)
    {
        if (q < 1)
            Assert.True(law.Percentile(Math.Max(0, 1 - q - Relative)).Value <= x);
        if (q > 0)
            Assert.True(law.Percentile(Math.Min(1, 1 - q + Relative)).Value > x);
    }

    private static AttainmentModel Scaled(ExpectationCase one, double by)
    {
        JsonElement law = one.Inputs.GetProperty("attainment");
        double Of(string name) => ExpectationCase.Double(law.GetProperty(name));
        return law.GetProperty("family").GetString() switch
        {
            "lognormal" => AttainmentModel.LogNormal(by * one.Model.Mean, Of("cv")),
            "weibull" => AttainmentModel.WeibullOfShape(Of("shape"), by * Of("scale")),
            _ => AttainmentModel.Normal(by * Of("location"), by * Of("scale"), BelowZero.Conditioned),
        };
    }

    // The last rising piece, one steeper. A piece that goes on from the one below still does; one that jumps (a rate on all sales) keeps its intercept.
    private static PayoutCurve WithTopRateOneUp(JsonElement plan)
    {
        var pieces = ExpectationCase.Pieces(plan).ToList();
        Rational Gap(int i) => pieces[i].Intercept + (pieces[i].Slope * pieces[i].From) - pieces[i - 1].Intercept - (pieces[i - 1].Slope * pieces[i].From);
        int top = pieces.FindLastIndex(piece => piece.Slope.Sign > 0);
        bool[] goesOn = [.. pieces.Select((_, i) => i > 0 && Gap(i).Sign == 0)];
        for (int i = top; i < pieces.Count; i++)
        {
            pieces[i] = pieces[i] with { Slope = pieces[i].Slope + (i == top ? 1 : 0) };
            if (goesOn[i])
                pieces[i] = pieces[i] with { Intercept = pieces[i].Intercept - Gap(i) };
        }
        return ExpectationCase.Curve(pieces);
    }

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Relative * Math.Abs(expected));

    private static TheoryData<string> Of(string kind) =>
        new(ExpectationCase.All.Where(one => one.Kind == kind && one.LeftOutBecause is null).Select(one => one.Id));
}
