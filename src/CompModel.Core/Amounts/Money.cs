using System.Globalization;

namespace CompModel;

/// <summary>
/// A stated sum in a currency: a salary, a target, a deal, or what is earned and paid. A decimal of at most twelve places, |value| below 10^15.
/// What lies between input and payment is an <see cref="Amount"/>, which is exact under division; only <see cref="Amount.Round"/> leads back here.
/// 1.0 and 1.00 are the same money and print alike. Currencies never mix: arithmetic across two throws <see cref="InvalidOperationException"/>.
/// <c>default</c> is zero of <see cref="Currency.None"/>.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>No stated sum reaches this, in any currency.</summary>
    internal const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>A sum in a currency. Throws <see cref="ArgumentOutOfRangeException"/> from 10^15 on and beyond twelve decimals.</summary>
    public Money(decimal value, Currency currency)
    {
        if (Math.Abs(value) >= Limit)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Money is below 10^15 in size.");
        if (value.Scale > 12 && decimal.Round(value, 12) != value)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Money has at most twelve decimals.");
        Value = value;
        Currency = currency;
    }

    /// <summary>The sum, in major units.</summary>
    public decimal Value { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Money is an exact amount.</summary>
    public static implicit operator Amount(Money money) => new(money.Value, money.Currency);

    /// <summary>The sum of two sums of one currency.</summary>
    public static Money operator +(Money left, Money right) => new(left.Value + right.Value, Common(left, right));

    /// <summary>The difference of two sums of one currency.</summary>
    public static Money operator -(Money left, Money right) => new(left.Value - right.Value, Common(left, right));

    /// <summary>The opposite sum.</summary>
    public static Money operator -(Money money) => new(-money.Value, money.Currency);

    /// <summary>A share or multiple of the sum: exact, hence an <see cref="Amount"/>.</summary>
    public static Amount operator *(Money money, Rational factor) => (Amount)money * factor;

    /// <summary>Whether the left sum is the lesser.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left sum is the greater.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left sum is the lesser or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left sum is the greater or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Money other)
    {
        _ = Common(this, other);
        return Value.CompareTo(other.Value);
    }

    /// <summary>"1,234.50 USD": at least the currency's minor digits, invariant in culture.</summary>
    public override string ToString()
    {
        string format = "#,##0." + new string('0', Currency.MinorUnitDigits) + new string('#', 12 - Currency.MinorUnitDigits);
        string number = Value.ToString(format, CultureInfo.InvariantCulture);
        return Currency == Currency.None ? number : $"{number} {Currency}";
    }

    private static Currency Common(Money left, Money right) =>
        left.Currency == right.Currency ? left.Currency : throw Amount.Mixed(left.Currency, right.Currency);
}
