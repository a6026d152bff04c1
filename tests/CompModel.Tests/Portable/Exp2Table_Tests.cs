using System.Numerics;

namespace CompModel.Tests;

public sealed class Exp2Table_Tests
{
    [Fact]
    public void High_is_the_nearest_double_to_the_power()
    {
        for (int j = 0; j < 16; j++)
        {
            double h = Exp2Table.High[j];
            Assert.True(SixteenthPowerCompared(Middle(Math.BitDecrement(h), h), j) < 0);
            Assert.True(SixteenthPowerCompared(Middle(h, Math.BitIncrement(h)), j) > 0);
        }
    }

    [Fact]
    public void Low_is_the_nearest_double_to_the_rest()
    {
        Assert.Equal(0.0, Exp2Table.Low[0]);
        for (int j = 1; j < 16; j++)
        {
            Real h = Real.Of(Exp2Table.High[j]);
            double l = Exp2Table.Low[j];
            Assert.True(SixteenthPowerCompared(h + Middle(Math.BitDecrement(l), l), j) < 0);
            Assert.True(SixteenthPowerCompared(h + Middle(l, Math.BitIncrement(l)), j) > 0);
        }
    }

    [Fact]
    public void Biased_entries_give_back_the_power_when_its_number_is_added()
    {
        for (int j = 0; j < 16; j++)
        {
            Assert.Equal(Exp2Table.High[j], BitConverter.Int64BitsToDouble(Exp2Table.Biased[j] + ((long)j << 48)));
            Assert.Equal(Exp2Table.High[j] / 8, BitConverter.Int64BitsToDouble(Exp2Table.Biased[j] + ((j - 48L) << 48)));
        }
    }

    private static Real Middle(double a, double b)
    {
        Real sum = Real.Of(a) + Real.Of(b);
        return new Real(sum.Mantissa, sum.Exponent - 1);
    }

    private static int SixteenthPowerCompared(Real x, int j) =>
        (new Real(BigInteger.Pow(x.Mantissa, 16), 16 * x.Exponent) - new Real(BigInteger.One << j, 0)).Mantissa.Sign;
}
