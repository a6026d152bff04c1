namespace CompModel.Files;

/// <summary>What people's deals are like, from <c>deals:</c> of assumptions.yaml: their number, size, what is known of them, other measures; or each like one of deals.csv.</summary>
internal sealed class DealMixReader(PlanFile plans, IReadOnlyList<Credit> sold)
{
    private static readonly string[] Keys = ["credits", "measure", "count", "size", "attributes", "measures", "from"];

    /// <summary>The mix; null, reported, where something is wrong with it.</summary>
    public DealMix? Read(YamlNode node)
    {
        if (KeyReader.Of(node, "deals", Keys) is not { } keys)
            return null;
        bool? makes = keys.FindField("credits") is { } use ? use.OneOf(("split", false), ("make", true)) : false;
        Measure? measure = keys.FindField("measure") is { } named ? plans.Measures.Find(named) : Measure.Bookings;
        DealCount? count = keys.Require("count", "how many deals a year has, such as { poisson: 8 }") is { } counted ? DealLawReader.Count(counted) : null;
        DealMix? mix = keys.Has("from") ? Past(keys, count, measure) : Stated(keys, count, measure);
        return mix is null || makes is null ? null : makes.Value ? mix.MakingCredits() : mix;
    }

    private DealMix? Stated(KeyReader keys, DealCount? count, Measure? measure)
    {
        DealSize? size = keys.Require("size", "how large a deal is, such as { lognormal: { mean: 100000, cv: 0.8 } }, or from: deals.csv") is { } sized ? DealLawReader.Size(sized) : null;
        DealMix? mix = count is null || size is null || measure is null ? null : keys.Node.Build(() => new DealMix(count, size).InMeasure(measure));
        bool good = true;
        foreach ((YamlNode.Scalar key, YamlNode value) in Entries(keys, "attributes", "what is known of deals, such as { product: { Cloud: 60 %, Services: 40 % } }", ref good))
            mix = WithAttribute(mix, key, value);
        foreach ((YamlNode.Scalar key, YamlNode value) in Entries(keys, "measures", "what deals count in besides, such as { margin: 45 % }", ref good))
            mix = WithMeasure(mix, key, value);
        return good ? mix : null;
    }

    private DealMix? Past(KeyReader keys, DealCount? count, Measure? measure)
    {
        bool? known = keys.FindField("from")?.OneOf((DealFile.FileName, true));
        if (keys.Refuse(["size", "attributes", "measures"], "beside from", "either each like a deal of the past, or stated", "") || known is null || count is null || measure is null)
            return null;
        // What is taken back in full is no deal to be like; overlays and territories are credits on top of it.
        DealSample[] deals = [.. sold.Where(credit => credit.Scope == CreditScope.Own && credit.Split == SplitKind.Split).GroupBy(credit => credit.Reference, StringComparer.Ordinal).Select(deal => new DealSample(
            Sum(deal, measure), deal.Select(credit => credit.Attributes).FirstOrDefault(attributes => !attributes.Equals(DealAttributes.None), DealAttributes.None),
            [.. deal.Select(credit => credit.Measure).Where(other => other != measure).Distinct().Select(other => (other, Sum(deal, other))).Where(other => other.Item2.Value.Sign > 0)])).Where(deal => deal.Size.Value.Sign > 0)];
        return keys.Find("from")!.Build(() => DealMix.Like(count, deals).InMeasure(measure));
    }

    private Amount Sum(IEnumerable<Credit> deal, Measure measure) => deal.Where(credit => credit.Measure == measure)
        .Aggregate(Amount.Zero(measure.IsMoney ? plans.Currency : Currency.None), (sum, credit) => sum + credit.Amount);

    private DealMix? WithAttribute(DealMix? mix, YamlNode.Scalar key, YamlNode value)
    {
        DealAttribute attribute = new[] { DealAttribute.Product, DealAttribute.TermMonths, DealAttribute.Discount }.FirstOrDefault(known => known.Name == key.Text) ?? DealAttribute.Named(key.Text);
        if (plans.Attributes.IsNumber(key.Text))
        {
            (Rational, Rational)[]? numbers = DealLawReader.Weighted(value, key.Text, place => DealLawReader.One(attribute == DealAttribute.Discount ? place.Percent() : place.Fraction()));
            return mix is null || numbers is null ? null : value.Build(() => mix.With(attribute, numbers));
        }
        (string, Rational)[]? texts = DealLawReader.Weighted(value, key.Text, text => (string[])[text.Text]);
        return mix is null || texts is null ? null : value.Build(() => mix.With(attribute, texts));
    }

    private DealMix? WithMeasure(DealMix? mix, YamlNode.Scalar key, YamlNode value)
    {
        if (plans.Measures.Find(new(key.Source, "measures", key.Text, key.Start)) is not { } measure)
            return null;
        (Rational, Rational)[]? worths = value is YamlNode.Scalar
            ? (measure.IsMoney ? value.Field(key.Text)?.Percent() : value.Field(key.Text)?.Fraction()) is { } all ? [(all, Rational.One)] : null
            : DealLawReader.Weighted(value, key.Text, worth => DealLawReader.One(measure.IsMoney ? worth.Percent() : worth.Fraction()));
        return mix is null || worths is null ? null : value.Build(() => mix.With(measure, measure.IsMoney ? DealWorth.OfSize(worths) : DealWorth.Units(worths)));
    }

    private static IReadOnlyList<(YamlNode.Scalar Key, YamlNode Value)> Entries(KeyReader keys, string key, string expected, ref bool good)
    {
        if (keys.Find(key) is not { } node)
            return [];
        if (node is YamlNode.Mapping mapping)
            return mapping.Entries;
        node.Source.Report(node.Start, DiagnosticCode.Type, $"{key} is {node.Kind}", expected, "");
        good = false;
        return [];
    }
}
