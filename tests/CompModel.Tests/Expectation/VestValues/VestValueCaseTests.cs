using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>Published laws of what vests, and of what is withheld from it.</summary>
public class VestValueCaseTests
{
    // The cases vouch for 28 digits, of which a double keeps 16; the law is good to 1e-12 of the mean, and no figure is below a twentieth of the mean or of one.
    private const double Relative = 1e-9;

    public static TheoryData<string> Values => new(ExpectationCase.All.Where(one => one.Kind == "rsu_gbm_total_vest_value").Select(one => one.Id));

    public static TheoryData<string> Withheld => new(ExpectationCase.All.Where(one => one.Kind == "rsu_supplemental_withholding").Select(one => one.Id));

    [Theory]
    [MemberData(nameof(Values))]
    public void The_law_of_what_vests_is_the_published_one(string id)
    {
        var one = ExpectationCase.Find(id);
        VestValueLaw law = LawOf(one.Inputs);
        double granted = ExpectationCase.Double(one.Inputs.GetProperty("grant_value"));
        foreach ((string figure, double expected) in one.Expected)
        {
            double value = figure switch
            {
                "total_value_mean" => law.Mean,
                "total_value_sd" => law.StandardDeviation,
                "prob_below_grant_value" => law.ProbabilityBelow(granted),
                "prob_gt_twice_grant_value" => law.ProbabilityAbove(2 * granted),
                "expected_shortfall_below_grant" => law.ShortfallBelow(granted),
                "cvar10_lower" => law.LowerTailAverage(0.1),
                _ => law.Percentile(double.Parse(figure["total_value_p".Length..], CultureInfo.InvariantCulture) / 100),
            };
            Assert.Equal(expected, value, Relative * expected);
        }
    }

    [Theory]
    [MemberData(nameof(Withheld))]
    public void What_is_withheld_at_marginal_rates_is_the_published_law(string id)
    {
        var one = ExpectationCase.Find(id);
        VestValueLaw law = LawOf(one.Inputs);
        // The rule stands in words: 22 % of value up to 1,000,000 and 37 % above.
        (double, double)[] rates = [(0, 0.22), (1_000_000, 0.37)];
        ExpectedVestValue withheld = law.AtMarginalRates(rates), net = law.AtMarginalRates([.. rates.Select(rate => (rate.Item1, 1 - rate.Item2))]);
        foreach ((string figure, double expected) in one.Expected)
        {
            double value = figure switch
            {
                "expected_value" => law.Mean,
                "expected_withholding" => withheld.Mean,
                "sd_withholding" => withheld.StandardDeviation,
                "prob_above_threshold" => law.ProbabilityAbove(1_000_000),
                "expected_net" => net.Mean,
                _ => throw new InvalidOperationException($"Unknown figure {figure} of {one}."),
            };
            Assert.Equal(expected, value, Relative * expected);
        }
    }

    private static VestValueLaw LawOf(JsonElement rsu) => Expect.VestValueLaw(
        [.. rsu.GetProperty("vest_years").EnumerateArray().Zip(Each(rsu.GetProperty("shares")), (years, shares) => (ExpectationCase.Number(years).ToDouble(), ExpectationCase.Number(shares).ToDouble()))],
        SharePriceModel.GeometricBrownian(
            "ACME", decimal.Parse(rsu.GetProperty("spot").GetString()!, CultureInfo.InvariantCulture).Usd,
            ExpectationCase.Double(rsu.GetProperty("drift_continuous")), ExpectationCase.Double(rsu.GetProperty("volatility")))).Value;

    // One vest's number may stand alone.
    private static IEnumerable<JsonElement> Each(JsonElement shares) => shares.ValueKind == JsonValueKind.Array ? shares.EnumerateArray() : [shares];
}
