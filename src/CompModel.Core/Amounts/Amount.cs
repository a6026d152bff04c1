using System.Globalization;
using System.Numerics;

namespace CompModel;

/// <summary>
/// An exact amount of a currency (or of units, where the currency is <see cref="Currency.None"/>): what credits, quotas, targets and
/// unrounded pay are held in. Unlike <see cref="Money"/> it may be any rational number, such as a third of a dollar.
/// Currencies never mix: arithmetic across two throws <see cref="InvalidOperationException"/>. <c>default</c> is zero units.
/// </summary>
public readonly record struct Amount(Rational Value, Currency Currency) : IComparable<Amount>
{
    /// <summary>Nothing, in a currency.</summary>
    public static Amount Zero(Currency currency) => new(Rational.Zero, currency);

    /// <summary>The sum of two amounts of one currency.</summary>
    public static Amount operator +(Amount left, Amount right) => new(left.Value + right.Value, Common(left, right));

    /// <summary>The difference of two amounts of one currency.</summary>
    public static Amount operator -(Amount left, Amount right) => new(left.Value - right.Value, Common(left, right));

    /// <summary>The opposite amount.</summary>
    public static Amount operator -(Amount amount) => new(-amount.Value, amount.Currency);

    /// <summary>A share or multiple of the amount.</summary>
    public static Amount operator *(Amount amount, Rational factor) => new(amount.Value * factor, amount.Currency);

    /// <summary>A part of the amount. Throws where <paramref name="divisor"/> is zero.</summary>
    public static Amount operator /(Amount amount, Rational divisor) => new(amount.Value / divisor, amount.Currency);

    /// <summary>The ratio of two amounts of one currency, unit-free. Throws where <paramref name="right"/> is zero.</summary>
    public static Rational operator /(Amount left, Amount right)
    {
        _ = Common(left, right);
        return left.Value / right.Value;
    }

    /// <summary>Whether the left amount is the lesser.</summary>
    public static bool operator <(Amount left, Amount right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is the greater.</summary>
    public static bool operator >(Amount left, Amount right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is the lesser or equal.</summary>
    public static bool operator <=(Amount left, Amount right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is the greater or equal.</summary>
    public static bool operator >=(Amount left, Amount right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Amount other)
    {
        _ = Common(this, other);
        return Value.CompareTo(other.Value);
    }

    /// <summary>Money by a rounding convention; the one way from exact to paid. Throws <see cref="OverflowException"/> from 10^15 on.</summary>
    public Money Round(Rounding rounding)
    {
        if (rounding.TryMinorUnits(Value, Currency.MinorUnitDigits, out decimal minor))
            return new Money(minor, Currency);
        BigInteger units = rounding.Units(Value, Currency, out Rational unit);
        Rational rounded = unit * Rational.Of(units, BigInteger.One);
        if (rounded.Abs() >= Money.Limit)
            throw new OverflowException($"{this} is beyond the range of money, 10^15.");
        return new Money((decimal)rounded.Numerator / (decimal)rounded.Denominator, Currency);
    }

    /// <summary>To the nearest minor unit, with a tilde in front where that is not the exact amount: "~33.33 USD". Invariant in culture.</summary>
    public override string ToString()
    {
        Rational scale = Rational.Of(BigInteger.Pow(10, Math.Max(Currency.MinorUnitDigits, 2)), 1);
        Rational scaled = Value * scale;
        BigInteger nearest = (scaled.Abs() + ((Rational)1 / 2)).Floor();
        string digits = nearest.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(Currency.MinorUnitDigits, 2) + 1, '0');
        int point = digits.Length - Math.Max(Currency.MinorUnitDigits, 2);
        string whole = BigInteger.Parse(digits[..point], CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);
        string fraction = digits[point..];
        if (Currency.MinorUnitDigits == 0)
            fraction = fraction.TrimEnd('0');
        string number = fraction.Length == 0 ? whole : $"{whole}.{fraction}";
        string text = $"{(scaled.IsInteger ? "" : "~")}{(Value.Sign < 0 && !nearest.IsZero ? "-" : "")}{number}";
        return Currency == Currency.None ? text : $"{text} {Currency}";
    }

    internal static InvalidOperationException Mixed(Currency left, Currency right) =>
        new($"{left} and {right} do not mix: convert one with a dated rate first.");

    private static Currency Common(Amount left, Amount right) =>
        left.Currency == right.Currency ? left.Currency : throw Mixed(left.Currency, right.Currency);
}
