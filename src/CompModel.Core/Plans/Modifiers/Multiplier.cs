namespace CompModel;

/// <summary>
/// What a result is multiplied by, depending on other measures in the same window: by a curve of one (100 % leaves it as it is) or by a matrix of two.
/// </summary>
public abstract record Multiplier
{
    private Multiplier()
    {
    }

    /// <summary>A factor along a curve of one measure's attainment.</summary>
    public sealed record ByCurve(Measure Measure, CreditScope Scope, PayoutCurve Curve) : Multiplier;

    /// <summary>A factor by the attainment of two measures.</summary>
    public sealed record ByMatrix(Measure Rows, Measure Columns, CreditScope Scope, PayoutMatrix Matrix) : Multiplier;

    /// <summary>The curve's payout at the attainment of a measure is the factor.</summary>
    public static Multiplier Of(Measure measure, PayoutCurve curve, CreditScope scope = CreditScope.Own) => new ByCurve(measure, scope, curve);

    /// <summary>The matrix's cell at the attainment of two measures is the factor.</summary>
    public static Multiplier Of(Measure rows, Measure columns, PayoutMatrix matrix, CreditScope scope = CreditScope.Own) => new ByMatrix(rows, columns, scope, matrix);

    internal IEnumerable<(Measure Measure, CreditScope Scope)> Asked => this switch
    {
        ByCurve one => [(one.Measure, one.Scope)],
        ByMatrix two => [(two.Rows, two.Scope), (two.Columns, two.Scope)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
