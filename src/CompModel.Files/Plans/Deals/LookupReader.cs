namespace CompModel.Files;

/// <summary>
/// What holds for a deal, by something known of it: <c>{ by: product, values: { Cloud: 1.5 } }</c>, or by number, from each place on,
/// <c>{ by: term_months, from: { 24: 1.25, 36: 1.5 } }</c>; <c>otherwise</c> for the rest. A single value holds for all.
/// </summary>
internal sealed class LookupReader(AttributeCatalog attributes)
{
    /// <summary>The lookup; null, reported, where something is wrong with it. <paramref name="read"/> answers null where it refused a value.</summary>
    public DealLookup<T>? Read<T>(YamlNode node, string what, T otherwise, bool restIsStated, Func<YamlNode, ValueTuple<T>?> read)
    {
        if (node is YamlNode.Scalar && restIsStated)
            return read(node) is { } all ? DealLookup<T>.Always(all.Item1) : null;
        string[] allowed = restIsStated ? ["by", "values", "from", "otherwise"] : ["by", "values", "from"];
        if (KeyReader.Of(node, what, allowed) is not { } keys)
            return null;
        Field? by = keys.RequireField("by", "something known of a deal, such as product or term_months");
        ValueTuple<T>? rest = restIsStated && keys.Find("otherwise") is { } other ? read(other) : new ValueTuple<T>(otherwise);
        if (keys.Single(["values", "from"], "by text or by number") is not { } kind)
        {
            node.Source.Report(node.Start, DiagnosticCode.KeyMissing, $"{what} has neither values nor from", "values: { Cloud: … } for a text, from: { 24: … } for a number", "");
            return null;
        }
        DealAttribute? attribute = by is { } named ? attributes.Find(named, isNumber: kind == "from") : null;
        if (keys.Find(kind) is not YamlNode.Mapping entries)
        {
            YamlNode wrong = keys.Find(kind)!;
            wrong.Source.Report(wrong.Start, DiagnosticCode.Type, $"{kind} is {wrong.Kind}", kind == "from" ? "places and what holds from there on, such as { 24: 1.25 }" : "texts and what holds for each, such as { Cloud: 1.5 }", "");
            return null;
        }
        return kind == "values" ? ByText(node, entries, attribute, rest, read) : ByNumber(node, entries, attribute, rest, read);
    }

    /// <summary>A factor of at least zero for each deal.</summary>
    public DealLookup<Rational>? Factors(YamlNode node, string what) => Read<Rational>(node, what, 1, restIsStated: true, value => One(value.Field(what)?.Factor()));

    /// <summary>A sum of at least zero for each deal.</summary>
    public DealLookup<Rational>? Sums(YamlNode node, string what, Currency currency) =>
        Read<Rational>(node, what, 0, restIsStated: true, value => One(value.Field(what)?.MoneyAtLeastZero(currency)?.Value));

    private static ValueTuple<Rational>? One(Rational? value) => value is { } stated ? new ValueTuple<Rational>(stated) : null;

    private static DealLookup<T>? ByText<T>(YamlNode node, YamlNode.Mapping entries, DealAttribute? attribute, ValueTuple<T>? rest, Func<YamlNode, ValueTuple<T>?> read)
    {
        var values = new List<(string, T)>();
        foreach ((YamlNode.Scalar key, YamlNode value) in entries.Entries)
        {
            if (read(value) is { } holds)
                values.Add((key.Text, holds.Item1));
        }
        return attribute is null || rest is not { } otherwise || values.Count < entries.Entries.Count
            ? null
            : node.Build(() => DealLookup<T>.ByText(attribute, otherwise.Item1, [.. values]));
    }

    private static DealLookup<T>? ByNumber<T>(YamlNode node, YamlNode.Mapping entries, DealAttribute? attribute, ValueTuple<T>? rest, Func<YamlNode, ValueTuple<T>?> read)
    {
        var values = new List<(Rational, T)>();
        foreach ((YamlNode.Scalar key, YamlNode value) in entries.Entries)
        {
            if (attribute is not null && key.Field(attribute.Name) is { } place && (attribute == DealAttribute.Discount ? place.Percent() : place.Fraction()) is { } from && read(value) is { } holds)
                values.Add((from, holds.Item1));
            else if (attribute is null)
                _ = read(value);
        }
        return attribute is null || rest is not { } otherwise || values.Count < entries.Entries.Count
            ? null
            : node.Build(() => DealLookup<T>.ByNumber(attribute, otherwise.Item1, [.. values]));
    }
}
