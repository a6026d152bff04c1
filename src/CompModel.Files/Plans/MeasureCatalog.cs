namespace CompModel.Files;

/// <summary>The measures that files may name: bookings and adoption, and those that plan.yaml declares.</summary>
internal sealed class MeasureCatalog
{
    private readonly Dictionary<string, Measure> measures = new(StringComparer.Ordinal)
    {
        [Measure.Bookings.Name] = Measure.Bookings,
        [Measure.Adoption.Name] = Measure.Adoption,
    };

    /// <summary>The catalog of a declaration such as <c>{ margin: money, logos: units }</c>, or of none.</summary>
    public static MeasureCatalog Read(YamlNode? node)
    {
        var catalog = new MeasureCatalog();
        if (node is null)
            return catalog;
        if (node is not YamlNode.Mapping declared)
        {
            node.Source.Report(
                node.Start, DiagnosticCode.Type, $"measures is {node.Kind}", "measures and what they are counted in, such as 'margin: money'", "");
            return catalog;
        }
        foreach ((YamlNode.Scalar key, YamlNode value) in declared.Entries)
        {
            string? name = key.Field("the name of a measure")?.Id();
            bool? isMoney = value.Field(key.Text)?.OneOf(("money", true), ("units", false));
            if (name is null || isMoney is null)
                continue;
            Measure measure = isMoney.Value ? Measure.OfMoney(name) : Measure.OfUnits(name);
            if (catalog.measures.TryGetValue(name, out Measure? known) && known != measure)
                key.Source.Report(
                    key.Start, DiagnosticCode.KeyConflict, $"{name} is declared in {(isMoney.Value ? "money" : "units")}",
                    $"{name} in {(known.IsMoney ? "money" : "units")}, as everywhere", "choose another name");
            else
                catalog.measures[name] = measure;
        }
        return catalog;
    }

    /// <summary>The measure that a field names; null, reported, where there is none.</summary>
    public Measure? Find(Field field)
    {
        if (field.Id() is not { } name)
            return null;
        if (measures.TryGetValue(name, out Measure? measure))
            return measure;
        string hint = Nearest.Hint(name, measures.Keys);
        field.Report(
            DiagnosticCode.UnknownMeasure, field.Found, $"one of {string.Join(", ", measures.Keys)}",
            hint.Length > 0 ? hint : $"declare it in plan.yaml: measures: {{ {Field.Quote(name).Trim('\'')}: units }}");
        return null;
    }
}
