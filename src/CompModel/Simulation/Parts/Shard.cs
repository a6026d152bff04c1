using System.Globalization;

namespace CompModel;

/// <summary>
/// One share of a run's work of several, such as 2/5: every chunk belongs to exactly one of the five. Shares are of about equal work; where a run has fewer
/// chunks than there are shards some are empty. Numbers count from 1. <c>default</c> is no shard. Throws outside 1 to <see cref="Of"/>, itself 1 to 10,000.
/// </summary>
public readonly record struct Shard
{
    /// <summary>The most shards that a run is shared out to.</summary>
    public const int Most = 10_000;

    /// <summary>The shard of a number out of so many.</summary>
    public Shard(int number, int of)
    {
        if (of is < 1 or > Most)
            throw new ArgumentOutOfRangeException(nameof(of), of, $"A run is shared out to 1 to {Most} shards.");
        if (number < 1 || number > of)
            throw new ArgumentOutOfRangeException(nameof(number), number, $"Shards of {of} are numbered 1 to {of}.");
        Number = number;
        Of = of;
    }

    /// <summary>All of a run.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>Which one, from 1.</summary>
    public int Number { get; }

    /// <summary>Of how many.</summary>
    public int Of { get; }

    /// <summary>As it is typed: "2/5".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    /// <summary>Reads "2/5". False for anything else.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        shard = default;
        string[] parts = text.Split('/');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of) || of is < 1 or > Most || number < 1 || number > of)
            return false;
        shard = new(number, of);
        return true;
    }

    /// <summary>The chunks, from 0, that fall to it of so many.</summary>
    internal IEnumerable<int> ChunksOf(int chunks)
    {
        int first = (int)((long)chunks * (Number - 1) / Of), end = (int)((long)chunks * Number / Of);
        return Enumerable.Range(first, end - first);
    }
}
