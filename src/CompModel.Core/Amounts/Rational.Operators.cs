using System.Numerics;

namespace CompModel;

/// <content>Arithmetic and comparison, exactly.</content>
public readonly partial struct Rational
{
    /// <summary>The exact sum.</summary>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left.big is not null || right.big is not null)
            return Of((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);
        long a = left.numerator, b = left.SmallDenominator, c = right.numerator, d = right.SmallDenominator;
        if (b == d)
        {
            long sum = a + c;
            // Overflow: both of one sign, and the sum of the other.
            if (((a ^ sum) & (c ^ sum)) >= 0 && sum != long.MinValue)
            {
                long common = CommonDivisor(sum, b);
                return common == 1 ? new(sum, b) : new(sum / common, b / common);
            }
            return Of((BigInteger)a + c, b);
        }
        // Knuth, The Art of Computer Programming 2, 4.5.1: only a divisor that the denominators share can divide the sum.
        long shared = CommonDivisor(b, d);
        if (shared == 1)
            return Fitted(Math.BigMul(a, d) + Math.BigMul(c, b), Math.BigMul(b, d));
        long ours = b / shared;
        Int128 numerators = Math.BigMul(a, d / shared) + Math.BigMul(c, ours);
        long again = CommonDivisor(numerators, shared);
        return Fitted(again == 1 ? numerators : numerators / again, Math.BigMul(ours, d / again));
    }

    /// <summary>The exact difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The value with the opposite sign.</summary>
    public static Rational operator -(Rational value) =>
        value.big is null ? new(-value.numerator, value.SmallDenominator) : new(-value.big.Numerator, value.big.Denominator);

    /// <summary>The exact product.</summary>
    public static Rational operator *(Rational left, Rational right)
    {
        if (left.big is not null || right.big is not null)
            return Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
        long a = left.numerator, b = left.SmallDenominator, c = right.numerator, d = right.SmallDenominator;
        if (a == 0 || c == 0)
            return default;
        // Each numerator against the other denominator: what is left over shares nothing.
        long first = CommonDivisor(a, d), second = CommonDivisor(c, b);
        return Fitted(Math.BigMul(a / first, c / second), Math.BigMul(b / second, d / first));
    }

    /// <summary>The exact quotient. Throws where <paramref name="right"/> is zero.</summary>
    public static Rational operator /(Rational left, Rational right) => left * right.Reciprocal();

    /// <summary>Whether the left value is the lesser.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left value is the greater.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left value is the lesser or equal.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left value is the greater or equal.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);
}
