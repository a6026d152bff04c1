using System.Globalization;
using System.Text;

namespace CompModel.Files;

/// <summary>
/// A piece of text at a place in a file, and the name of the column or key it stands for: what every typed reader starts from. Readers answer null
/// after reporting what is wrong, so that the rest is still checked.
/// </summary>
/// <param name="Source">The file.</param>
/// <param name="Name">The column or key.</param>
/// <param name="Text">The text, without quotes.</param>
/// <param name="Start">Where the text starts in the file; for a CSV field, where its record does.</param>
/// <param name="Index">For a CSV field, its place in the record, by which its start is found when it is needed; otherwise −1.</param>
internal readonly record struct Field(SourceText Source, string Name, string Text, int Start, int Index = -1)
{
    private const int MostQuoted = 40;

    public bool IsEmpty => Text.Length == 0;

    /// <summary>Where the field starts, with its quote.</summary>
    public int Offset => Index < 0 ? Start : CsvRecord.FieldStart(Source.Text, Start, Index);

    /// <summary>Reports a problem of the field, or of one character of it.</summary>
    public void Report(string code, string found, string expected, string hint = "", int at = 0, Severity severity = Severity.Error)
    {
        int offset = Offset;
        bool quoted = at > 0 && offset < Source.Text.Length && Source.Text[offset] is '"' or '\'';
        Source.Report(offset + at + (quoted ? 1 : 0), code, found, expected, hint, severity);
    }

    /// <summary>"quota is '1E+06'".</summary>
    public string Found => IsEmpty ? $"{Name} is empty" : $"{Name} is {Quote(Text)}";

    /// <summary>The text if there is any; otherwise null, reported.</summary>
    public string? Required(string expected)
    {
        if (!IsEmpty)
            return Text;
        Report(DiagnosticCode.ValueMissing, Found, expected);
        return null;
    }

    /// <summary>One of some words; null, reported, for any other.</summary>
    public T? OneOf<T>(params (string Word, T Value)[] words)
        where T : struct
    {
        string text = Text;
        foreach ((string word, T value) in words)
        {
            if (word == text)
                return value;
        }
        string[] all = [.. words.Select(word => word.Word)];
        Report(IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.Value, Found, string.Join(" or ", all), Nearest.Hint(text, all));
        return null;
    }

    /// <summary>Text in single quotes, cut short, with everything that cannot be seen as a code point.</summary>
    public static string Quote(string text)
    {
        var shown = new StringBuilder("'");
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (count++ == MostQuoted)
                return shown.Append("…'").ToString();
            bool visible = rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
            shown.Append(visible ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"));
        }
        return shown.Append('\'').ToString();
    }
}
