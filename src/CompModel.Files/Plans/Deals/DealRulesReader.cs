namespace CompModel.Files;

/// <summary>
/// <c>deals:</c> what a component does with single deals: how much of each counts, what it weighs, which table rates it, kickers, bounds of its pay, and in which order
/// deals fill tiers.
/// </summary>
internal sealed class DealRulesReader(AttributeCatalog attributes, Currency currency)
{
    private static readonly string[] Keys = ["least", "large", "cap", "weights", "rate_by", "kickers", "pay", "order"];
    private readonly LookupReader lookups = new(attributes);

    /// <summary>The verbs for a component; null, reported, where something is wrong. Without a table of its own there is nothing for <c>rate_by</c> to fall back on.</summary>
    public Func<Component, Component>? Read(YamlNode node, RateTable? own, bool ratesArePercentages)
    {
        if (KeyReader.Of(node, "deals", Keys) is not { } keys)
            return null;
        var verbs = new List<Func<Component, Component>?> { Sizes(node, keys) };
        if (keys.Find("weights") is { } weights)
            verbs.Add(Weights(weights));
        if (keys.Find("rate_by") is { } tables)
            verbs.Add(RateBy(tables, own, ratesArePercentages));
        if (keys.Find("kickers") is { } kickers)
            verbs.Add(Kickers(kickers));
        if (keys.Find("pay") is { } pay)
            verbs.Add(KeyReader.Of(pay, "pay of a deal", LimitsReader.Keys) is { } bounds && LimitsReader.Read(bounds, currency) is { } limits ? component => component.PayingDeals(limits) : null);
        if (keys.Has("order"))
            verbs.Add(keys.FindField("order")?.OneOf(("by_date", DealOrder.ByDate), ("pro_rata", DealOrder.ProRata)) is { } order ? component => component.InOrder(order) : null);
        return verbs.Contains(null) ? null : component => verbs.Aggregate(component, (changed, verb) => verb!(changed));
    }

    private static Func<Component, Component>? Sizes(YamlNode node, KeyReader keys)
    {
        CreditLimits? limits = CreditLimits.None;
        if (keys.Has("least"))
            limits = With(limits, node, keys.FindField("least")?.Decimal(), (all, size) => all.WithLeast(size));
        if (keys.Find("large") is { } large)
        {
            KeyReader? deal = KeyReader.Of(large, "a large deal", ["above", "share"]);
            Rational? above = deal?.RequireField("above", "the size of a large deal")?.Decimal(), share = deal?.RequireField("share", "what counts of the rest, such as 50 %")?.Fraction();
            limits = share is { } part ? With(limits, large, above, (all, size) => all.WithLargeDeals(size, part)) : null;
        }
        if (keys.Has("cap"))
            limits = With(limits, node, keys.FindField("cap")?.Decimal(), (all, size) => all.WithMost(size));
        return limits is null ? null : component => component.CountingDeals(limits);
    }

    private static CreditLimits? With(CreditLimits? limits, YamlNode node, Rational? value, Func<CreditLimits, Rational, CreditLimits> verb) =>
        limits is null || value is not { } size ? null : node.Build(() => verb(limits, size));

    // One lookup weighs for both; or each has its own.
    private Func<Component, Component>? Weights(YamlNode node)
    {
        if (node is YamlNode.Mapping mapping && !mapping.Entries.Any(entry => entry.Key.Text is "position" or "pay"))
            return lookups.Factors(node, "weights") is { } both ? component => component.Weighing(both) : null;
        if (KeyReader.Of(node, "weights", ["position", "pay"]) is not { } keys)
            return null;
        DealLookup<Rational>? position = keys.Find("position") is { } first ? lookups.Factors(first, "position") : DealLookup<Rational>.Always(1);
        DealLookup<Rational>? pay = keys.Find("pay") is { } second ? lookups.Factors(second, "pay") : DealLookup<Rational>.Always(1);
        return position is null || pay is null ? null : component => component.WeighingPosition(position).WeighingPay(pay);
    }

    private Func<Component, Component>? RateBy(YamlNode node, RateTable? own, bool ratesArePercentages)
    {
        if (own is null)
            node.Source.Report(node.Start, DiagnosticCode.KeyConflict, "rate_by without commission", "a commission, whose table rates all other deals", "a curve rates a window and not a deal");
        DealLookup<RateTable>? tables = lookups.Read(
            node, "rate_by", own ?? RateTable.Marginal((0, 0)), restIsStated: false,
            value => TableReader.Read(value, ratesArePercentages) is { } table ? new ValueTuple<RateTable>(table) : null);
        return own is null || tables is null ? null : component => component.RateBy(tables);
    }

    private Func<Component, Component>? Kickers(YamlNode node)
    {
        if (KeyReader.Of(node, "kickers", ["factor", "amount"]) is not { } keys)
            return null;
        DealLookup<Rational>? factor = keys.Find("factor") is { } by ? lookups.Factors(by, "factor") : DealLookup<Rational>.Always(1);
        DealLookup<Rational>? amount = keys.Find("amount") is { } plus ? lookups.Sums(plus, "amount", currency) : DealLookup<Rational>.Always(0);
        return factor is null || amount is null ? null : component => component.KickedBy(factor).KickedWith(amount);
    }
}
