using CompModel.Files;

namespace CompModel.Tests;

/// <summary>A text with a caret wherever a problem is expected: places are seen, not counted.</summary>
internal sealed class Marked
{
    private readonly List<(int Line, int Column)> places = [];

    public Marked(string marked)
    {
        Text = marked.Replace("^", "", StringComparison.Ordinal);
        (int line, int column) = (1, 1);
        foreach (char c in marked)
        {
            if (c == '^')
                places.Add((line, column));
            else
                (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
        }
    }

    /// <summary>The text without its carets.</summary>
    public string Text { get; }

    /// <summary>Codes at the carets, in order; what already has a place stays as it is.</summary>
    public string Expected(string codes)
    {
        var left = new Queue<(int Line, int Column)>(places);
        string[] all = [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code =>
            code.EndsWith(')') ? code : FormattableString.Invariant($"{code}({left.Peek().Line},{left.Dequeue().Column})"))];
        Assert.Empty(left);
        return string.Join(' ', all);
    }

    /// <summary>The first occurrence of some text changed.</summary>
    public static string Changed(string text, string good, string bad)
    {
        int at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, good);
        return text[..at] + bad + text[(at + good.Length)..];
    }

    /// <summary>Codes and places, those of one file first and without its name.</summary>
    public static string Places(IEnumerable<Diagnostic> found, string file) => string.Join(' ', found.OrderBy(diagnostic => diagnostic.File == file ? 0 : 1).Select(diagnostic =>
        FormattableString.Invariant($"{(diagnostic.File == file ? "" : diagnostic.File + ":")}{diagnostic.Code}({diagnostic.Line},{diagnostic.Column})")));
}
