using System.Collections;
using System.Runtime.CompilerServices;

namespace CompModel.Tests;

/// <summary>A list that is equal to another of equal members and prints them, so that a failing case can be read.</summary>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Of))]
public sealed class EquatableList<T>(T[] items) : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public bool Equals(EquatableList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    public override int GetHashCode() => items.Length;

    public override string ToString() => $"[{string.Join(", ", items)}]";
}

public static class EquatableList
{
    public static EquatableList<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
