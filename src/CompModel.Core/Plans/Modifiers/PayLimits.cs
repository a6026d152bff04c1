namespace CompModel;

/// <summary>
/// The bounds of a result, in the plan's currency: of a deal's commission, of a component's window, of a plan in a span. A bound is of the whole window and is not
/// prorated. "Uncapped" is the absence of a cap.
/// </summary>
public sealed record PayLimits
{
    private PayLimits()
    {
    }

    /// <summary>No bounds.</summary>
    public static PayLimits None { get; } = new();

    /// <summary>The least; null for no floor.</summary>
    public Money? Floor { get; private init; }

    /// <summary>The most; null where uncapped.</summary>
    public Money? Cap { get; private init; }

    /// <summary>A copy with a floor. Throws below zero and above the cap.</summary>
    public PayLimits WithFloor(Money floor)
    {
        if (floor.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(floor), floor, "A floor is at least zero.");
        return Checked(this with { Floor = floor }, nameof(floor));
    }

    /// <summary>A copy with a cap. Throws for a cap of zero or less, and below the floor.</summary>
    public PayLimits WithCap(Money cap)
    {
        if (cap.Value <= 0)
            throw new ArgumentOutOfRangeException(nameof(cap), cap, "A cap is above zero.");
        return Checked(this with { Cap = cap }, nameof(cap));
    }

    /// <summary>What a result becomes.</summary>
    internal Amount Of(Amount result) =>
        Floor is { } floor && result < floor ? floor : Cap is { } cap && result > cap ? cap : result;

    private static PayLimits Checked(PayLimits limits, string name) => limits is { Floor: { } floor, Cap: { } cap } && floor > cap
        ? throw new ArgumentOutOfRangeException(name, $"A floor is not above the cap; {floor} is above {cap}.")
        : limits;
}
