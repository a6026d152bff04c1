using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>Exact numbers become doubles in one place: the nearest one, ties to even. Checked in whole numbers, without floating-point arithmetic.</summary>
public class ExactToDoubleTests
{
    public static class Numbers
    {
        // Numerators and denominators from one bit to beyond the range of doubles, so that quotients are tiny, ordinary and huge.
        private static readonly Gen<BigInteger> Wide =
            from bits in Gen.OneOf(Gen.Choose(1, 120), Gen.Choose(1, 1200))
            from seed in Gen.Choose(1, int.MaxValue)
            select 1 + (BigInteger.Pow(seed, 1 + (bits / 31)) >> Math.Max(0, (31 * (1 + (bits / 31))) - bits));

        // Half way between two doubles of 53 bits, and a hair beside it.
        private static readonly Gen<Rational> NearTies =
            from high in Gen.Choose(1 << 21, (1 << 22) - 1)
            from low in Gen.Choose(0, int.MaxValue)
            from exponent in Gen.Choose(-1100, 900)
            from hair in Gen.Choose(-1, 1)
            let middle = (Rational)((((((long)high << 31) | (uint)low) & ((1L << 53) - 1)) * 2) + 1) + (Rational.Of(hair, BigInteger.Pow(10, 40)))
            select middle * Power(exponent);

        public static Arbitrary<Rational> Rationals() => Gen.OneOf(
            NearTies,
            from numerator in Wide
            from denominator in Wide
            from sign in Gen.Elements(-1, 1)
            select Rational.Of(sign * numerator, denominator)).ToArbitrary();

        public static Arbitrary<decimal> Decimals() =>
            (from low in Gen.Choose(int.MinValue, int.MaxValue)
             from middle in Gen.Choose(int.MinValue, int.MaxValue)
             from high in Gen.OneOf(Gen.Constant(0), Gen.Choose(int.MinValue, int.MaxValue))
             from negative in Gen.Elements(false, true)
             from scale in Gen.Choose(0, 28)
             select new decimal(low, middle, high, negative, (byte)scale)).ToArbitrary();
    }

    [Law(Arbitrary = [typeof(Numbers)], MaxTest = 500)]
    public bool The_double_is_the_nearest_and_of_two_the_even_one(Rational value)
    {
        double result = value.ToDouble();
        if (double.IsInfinity(result))
            return value.Abs() >= Exact(double.MaxValue) + (Power(970) / 2);
        Rational error = (Exact(result) - value).Abs();
        return new[] { Math.BitDecrement(result), Math.BitIncrement(result) }.Where(double.IsFinite).All(other =>
            (Exact(other) - value).Abs() is var otherError && (error < otherError || (error == otherError && IsEven(result))));
    }

    [Law(Arbitrary = [typeof(Numbers)])]
    public bool A_decimal_becomes_what_its_digits_parse_to(decimal value) =>
        ((Rational)value).ToDouble() == double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    [Fact]
    public void Trailing_zeros_change_nothing_although_they_change_a_cast()
    {
        // A published defect of the cast: it divides digits by a power of ten, and both may be rounded.
        decimal[] pairs = [.. Enumerable.Range(1, 2000).Select(i => 0.1m * i / 7m)];
        Assert.All(pairs, value => Assert.Equal(((Rational)decimal.Round(value, 10)).ToDouble(), ((Rational)(decimal.Round(value, 10) * 1.0000000000m)).ToDouble()));
        Assert.Contains(pairs, value => (double)value != ((Rational)value).ToDouble());
    }

    [Fact]
    public void Ties_go_to_even()
    {
        Assert.Equal(9007199254740992, ((Rational)9007199254740993).ToDouble());
        Assert.Equal(9007199254740996, ((Rational)9007199254740995).ToDouble());
        Assert.Equal(-9007199254740992, ((Rational)(-9007199254740993)).ToDouble());
    }

    [Fact]
    public void Below_the_smallest_normal_double_it_still_rounds_once()
    {
        // Two and a half units of the smallest double less a hair: rounded to 53 bits first, then to units, it would become two and a half, and two; it is two…
        Rational unit = Power(-1074);
        Assert.Equal(2 * double.Epsilon, (unit * (Rational.Of(5, 2) - Power(-70))).ToDouble());
        // …and a hair more than two and a half is three.
        Assert.Equal(3 * double.Epsilon, (unit * (Rational.Of(5, 2) + Power(-70))).ToDouble());
        Assert.Equal(0, (unit / 2).ToDouble());
        Assert.Equal(0, (unit / 3).ToDouble());
        Assert.Equal(double.Epsilon, (unit * Rational.Of(2, 3)).ToDouble());
    }

    [Fact]
    public void Zero_amounts_and_money_convert_alike()
    {
        Assert.Equal(0, Rational.Zero.ToDouble());
        Assert.Equal(0.1, 0.10m.Usd.ToDouble());
        Assert.Equal(0.1, ((Amount)0.100m.Usd).ToDouble());
        Assert.Equal(double.PositiveInfinity, Power(1024).ToDouble());
        Assert.Equal(double.NegativeInfinity, (-Power(2000)).ToDouble());
    }

    private static bool IsEven(double value) => (BitConverter.DoubleToInt64Bits(value) & 1) == 0;

    private static Rational Power(int exponent) =>
        exponent >= 0 ? Rational.Of(BigInteger.One << exponent, 1) : Rational.Of(1, BigInteger.One << -exponent);

    // The number a double stands for, from its bits.
    private static Rational Exact(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value), fraction = bits & ((1L << 52) - 1);
        int exponent = (int)((bits >> 52) & 0x7FF);
        Rational size = (Rational)(exponent == 0 ? fraction : fraction | (1L << 52)) * Power(Math.Max(1, exponent) - 1075);
        return bits < 0 ? -size : size;
    }
}
