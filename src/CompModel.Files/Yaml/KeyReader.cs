namespace CompModel.Files;

/// <summary>A mapping whose keys are known: reports every other one, with the nearest that is.</summary>
internal sealed class KeyReader
{
    private readonly YamlNode.Mapping mapping;
    private readonly YamlNode.Mapping? basis;
    private readonly string what;

    private KeyReader(string what, YamlNode.Mapping mapping, YamlNode.Mapping? basis)
    {
        this.what = what;
        this.mapping = mapping;
        this.basis = basis;
    }

    /// <summary>Where the mapping stands.</summary>
    public YamlNode Node => mapping;

    /// <summary>The keys that are there, in the order of the file.</summary>
    public IEnumerable<string> Keys => mapping.Entries.Select(entry => entry.Key.Text);

    /// <summary>The keys of a mapping; null, reported, for anything else. What a basis says holds where the mapping says nothing.</summary>
    public static KeyReader? Of(YamlNode node, string what, string[] keys, YamlNode.Mapping? basis = null)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            node.Source.Report(node.Start, DiagnosticCode.Type, $"{what} is {node.Kind}", $"the keys {string.Join(", ", keys)}", "");
            return null;
        }
        foreach ((YamlNode.Scalar key, _) in mapping.Entries.Where(entry => !keys.Contains(entry.Key.Text, StringComparer.Ordinal)))
        {
            node.Source.Report(
                key.Start, DiagnosticCode.KeyUnknown, $"{what} has the key {Field.Quote(key.Text)}", $"keys among {string.Join(", ", keys)}",
                KeyNames.Hint(key.Text, keys));
        }
        return new(what, mapping, basis);
    }

    /// <summary>What a key stands for; null where it is not there.</summary>
    public YamlNode? Find(string key) => Find(mapping, key) ?? (basis is null ? null : Find(basis, key));

    /// <summary>What a key stands for; null, reported, where it is not there.</summary>
    public YamlNode? Require(string key, string expected)
    {
        if (Find(key) is { } node)
            return node;
        mapping.Source.Report(mapping.Start, DiagnosticCode.KeyMissing, $"{what} has no key '{key}'", expected, "");
        return null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public Field? RequireField(string key, string expected) => Require(key, expected)?.Field(key);

    /// <summary>The value of a key that may be absent.</summary>
    public Field? FindField(string key) => Find(key)?.Field(key);

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Reports each of some keys that is there and has no place beside what else is said; whether there was any.</summary>
    public bool Refuse(string[] idle, string beside, string expected, string hint)
    {
        bool any = false;
        foreach (string key in idle)
        {
            if (Find(key) is not { } node)
                continue;
            node.Source.Report(node.Start, DiagnosticCode.KeyConflict, $"{key} {beside}", expected, hint);
            any = true;
        }
        return any;
    }

    /// <summary>The one of some keys that is there; null where there is none. Every further one is reported.</summary>
    public string? Single(string[] rivals, string hint)
    {
        string[] there = [.. rivals.Where(Has)];
        if (there.Length > 1)
            Refuse(there[1..], $"beside {there[0]}", "one of the two", hint);
        return there.FirstOrDefault();
    }

    private static YamlNode? Find(YamlNode.Mapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;
}
