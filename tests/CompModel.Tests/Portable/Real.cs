using System.Numerics;

namespace CompModel.Tests;

/// <summary>An exact binary number, Mantissa·2^Exponent, to judge rounded ones by.</summary>
internal readonly record struct Real(BigInteger Mantissa, int Exponent)
{
    public static Real Of(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int field = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger m = field == 0 ? fraction : fraction | 0x10000000000000;
        return new Real(bits < 0 ? -m : m, Math.Max(field, 1) - 1075);
    }

    public static Real operator +(Real a, Real b)
    {
        int e = Math.Min(a.Exponent, b.Exponent);
        return new Real((a.Mantissa << (a.Exponent - e)) + (b.Mantissa << (b.Exponent - e)), e);
    }

    public static Real operator -(Real a, Real b) => a + new Real(-b.Mantissa, b.Exponent);

    public static Real operator *(Real a, Real b) => new(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);

    public double ToDouble() => Round(53, -1074, Math.BitIncrement(double.MaxValue));

    public float ToSingle() => (float)Round(24, -149, float.PositiveInfinity, float.MaxValue);

    /// <summary>|actual − this| in units of the last place of this, or of the smallest double.</summary>
    public double ErrorInUlps(double actual)
    {
        int unit = Math.Max(Exponent + (int)BigInteger.Abs(Mantissa).GetBitLength() - 53, -1074);
        Real gap = this - Of(actual);
        return Math.Abs(Scale(gap.Mantissa, gap.Exponent - unit));
    }

    /// <summary>|actual − this| / |this|.</summary>
    public double RelativeError(double actual)
    {
        Real gap = this - Of(actual);
        int size = (int)BigInteger.Abs(Mantissa).GetBitLength() - 64;
        return Math.Abs(Scale(gap.Mantissa, gap.Exponent - Exponent - size) / Scale(Mantissa, -size));
    }

    // Good to 60 bits, for figures about errors.
    private static double Scale(BigInteger m, int exponent)
    {
        int drop = (int)BigInteger.Abs(m).GetBitLength() - 62;
        return drop > 0 ? Math.ScaleB((double)(long)(m >> drop), exponent + drop) : Math.ScaleB((double)(long)m, exponent);
    }

    // To the nearest, ties to even.
    private double Round(int precision, int leastExponent, double overflow, double largest = double.MaxValue)
    {
        BigInteger m = BigInteger.Abs(Mantissa);
        int drop = Math.Max((int)m.GetBitLength() - precision, leastExponent - Exponent);
        int e = Exponent;
        if (drop > 0)
        {
            BigInteger rest = m & ((BigInteger.One << drop) - 1), half = BigInteger.One << (drop - 1);
            m >>= drop;
            e += drop;
            m += rest > half || (rest == half && !m.IsEven) ? 1 : 0;
        }

        double x = Math.ScaleB((double)(long)m, e);
        return Mantissa.Sign * (x > largest ? overflow : x);
    }
}
