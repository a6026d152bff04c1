namespace CompModel.Files;

/// <summary>One component of a plan: a weight and a curve, or a commission. What has no default in the field (the basis of a component that pays within the year) must be said.</summary>
internal sealed class ComponentReader(MeasureCatalog measures)
{
    private static readonly string[] Keys = ["name", "measure", "of", "weight", "pays", "basis", "recovery", "curve", "commission"];

    /// <summary>The component; null, reported, where something is wrong with it.</summary>
    public Component? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "a component", Keys) is not { } keys)
            return null;
        Measure? measure = keys.RequireField("measure", "what is measured, such as bookings") is { } named ? measures.Find(named) : null;
        string? name = keys.Find("name") is null ? measure?.Name : keys.FindField("name")?.Required("a name");
        CreditScope? scope = keys.Find("of") is null ? CreditScope.Own : keys.FindField("of")?.OneOf(("own", CreditScope.Own), ("team", CreditScope.Team));
        Func<Measure, Component>? rule = keys.Find("commission") is { } table ? ReadCommission(table, measure, keys) : ReadCurve(keys);
        Func<Component, Component>? basis = ReadBasis(keys);
        if (measure is null || name is null || scope is null || rule is null || basis is null)
            return null;
        return node.Build(() =>
        {
            Component component = basis(rule(measure)).Named(name);
            return scope == CreditScope.Team ? component.OfTeam() : component;
        });
    }

    private static Func<Measure, Component>? ReadCurve(KeyReader keys)
    {
        Rational? weight = keys.RequireField("weight", "the share of the target incentive, such as 70 %")?.Share();
        PayoutCurve? curve = keys.Require("curve", "a curve, such as linear, or commission") is { } shape ? CurveReader.Read(shape) : null;
        return weight is null || curve is null ? null : measure => Component.Of(measure, weight.Value, curve);
    }

    private static Func<Measure, Component>? ReadCommission(YamlNode node, Measure? measure, KeyReader keys)
    {
        bool good = true;
        foreach (string key in new[] { "weight", "curve" })
        {
            if (keys.Find(key) is not { } idle)
                continue;
            idle.Source.Report(idle.Start, DiagnosticCode.KeyConflict, $"{key} beside commission", "one of the two", "a commission is no share of the target incentive");
            good = false;
        }
        RateTable? table = TableReader.Read(node, ratesArePercentages: measure is not { IsMoney: false });
        return good && table is not null ? its => Component.Commission(its, table) : null;
    }

    private static Func<Component, Component>? ReadBasis(KeyReader keys)
    {
        Frequency? pays = keys.RequireField("pays", "annual, semi_annual, quarterly or monthly")?.Frequency();
        // A year has one period: to date or alone, it pays the same.
        bool? toDate = keys.Find("basis") is null && pays is null or Frequency.Annual
            ? false
            : keys.RequireField("basis", "to_date (the year so far, less what was earned before) or each_period (each stands alone)")?.OneOf(
                ("to_date", true), ("each_period", false));
        Recovery? recovery = keys.Find("recovery") is null
            ? Recovery.Full
            : keys.FindField("recovery")?.OneOf(("full", Recovery.Full), ("none", Recovery.None));
        if (pays is null || toDate is null || recovery is null)
            return null;
        if (!toDate.Value && keys.Find("recovery") is { } idle)
        {
            idle.Source.Report(
                idle.Start, DiagnosticCode.KeyConflict, "recovery without basis: to_date", "no recovery",
                "periods that stand alone have nothing to recover");
            return null;
        }
        return component => toDate.Value ? component.ToDate(pays.Value, recovery.Value) : component.Each(pays.Value);
    }
}
