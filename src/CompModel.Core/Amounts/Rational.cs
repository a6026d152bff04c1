using System.Globalization;
using System.Numerics;

namespace CompModel;

/// <summary>
/// An exact rational number: a share, a weight, a rate, an attainment, or an amount without its currency.
/// Unlike <see cref="decimal"/> it keeps 1/3 as 1/3, so that three thirds of a bonus are the bonus.
/// Always in lowest terms with a positive denominator; held in 128 bits, and in arbitrary precision where those do not suffice.
/// Range: any rational number. <c>default</c> is zero. Division by zero throws <see cref="DivideByZeroException"/>.
/// A fraction is unit-free: 1 is 100 % (see <see cref="Literals"/> for <c>50.Percent</c>).
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Small values: numerator and denominator − 1, so that default is 0/1. Large values live in the pair alone.
    private readonly Int128 numerator;
    private readonly Int128 denominatorLessOne;
    private readonly BigPair? big;

    private static readonly BigInteger SmallestSmall = -(BigInteger)Int128.MaxValue;
    private static readonly BigInteger LargestSmall = Int128.MaxValue;

    private sealed record BigPair(BigInteger Numerator, BigInteger Denominator);

    private Rational(Int128 numerator, Int128 denominator)
    {
        this.numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    private Rational(BigInteger numerator, BigInteger denominator) => big = new BigPair(numerator, denominator);

    /// <summary>Zero.</summary>
    public static Rational Zero => default;

    /// <summary>One, that is 100 %.</summary>
    public static Rational One => 1;

    /// <summary>The numerator, in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator => big is null ? (BigInteger)numerator : big.Numerator;

    /// <summary>The denominator, in lowest terms; at least one.</summary>
    public BigInteger Denominator => big is null ? (BigInteger)(denominatorLessOne + 1) : big.Denominator;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => big is null ? Int128.Sign(numerator) : big.Numerator.Sign;

    /// <summary>Whether the value is a whole number.</summary>
    public bool IsInteger => big is null ? denominatorLessOne == 0 : big.Denominator.IsOne;

    /// <summary>The quotient of two whole numbers, exactly. Throws where <paramref name="denominator"/> is zero.</summary>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException($"{numerator} divided by zero is no rational number.");
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return Reduced(numerator / divisor, denominator / divisor);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(int value) => new((Int128)value, (Int128)1);

    /// <inheritdoc cref="op_Implicit(int)"/>
    public static implicit operator Rational(long value) => new((Int128)value, (Int128)1);

    /// <summary>A decimal, exactly: 0.10 is one tenth, whatever its scale.</summary>
    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        Int128 digits = new((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        int scale = (bits[3] >> 16) & 0xFF;
        Int128 power = 1;
        for (int i = 0; i < scale; i++)
            power *= 10;
        return Reduced(bits[3] < 0 ? -digits : digits, power);
    }

    /// <summary>The exact sum.</summary>
    public static Rational operator +(Rational left, Rational right)
    {
        if (left.big is null && right.big is null)
        {
            try
            {
                Int128 a = left.denominatorLessOne + 1, b = right.denominatorLessOne + 1;
                return a == b
                    ? Reduced(checked(left.numerator + right.numerator), a)
                    : Reduced(checked((left.numerator * b) + (right.numerator * a)), checked(a * b));
            }
            catch (OverflowException)
            {
                // Falls through to arbitrary precision.
            }
        }
        return Of((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);
    }

    /// <summary>The exact difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The value with the opposite sign.</summary>
    public static Rational operator -(Rational value) =>
        value.big is null ? new(-value.numerator, value.denominatorLessOne + 1) : new(-value.big.Numerator, value.big.Denominator);

    /// <summary>The exact product.</summary>
    public static Rational operator *(Rational left, Rational right)
    {
        if (left.big is null && right.big is null)
        {
            try
            {
                return Reduced(
                    checked(left.numerator * right.numerator),
                    checked((left.denominatorLessOne + 1) * (right.denominatorLessOne + 1)));
            }
            catch (OverflowException)
            {
                // Falls through to arbitrary precision.
            }
        }
        return Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
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

    /// <summary>The lesser of two values.</summary>
    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    /// <summary>The greater of two values.</summary>
    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <summary>The greatest whole number not above the value (towards minus infinity).</summary>
    public BigInteger Floor()
    {
        BigInteger quotient = BigInteger.DivRem(Numerator, Denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The value without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>One divided by the value. Throws where it is zero.</summary>
    public Rational Reciprocal() => Of(Denominator, Numerator);

    /// <inheritdoc/>
    public int CompareTo(Rational other)
    {
        if (big is null && other.big is null && denominatorLessOne == other.denominatorLessOne)
            return numerator.CompareTo(other.numerator);
        return (this - other).Sign;
    }

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        big is null
            ? other.big is null && numerator == other.numerator && denominatorLessOne == other.denominatorLessOne
            : big.Equals(other.big);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(numerator, denominatorLessOne, big);

    /// <summary>A finite decimal where there is one of at most twelve places ("0.125"), otherwise the fraction ("1/3"). Invariant in culture.</summary>
    public override string ToString()
    {
        BigInteger scaled = Numerator * BigInteger.Pow(10, 12);
        if (!(scaled % Denominator).IsZero)
            return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
        string digits = BigInteger.Abs(scaled / Denominator).ToString(CultureInfo.InvariantCulture).PadLeft(13, '0');
        string text = $"{digits[..^12]}.{digits[^12..]}".TrimEnd('0').TrimEnd('.');
        return Sign < 0 ? "-" + text : text;
    }

    // Lowest terms decide equality; what fits 128 bits always lives there.
    private static Rational Reduced(Int128 numerator, Int128 denominator)
    {
        // The one small value without a negative: kept large, so that negation never overflows.
        if (numerator == Int128.MinValue)
            return Of(numerator, denominator);
        if (denominator == 1)
            return new(numerator, denominator);
        Int128 divisor = GreatestCommonDivisor(numerator, denominator);
        return new(numerator / divisor, denominator / divisor);
    }

    private static Rational Reduced(BigInteger numerator, BigInteger denominator) =>
        Fits(numerator) && Fits(denominator) ? new((Int128)numerator, (Int128)denominator) : new(numerator, denominator);

    private static bool Fits(BigInteger value) => value >= SmallestSmall && value <= LargestSmall;

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        UInt128 x = (UInt128)(a < 0 ? -a : a), y = (UInt128)b;
        while (y != 0)
        {
            if (x <= ulong.MaxValue && y <= ulong.MaxValue)
                return (Int128)GreatestCommonDivisor((ulong)x, (ulong)y);
            (x, y) = (y, x % y);
        }
        return (Int128)x;
    }

    private static ulong GreatestCommonDivisor(ulong x, ulong y)
    {
        while (y != 0)
            (x, y) = (y, x % y);
        return x;
    }
}
