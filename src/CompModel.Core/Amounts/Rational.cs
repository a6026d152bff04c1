using System.Globalization;
using System.Numerics;

namespace CompModel;

/// <summary>
/// An exact rational number: a share, a weight, a rate, an attainment, or an amount without its currency.
/// Unlike <see cref="decimal"/> it keeps 1/3 as 1/3, so that three thirds of a bonus are the bonus.
/// Always in lowest terms with a positive denominator; held in two 64-bit numbers, and in arbitrary precision where those do not suffice.
/// Range: any rational number. <c>default</c> is zero. Division by zero throws <see cref="DivideByZeroException"/>.
/// A fraction is unit-free: 1 is 100 % (see <see cref="Literals"/> for <c>50.Percent</c>).
/// </summary>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Small values: numerator and denominator − 1, so that default is 0/1. Large values live in the pair alone. With 64 bits a side sums and products of small
    // values fit 128 without a check, which is what makes them fast; amounts below 10^15 with their cents, and most shares of them, are small.
    private readonly long numerator;
    private readonly long denominatorLessOne;
    private readonly BigPair? big;

    // The largest power of ten in 64 bits.
    private const int MostDigits = 18;

    private sealed record BigPair(BigInteger Numerator, BigInteger Denominator);

    private Rational(long numerator, long denominator)
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
    public BigInteger Denominator => big is null ? (BigInteger)SmallDenominator : big.Denominator;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => big is null ? Math.Sign(numerator) : big.Numerator.Sign;

    /// <summary>Whether the value is a whole number.</summary>
    public bool IsInteger => big is null ? denominatorLessOne == 0 : big.Denominator.IsOne;

    private long SmallDenominator => denominatorLessOne + 1;

    /// <summary>Numerator and denominator where each fits 64 bits.</summary>
    internal bool IsSmall(out long over, out long under)
    {
        (over, under) = (numerator, SmallDenominator);
        return big is null;
    }

    /// <summary>The quotient of two whole numbers, exactly. Throws where <paramref name="denominator"/> is zero.</summary>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException($"{numerator} divided by zero is no rational number.");
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return Reduced(numerator / divisor, denominator / divisor);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(int value) => new(value, 1L);

    /// <inheritdoc cref="op_Implicit(int)"/>
    public static implicit operator Rational(long value) => value == long.MinValue ? new((BigInteger)value, BigInteger.One) : new(value, 1L);

    /// <summary>A decimal, exactly: 0.10 is one tenth, whatever its scale.</summary>
    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        ulong low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        int scale = (bits[3] >> 16) & 0xFF;
        if (bits[2] != 0 || low > long.MaxValue || scale > MostDigits)
            return Of((((BigInteger)(uint)bits[2] << 64) + low) * (bits[3] < 0 ? -1 : 1), BigInteger.Pow(10, scale));
        if (low == 0)
            return default;
        // Common factors of the digits and a power of ten are twos and fives.
        long digits = (long)low, fives = 1;
        int twos = Math.Min(scale, BitOperations.TrailingZeroCount(digits)), left = scale;
        digits >>= twos;
        for (; left > 0 && digits % 5 == 0; left--)
            digits /= 5;
        for (; left > 0; left--)
            fives *= 5;
        return new(bits[3] < 0 ? -digits : digits, fives << (scale - twos));
    }

    /// <summary>The lesser of two values.</summary>
    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    /// <summary>The greater of two values.</summary>
    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <summary>The greatest whole number not above the value (towards minus infinity).</summary>
    public BigInteger Floor()
    {
        if (big is null)
        {
            (long whole, long rest) = Math.DivRem(numerator, SmallDenominator);
            return rest < 0 ? whole - 1 : whole;
        }
        BigInteger quotient = BigInteger.DivRem(big.Numerator, big.Denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The value without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>One divided by the value. Throws where it is zero.</summary>
    public Rational Reciprocal() => big is null && numerator != 0
        ? numerator > 0 ? new(SmallDenominator, numerator) : new(-SmallDenominator, -numerator)
        : Of(Denominator, Numerator);

    /// <inheritdoc/>
    public int CompareTo(Rational other)
    {
        if (big is not null || other.big is not null)
            return (this - other).Sign;
        return denominatorLessOne == other.denominatorLessOne
            ? numerator.CompareTo(other.numerator)
            : Math.BigMul(numerator, other.SmallDenominator).CompareTo(Math.BigMul(other.numerator, SmallDenominator));
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

    /// <summary>Numerator and denominator where both fit 64 bits; otherwise false.</summary>
    internal bool TrySmall(out long numerator, out long denominator)
    {
        (numerator, denominator) = (this.numerator, SmallDenominator);
        return big is null;
    }

    // Lowest terms decide equality; what fits 64 bits always lives there. The one 64-bit number without a negative is kept large, so that negation never overflows.
    private static Rational Fitted(Int128 numerator, Int128 denominator) =>
        Fits(numerator) && Fits(denominator)
            ? new((long)numerator, (long)denominator)
            : new((BigInteger)numerator, (BigInteger)denominator);

    // Faster than two comparisons: the upper half holds nothing but the sign.
    private static bool Fits(Int128 value) => (long)(value >> 64) == (long)value >> 63 && (long)value != long.MinValue;

    private static Rational Reduced(BigInteger numerator, BigInteger denominator) =>
        numerator <= long.MaxValue && numerator >= -long.MaxValue && denominator <= long.MaxValue
            ? new((long)numerator, (long)denominator)
            : new(numerator, denominator);

    private static long CommonDivisor(Int128 numerator, long denominator) =>
        Fits(numerator)
            ? CommonDivisor((long)numerator, denominator)
            : CommonDivisor((long)(numerator % denominator), denominator);

    // The denominator is above zero, and the numerator not the least number.
    private static long CommonDivisor(long numerator, long denominator)
    {
        if (denominator == 1)
            return 1;
        ulong x = (ulong)denominator, y = (ulong)Math.Abs(numerator) % x;
        while (y > uint.MaxValue)
            (x, y) = (y, x % y);
        if (y == 0)
            return (long)x;
        // Division is faster in 32 bits, which is where it soon is: denominators are mostly hundredths.
        uint small = (uint)y, rest = (uint)(x % small);
        while (rest != 0)
            (small, rest) = (rest, small % rest);
        return small;
    }
}
