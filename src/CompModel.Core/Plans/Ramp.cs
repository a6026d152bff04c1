using NodaTime;

namespace CompModel;

/// <summary>What a ramp's months without quota pay.</summary>
public enum WithoutQuota
{
    /// <summary>It is not said: a plan refuses such months.</summary>
    Unsaid,

    /// <summary>The target of those days, as it is, whatever is credited.</summary>
    TargetPaid,

    /// <summary>Nothing: the target of those days is not offered, as on leave.</summary>
    NothingPaid,
}

/// <summary>
/// The shares of quota that count in the first, second, … month since a participant's start; from then on all of it. It scales the quota, not the target:
/// a ramping participant who sells the ramped quota earns the full target. Shares are fractions from zero to one. A month at zero has no attainment, so that the ramp must
/// name what it pays: <see cref="PayingTargetWithoutQuota"/> or <see cref="PayingNothingWithoutQuota"/>; a plan refuses one that does not. Credits of such a month
/// count in the window that holds them, if that has a quota.
/// </summary>
public sealed class Ramp
{
    private Ramp(Rational[] shares, WithoutQuota withoutQuota)
    {
        foreach (Rational share in shares)
        {
            if (share.Sign < 0 || share > Rational.One)
                throw new ArgumentOutOfRangeException(nameof(shares), share, "A ramp's share of quota is at least 0 and at most 1 (100 %).");
        }
        Shares = shares;
        WithoutQuota = withoutQuota;
    }

    /// <summary>No ramp: full quota from the first day.</summary>
    public static Ramp None { get; } = new([], WithoutQuota.Unsaid);

    /// <summary>The shares, month by month since the start.</summary>
    public IReadOnlyList<Rational> Shares { get; }

    /// <summary>What months at a share of zero pay.</summary>
    public WithoutQuota WithoutQuota { get; }

    /// <summary>A share for each of the first months.</summary>
    public static Ramp Of(params Rational[] shares) => new([.. shares], WithoutQuota.Unsaid);

    /// <summary>A copy whose months without quota pay the target of their days, as it is.</summary>
    public Ramp PayingTargetWithoutQuota() => new([.. Shares], WithoutQuota.TargetPaid);

    /// <summary>A copy whose months without quota pay nothing by curves; commission on amounts goes on.</summary>
    public Ramp PayingNothingWithoutQuota() => new([.. Shares], WithoutQuota.NothingPaid);

    /// <summary>
    /// A span of days cut where the share changes, for somebody who started on <paramref name="hired"/> and whose ramp starts again on some later dates, in order.
    /// Months count from the latest start; before the first, all of the quota.
    /// </summary>
    public IEnumerable<(DateRange Days, Rational Share)> Within(DateRange span, LocalDate hired, params IEnumerable<LocalDate> again) =>
        Within(span, hired, again, Rational.One);

    // A hire's month that counts whole is the ramp's from its first day on: only there do days before the hire have another share than one.
    internal IEnumerable<(DateRange Days, Rational Share)> Within(DateRange span, LocalDate hired, IEnumerable<LocalDate> again, Rational beforeHire)
    {
        LocalDate[] starts = [hired, .. again.Where(date => date > hired)];
        bool always = hired == LocalDate.MinIsoValue;
        var shares = new EffectiveDated<Rational>(always && Shares.Count > 0 ? Shares[0] : beforeHire);
        for (int i = 0; i < starts.Length && Shares.Count > 0; i++)
        {
            for (int month = always && i == 0 ? 1 : 0; month <= Shares.Count; month++)
            {
                LocalDate from = starts[i].PlusMonths(month);
                if (i + 1 == starts.Length || from < starts[i + 1])
                    shares = shares.From(from, month < Shares.Count ? Shares[month] : Rational.One);
            }
        }
        return shares.Within(span);
    }

    /// <summary>Throws where a month is without quota and what it pays is not said.</summary>
    internal void Check(string plan)
    {
        if (WithoutQuota == WithoutQuota.Unsaid && HasMonthWithoutQuota)
            throw new ArgumentException($"The ramp of plan '{plan}' has a month without quota, in which there is no attainment: say {nameof(PayingTargetWithoutQuota)} or {nameof(PayingNothingWithoutQuota)}.", "ramp");
    }

    /// <summary>Whether a month asks nothing.</summary>
    internal bool HasMonthWithoutQuota => Shares.Any(share => share.Sign == 0);

    /// <summary>Whether two ramps say the same.</summary>
    internal bool IsSameAs(Ramp other) => Shares.SequenceEqual(other.Shares) && WithoutQuota == other.WithoutQuota;
}
