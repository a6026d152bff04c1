namespace CompModel;

/// <summary>
/// How much of a deal's net credit counts in a window, in the measure's unit: nothing below a least size, at most a cap, and above the size of a large deal only a share.
/// A net credit below zero (a refund without its booking in the window) is bounded alike on the other side.
/// </summary>
public sealed record CreditLimits
{
    private CreditLimits()
    {
    }

    /// <summary>All of it counts.</summary>
    public static CreditLimits None { get; } = new();

    /// <summary>The size below which a deal does not count at all; zero for none.</summary>
    public Rational Least { get; private init; }

    /// <summary>The size above which a deal is a large one; null for none.</summary>
    public Rational? LargeFrom { get; private init; }

    /// <summary>The share that counts of what lies above the size of a large deal.</summary>
    public Rational LargeShare { get; private init; } = 1;

    /// <summary>The most that counts; null for no cap.</summary>
    public Rational? Most { get; private init; }

    /// <summary>A copy in which deals below a size do not count. Throws unless it is above zero and at most the cap.</summary>
    public CreditLimits WithLeast(Rational size) => size.Sign > 0 && !(size > Most)
        ? this with { Least = size }
        : throw new ArgumentOutOfRangeException(nameof(size), size, $"The least size of a deal is above zero{(Most is { } most ? $" and at most its cap, {Text.Number(most, 6)}" : "")}.");

    /// <summary>A copy in which only a share counts of what lies above a size. Throws unless the size is above zero and the share a fraction of at least 0 and below 1.</summary>
    public CreditLimits WithLargeDeals(Rational above, Rational share)
    {
        if (above.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(above), above, "The size of a large deal is above zero.");
        if (share.Sign < 0 || share >= Rational.One)
            throw new ArgumentOutOfRangeException(nameof(share), share, $"Of a large deal a share of at least 0 and below 1 counts; write {share} % as {share}.Percent.");
        return this with { LargeFrom = above, LargeShare = share };
    }

    /// <summary>A copy in which at most an amount counts. Throws unless it is above zero and at least the least size.</summary>
    public CreditLimits WithMost(Rational amount) => amount.Sign > 0 && amount >= Least
        ? this with { Most = amount }
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, $"The cap of a deal's credit is above zero{(Least.Sign > 0 ? $" and at least the least size, {Text.Number(Least, 6)}" : "")}.");

    /// <summary>What counts of a net credit.</summary>
    public Rational Of(Rational credit)
    {
        Rational size = credit.Abs();
        if (size < Least)
            return Rational.Zero;
        if (LargeFrom is { } large && size > large)
            size = large + ((size - large) * LargeShare);
        if (Most is { } most)
            size = Rational.Min(size, most);
        return credit.Sign < 0 ? -size : size;
    }
}
