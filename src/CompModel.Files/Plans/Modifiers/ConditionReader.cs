namespace CompModel.Files;

/// <summary>
/// Something that must be reached: <c>{ measure: adoption, attainment: 80 % }</c> or <c>{ measure: logos, amount: { above: 5 } }</c>; several by <c>all</c> or <c>any</c>.
/// </summary>
internal sealed class ConditionReader(MeasureCatalog measures)
{
    /// <summary>The keys that say it.</summary>
    internal static readonly string[] Keys = ["measure", "of", "attainment", "amount", "all", "any"];

    /// <summary>The condition; null, reported, where something is wrong with it.</summary>
    public Condition? Read(YamlNode node) => KeyReader.Of(node, "a condition", Keys) is { } keys ? Read(keys) : null;

    /// <summary>The condition that some keys say.</summary>
    public Condition? Read(KeyReader keys)
    {
        switch (keys.Single(["measure", "all", "any"], "several conditions stand in a list under all or any"))
        {
            case "measure":
                return Reaches(keys);
            case { } joined:
                keys.Refuse(["of", "attainment", "amount"], $"beside {joined}", "one of the two", "each condition of the list has its own");
                return Joined(keys.Find(joined)!, joined);
            default:
                keys.Require("measure", "what must be reached, such as { measure: adoption, attainment: 80 % }; or all, or any");
                return null;
        }
    }

    private Condition? Reaches(KeyReader keys)
    {
        Measure? measure = keys.FindField("measure") is { } named ? measures.Find(named) : null;
        CreditScope? scope = ScopeReader.Read(keys, "of");
        string? kind = keys.Single(["attainment", "amount"], "a share of quota, or an amount");
        if (kind is null)
            keys.Require("attainment", "attainment: a share of quota, such as 80 %, or amount: such as 100000");
        YamlNode? node = kind is null ? null : keys.Find(kind);
        (Rational Place, Boundary Sense)? place = node is null ? null : PlaceReader.Read(node, kind!, field => kind == "attainment" ? field.Percent() : field.Decimal());
        if (measure is null || scope is not { } whose || place is not { } at)
            return null;
        return node!.Build(() => (kind, at.Sense) switch
        {
            ("attainment", Boundary.AtOrAbove) => Condition.AttainmentAtLeast(measure, at.Place, whose),
            ("attainment", _) => Condition.AttainmentAbove(measure, at.Place, whose),
            (_, Boundary.AtOrAbove) => Condition.AmountAtLeast(measure, at.Place, whose),
            _ => Condition.AmountAbove(measure, at.Place, whose),
        });
    }

    private Condition? Joined(YamlNode node, string kind)
    {
        Condition[]? conditions = node.EachOf(kind, Read);
        if (conditions is { Length: 0 })
            node.Source.Report(node.Start, DiagnosticCode.ValueMissing, $"{kind} is empty", "conditions", "");
        return conditions is { Length: > 0 } ? conditions.Aggregate((before, next) => kind == "all" ? before.And(next) : before.Or(next)) : null;
    }
}
