using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests.Amounts;

/// <summary>Rationals small, large and on either side of 128 bits; decimals of every scale; rounding conventions.</summary>
public static class AmountGenerators
{
    private static readonly BigInteger Border = (BigInteger.One << 127) - 1;

    // Whole numbers around 0, 1, 2^31, 2^63, 2^64, 2^127 and well beyond, of either sign.
    private static readonly Gen<BigInteger> WholeGen =
        from power in Gen.Elements(0, 1, 31, 62, 63, 64, 65, 96, 126, 127, 128, 200)
        from near in Gen.Choose(-3, 3)
        from sign in Gen.Elements(-1, 1)
        select sign * ((BigInteger.One << power) + near);

    private static readonly Gen<BigInteger> NumberGen = Gen.OneOf(
        Gen.Choose(-1_000, 1_000).Select(n => (BigInteger)n),
        Gen.Elements(0, 1, -1).Select(n => (BigInteger)n),
        WholeGen,
        Gen.Choose(-2, 2).Select(n => Border + n),
        Gen.Choose(-2, 2).Select(n => -Border + n));

    private static readonly Gen<Rational> RationalGen =
        from numerator in NumberGen
        from denominator in Gen.OneOf(Gen.Choose(1, 100).Select(n => (BigInteger)n), NumberGen.Where(n => !n.IsZero))
        select Rational.Of(numerator, denominator);

    private static readonly Gen<decimal> DecimalGen =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Elements(0, 0, 1, -1, 123_456_789)
        from high in Gen.Elements(0, 0, 1, -1, 987_654_321)
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, negative, (byte)scale);

    private static readonly Gen<Rounding> RoundingGen =
        from unit in Gen.Elements<decimal?>(null, 1m, 0.01m, 0.05m, 0.5m, 100m, 3m)
        from midpoint in Gen.Elements(Enum.GetValues<Midpoint>())
        select new Rounding(unit, midpoint);

    public static Arbitrary<BigInteger> Numbers() => NumberGen.ToArbitrary();

    public static Arbitrary<Rational> Rationals() => RationalGen.ToArbitrary();

    public static Arbitrary<decimal> Decimals() => DecimalGen.ToArbitrary();

    public static Arbitrary<Rounding> Roundings() => RoundingGen.ToArbitrary();
}
