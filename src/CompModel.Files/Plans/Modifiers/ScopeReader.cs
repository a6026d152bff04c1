namespace CompModel.Files;

/// <summary>Whose credits count: own, unless a key says otherwise.</summary>
internal static class ScopeReader
{
    /// <summary>The scope; null, reported, for another word.</summary>
    public static CreditScope? Read(KeyReader keys, string key) => keys.Has(key)
        ? keys.FindField(key)?.OneOf(("own", CreditScope.Own), ("team", CreditScope.Team), ("territory", CreditScope.Territory))
        : CreditScope.Own;
}
