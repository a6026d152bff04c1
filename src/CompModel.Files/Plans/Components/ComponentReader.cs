using NodaTime;

namespace CompModel.Files;

/// <summary>
/// One component of a plan: how it pays, whose credits count, over which window, on which days, with which rules for single deals, conditions, multipliers and bounds.
/// </summary>
internal sealed class ComponentReader(MeasureCatalog measures, AttributeCatalog attributes, Currency currency)
{
    private static readonly string[] Keys =
        ["name", .. RuleReader.Keys, "of", "position_by", "pays_on", .. BasisReader.Keys, "from", "to", "deals", "only_if", "multipliers", .. LimitsReader.Keys];

    private readonly RuleReader rules = new(measures, currency);
    private readonly DealRulesReader deals = new(attributes, currency);
    private readonly GateReader gates = new(measures);
    private readonly MultiplierReader multipliers = new(measures);

    /// <summary>The component; null, reported, where something is wrong with it.</summary>
    public Component? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "a component", Keys) is not { } keys)
            return null;
        Measure? paysOn = keys.FindField("pays_on") is { } other ? measures.Find(other) : null;
        Func<Component?>? rule = rules.Read(keys, paysOn);
        Component? bare = rule is null ? null : node.Build(() => rule()!);
        string? name = keys.Has("name") ? keys.FindField("name")?.Required("a name") : bare?.Name;
        Func<Component, Component>? credits = Credits(keys, paysOn);
        // What pays per unit is known where the measure is.
        bool percentages = (paysOn ?? bare?.PayMeasure) is not { IsMoney: false };
        Func<Component, Component>?[] verbs =
        [
            credits,
            BasisReader.Read(keys, standsAlone: keys.Has("spiff") || keys.Has("objective") || bare is { Measure.IsScore: true }),
            During(keys),
            Optional(keys, "deals", its => deals.Read(its, (bare?.Rule as PayRule.ByTable)?.Table, percentages)),
            Optional(keys, "only_if", its => gates.Read(its, percentages)),
            Optional(keys, "multipliers", multipliers.Read),
            Limits(keys),
        ];
        return bare is null || name is null || verbs.Contains(null) ? null : node.Build(() => verbs.Aggregate(bare.Named(name), (component, verb) => verb!(component)));
    }

    private static Func<Component, Component>? Optional(KeyReader keys, string key, Func<YamlNode, Func<Component, Component>?> read) =>
        keys.Find(key) is { } node ? read(node) : component => component;

    // Whose credits count, and on what it pays.
    private static Func<Component, Component>? Credits(KeyReader keys, Measure? paysOn)
    {
        CreditScope? scope = ScopeReader.Read(keys, "of"), position = ScopeReader.Read(keys, "position_by");
        bool idle = keys.Has("position_by") && keys.Refuse(["of"], "beside position_by", "one of the two", "with position_by it pays on own credits, at the rates of the place that the others have, too");
        if (scope is not { } whose || position is not { } place || idle || (keys.Has("pays_on") && paysOn is null))
            return null;
        return component =>
        {
            Component its = whose switch
            {
                CreditScope.Team => component.OfTeam(),
                CreditScope.Territory => component.OfTerritory(),
                _ => component,
            };
            its = keys.Has("position_by") ? its.PositionedBy(place) : its;
            return paysOn is null ? its : its.PayingOn(paysOn);
        };
    }

    private static Func<Component, Component>? During(KeyReader keys)
    {
        LocalDate? from = keys.FindField("from")?.Date(), to = keys.FindField("to")?.Date();
        if ((keys.Has("from") && from is null) || (keys.Has("to") && to is null))
            return null;
        if (from > to)
        {
            YamlNode last = keys.Find("to")!;
            last.Source.Report(last.Start, DiagnosticCode.DateOrder, FormattableString.Invariant($"to is {to:uuuu-MM-dd}, before from, {from:uuuu-MM-dd}"), "the last day that counts, on or after from", "");
            return null;
        }
        return from is null && to is null
            ? component => component
            : component => component.During(new(from ?? LocalDate.MinIsoValue, to?.PlusDays(1) ?? LocalDate.MaxIsoValue));
    }

    private Func<Component, Component>? Limits(KeyReader keys)
    {
        if (LimitsReader.Read(keys, currency) is not { } limits)
            return null;
        return component =>
        {
            Component bounded = limits.Cap is { } cap ? component.AtMost(cap) : component;
            return limits.Floor is { } floor ? bounded.AtLeast(floor) : bounded;
        };
    }
}
