namespace CompModel;

/// <summary>What the number of a <see cref="VestingPortion"/> is a portion of.</summary>
public enum PortionOf
{
    /// <summary>Of all shares of the grant.</summary>
    Grant,

    /// <summary>Of what has yet to vest.</summary>
    Remainder,

    /// <summary>Of nothing: it is a number of shares.</summary>
    Shares,
}

/// <summary>
/// How much of a grant a <see cref="VestingCondition"/> vests each time it is met: a fraction of the grant, a fraction of what has yet to vest, or a fixed
/// number of shares. <c>default</c> is nothing. Follows Open Cap Format, VestingConditionPortion and quantity.
/// </summary>
public readonly record struct VestingPortion
{
    private VestingPortion(Rational value, PortionOf of) => (Value, Of) = (value, of);

    /// <summary>Nothing: what a start or a deadline vests.</summary>
    public static VestingPortion None => default;

    /// <summary>The fraction, from 0 to 1, or the number of shares.</summary>
    public Rational Value { get; }

    /// <summary>What it is a portion of.</summary>
    public PortionOf Of { get; }

    /// <summary>A fraction of the whole grant: of 1,000 shares, 400 of them vested, 1/5 is 200. Throws outside 0 to 1.</summary>
    public static VestingPortion OfGrant(Rational fraction) => new(Fraction(fraction), PortionOf.Grant);

    /// <summary>A fraction of what has yet to vest: of 1,000 shares, 400 of them vested, 1/5 is 120. Throws outside 0 to 1.</summary>
    public static VestingPortion OfRemainder(Rational fraction) => new(Fraction(fraction), PortionOf.Remainder);

    /// <summary>A fixed number of whole shares. Throws below zero.</summary>
    public static VestingPortion OfShares(long shares) => shares >= 0
        ? new(shares, PortionOf.Shares)
        : throw new ArgumentOutOfRangeException(nameof(shares), shares, "A condition vests zero shares or more.");

    /// <summary>As a fraction of the grant.</summary>
    internal Rational Fixed(Rational shares, Rational remaining) => Of switch
    {
        PortionOf.Remainder => Value * remaining,
        PortionOf.Shares => Value / shares,
        _ => Value,
    };

    /// <summary>"1/4", "1/5 of the remainder" or "100 shares".</summary>
    public override string ToString() => Of switch
    {
        PortionOf.Remainder => $"{Value} of the remainder",
        PortionOf.Shares => $"{Value} shares",
        _ => Value.ToString(),
    };

    private static Rational Fraction(Rational fraction) => fraction.Sign >= 0 && fraction <= 1
        ? fraction
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A portion of a grant is from 0 to 1 (1 is 100 %).");
}
