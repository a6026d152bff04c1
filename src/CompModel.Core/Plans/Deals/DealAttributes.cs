using System.Collections.Immutable;

namespace CompModel;

/// <summary>What is known of a deal besides amount and date: a text or a number for each attribute. Equal by value.</summary>
public sealed class DealAttributes : IEquatable<DealAttributes>
{
    private readonly ImmutableSortedDictionary<string, (string? Text, Rational Number)> values;

    private DealAttributes(ImmutableSortedDictionary<string, (string?, Rational)> values) => this.values = values;

    /// <summary>Nothing is known.</summary>
    public static DealAttributes None { get; } = new(ImmutableSortedDictionary.Create<string, (string?, Rational)>(StringComparer.Ordinal));

    /// <summary>A copy in which an attribute is a text.</summary>
    public DealAttributes With(DealAttribute attribute, string text) => new(values.SetItem(attribute.Name, (text, Rational.Zero)));

    /// <summary>A copy in which an attribute is a number.</summary>
    public DealAttributes With(DealAttribute attribute, Rational number) => new(values.SetItem(attribute.Name, (null, number)));

    /// <summary>The text of an attribute; null where it is not known or a number.</summary>
    public string? TextOf(DealAttribute attribute) => values.TryGetValue(attribute.Name, out var value) ? value.Text : null;

    /// <summary>The number of an attribute; null where it is not known or a text.</summary>
    public Rational? NumberOf(DealAttribute attribute) =>
        values.TryGetValue(attribute.Name, out var value) && value.Text is null ? value.Number : null;

    /// <inheritdoc/>
    public bool Equals(DealAttributes? other) => other is not null && (ReferenceEquals(this, other) || values.SequenceEqual(other.values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DealAttributes);

    /// <inheritdoc/>
    public override int GetHashCode() => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value.Key, value.Value));

    /// <summary>"product Cloud, term_months 36".</summary>
    public override string ToString() => string.Join(", ", values.Select(value => $"{value.Key} {value.Value.Text ?? value.Value.Number.ToString()}"));
}
