namespace CompModel.Files;

/// <summary>How one person's results in two measures go together: <c>correlation: [{ between: [bookings, adoption], is: 0.4 }]</c>.</summary>
internal sealed class CorrelationReader(MeasureCatalog measures, KeyReader keys)
{
    /// <summary>The assumptions with all of them; null, reported, where something is refused. Without assumptions they are checked alone.</summary>
    public Assumptions? Read(Assumptions? assumptions)
    {
        if (keys.Find("correlation") is not { } list || list.Items("correlation") is not { } items)
            return assumptions;
        var pairs = new List<(Measure First, Measure Second, double Correlation)>();
        foreach (YamlNode node in items)
        {
            if (ReadCorrelation(node, assumptions) is not { } pair)
                continue;
            if (pairs.Any(other => (other.First, other.Second) == (pair.First, pair.Second) || (other.First, other.Second) == (pair.Second, pair.First)))
                node.Source.Report(
                    node.Start, DiagnosticCode.KeyDuplicate, $"{pair.First} and {pair.Second} correlate twice", "each two measures once", "");
            else
                pairs.Add(pair);
        }
        // Stated together, for 0.9 between each two of three measures is possible where the first two alone are not.
        return assumptions is null ? null : list.Build(() => assumptions.WithCorrelations([.. pairs]));
    }

    private (Measure First, Measure Second, double Correlation)? ReadCorrelation(YamlNode node, Assumptions? assumptions)
    {
        if (KeyReader.Of(node, "a correlation", ["between", "is"]) is not { } keys)
            return null;
        YamlNode? between = keys.Require("between", "two measures");
        IReadOnlyList<YamlNode>? names = between?.Items("between");
        Measure?[] both = [.. (names ?? []).Select(name => Modelled(name, assumptions))];
        Field? field = keys.RequireField("is", "a number from -1 to 1");
        Rational? value = field?.Fraction();
        if (value is { } stated && stated.Abs() > Rational.One)
        {
            field!.Value.Report(DiagnosticCode.NumberRange, field.Value.Found, "a correlation from -1 to 1");
            value = null;
        }
        if (names is not null && (both.Length != 2 || (both[0] is not null && both[0] == both[1])))
        {
            between!.Source.Report(between.Start, DiagnosticCode.Type, "between does not name two measures", "two, such as [bookings, adoption]", "");
            return null;
        }
        return value is not null && both is [{ } first, { } second] ? (first, second, value.Value.ToDouble()) : null;
    }

    // A measure that has a model; without assumptions there are none to look in.
    private Measure? Modelled(YamlNode name, Assumptions? assumptions)
    {
        if (name.Field("between") is not { } field || measures.Find(field) is not { } measure)
            return null;
        if (assumptions is null || assumptions.Models.Any(model => model.Measure == measure))
            return measure;
        field.Report(DiagnosticCode.ModelMissing, field.Found, "a measure that has a model under attainment");
        return null;
    }
}
