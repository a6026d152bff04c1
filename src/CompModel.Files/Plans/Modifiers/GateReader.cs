namespace CompModel.Files;

/// <summary>
/// <c>only_if:</c> a condition, or a list of them, each with what holds where it is not met: <c>otherwise: nothing</c> (the default), <c>{ at_most: 100 % }</c>,
/// <c>{ curve: … }</c> or <c>{ commission: … }</c>. The first that is not met decides.
/// </summary>
internal sealed class GateReader(MeasureCatalog measures)
{
    private static readonly string[] Keys = [.. ConditionReader.Keys, "otherwise"];
    private readonly ConditionReader conditions = new(measures);

    /// <summary>The verb for a component; null, reported, where something is wrong.</summary>
    public Func<Component, Component>? Read(YamlNode node, bool ratesArePercentages)
    {
        if (node is not YamlNode.Sequence)
            return ReadOne(node, ratesArePercentages);
        Func<Component, Component>[]? all = node.EachOf("only_if", item => ReadOne(item, ratesArePercentages));
        return all is null ? null : component => all.Aggregate(component, (gated, gate) => gate(gated));
    }

    private Func<Component, Component>? ReadOne(YamlNode node, bool ratesArePercentages)
    {
        if (KeyReader.Of(node, "a condition", Keys) is not { } keys)
            return null;
        Condition? condition = conditions.Read(keys);
        Func<Component, Condition, Component>? otherwise = Otherwise(keys.Find("otherwise"), ratesArePercentages);
        return condition is null || otherwise is null ? null : component => otherwise(component, condition);
    }

    private static Func<Component, Condition, Component>? Otherwise(YamlNode? node, bool ratesArePercentages)
    {
        if (node is null or YamlNode.Scalar { Text: "nothing" })
            return (component, condition) => component.OnlyIf(condition);
        if (node is YamlNode.Scalar)
        {
            node.Field("otherwise")?.OneOf(("nothing", true));
            return null;
        }
        if (KeyReader.Of(node, "otherwise", ["at_most", "curve", "commission"]) is not { } keys)
            return null;
        switch (keys.Single(["at_most", "curve", "commission"], "it pays in one way"))
        {
            case "at_most":
                return keys.FindField("at_most")?.Percent() is { } most ? (component, condition) => component.AtMostUnless(condition, most) : null;
            case "curve":
                return CurveReader.Read(keys.Find("curve")!) is { } curve ? (component, condition) => component.OnlyIf(condition, curve) : null;
            case "commission":
                return TableReader.Read(keys.Find("commission")!, ratesArePercentages) is { } table ? (component, condition) => component.OnlyIf(condition, table) : null;
            default:
                keys.Require("at_most", "nothing, at_most: 100 %, curve or commission");
                return null;
        }
    }
}
