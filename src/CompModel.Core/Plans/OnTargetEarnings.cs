namespace CompModel;

/// <summary>
/// What a year at exactly 100 % pays: base salary plus target incentive (also called total target cash). Both of one currency, per full year,
/// at least zero; the <see cref="PayMix"/> follows from them.
/// </summary>
public sealed record OnTargetEarnings
{
    /// <summary>Base salary and target incentive for a full year. Throws below zero and for two currencies.</summary>
    public OnTargetEarnings(Money @base, Money targetIncentive)
    {
        if (@base.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(@base), @base, "A base salary is at least zero.");
        if (targetIncentive.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(targetIncentive), targetIncentive, "A target incentive is at least zero.");
        Total = @base + targetIncentive;
        Base = @base;
        TargetIncentive = targetIncentive;
    }

    /// <summary>Base salary of a full year.</summary>
    public Money Base { get; }

    /// <summary>Variable pay of a full year at 100 %.</summary>
    public Money TargetIncentive { get; }

    /// <summary>Base plus target incentive.</summary>
    public Money Total { get; }

    /// <summary>Base as a share of the total; the rest is variable. One half is "50/50". Throws where the total is zero.</summary>
    public Rational PayMix => (Amount)Base / (Amount)Total;

    /// <summary>
    /// The total at excellence for an upside ratio: what is paid above target, as a multiple of the target incentive ("2 : 1" pays twice the target incentive on top
    /// of the total). Its rival, the multiple of the target incentive that is paid in all, is <see cref="IncentiveMultiple"/>. Throws below zero.
    /// </summary>
    public Amount AtUpsideRatio(Rational ratio) => ratio.Sign >= 0
        ? (Amount)Total + (TargetIncentive * ratio)
        : throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "Upside is at least zero.");

    /// <summary>The upside ratio of a total: what it has above target ÷ target incentive. Throws where the target incentive is zero.</summary>
    public Rational UpsideRatio(Money total) => ((Amount)total - Total) / TargetIncentive;

    /// <summary>The multiple of the target incentive in a total: (total − base) ÷ target incentive, one more than the upside ratio. Throws where the target incentive is zero.</summary>
    public Rational IncentiveMultiple(Money total) => ((Amount)total - Base) / TargetIncentive;

    /// <summary>"365,000.00 USD (190,000.00 USD + 175,000.00 USD)".</summary>
    public override string ToString() => $"{Total} ({Base} + {TargetIncentive})";
}
