namespace CompModel.Files;

/// <summary><c>benefits</c>: each with its value a year, and its cost and growth where they are said.</summary>
internal static class BenefitReader
{
    /// <summary>What they add to an offer; null, reported, where one is refused.</summary>
    public static Func<Offer, Offer>? Read(KeyReader offer, Currency currency)
    {
        if (offer.Find("benefits") is not { } list)
            return same => same;
        if (list.EachOf("benefits", node => Read(node, currency)) is not { } benefits)
            return null;
        if (benefits.GroupBy(benefit => benefit.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is not { } twice)
            return its => its.WithBenefits(benefits);
        list.Source.Report(list.Start, DiagnosticCode.DuplicateId, $"benefit {Field.Quote(twice.Key)} is there twice", "each benefit once, with a name of its own", "");
        return null;
    }

    private static Benefit? Read(YamlNode node, Currency currency)
    {
        if (KeyReader.Of(node, "a benefit", ["name", "value", "cost", "growth"]) is not { } keys)
            return null;
        string? name = keys.RequireField("name", "what it is")?.Line("a name", "");
        Money? value = keys.RequireField("value", "what it is worth to the person, a year")?.MoneyAtLeastZero(currency);
        Money? cost = keys.Find("cost") is null ? value : keys.FindField("cost")?.MoneyAtLeastZero(currency);
        Rational? growth = keys.Find("growth") is null ? Rational.Zero : keys.FindField("growth")?.Percent();
        return name is null || value is null || cost is null || growth is null ? null : node.Build(() => Benefit.Of(name, value.Value).Costing(cost.Value).Growing(growth.Value));
    }
}
