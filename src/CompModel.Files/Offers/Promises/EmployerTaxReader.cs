namespace CompModel.Files;

/// <summary><c>employer_taxes</c>: <c>us</c>, <c>none</c>, or a list of taxes by marginal brackets, of which <c>us</c> may be one.</summary>
internal sealed class EmployerTaxReader(KeyReader offer, Currency currency, LawYears law)
{
    /// <summary>What it adds to an offer; null, reported, where it is refused.</summary>
    public Func<Offer, Offer>? Read()
    {
        if (offer.Find("employer_taxes") is not { } node)
            return same => same;
        if (node is YamlNode.Sequence list)
        {
            YamlNode[] words = [.. list.Nodes.Where(item => item is YamlNode.Scalar)];
            if (words.Length > 1)
            {
                words[1].Source.Report(words[1].Start, DiagnosticCode.KeyConflict, "employer_taxes names 'us' twice", "it once, beside taxes of your own", "");
                return null;
            }
            YamlNode? federal = words.FirstOrDefault();
            return list.EachOf<object>("employer_taxes", item => item is YamlNode.Scalar ? Word(item, "us") : Read(item)) is { } taxes ? With(node, federal, taxes.OfType<Tax>()) : null;
        }
        return Word(node, "us", "none") is { } word ? With(node, word == "us" ? node : null, []) : null;
    }

    private static string? Word(YamlNode node, params string[] words) =>
        node.Field("employer_taxes") is { } field && field.OneOf([.. words.Select((word, i) => (word, i))]) is { } chosen ? words[chosen] : null;

    private Func<Offer, Offer>? With(YamlNode node, YamlNode? federal, IEnumerable<Tax> besides)
    {
        Tax[] own = [.. besides];
        if (federal is null)
            return node.Build(() => new TaxList(own)) is { } list ? its => its.WithEmployerTaxes(list.Taxes) : null;
        if (currency != Currency.Usd)
        {
            federal.Source.Report(federal.Start, DiagnosticCode.Currency, $"employer_taxes is 'us', and the offer is in {currency}", "a list of taxes in the currency of the offer", "");
            return null;
        }
        return law.Over(
            federal, "payroll taxes of the United States", year => PayrollLimits.UnitedStates.Has(PayrollLimit.SocialSecurityBase, year),
            year => node.Build(() => new TaxList([.. UnitedStatesTaxes.Employer(year).Taxes, .. own]))) is not { } dated || dated.Values.Contains(null)
            ? null
            : its => its.WithEmployerTaxes(dated!);
    }

    private Tax? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "a tax", ["name", "brackets", "on"]) is not { } keys)
            return null;
        string? name = keys.RequireField("name", "what it is called")?.Line("a name", "");
        (Money, Rational)[]? brackets = keys.Require("brackets", "a list such as [{ from: 0, rate: 6.2 % }, { from: 184500, rate: 0 % }]")?.Each("brackets", Bracket);
        TaxedWages? wages = keys.Find("on") is null
            ? TaxedWages.All
            : keys.FindField("on")?.OneOf(("all", TaxedWages.All), ("regular", TaxedWages.Regular), ("supplemental", TaxedWages.Supplemental));
        return name is null || brackets is null || wages is null ? null : node.Build(() => Tax.Marginal(name, brackets).On(wages.Value));
    }

    private (Money, Rational)? Bracket(YamlNode node)
    {
        if (KeyReader.Of(node, "a bracket", ["from", "rate"]) is not { } keys)
            return null;
        Money? from = keys.RequireField("from", "wages of the year from which it holds, such as 0")?.MoneyAtLeastZero(currency);
        Rational? rate = keys.RequireField("rate", "a percentage of wages, such as 6.2 %")?.Percent();
        return from is null || rate is null ? null : (from.Value, rate.Value);
    }
}
