namespace CompModel.Files;

/// <summary>
/// What holds for the result of a plan as a whole: <c>multipliers</c>, each at the end of its span, and <c>limits</c>, a cap and a floor of each span. A span is the year
/// unless it says otherwise.
/// </summary>
internal sealed class PlanResultReader(MeasureCatalog measures, Currency currency)
{
    /// <summary>The verbs for a plan; null, reported, where something is wrong.</summary>
    public Func<CompensationPlan, CompensationPlan>? Read(KeyReader keys)
    {
        (Multiplier Multiplier, Frequency Span)[]? multipliers = keys.Find("multipliers") is { } list ? new MultiplierReader(measures).ReadOfPlan(list) : [];
        Func<CompensationPlan, CompensationPlan>? limits = keys.Find("limits") is { } bounds ? Limits(bounds) : plan => plan;
        return multipliers is null || limits is null ? null : plan => limits(multipliers.Aggregate(plan, (before, next) => before.Times(next.Multiplier, next.Span)));
    }

    private Func<CompensationPlan, CompensationPlan>? Limits(YamlNode node)
    {
        if (KeyReader.Of(node, "limits", [.. LimitsReader.Keys, "span"]) is not { } keys)
            return null;
        PayLimits? limits = LimitsReader.Read(keys, currency);
        Frequency? span = keys.Has("span") ? BasisReader.FrequencyOf(keys.FindField("span")) : Frequency.Annual;
        return limits is null || span is not { } stated ? null : plan => plan.Within(limits, stated);
    }
}
