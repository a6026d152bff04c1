using NodaTime;

namespace CompModel;

/// <summary>
/// The shares of quota that count in the first, second, … month since a participant's start; from then on all of it. It scales the quota, not the target:
/// a ramping participant who sells the ramped quota earns the full target. Shares are fractions above zero, at most one.
/// </summary>
public sealed class Ramp
{
    private Ramp(Rational[] shares)
    {
        foreach (Rational share in shares)
        {
            if (share.Sign <= 0 || share > Rational.One)
                throw new ArgumentOutOfRangeException(nameof(shares), share, "A ramp's share of quota is above 0 and at most 1 (100 %).");
        }
        Shares = shares;
    }

    /// <summary>No ramp: full quota from the first day.</summary>
    public static Ramp None { get; } = new([]);

    /// <summary>The shares, month by month since the start.</summary>
    public IReadOnlyList<Rational> Shares { get; }

    /// <summary>A share for each of the first months.</summary>
    public static Ramp Of(params Rational[] shares) => new([.. shares]);

    /// <summary>A span of days cut where the share changes, for somebody who started on <paramref name="hired"/>. Months count from that day.</summary>
    public IEnumerable<(DateRange Days, Rational Share)> Within(DateRange span, LocalDate hired)
    {
        var shares = new EffectiveDated<Rational>(Shares.Count > 0 ? Shares[0] : Rational.One);
        for (int month = 1; month <= Shares.Count; month++)
            shares = shares.From(hired.PlusMonths(month), month < Shares.Count ? Shares[month] : Rational.One);
        return shares.Within(span);
    }
}
