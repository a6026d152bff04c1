using System.Globalization;

namespace CompModel;

/// <summary>Chunks as people count them, from 1, in spans: "1 to 4, 7".</summary>
internal static class ChunkText
{
    private const int MostSpans = 5;

    internal static string Of(IReadOnlyList<int> chunks)
    {
        var spans = new List<(int First, int Last)>();
        foreach (int chunk in chunks)
        {
            if (spans.Count > 0 && spans[^1].Last == chunk - 1)
                spans[^1] = (spans[^1].First, chunk);
            else
                spans.Add((chunk, chunk));
        }
        IEnumerable<string> texts = spans.Take(MostSpans).Select(span => span.First == span.Last
            ? string.Create(CultureInfo.InvariantCulture, $"{span.First + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"{span.First + 1} to {span.Last + 1}"));
        return string.Join(", ", texts) + (spans.Count > MostSpans ? " and others" : "");
    }
}
