using System.Globalization;
using System.Numerics;

namespace CompModel.Tests.Amounts;

public class RationalTests
{
    private static readonly BigInteger Border = (BigInteger)Int128.MaxValue;

    [Fact]
    public void Default_is_zero()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.True(default(Rational).IsInteger);
        Assert.Equal("0", default(Rational).ToString());
    }

    [Fact]
    public void Three_thirds_are_one() => Assert.Equal(Rational.One, ((Rational)1 / 3) + ((Rational)1 / 3) + ((Rational)1 / 3));

    [Fact]
    public void Monthly_twelfths_of_33_33_22_and_12_percent_sum_to_one()
    {
        Rational sum = Enumerable.Repeat(33.Percent / 12, 24).Concat(Enumerable.Repeat(22.Percent / 12, 12)).Concat(Enumerable.Repeat(12.Percent / 12, 12))
            .Aggregate((total, month) => total + month);
        Assert.Equal(Rational.One, sum);
    }

    [Fact]
    public void A_decimal_has_one_value_at_any_scale()
    {
        Assert.Equal((Rational)0.1m, 0.1000m);
        Assert.Equal(Rational.Of(1, 10), 0.10m);
        Assert.Equal(Rational.Of((BigInteger)decimal.MaxValue, 1), decimal.MaxValue);
        Assert.Equal(Rational.Of(-1, BigInteger.Pow(10, 28)), -0.0000000000000000000000000001m);
        Assert.Equal(Rational.Zero, -0.00m);
    }

    [Fact]
    public void Values_either_side_of_128_bits_are_one_kind_of_value()
    {
        Rational last = Rational.Of(Border, 1), beyond = last + 1;
        Assert.Equal(Border + 1, beyond.Numerator);
        Assert.Equal(last, beyond - 1);
        Assert.Equal(last.GetHashCode(), (beyond - 1).GetHashCode());
        Assert.True(last < beyond && -beyond < -last);
        Assert.Equal(beyond, -(-beyond));
        Assert.Equal(1, beyond * beyond / beyond / beyond);
        Assert.Equal(Rational.Of(1, Border + 1), beyond.Reciprocal());
    }

    [Fact]
    public void Values_either_side_of_64_bits_are_one_kind_of_value()
    {
        Rational last = long.MaxValue, beyond = last + 1, least = long.MinValue;
        Assert.Equal((BigInteger)long.MaxValue + 1, beyond.Numerator);
        Assert.Equal(last, beyond - 1);
        Assert.Equal(last.GetHashCode(), (beyond - 1).GetHashCode());
        Assert.True(last < beyond && -beyond < -last);
        Assert.Equal(beyond, -least);
        Assert.Equal(least, -last - 1);
        Assert.Equal(least.GetHashCode(), (-last - 1).GetHashCode());
        Assert.Equal(last, (least + 1) * -1);
        Assert.Equal(least, (Rational)(long.MinValue / 2) * 2);
        Assert.Equal(beyond, -((Rational)(long.MinValue / 2) * 2));
        // The sums that wrap around in 64 bits, and land on the least number or on zero.
        Assert.Equal((BigInteger)long.MaxValue * 2, (last + last).Numerator);
        Assert.Equal((BigInteger)long.MinValue * 2, (least + least).Numerator);
        Assert.Equal(Rational.Of((BigInteger)long.MaxValue * 2, 3), last / 3 * 2);
        Assert.Equal(2, beyond * 2 / beyond);
        // The largest numerators and denominators that are small, all in one sum.
        Rational large = last / (long.MaxValue - 1), near = (last - 2) / last;
        Assert.Equal(
            Rational.Of(((BigInteger)long.MaxValue * long.MaxValue) + (((BigInteger)long.MaxValue - 2) * (long.MaxValue - 1)), (BigInteger)long.MaxValue * (long.MaxValue - 1)),
            large + near);
    }

    [Theory]
    [InlineData("922337203685477580.7")]
    [InlineData("-922337203685477580.8")]
    [InlineData("0.000000000000000001")]
    [InlineData("0.0000000000000000001")]
    [InlineData("9.223372036854775807")]
    [InlineData("-1844674407370955161.6")]
    [InlineData("1000000000000000000")]
    [InlineData("2500.00")]
    public void A_decimal_either_side_of_64_bits_is_held_exactly(string text)
    {
        decimal value = decimal.Parse(text, CultureInfo.InvariantCulture);
        BigInteger digits = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        Rational expected = Rational.Of(digits, BigInteger.Pow(10, value.Scale));
        Assert.Equal(expected, value);
        Assert.Equal(expected.GetHashCode(), ((Rational)value).GetHashCode());
    }

    // −2^127 has no opposite in 128 bits.
    [Fact]
    public void The_least_128_bit_number_negates()
    {
        Rational least = Rational.Of((BigInteger)Int128.MinValue, 1);
        Assert.Equal(Border + 1, (-least).Numerator);
        Assert.Equal(least, -Rational.Of(Border, 1) - 1);
        Assert.Equal(least.GetHashCode(), (-Rational.Of(Border, 1) - 1).GetHashCode());
        Assert.Equal(least / 2, -Rational.Of(BigInteger.One << 126, 1));
    }

    [Theory]
    [InlineData(7, 2, 3)]
    [InlineData(-7, 2, -4)]
    [InlineData(-8, 2, -4)]
    [InlineData(0, 5, 0)]
    public void Floor_goes_towards_minus_infinity(int numerator, int denominator, int floor) =>
        Assert.Equal(floor, Rational.Of(numerator, denominator).Floor());

    [Theory]
    [InlineData(1, 8, "0.125")]
    [InlineData(-1, 8, "-0.125")]
    [InlineData(1, 3, "1/3")]
    [InlineData(-4, 3, "-4/3")]
    [InlineData(100, 1, "100")]
    [InlineData(-1, 1_000_000_000_000, "-0.000000000001")]
    [InlineData(1, 10_000_000_000_000, "1/10000000000000")]
    public void Prints_as_a_decimal_of_at_most_twelve_places_or_as_a_fraction(long numerator, long denominator, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(text, Rational.Of(numerator, denominator).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Division_by_zero_is_refused()
    {
        Assert.Contains("5 divided by zero", Assert.Throws<DivideByZeroException>(() => Rational.Of(5, 0)).Message);
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => Rational.Zero.Reciprocal());
    }

    [Fact]
    public void Percent_is_a_hundredth()
    {
        Assert.Equal(Rational.Of(1, 2), 50.Percent);
        Assert.Equal(Rational.Of(1, 8), 12.5m.Percent);
        Assert.Equal(Rational.Of(1, 2), 50u.Percent);
        Assert.Equal(Rational.Of(3, 2), 150L.Percent);
    }
}
