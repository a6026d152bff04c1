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

    /// <summary>"365,000.00 USD (190,000.00 USD + 175,000.00 USD)".</summary>
    public override string ToString() => $"{Total} ({Base} + {TargetIncentive})";
}
