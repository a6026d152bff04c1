using System.Globalization;
using Xunit.Abstractions;

namespace CompModel.Tests;

public sealed class FastExp2_Tests(ITestOutputHelper output)
{
    [Fact]
    public void Relative_error_is_below_1e_minus_14()
    {
        // 9.14e-15 is the polynomial's (the interpolation error at the ends of ±1/32), 3·2^-53 the roundings' of last step, table, product.
        var reference = new HighPrecision(320);
        double[] points =
        [
            .. Sample.Between(-1022, 1023, 20000), .. Sample.Between(-2, 2, 20000),
            .. Enumerable.Range(-64, 129).SelectMany(n => new[] { Math.BitDecrement((n + 0.5) / 16), (n + 0.5) / 16, Math.BitIncrement((n + 0.5) / 16) }),
            PortableMath.FastExp2Lowest, PortableMath.FastExp2Highest,
        ];
        (double error, double at) = points.Select(x => (reference.Exp2(x).RelativeError(PortableMath.FastExp2(x)), x)).Max();
        output.WriteLine($"FastExp2: {error:E3} at {at:R}, {points.Length} points");
        Assert.InRange(error, 0, 1e-14);
    }

    [Fact]
    public void Sixteenths_are_exact_so_that_no_spread_is_exactly_the_mean()
    {
        for (int n = -1022 * 16; n <= 1023 * 16; n++)
        {
            Assert.Equal(Math.ScaleB(Exp2Table.High[n & 15], n >> 4), PortableMath.FastExp2(n / 16.0));
        }

        Assert.Equal(1.0, PortableMath.FastExp2(-0.0));
    }

    [Fact]
    public void Rises_within_a_piece()
    {
        double previous = 0;
        foreach (double x in Sample.Between(-1 / 32.0, 1 / 32.0, 5000).Order())
        {
            double y = PortableMath.FastExp2(x);
            Assert.True(y >= previous);
            previous = y;
        }
    }

    [Fact]
    public void Coefficients_are_those_of_the_interpolation_they_are_said_to_be()
    {
        // In decimal, 28 digits: the quartic through (2^f − 1)/f at the zeros of the fifth Chebyshev polynomial, cos(π/10) and cos(3π/10).
        decimal[] nodes = [-0.9510565162951535721164393334m / 32, -0.5877852522924731291687059546m / 32, 0, 0.5877852522924731291687059546m / 32, 0.9510565162951535721164393334m / 32];
        decimal[] c = [.. nodes.Select(Quotient)];
        for (int order = 1; order < 5; order++)
        {
            for (int i = 4; i >= order; i--)
            {
                c[i] = (c[i] - c[i - 1]) / (nodes[i] - nodes[i - order]);
            }
        }

        for (int bracket = 3; bracket >= 0; bracket--)
        {
            for (int i = bracket; i < 4; i++)
            {
                c[i] -= nodes[bracket] * c[i + 1];
            }
        }

        Assert.Equal(
            [PortableMath.FastExp2C1, PortableMath.FastExp2C2, PortableMath.FastExp2C3, PortableMath.FastExp2C4, PortableMath.FastExp2C5],
            c.Select(x => double.Parse(x.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)));

        // The series of (2^f − 1)/f = ln2 + ln2²·f/2! + …
        static decimal Quotient(decimal f)
        {
            const decimal Ln2 = 0.6931471805599453094172321215m;
            decimal sum = 0, term = Ln2;
            for (int n = 2; n < 20; n++)
            {
                sum += term;
                term *= Ln2 * f / n;
            }

            return sum;
        }
    }
}
