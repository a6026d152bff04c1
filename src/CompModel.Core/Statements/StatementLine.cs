namespace CompModel;

/// <summary>What a line of a statement is.</summary>
public enum LineKind
{
    /// <summary>Credits inside one tier, at its rate.</summary>
    Tier,

    /// <summary>A step of the curve, reached: a multiple of the target.</summary>
    Step,

    /// <summary>What the same window earned in earlier periods.</summary>
    EarnedBefore,

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
public sealed record StatementLine(LineKind Kind, string Label, Amount Base, Rational Rate, Amount Amount);
