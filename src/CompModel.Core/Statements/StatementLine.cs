namespace CompModel;

/// <summary>What a line of a statement is.</summary>
public enum LineKind
{
    /// <summary>Credits inside one tier, at its rate.</summary>
    Tier,

    /// <summary>A step of the curve, reached: a multiple of the target.</summary>
    Step,

    /// <summary>The target of days for which a ramp asks no quota, paid as it is.</summary>
    WithoutQuota,

    /// <summary>A condition that was not met, and what follows; it has no amount.</summary>
    Gate,

    /// <summary>What a multiplier, a weight or a kicker adds to the lines above, or takes from them.</summary>
    Multiplier,

    /// <summary>A sum on top: a kicker of a deal, leave pay.</summary>
    Addition,

    /// <summary>Up to a floor, or down to a cap.</summary>
    Limit,

    /// <summary>What the same window earned in earlier periods.</summary>
    EarnedBefore,

    /// <summary>What was earned too much in an earlier window.</summary>
    Owed,

    /// <summary>What was earned before and is kept although the result to date is now lower.</summary>
    Kept,

    /// <summary>From the exact sum of the lines above to what is earned.</summary>
    Rounding,
}

/// <summary>
/// A line that explains pay and recomputes from its own inputs: <see cref="Amount"/> = <see cref="Base"/> × <see cref="Rate"/>, exactly.
/// </summary>
/// <param name="Kind">What the line is.</param>
/// <param name="Label">The tier, or words.</param>
/// <param name="Base">What the rate applies to: credited amount, target, or the amount itself.</param>
/// <param name="Rate">Pay per unit of base.</param>
/// <param name="Amount">The exact pay, in the plan's currency.</param>
public sealed record StatementLine(LineKind Kind, string Label, Amount Base, Rational Rate, Amount Amount)
{
    /// <summary>The deals behind it, in order; none where it follows from other lines.</summary>
    public IReadOnlyList<string> Deals { get; internal init; } = CreditSpan.None;

    /// <summary>A line of an amount that stands for itself.</summary>
    internal static StatementLine Plain(LineKind kind, string label, Amount amount) => new(kind, label, amount, Rational.One, amount);
}
