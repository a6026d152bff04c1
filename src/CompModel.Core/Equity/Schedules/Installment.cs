namespace CompModel;

/// <summary>
/// One step of a <see cref="VestingSchedule"/>: when it is due, the portion of the whole grant that vests by it, and the portion vested by
/// then in all. Portions are exact fractions, above 0 and at most 1 (1 is 100 %); the last cumulative portion is exactly one.
/// Unlike a <see cref="Tranche"/> it knows neither shares nor dates nor the cliff. Only a schedule makes one.
/// </summary>
public readonly record struct Installment
{
    internal Installment(VestingTime at, Rational portion, Rational cumulative) => (At, Portion, Cumulative) = (at, portion, cumulative);

    /// <summary>When it is due, before any cliff.</summary>
    public VestingTime At { get; }

    /// <summary>The portion of the grant that vests by this installment.</summary>
    public Rational Portion { get; }

    /// <summary>The portion of the grant vested by this installment and those before it.</summary>
    public Rational Cumulative { get; }
}
