namespace CompModel.Files;

/// <summary>Weights of two halves, four quarters or twelve months.</summary>
internal static class SeasonalityReader
{
    public static Seasonality? Read(YamlNode node)
    {
        if (node.Items("seasonality") is not { } items)
            return null;
        Rational?[] weights = [.. items.Select(item => item.Field("seasonality")?.Share())];
        if (weights.Length is not (2 or 4 or 12))
        {
            node.Source.Report(
                node.Start, DiagnosticCode.Definition, $"seasonality has {weights.Length} weights", "2 for halves, 4 for quarters or 12 for months",
                "");
            return null;
        }
        return weights.Contains(null) ? null : node.Build(() => Seasonality.Of((Frequency)weights.Length, [.. weights.Select(weight => weight!.Value)]));
    }
}
