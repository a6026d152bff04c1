using System.Collections;

namespace CompModel;

/// <summary>Which deals stand behind a line: those that moved the position between two places. Found when it is asked for.</summary>
internal sealed class CreditSpan : IReadOnlyList<string>, IEquatable<CreditSpan>
{
    private readonly DealMoves moves;
    private readonly Rational? from, to;
    private string[]? found;

    private CreditSpan(DealMoves moves, Rational? from, Rational? to)
    {
        this.moves = moves;
        this.from = from;
        this.to = to;
    }

    /// <summary>No deal.</summary>
    internal static CreditSpan None { get; } = new(DealMoves.None, null, null);

    public int Count => Found.Length;

    public string this[int index] => Found[index];

    private string[] Found => found ??= [.. Find().Distinct(StringComparer.Ordinal)];

    /// <summary>The deals, in order, that moved the position within some bounds; without a bound, as far as they went.</summary>
    internal static CreditSpan Of(DealMoves moves, Rational? from = null, Rational? to = null) => new(moves, from, to);

    /// <summary>How much each deal moved the position inside the bounds, downwards below zero; of a single place, 1 for who crossed it and −1 for who went back.</summary>
    internal IEnumerable<(string Reference, Rational Inside)> Shares()
    {
        Rational before = Rational.Zero;
        foreach ((string reference, Rational amount) in moves.InOrder)
        {
            Rational after = before + amount, inside = Inside(before, after);
            if (inside.Sign != 0)
                yield return (reference, inside);
            before = after;
        }
    }

    public bool Equals(CreditSpan? other) => other is not null && Found.AsSpan().SequenceEqual(other.Found);

    public override bool Equals(object? obj) => Equals(obj as CreditSpan);

    public override int GetHashCode() => Found.Length;

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)Found).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<string> Find() => Shares().Select(share => share.Reference);

    private Rational Inside(Rational before, Rational after)
    {
        if (from is { } place && place == to)
            return (before < place && place <= after ? 1 : 0) - (after < place && place <= before ? 1 : 0);
        return Bounded(after) - Bounded(before);
    }

    private Rational Bounded(Rational at)
    {
        if (from is { } low && at < low)
            return low;
        return to is { } high && at > high ? high : at;
    }
}
