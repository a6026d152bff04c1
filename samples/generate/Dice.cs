namespace CompModel.Samples;

/// <summary>
/// A seeded source of choices, SplitMix64, named by what it decides: a person added or a question more changes nobody else's answers.
/// Whole numbers and decimals alone, so that every machine writes the same bytes.
/// </summary>
public sealed class Dice
{
    private ulong state;

    /// <summary>The dice of a name.</summary>
    public Dice(string name)
    {
        // FNV-1a spreads the names; their characters are ASCII.
        state = 14695981039346656037;
        foreach (char c in "2026/" + name)
            state = (state ^ c) * 1099511628211;
    }

    /// <summary>A whole number from least to most, both included.</summary>
    public int Whole(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>One of some things.</summary>
    public T OneOf<T>(params IReadOnlyList<T> things) => things[Whole(0, things.Count - 1)];

    /// <summary>Bell-shaped around zero, standard deviation 1, at most 6: twelve uniforms less their mean, in steps of a thousandth.</summary>
    public decimal Bell() => Enumerable.Range(0, 12).Sum(_ => Whole(0, 1000)) / 1000m - 6m;

    private ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
