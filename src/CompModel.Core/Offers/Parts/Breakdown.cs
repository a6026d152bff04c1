namespace CompModel;

/// <summary>
/// Exact amounts by part whose total is their sum, of one currency; a part that is not there is zero. Only <see cref="Rounded"/> leads to printed figures, and those add up, too.
/// </summary>
/// <typeparam name="TPart">The parts, such as <see cref="OfferPart"/>.</typeparam>
public sealed class Breakdown<TPart> : IEquatable<Breakdown<TPart>>
    where TPart : struct, Enum
{
    private readonly Dictionary<TPart, Amount> amounts;

    internal Breakdown(Currency currency, params IEnumerable<(TPart Part, Amount Amount)> amounts)
    {
        Currency = currency;
        this.amounts = Parts.ToDictionary(part => part, _ => Amount.Zero(currency));
        foreach ((TPart part, Amount amount) in amounts)
            this.amounts[part] += amount;
    }

    /// <summary>The parts, in their order.</summary>
    public static IReadOnlyList<TPart> Parts { get; } = Enum.GetValues<TPart>();

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>The amount of a part. Throws for a part that is not defined.</summary>
    public Amount this[TPart part] => amounts.TryGetValue(part, out Amount amount)
        ? amount
        : throw new ArgumentOutOfRangeException(nameof(part), part, $"It has {string.Join(", ", Parts)}.");

    /// <summary>The sum of the parts.</summary>
    public Amount Total => Parts.Aggregate(Amount.Zero(Currency), (sum, part) => sum + amounts[part]);

    /// <summary>Part by part, the sum.</summary>
    public static Breakdown<TPart> operator +(Breakdown<TPart> left, Breakdown<TPart> right) => new(left.Currency, Parts.Select(part => (part, left[part] + right[part])));

    /// <summary>Part by part, what the left has more.</summary>
    public static Breakdown<TPart> operator -(Breakdown<TPart> left, Breakdown<TPart> right) => new(left.Currency, Parts.Select(part => (part, left[part] - right[part])));

    /// <summary>The parts for printing, in multiples of a unit that add up to the rounded total, by largest remainder. Throws unless the unit is above zero.</summary>
    public Breakdown<TPart> Rounded(Rational unit)
    {
        Rational[] printed = Apportionment.LargestRemainder([.. Parts.Select(part => amounts[part].Value)], unit);
        return new(Currency, Parts.Select((part, i) => (part, new Amount(printed[i], Currency))));
    }

    /// <inheritdoc/>
    public bool Equals(Breakdown<TPart>? other) => other is not null && Currency == other.Currency && Parts.All(part => amounts[part] == other.amounts[part]);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Breakdown<TPart>);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(Currency.GetHashCode(), (hash, part) => HashCode.Combine(hash, amounts[part]));

    /// <summary>"Salary 100,000.00 USD; …; in all 150,000.00 USD", without parts of zero.</summary>
    public override string ToString() => string.Join("; ", [.. Parts.Where(part => amounts[part].Value.Sign != 0).Select(part => $"{part} {amounts[part]}"), $"in all {Total}"]);
}
