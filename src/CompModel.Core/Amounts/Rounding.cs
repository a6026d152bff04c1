using System.Numerics;

namespace CompModel;

/// <summary>Where a midpoint between two units goes.</summary>
public enum Midpoint
{
    /// <summary>Away from zero: 0.125 → 0.13, −0.125 → −0.13. The commercial convention, and the default.</summary>
    AwayFromZero,

    /// <summary>To the even unit: 0.125 → 0.12, 0.135 → 0.14.</summary>
    ToEven,

    /// <summary>Towards plus infinity: 0.125 → 0.13, −0.125 → −0.12.</summary>
    Up,

    /// <summary>Towards zero: 0.125 → 0.12, −0.125 → −0.12.</summary>
    TowardsZero,
}

/// <summary>What is rounded to what is earned.</summary>
public enum RoundingScope
{
    /// <summary>Each component's window by itself. The default.</summary>
    ComponentWindow,

    /// <summary>
    /// Besides, the plan's result of the year to date: a line of a cent or so makes the components add up to the rounded sum of their exact results, so that
    /// three thirds of 100.00 at target are 100.00.
    /// </summary>
    Plan,
}

/// <summary>
/// A plan's rounding convention: the unit paid in, where midpoints go, and what is rounded. Rounding happens once, where pay is earned, at the end of a
/// component's window. <c>default</c> is the minor unit of the currency, midpoints away from zero.
/// </summary>
public readonly record struct Rounding
{
    /// <summary>A convention. Throws for a unit of zero or less, or of more than twelve decimals.</summary>
    public Rounding(decimal? unit = null, Midpoint midpoint = Midpoint.AwayFromZero, RoundingScope scope = RoundingScope.ComponentWindow)
    {
        if (unit is { } stated && (stated <= 0 || decimal.Round(stated, 12) != stated))
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "A rounding unit is above zero, with at most twelve decimals.");
        Unit = unit;
        Midpoint = midpoint;
        Scope = scope;
    }

    /// <summary>The unit in major units (0.01, 1, 100); null is the currency's minor unit.</summary>
    public decimal? Unit { get; }

    /// <summary>Where a midpoint goes.</summary>
    public Midpoint Midpoint { get; }

    /// <summary>What is rounded.</summary>
    public RoundingScope Scope { get; }

    /// <summary>To the minor unit, midpoints away from zero.</summary>
    public static Rounding ToMinorUnit => default;

    /// <summary>To the whole unit of currency, midpoints away from zero.</summary>
    public static Rounding ToWholeUnit => new(1m);

    /// <summary>
    /// The value in major units, rounded, where the unit is the minor one and all of it fits 64 bits: the common case, without arbitrary precision. Otherwise false.
    /// </summary>
    internal bool TryMinorUnits(Rational value, int digits, out decimal rounded)
    {
        rounded = 0;
        if (Unit is not null || !value.TrySmall(out long numerator, out long denominator))
            return false;
        long power = 1;
        for (int i = 0; i < digits; i++)
            power *= 10;
        Int128 scaled = Math.BigMul(Math.Abs(numerator), power);
        if (scaled > long.MaxValue)
            return false;
        (long units, long rest) = Math.DivRem((long)scaled, denominator);
        // rest against half the denominator, which twice the rest could overflow.
        long side = rest - (denominator - rest);
        if (side > 0 || (side == 0 && MidpointLeavesZero(numerator > 0, units)))
            units++;
        // Few digits behind the point where few are needed, as a quotient has.
        for (; digits > 0 && units % 10 == 0; digits--)
            units /= 10;
        rounded = new decimal((int)units, (int)(units >> 32), 0, numerator < 0 && units != 0, (byte)digits);
        return true;
    }

    private bool MidpointLeavesZero(bool positive, long units) => Midpoint switch
    {
        Midpoint.AwayFromZero => true,
        Midpoint.ToEven => (units & 1) != 0,
        Midpoint.Up => positive,
        Midpoint.TowardsZero => false,
        _ => throw new InvalidOperationException($"Unknown midpoint convention {Midpoint}."),
    };

    internal BigInteger Units(Rational value, Currency currency, out Rational unit)
    {
        unit = Unit is { } stated ? stated : Rational.Of(1, BigInteger.Pow(10, currency.MinorUnitDigits));
        Rational scaled = value / unit;
        BigInteger floor = scaled.Floor();
        int side = (scaled - Rational.Of(floor, 1)).CompareTo((Rational)1 / 2);
        bool up = side > 0 || (side == 0 && Midpoint switch
        {
            Midpoint.AwayFromZero => value.Sign > 0,
            Midpoint.ToEven => !floor.IsEven,
            Midpoint.Up => true,
            Midpoint.TowardsZero => value.Sign < 0,
            _ => throw new InvalidOperationException($"Unknown midpoint convention {Midpoint}."),
        });
        return up ? floor + 1 : floor;
    }
}
