namespace CompModel;

/// <summary>
/// One piece of a <see cref="RateTable"/>: commission = <see cref="Intercept"/> + <see cref="Rate"/> × amount + <see cref="Curvature"/> × amount², from a
/// breakpoint up to the next. Unlike a <see cref="CurveSegment"/> it is in amounts: of the measure below, of money above.
/// </summary>
/// <param name="From">The amount at which the piece begins, at least zero.</param>
/// <param name="Sense">Whether the breakpoint itself belongs to the piece.</param>
/// <param name="Intercept">The commission at which the piece's line meets amount zero.</param>
/// <param name="Rate">Commission per unit of amount.</param>
/// <param name="Curvature">What the rate itself gains per unit of amount; zero but for interpolated rates.</param>
/// <param name="Label">The name of the tier, as statements show it.</param>
public readonly record struct TableSegment(Rational From, Boundary Sense, Rational Intercept, Rational Rate, Rational Curvature, string Label)
{
    /// <summary>The commission of the piece's line at an amount, inside the piece or not.</summary>
    public Rational At(Rational amount) => Intercept + ((Rate + (Curvature * amount)) * amount);

    /// <summary>Whether an amount has reached the piece.</summary>
    public bool IsReachedBy(Rational amount) => Sense == Boundary.AtOrAbove ? amount >= From : amount > From;
}
