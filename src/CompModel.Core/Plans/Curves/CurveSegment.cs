namespace CompModel;

/// <summary>
/// One straight piece of a <see cref="PayoutCurve"/>: payout = <see cref="Intercept"/> + <see cref="Slope"/> × attainment, from a breakpoint up to the next.
/// </summary>
/// <param name="From">The attainment at which the piece begins (1 is 100 % of quota), at least zero.</param>
/// <param name="Sense">Whether the breakpoint itself belongs to the piece.</param>
/// <param name="Intercept">The payout at which the piece's line meets attainment zero, as a fraction of what is paid at target.</param>
/// <param name="Slope">The multiple of the base rate: 1 pays one percent of target for one percent of quota.</param>
/// <param name="Label">The name of the tier, as statements show it.</param>
public readonly record struct CurveSegment(Rational From, Boundary Sense, Rational Intercept, Rational Slope, string Label)
{
    /// <summary>The payout of the piece's line at an attainment, inside the piece or not.</summary>
    public Rational At(Rational attainment) => Intercept + (Slope * attainment);

    /// <summary>Whether an attainment has reached the piece.</summary>
    public bool IsReachedBy(Rational attainment) => Sense == Boundary.AtOrAbove ? attainment >= From : attainment > From;
}
