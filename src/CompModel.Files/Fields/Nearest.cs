namespace CompModel.Files;

/// <summary>Which of some known words a misspelt one was probably meant to be.</summary>
internal static class Nearest
{
    /// <summary>"did you mean 'weight'?", or nothing where no word is near.</summary>
    public static string Hint(string text, IEnumerable<string> words) => Of(text, words) is { } word ? $"did you mean '{word}'?" : "";

    /// <summary>The nearest word if it is near: at most a third of its letters differ. Ties go to the first.</summary>
    public static string? Of(string text, IEnumerable<string> words)
    {
        // Longer than any known word: not worth the quadratic comparison.
        if (text.Length is 0 or > 64)
            return null;
        string plain = Plain(text);
        (string? nearest, int least) = (null, int.MaxValue);
        foreach (string word in words)
        {
            int distance = Distance(plain, Plain(word));
            if (distance < least && 3 * distance <= Math.Max(plain.Length, word.Length))
                (nearest, least) = (word, distance);
        }
        return nearest;
    }

    private static string Plain(string text) => text.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
