using System.Collections;

namespace CompModel;

/// <summary>Which deals stand behind a line: those that moved the position between two places. Found when it is asked for.</summary>
internal sealed class CreditSpan : IReadOnlyList<string>, IEquatable<CreditSpan>
{
    private readonly DealMoves moves;
    private readonly object? bounds;
    private readonly int tier;
    private readonly bool isReached;
    private string[]? found;

    private CreditSpan(DealMoves moves, object? bounds, int tier = 0, bool isReached = false)
    {
        this.moves = moves;
        this.bounds = bounds;
        this.tier = tier;
        this.isReached = isReached;
    }

    private sealed record Places(Rational? From, Rational? To);

    /// <summary>No deal.</summary>
    internal static CreditSpan None { get; } = new(DealMoves.None, null);

    public int Count => Found.Length;

    public string this[int index] => Found[index];

    private string[] Found => found ??= [.. Find().Distinct(StringComparer.Ordinal)];

    /// <summary>The deals, in order, that moved the position within some bounds; without a bound, as far as they went.</summary>
    internal static CreditSpan Of(DealMoves moves, Rational? from = null, Rational? to = null) => new(moves, from is null && to is null ? null : new Places(from, to));

    /// <summary>
    /// The deals that moved the position inside a tier of a table. The first tier holds what lies below zero, too, and the last that is reached whatever went further up and
    /// came back.
    /// </summary>
    internal static CreditSpan In(RateTable table, int tier, bool isReached, DealMoves moves) => new(moves, table, tier, isReached);

    // Statements are made by the million and few are asked which deals stand behind a line: the bounds are looked up then.
    private Places Bounds => bounds switch
    {
        Places places => places,
        RateTable table => new(tier == 0 ? null : table.Pieces[tier].From, isReached ? null : table.Pieces[tier + 1].From),
        _ => new(null, null),
    };

    /// <summary>How much each deal moved the position inside the bounds, downwards below zero; of a single place, 1 for who crossed it and −1 for who went back.</summary>
    internal IEnumerable<(string Reference, Rational Inside)> Shares()
    {
        Rational before = Rational.Zero;
        Places within = Bounds;
        foreach ((string reference, Rational amount) in moves.InOrder)
        {
            Rational after = before + amount, inside = Inside(within, before, after);
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

    private static Rational Inside(Places within, Rational before, Rational after)
    {
        if (within.From is { } place && place == within.To)
            return (before < place && place <= after ? 1 : 0) - (after < place && place <= before ? 1 : 0);
        return Bounded(within, after) - Bounded(within, before);
    }

    private static Rational Bounded(Places within, Rational at)
    {
        if (within.From is { } low && at < low)
            return low;
        return within.To is { } high && at > high ? high : at;
    }
}
