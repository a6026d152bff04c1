namespace CompModel.Tests;

/// <summary>Draws that follow from a seed alone (SplitMix64), on any machine: what a plan year of a given number looks like never changes by itself.</summary>
internal sealed class SeededDraws(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public long Between(long least, long most) => least + (long)(Next() % (ulong)(most - least + 1));

    public int Int(int least, int most) => (int)Between(least, most);

    /// <summary>True once in <paramref name="times"/> on average.</summary>
    public bool OneIn(int times) => Between(1, times) == 1;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Int(0, choices.Length - 1)];

    /// <summary>Some of the choices in their order, none twice.</summary>
    public T[] Some<T>(int count, params T[] choices)
    {
        var left = choices.ToList();
        while (left.Count > count)
            left.RemoveAt(Int(0, left.Count - 1));
        return [.. left];
    }

    private ulong Next()
    {
        ulong mixed = state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
