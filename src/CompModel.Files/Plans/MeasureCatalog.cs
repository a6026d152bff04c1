namespace CompModel.Files;

/// <summary>The measures that files may name: bookings and adoption, those that plan.yaml declares, and its objectives.</summary>
internal sealed class MeasureCatalog
{
    private readonly Dictionary<string, Measure> measures = new(StringComparer.Ordinal)
    {
        [Measure.Bookings.Name] = Measure.Bookings,
        [Measure.Adoption.Name] = Measure.Adoption,
    };

    private enum Kind
    {
        Money,
        Units,
        Score,
    }

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
            Kind? kind = value.Field(key.Text)?.OneOf(("money", Kind.Money), ("units", Kind.Units), ("score", Kind.Score));
            if (name is not null && kind is { } counted)
                catalog.Declare(key, name, counted);
        }
        return catalog;
    }

    /// <summary>An objective is a score of its name; whatever else asks about it may stand above it.</summary>
    public void DeclareObjectives(YamlNode? plans)
    {
        foreach (YamlNode.Mapping plan in Mappings(plans))
        {
            foreach (YamlNode.Mapping component in Mappings(plan.Entries.FirstOrDefault(entry => entry.Key.Text == "components").Value))
            {
                if (component.Entries.FirstOrDefault(entry => entry.Key.Text == "objective").Value is YamlNode.Scalar stated && stated.Field("objective")?.Id() is { } name)
                    Declare(stated, name, Kind.Score);
            }
        }
    }

    /// <summary>The measures that plan.yaml declares and deals may count in, besides bookings.</summary>
    public IEnumerable<Measure> OfDeals => measures.Values.Where(measure => !measure.IsScore && measure != Measure.Bookings);

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

    private void Declare(YamlNode.Scalar at, string name, Kind kind)
    {
        Measure measure = kind switch
        {
            Kind.Money => Measure.OfMoney(name),
            Kind.Units => Measure.OfUnits(name),
            _ => Measure.OfScore(name),
        };
        if (measures.TryGetValue(name, out Measure? known) && known != measure)
            at.Source.Report(at.Start, DiagnosticCode.KeyConflict, $"{name} is declared {Words(measure)}", $"{name} {Words(known)}, as everywhere", "choose another name");
        else
            measures[name] = measure;
    }

    private static string Words(Measure measure) => measure.IsScore ? "as a score" : measure.IsMoney ? "in money" : "in units";

    private static IEnumerable<YamlNode.Mapping> Mappings(YamlNode? list) => (list as YamlNode.Sequence)?.Nodes.OfType<YamlNode.Mapping>() ?? [];
}
