using NodaTime;

namespace CompModel;

/// <summary>What a relief lowers.</summary>
public enum Relieved
{
    /// <summary>The quota alone: the default. Whoever sells what is left of it earns the full target.</summary>
    Quota,

    /// <summary>Quota and target incentive alike, so that the base rate stays: part time.</summary>
    QuotaAndTarget,
}

/// <summary>
/// A lower quota, in every measure, for some days and a stated reason: a territory not staffed, jury duty, part time. Unlike a ramp, which follows from the hire, it is
/// granted; unlike a leave, something is still asked.
/// </summary>
/// <param name="Days">The days on which it holds.</param>
/// <param name="Share">The part of quota that is taken away, as a fraction above 0 and below 1.</param>
/// <param name="Reason">Why, for the statement.</param>
/// <param name="Lowers">Whether the target is lowered with the quota.</param>
public sealed record QuotaRelief(DateRange Days, Rational Share, string Reason, Relieved Lowers)
{
    /// <summary>"Quota relief of 25 %, 2026-03-01 to 2026-05-31: jury duty".</summary>
    public override string ToString() => $"{(Lowers == Relieved.Quota ? "Quota" : "Quota and target")} relief of {Text.Percent(Share)}, {Days}: {Reason}";

    // What is left on each day, for reliefs in order that do not overlap.
    internal static EffectiveDated<Rational> Left(IEnumerable<QuotaRelief> reliefs)
    {
        var left = new EffectiveDated<Rational>(Rational.One);
        LocalDate before = LocalDate.MinIsoValue;
        foreach (QuotaRelief relief in reliefs)
        {
            if (before > LocalDate.MinIsoValue && before < relief.Days.Start)
                left = left.From(before, Rational.One);
            left = left.From(relief.Days.Start, Rational.One - relief.Share);
            before = relief.Days.End;
        }
        return before > LocalDate.MinIsoValue ? left.From(before, Rational.One) : left;
    }
}
