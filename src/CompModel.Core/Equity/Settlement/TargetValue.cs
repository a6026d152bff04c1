using System.Numerics;

namespace CompModel;

/// <summary>
/// What a grant is meant to be worth, in money: the number in an offer letter, before it becomes shares at a stated price or at an average of closes
/// (<see cref="ClosingPrices"/>). Above zero. Unlike a <see cref="VestValue"/> it is not what shares turn out to be worth when they vest, and no wages.
/// </summary>
public sealed record TargetValue
{
    /// <summary>A value. Throws for zero or less, and for units without currency.</summary>
    public TargetValue(Money value)
    {
        if (value.Value <= 0 || value.Currency == Currency.None)
            throw new ArgumentOutOfRangeException(nameof(value), value, "The target value of a grant is an amount of a currency, above zero.");
        Value = value;
    }

    /// <summary>The value.</summary>
    public Money Value { get; }

    /// <summary>The exact number of units at a price, such as 1000/3 for 10,000 at 30. Throws for a price of zero or less, or of another currency.</summary>
    public Rational UnitsAt(Amount price) => price.Value.Sign > 0
        ? Value / price
        : throw new ArgumentOutOfRangeException(nameof(price), price, "Shares are granted at a price above zero.");

    /// <summary>
    /// Whole shares at a price; down unless said. May be none, where the price exceeds the value. Throws as <see cref="UnitsAt"/> does, for an undefined rounding, and
    /// <see cref="OverflowException"/> beyond 10^15 shares.
    /// </summary>
    public long SharesAt(Amount price, ShareRounding rounding = ShareRounding.Down)
    {
        Rational units = UnitsAt(price);
        BigInteger shares = rounding.Round(units).Numerator;
        return shares <= 1_000_000_000_000_000 ? (long)shares : throw new OverflowException($"{Value} at {price} is more than 10^15 shares.");
    }

    /// <summary>"10,000.00 USD".</summary>
    public override string ToString() => Value.ToString();
}
