namespace CompModel.Files;

/// <summary>
/// A place, and whether it is reached there or only beyond: <c>50 %</c> or <c>{ at: 50 % }</c>, where 50 % itself counts, or <c>{ above: 50 % }</c>, where it does not.
/// </summary>
internal static class PlaceReader
{
    /// <summary>The place; null, reported, where it is none. What <paramref name="others"/> name may stand beside it in the mapping.</summary>
    public static (Rational Place, Boundary Sense)? Read(YamlNode node, string name, Func<Field, Rational?> value, params string[] others)
    {
        if (node is YamlNode.Scalar { Text: var text } && text.StartsWith("above ", StringComparison.Ordinal))
        {
            node.Source.Report(node.Start, DiagnosticCode.Value, $"{name} is {Field.Quote(text)}", "a place such as 80 %, or { above: 80 % }", $"write {{ above: {Field.Quote(text[6..]).Trim('\'')} }}");
            return null;
        }
        if (node is not YamlNode.Mapping)
            return node.Field(name) is { } field && value(field) is { } plain ? (plain, Boundary.AtOrAbove) : null;
        if (KeyReader.Of(node, $"a {name}", ["at", "above", .. others]) is not { } keys)
            return null;
        Boundary sense = keys.Has("above") ? Boundary.Above : Boundary.AtOrAbove;
        if (keys.Has("at") && keys.Has("above"))
        {
            node.Source.Report(node.Start, DiagnosticCode.KeyConflict, $"a {name} has both at and above", "at or above", "");
            return null;
        }
        return keys.RequireField(sense == Boundary.Above ? "above" : "at", "'at: 50 %' (50 % itself counts) or 'above: 50 %' (it does not)") is { } stated && value(stated) is { } place
            ? (place, sense)
            : null;
    }

    /// <summary>To which side all breakpoints of a list belong: <c>breakpoints: above</c> where those do not count themselves. Null, reported, for anything else.</summary>
    public static Boundary? Breakpoints(KeyReader keys) => keys.Has("breakpoints")
        ? keys.FindField("breakpoints")?.OneOf(("at_or_above", Boundary.AtOrAbove), ("above", Boundary.Above))
        : Boundary.AtOrAbove;
}
