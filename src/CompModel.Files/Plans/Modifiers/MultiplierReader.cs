namespace CompModel.Files;

/// <summary>
/// What a result is multiplied by: <c>{ measure: csat, curve: … }</c>, where the curve's payout is the factor, or <c>{ matrix: … }</c>, where a cell is.
/// A plan's has a <c>span</c>, too.
/// </summary>
internal sealed class MultiplierReader(MeasureCatalog measures)
{
    private static readonly string[] Keys = ["measure", "of", "curve", "matrix"];
    private readonly MatrixReader matrices = new(measures);

    /// <summary>The multipliers of a component; null, reported, where something is wrong with one.</summary>
    public Func<Component, Component>? Read(YamlNode node) =>
        node.EachOf("multipliers", item => KeyReader.Of(item, "a multiplier", Keys) is { } keys ? ReadOne(keys) : null) is { } all
            ? component => all.Aggregate(component, (before, multiplier) => before.Times(multiplier))
            : null;

    /// <summary>The multipliers of a plan, each with its span.</summary>
    public (Multiplier Multiplier, Frequency Span)[]? ReadOfPlan(YamlNode node) => node.Each("multipliers", item =>
    {
        if (KeyReader.Of(item, "a multiplier", [.. Keys, "span"]) is not { } keys)
            return null;
        Multiplier? multiplier = ReadOne(keys);
        Frequency? span = keys.Has("span") ? BasisReader.FrequencyOf(keys.FindField("span")) : Frequency.Annual;
        return multiplier is not null && span is { } stated ? (multiplier, stated) : ((Multiplier, Frequency)?)null;
    });

    private Multiplier? ReadOne(KeyReader keys)
    {
        CreditScope? scope = ScopeReader.Read(keys, "of");
        if (keys.Find("matrix") is { } matrix)
        {
            bool idle = keys.Refuse(["measure", "curve"], "beside matrix", "one of the two", "rows and columns name the measures");
            return matrices.Read(matrix) is { } two && scope is { } their && !idle ? Multiplier.Of(two.Rows, two.Columns, two.Matrix, their) : null;
        }
        Measure? measure = keys.RequireField("measure", "what the factor depends on; or a matrix") is { } named ? measures.Find(named) : null;
        PayoutCurve? curve = keys.Require("curve", "a curve whose payout is the factor, such as { steps: [{ from: 0 %, payout: 90 % }] }") is { } shape ? CurveReader.Read(shape) : null;
        return measure is null || curve is null || scope is not { } whose ? null : Multiplier.Of(measure, curve, whose);
    }
}
