namespace CompModel;

/// <summary>
/// What performance is measured in: bookings, margin, units, a score. Named; either money or units, never both.
/// Two measures of one name and kind are the same measure.
/// </summary>
public sealed record Measure
{
    private Measure(string name, bool isMoney, bool isScore = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        IsMoney = isMoney;
        IsScore = isScore;
    }

    /// <summary>New business signed, in money: what deals credit unless they say otherwise.</summary>
    public static Measure Bookings { get; } = OfMoney("bookings");

    /// <summary>Use of what was sold, in points.</summary>
    public static Measure Adoption { get; } = OfUnits("adoption");

    /// <summary>Commission of the people below, as earned, before what payment terms make of it: the base of an override on gross commission.</summary>
    public static Measure CommissionEarned { get; } = OfMoney("commission earned");

    /// <summary>What the people below are paid, after payment terms: the base of an override on payout.</summary>
    public static Measure Payout { get; } = OfMoney("payout");

    /// <summary>The name, as files and statements write it.</summary>
    public string Name { get; }

    /// <summary>Whether it is counted in money; otherwise in units, points or logos.</summary>
    public bool IsMoney { get; }

    /// <summary>Whether it is a judgement of each period, 1 (100 %) being full achievement: it needs no quota and does not add up over periods.</summary>
    public bool IsScore { get; }

    /// <summary>A measure in money, such as revenue or margin.</summary>
    public static Measure OfMoney(string name) => new(name, isMoney: true);

    /// <summary>A measure in units, such as logos, points or consumption.</summary>
    public static Measure OfUnits(string name) => new(name, isMoney: false);

    /// <summary>A judgement of each period, such as an objective met to 80 % (0.8).</summary>
    public static Measure OfScore(string name) => new(name, isMoney: false, isScore: true);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
