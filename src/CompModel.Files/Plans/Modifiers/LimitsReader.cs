namespace CompModel.Files;

/// <summary>Bounds of a result in money: <c>cap</c> and <c>floor</c>. Uncapped is the absence of a cap.</summary>
internal static class LimitsReader
{
    /// <summary>The keys that say them.</summary>
    internal static readonly string[] Keys = ["cap", "floor"];

    /// <summary>The bounds that are stated, or none; null, reported, where they do not hold together.</summary>
    public static PayLimits? Read(KeyReader keys, Currency currency)
    {
        PayLimits? limits = PayLimits.None;
        foreach (string key in Keys)
        {
            if (keys.Find(key) is not { } node)
                continue;
            PayLimits? before = limits;
            limits = node.Field(key)?.Money(currency) is { } bound && before is not null ? node.Build(() => key == "cap" ? before.WithCap(bound) : before.WithFloor(bound)) : null;
        }
        return limits;
    }
}
