using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>Incomplete gamma and beta functions against values that another program computed to thirty digits (Cases/numerics/special_reference.json).</summary>
public class IncompleteFunctions_Tests
{
    // What attainment laws promise. Ours are good to 2e-13 down to 1e-300, where the exponent of the leading power is some hundreds of roundings.
    private const double Relative = 1e-12;

    public static TheoryData<string> GammaRows => Rows("gamma_p");

    public static TheoryData<string> BetaRows => Rows("beta_i");

    public static TheoryData<string> LogGammaRows => Rows("lgamma");

    [Theory]
    [MemberData(nameof(GammaRows))]
    public void Both_tails_of_a_gamma_law_have_their_digits(string row)
    {
        JsonElement one = JsonDocument.Parse(row).RootElement;
        double a = Of(one, "a"), x = Of(one, "x");
        Near(Of(one, "P"), IncompleteGamma.Lower(a, x));
        Near(Of(one, "Q"), IncompleteGamma.Upper(a, x));
    }

    [Theory]
    [MemberData(nameof(BetaRows))]
    public void The_share_of_a_beta_law_below_has_its_digits_and_so_has_the_one_above(string row)
    {
        JsonElement one = JsonDocument.Parse(row).RootElement;
        double a = Of(one, "a"), b = Of(one, "b"), x = Of(one, "x"), share = Of(one, "I");
        Near(share, IncompleteBeta.Lower(a, b, x, 1 - x));
        // The share above is known to a rounding of one alone where it is small; 1 − x is exact for no decimal, which moves it by some roundings more.
        Assert.Equal(1 - share, IncompleteBeta.Lower(b, a, 1 - x, x), 1e-14);
    }

    [Theory]
    [MemberData(nameof(LogGammaRows))]
    public void The_logarithm_of_the_gamma_function_is_a_factorial_s_less_one_factor(string row)
    {
        JsonElement one = JsonDocument.Parse(row).RootElement;
        double x = Of(one, "x"), expected = Of(one, "v");
        Assert.Equal(expected, Stirling.LogFactorial(x) - PortableMath.Log(x), 3e-15 * Math.Max(1, Math.Abs(expected)));
    }

    [Fact]
    public void Ends_are_certain()
    {
        Assert.Equal((0.0, 1.0), (IncompleteGamma.Lower(2, 0), IncompleteGamma.Upper(2, 0)));
        Assert.Equal((1.0, 0.0), (IncompleteGamma.Lower(2, double.PositiveInfinity), IncompleteGamma.Upper(2, double.PositiveInfinity)));
        Assert.Equal((0.0, 1.0), (IncompleteBeta.Lower(2, 3, 0, 1), IncompleteBeta.Lower(2, 3, 1, 0)));
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-17)]
    [InlineData(1e-9)]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(20)]
    public void Beside_one_a_small_number_keeps_its_digits(double x)
    {
        // By their series where that is exact, or by the platform where the sum is not near one.
        double log = x < 1e-2 ? x - (x * x / 2) + (x * x * x / 3) - (x * x * x * x / 4) + (x * x * x * x * x / 5) : Math.Log(1 + x);
        double exponential = x < 1e-2 ? x + (x * x / 2) + (x * x * x / 6) + (x * x * x * x / 24) + (x * x * x * x * x / 120) : Math.Exp(x) - 1;
        Assert.Equal(1, NearOne.LogOfOnePlus(x) / log, 1e-15);
        Assert.Equal(1, NearOne.ExpMinusOne(x) / exponential, 1e-15);
        Assert.Equal(1, NearOne.LogOfOnePlus(NearOne.ExpMinusOne(x)) / x, 1e-15);
    }

    [Theory]
    [InlineData(-723.9)]
    [InlineData(-40)]
    [InlineData(-2000)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_left_of_a_power_that_hardly_is_one_is_minus_one(double x) => Assert.Equal(-1, NearOne.ExpMinusOne(x));

    private static void Near(double expected, double actual) =>
        Assert.InRange(Math.Abs(actual - expected), 0, Math.Max(Relative * expected, 1e-300));

    private static double Of(JsonElement row, string name) => double.Parse(row.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static TheoryData<string> Rows(string set)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "numerics", "special_reference.json")));
        return new(file.RootElement.GetProperty(set).EnumerateArray().Select(row => row.GetRawText()));
    }
}
