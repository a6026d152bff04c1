using FsCheck.Xunit;
using Xunit.Abstractions;

namespace CompModel.Tests;

public sealed class PortableMath_Tests(ITestOutputHelper output)
{
    private static readonly HighPrecision Reference = new(320);

    [Fact]
    public void Exp_is_within_one_unit_in_the_last_place()
    {
        // Half a unit is the last rounding's; reduction, series and table tail add some hundredths.
        double[] points =
        [
            .. Sample.Between(-708.3, 709.78, 20000), .. Sample.Between(-1, 1, 20000), .. Sample.Between(-1e-9, 1e-9, 500),
            709.782712893384, -708.3964185322641, double.Epsilon, -double.Epsilon, 0,
        ];
        Report("Exp", points, PortableMath.Exp, Reference.Exp, 0.55);
    }

    [Fact]
    public void Exp2_is_within_one_unit_in_the_last_place()
    {
        double[] points =
        [
            .. Sample.Between(-1022, 1024, 20000), .. Sample.Between(-1, 1, 20000), .. Sample.Between(-1e-9, 1e-9, 500),
            Math.BitDecrement(1024), -1022, double.Epsilon, 0,
        ];
        Report("Exp2", points, PortableMath.Exp2, Reference.Exp2, 0.55);
    }

    [Fact]
    public void Subnormal_powers_are_rounded_twice_and_so_within_one_unit_of_the_smallest_double()
    {
        // Half a unit from the first rounding just below the normal numbers (half of that an exponent lower, and so on), half from the second.
        Report("Exp, subnormal", [.. Sample.Between(-745.2, -708.4, 5000), -745.1332191019411], PortableMath.Exp, Reference.Exp, 1.05);
        Report("Exp2, subnormal", [.. Sample.Between(-1076, -1022, 5000), -1074.5], PortableMath.Exp2, Reference.Exp2, 1.05);
    }

    [Fact]
    public void Log_is_within_one_unit_in_the_last_place()
    {
        double[] points =
        [
            .. Sample.Between(0.5, 2, 20000), .. Sample.Between(0.999, 1.001, 10000), .. Sample.Between(-1074, 1024, 10000).Select(PortableMath.Exp2),
            double.Epsilon, double.MaxValue, Math.BitIncrement(1), Math.BitDecrement(1),
            Math.Sqrt(0.5), Math.BitDecrement(Math.Sqrt(0.5)), Math.Sqrt(2), Math.BitIncrement(Math.Sqrt(2)),
        ];
        Report("Log", points, PortableMath.Log, Reference.Log, 1.0);
    }

    [Fact]
    public void Results_at_the_ends_are_those_of_the_limits()
    {
        Assert.Equal(1.0, PortableMath.Exp(0));
        Assert.Equal(1.0, PortableMath.Exp(-0.0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(Math.BitIncrement(709.782712893384)));
        Assert.True(double.IsFinite(PortableMath.Exp(709.782712893384)));
        Assert.Equal(0.0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(0.0, PortableMath.Exp(-745.2));
        Assert.Equal(double.Epsilon, PortableMath.Exp(-745.1332191019411));
        Assert.True(double.IsNaN(PortableMath.Exp(double.NaN)));

        Assert.Equal(double.PositiveInfinity, PortableMath.Exp2(1024));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp2(double.PositiveInfinity));
        Assert.Equal(0.0, PortableMath.Exp2(-1075));
        Assert.Equal(0.0, PortableMath.Exp2(double.NegativeInfinity));
        Assert.True(double.IsNaN(PortableMath.Exp2(double.NaN)));

        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(PortableMath.Log(1)));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(-0.0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(PortableMath.Log(-double.Epsilon)));
        Assert.True(double.IsNaN(PortableMath.Log(double.NegativeInfinity)));
        Assert.True(double.IsNaN(PortableMath.Log(double.NaN)));
    }

    [Fact]
    public void Whole_powers_of_two_are_exact()
    {
        for (int n = -1074; n <= 1023; n++)
        {
            Assert.Equal(Math.ScaleB(1.0, n), PortableMath.Exp2(n));
        }
    }

    [Property(MaxTest = 2000)]
    public bool Logarithm_undoes_the_exponential(short step)
    {
        // x = 0.01..327: half a unit in e^x moves the logarithm by 2^-53, the logarithm's own unit is at most 2^-52·x.
        double x = (Math.Abs((int)step) + 1) / 100.0;
        return Math.Abs(PortableMath.Log(PortableMath.Exp(x)) - x) <= Math.ScaleB(1, -52) * (1 + x);
    }

    private void Report(string name, double[] points, Func<double, double> actual, Func<double, Real> reference, double bound)
    {
        (double error, double at) = points.Select(x => (reference(x).ErrorInUlps(actual(x)), x)).Max();
        output.WriteLine($"{name}: {error:F4} ulp at {at:R}, {points.Length} points");
        Assert.InRange(error, 0, bound);
    }
}
