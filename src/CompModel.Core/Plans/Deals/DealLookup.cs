namespace CompModel;

/// <summary>
/// From something known of a deal to what holds for it: a weight, a rate table, a kicker. By text (a product), or by number (a term, a discount), where the last
/// place that is reached decides. What a deal does not state has the value that is named for the rest.
/// </summary>
/// <typeparam name="T">What is looked up, equal by value.</typeparam>
public sealed class DealLookup<T> : IEquatable<DealLookup<T>>
{
    private readonly DealAttribute? attribute;
    private readonly (string Text, T Value)[] byText;
    private readonly (Rational From, T Value)[] byNumber;

    private DealLookup(DealAttribute? attribute, T otherwise, (string, T)[] byText, (Rational, T)[] byNumber)
    {
        this.attribute = attribute;
        Otherwise = otherwise;
        this.byText = byText;
        this.byNumber = byNumber;
    }

    /// <summary>What holds for every other deal.</summary>
    public T Otherwise { get; }

    /// <summary>What is looked at; null where all deals are alike.</summary>
    public DealAttribute? Attribute => attribute;

    /// <summary>Every value that may hold.</summary>
    public IEnumerable<T> Values => byText.Select(each => each.Value).Concat(byNumber.Select(each => each.Value)).Append(Otherwise);

    /// <summary>One value for all deals.</summary>
    public static DealLookup<T> Always(T value) => new(null, value, [], []);

    /// <summary>A value for each text of an attribute. Throws for a text that stands twice.</summary>
    public static DealLookup<T> ByText(DealAttribute attribute, T otherwise, params (string Text, T Value)[] values)
    {
        if (values.GroupBy(value => value.Text, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"A lookup has one value for each {attribute}; '{twice.Key}' stands twice.", nameof(values));
        return new(attribute, otherwise, [.. values], []);
    }

    /// <summary>A value from each number of an attribute on, at or above it; below the first, and for deals that state none, the rest's. Throws unless places rise.</summary>
    public static DealLookup<T> ByNumber(DealAttribute attribute, T below, params (Rational From, T Value)[] values)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i].From <= values[i - 1].From)
                throw new ArgumentException($"Places of {attribute} rise; {values[i].From} follows {values[i - 1].From}.", nameof(values));
        }
        return new(attribute, below, [], [.. values]);
    }

    /// <summary>What holds for a deal.</summary>
    public T Of(DealAttributes deal)
    {
        if (attribute is null)
            return Otherwise;
        if (deal.TextOf(attribute) is { } text)
        {
            foreach ((string known, T value) in byText)
            {
                if (known == text)
                    return value;
            }
        }
        else if (deal.NumberOf(attribute) is { } number)
        {
            for (int i = byNumber.Length - 1; i >= 0; i--)
            {
                if (number >= byNumber[i].From)
                    return byNumber[i].Value;
            }
        }
        return Otherwise;
    }

    /// <inheritdoc/>
    public bool Equals(DealLookup<T>? other) => other is not null && attribute == other.attribute && EqualityComparer<T>.Default.Equals(Otherwise, other.Otherwise)
        && byText.SequenceEqual(other.byText) && byNumber.SequenceEqual(other.byNumber);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DealLookup<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(attribute, Otherwise, byText.Length, byNumber.Length);

    /// <summary>"1.5 from 36 term_months, 1.25 from 24, otherwise 1".</summary>
    public override string ToString() => attribute is null
        ? $"{Otherwise}"
        : string.Join(", ", byText.Select(each => $"{each.Value} for {attribute} {each.Text}").Concat(byNumber.Select(each => $"{each.Value} from {attribute} {each.From}")).Append($"otherwise {Otherwise}"));
}
