using System.Numerics;

namespace CompModel.Tests;

/// <summary>A rational number for the oracle alone: nothing but two big integers, so that it shares no code with the library's.</summary>
internal readonly struct Fraction
{
    private readonly BigInteger top;
    private readonly BigInteger bottom;

    public Fraction(BigInteger top, BigInteger bottom)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(top, bottom);
        if (bottom.Sign < 0)
            divisor = -divisor;
        this.top = top / divisor;
        this.bottom = bottom / divisor;
    }

    public static Fraction Zero => new(0, 1);

    public int Sign => top.Sign;

    public bool IsWhole => bottom.IsOne;

    public static implicit operator Fraction(int value) => new(value, 1);

    public static implicit operator Fraction(long value) => new(value, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.top * b.bottom) + (b.top * a.bottom), a.bottom * b.bottom);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.top * b.bottom) - (b.top * a.bottom), a.bottom * b.bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.top * b.top, a.bottom * b.bottom);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.top * b.bottom, a.bottom * b.top);

    public static bool operator <(Fraction a, Fraction b) => (a - b).Sign < 0;

    public static bool operator >(Fraction a, Fraction b) => (a - b).Sign > 0;

    public static bool operator <=(Fraction a, Fraction b) => (a - b).Sign <= 0;

    public static bool operator >=(Fraction a, Fraction b) => (a - b).Sign >= 0;

    public static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    public static Fraction Max(Fraction a, Fraction b) => a > b ? a : b;

    /// <summary>The whole number towards zero.</summary>
    public BigInteger Truncated() => top / bottom;

    /// <summary>The nearest whole number, halves away from zero.</summary>
    public BigInteger Nearest()
    {
        BigInteger twice = ((BigInteger.Abs(top) * 2) + bottom) / (bottom * 2);
        return top.Sign < 0 ? -twice : twice;
    }

    /// <summary>Whether it is exactly that rational of the library.</summary>
    public bool Is(Rational value) => value.Numerator == top && value.Denominator == bottom;

    public override string ToString() => $"{top}/{bottom}";
}
