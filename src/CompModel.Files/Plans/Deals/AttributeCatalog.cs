namespace CompModel.Files;

/// <summary>
/// What is known of a deal and plans name: product, term_months, discount, and any other column of deals.csv, which is text or number as the plan takes it. A column
/// that plans name must be there.
/// </summary>
internal sealed class AttributeCatalog
{
    private static readonly Dictionary<string, bool> Known = new(StringComparer.Ordinal)
    {
        [DealAttribute.Product.Name] = false,
        [DealAttribute.TermMonths.Name] = true,
        [DealAttribute.Discount.Name] = true,
    };

    private readonly SortedDictionary<string, bool> used = new(StringComparer.Ordinal);

    /// <summary>The names in use.</summary>
    public IEnumerable<string> Names => used.Keys;

    /// <summary>Those in use besides what deals.csv knows anyway, and whether they are numbers.</summary>
    public IEnumerable<(string Name, bool IsNumber)> Others => used.Where(each => !Known.ContainsKey(each.Key)).Select(each => (each.Key, each.Value));

    /// <summary>Whether an attribute is a number; what no plan looks at is a text.</summary>
    public bool IsNumber(string name) => Known.TryGetValue(name, out bool kind) ? kind : used.GetValueOrDefault(name);

    /// <summary>The attribute that a field names, as text or as number; null, reported, where it cannot be one.</summary>
    public DealAttribute? Find(Field field, bool isNumber)
    {
        if (field.Id() is not { } name)
            return null;
        if (DealFile.IsColumnOfItsOwn(name))
        {
            field.Report(DiagnosticCode.Value, field.Found, $"something known of a deal, such as {string.Join(", ", Known.Keys)}", "this column of deals.csv has a meaning of its own");
            return null;
        }
        if (!Known.TryGetValue(name, out bool kind) && !used.TryGetValue(name, out kind))
            kind = isNumber;
        if (kind != isNumber)
        {
            field.Report(
                DiagnosticCode.KeyConflict, $"{field.Found}, which is a {(kind ? "number" : "text")}", kind ? "from: places of the number, such as { 24: 1.25 }" : "values: texts, such as { Cloud: 1.25 }");
            return null;
        }
        used[name] = isNumber;
        return name == DealAttribute.Product.Name ? DealAttribute.Product
            : name == DealAttribute.TermMonths.Name ? DealAttribute.TermMonths
            : name == DealAttribute.Discount.Name ? DealAttribute.Discount
            : DealAttribute.Named(name);
    }
}
