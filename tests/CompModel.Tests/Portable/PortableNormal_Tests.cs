using System.Globalization;
using System.Text.Json;
using FsCheck.Xunit;
using Xunit.Abstractions;

namespace CompModel.Tests;

public sealed class PortableNormal_Tests(ITestOutputHelper output)
{
    // 1,074 bits to reach the smallest double, 64 for its digits, and as many as the terms of the series are large (e^722).
    private static readonly HighPrecision Reference = new(2304);

    public static TheoryData<double, double> Quantiles => Load("normal_quantile", "p_hex", "quantile");

    public static TheoryData<double, double> Cdfs => Load("normal_cdf", "x_hex", "cdf");

    public static TheoryData<double, double> UpperTails => Load("normal_cdf", "x_hex", "sf");

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Quantile_agrees_with_the_reference(double p, double expected)
    {
        Near(expected, PortableNormal.Quantile(p));
        Near(-expected, PortableNormal.QuantileUpper(p));
    }

    [Theory]
    [MemberData(nameof(Cdfs))]
    public void Cdf_agrees_with_the_reference(double x, double expected) => Near(expected, PortableNormal.Cdf(x));

    [Theory]
    [MemberData(nameof(UpperTails))]
    public void Upper_tail_agrees_with_the_reference(double x, double expected) => Near(expected, PortableNormal.UpperTail(x));

    [Fact]
    public void Quantile_has_a_relative_error_below_1e_minus_15()
    {
        // The method claims 1e-16; two polynomials, their quotient, logarithm and root add at most eight roundings of 1.1e-16.
        double[] points =
        [
            .. Sample.Between(0.001, 0.999, 300), .. Sample.Between(0.07, 0.08, 100), .. Sample.Between(-1070, -8, 300).Select(PortableMath.Exp2),
            .. Sample.Between(-38, -34, 60).Select(PortableMath.Exp2), 0.075, 0.925, Math.BitDecrement(0.5), Math.BitIncrement(0.5),
        ];
        Report("Quantile", points, p => Reference.QuantileError(PortableNormal.Quantile(p), p), 1e-15);
    }

    [Fact]
    public void Tails_and_density_have_a_relative_error_below_1e_minus_15()
    {
        // Density: exponential 0.53 ulp, two products; tail: also ratio (4e-16), its denominator, quotient, product. 1e-15 is nine roundings.
        double[] points = [.. Sample.Between(0, 37.5, 300), .. Sample.Between(0, 3, 300), 0.5, Math.BitDecrement(0.5), 1e-9];
        Report("Density", points, x => Reference.Density(x).RelativeError(PortableNormal.Density(x)), 1e-15);
        Report("UpperTail", points, x => Reference.Cdf(-x).RelativeError(PortableNormal.UpperTail(x)), 1e-15);
        Report("Cdf, x > 0", points, x => Reference.Cdf(x).RelativeError(PortableNormal.Cdf(x)), 1e-15);
    }

    [Fact]
    public void Subnormal_tails_are_within_one_unit_of_the_smallest_double()
    {
        double[] points = [.. Sample.Between(37.52, 38.6, 200)];
        Report("UpperTail, subnormal, in units", points, x => Reference.Cdf(-x).ErrorInUlps(PortableNormal.UpperTail(x)), 1);
        Report("Density, subnormal, in units", [.. Sample.Between(37.46, 39, 200)], x => Reference.Density(x).ErrorInUlps(PortableNormal.Density(x)), 2);
    }

    [Fact]
    public void Ends_of_the_line_are_certain()
    {
        Assert.Equal(double.NegativeInfinity, PortableNormal.Quantile(0));
        Assert.Equal(0.0, PortableNormal.Quantile(0.5));
        Assert.Equal(double.PositiveInfinity, PortableNormal.Quantile(1));
        Assert.Equal(double.PositiveInfinity, PortableNormal.QuantileUpper(0));
        Assert.Equal(0.5, PortableNormal.Cdf(0));
        Assert.Equal(0.5, PortableNormal.UpperTail(-0.0));
        Assert.Equal(1.0, PortableNormal.Cdf(double.PositiveInfinity));
        Assert.Equal(0.0, PortableNormal.Cdf(double.NegativeInfinity));
        Assert.Equal(0.0, PortableNormal.Density(double.PositiveInfinity));
        Assert.True(double.IsNaN(PortableNormal.Cdf(double.NaN)));
        Assert.True(double.IsNaN(PortableNormal.Density(double.NaN)));
    }

    [Theory]
    [InlineData(-double.Epsilon)]
    [InlineData(1.0000000000000002)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double p) =>
        Assert.Equal(p, Assert.Throws<ArgumentOutOfRangeException>(() => PortableNormal.Quantile(p)).ActualValue);

    [Property(MaxTest = 1000)]
    public bool Both_sides_of_zero_add_up_to_one_and_mirror(int step)
    {
        double x = step % 40000 / 1000.0;
        return PortableNormal.Cdf(x) == PortableNormal.UpperTail(-x)
            && Math.Abs(PortableNormal.Cdf(x) + PortableNormal.UpperTail(x) - 1) <= Math.ScaleB(1, -52)
            && PortableNormal.Density(x) == PortableNormal.Density(-x);
    }

    [Property(MaxTest = 1000)]
    public bool Quantile_undoes_the_cdf_on_the_left(ushort step)
    {
        // A relative error ε of the probability moves x by ε·Φ/φ, less than ε/|x|·(1 + …) and below 2ε near 0; ours are below 1e-15.
        double x = -step / 2000.0;
        return Math.Abs(PortableNormal.Quantile(PortableNormal.Cdf(x)) - x) <= 1e-15 * (2 + Math.Abs(x));
    }

    // 1e-15 relative, or one unit of the smallest double where there are no digits to be relative to.
    private static void Near(double expected, double actual) =>
        Assert.InRange(Math.Abs(actual - expected), 0, Math.Max(1e-15 * Math.Abs(expected), double.Epsilon));

    private void Report(string name, double[] points, Func<double, double> error, double bound)
    {
        (double worst, double at) = points.Select(x => (error(x), x)).Max();
        output.WriteLine($"{name}: {worst:E3} at {at:R}, {points.Length} points");
        Assert.InRange(worst, 0, bound);
    }

    private static TheoryData<double, double> Load(string set, string input, string expected)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "numerics", "normal_reference.json")));
        var data = new TheoryData<double, double>();
        foreach (JsonElement row in file.RootElement.GetProperty(set).EnumerateArray())
        {
            data.Add(FromHex(row.GetProperty(input).GetString()!), double.Parse(row.GetProperty(expected).GetString()!, CultureInfo.InvariantCulture));
        }

        return data;
    }

    // "-0x1.8d4fdf3b645a2p-6", or without a fraction or a sign.
    private static double FromHex(string text)
    {
        int x = text.IndexOf('x', StringComparison.Ordinal), p = text.IndexOf('p', StringComparison.Ordinal);
        string digits = text[(x + 1)..p].Replace(".", "", StringComparison.Ordinal);
        int exponent = int.Parse(text[(p + 1)..], CultureInfo.InvariantCulture) - (4 * (digits.Length - 1));
        double size = new Real(long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture), exponent).ToDouble();
        return text[0] == '-' ? -size : size;
    }
}
