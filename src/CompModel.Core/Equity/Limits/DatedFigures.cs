using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CompModel;

/// <summary>
/// Figures by name and year, each with its source: what <see cref="PayrollLimits"/> and <see cref="PayrollRates"/> have in common. Its text is CSV with a line of
/// names, <c>name,year,amount,source</c>; a field may stand in double quotes. Immutable.
/// </summary>
internal sealed class DatedFigures<TName, TValue>
    where TName : struct, Enum
    where TValue : struct
{
    private static readonly Dictionary<string, TName> Names = Enum.GetValues<TName>().ToDictionary(Word, StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<(TName Name, int Year), (TValue Value, string Source)> figures;

    private DatedFigures(ImmutableSortedDictionary<(TName, int), (TValue, string)> figures) => this.figures = figures;

    /// <summary>A figure and its source. Throws for a year that is not there, naming those that are.</summary>
    internal (TValue Value, string Source) At(TName name, int year)
    {
        if (figures.TryGetValue((name, year), out (TValue, string) found))
            return found;
        int[] years = [.. figures.Keys.Where(key => key.Name.Equals(name)).Select(key => key.Year)];
        string there = years.Length == 0 ? "of no year" : $"of {string.Join(", ", years)}";
        string hint = string.Create(CultureInfo.InvariantCulture, $"give your own by With({typeof(TName).Name}.{name}, {year}, …)");
        throw new ArgumentOutOfRangeException(nameof(year), year, string.Create(CultureInfo.InvariantCulture, $"There is no {Word(name)} of {year} here, but {there}: {hint}."));
    }

    /// <summary>Whether there is a figure.</summary>
    internal bool Has(TName name, int year) => figures.ContainsKey((name, year));

    /// <summary>A copy with a figure more, or another in its place. Throws without a source, for an unknown name, and for years outside 1900 to 2199.</summary>
    internal DatedFigures<TName, TValue> With(TName name, int year, TValue value, string source)
    {
        if (!Enum.IsDefined(name))
            throw new ArgumentOutOfRangeException(nameof(name), name, $"A figure is one of {string.Join(", ", Names.Keys)}.");
        if (year is < 1900 or > 2199)
            throw new ArgumentOutOfRangeException(nameof(year), year, "Years are from 1900 to 2199.");
        if (string.IsNullOrWhiteSpace(source))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Word(name)} of {year} has no source: say which notice, law or estimate it is from."), nameof(source));
        return new(figures.SetItem((name, year), (value, source)));
    }

    /// <summary>A table from its text, numbers read by <paramref name="read"/>, which answers null for what is none. Throws <see cref="FormatException"/> with line and finding.</summary>
    internal static DatedFigures<TName, TValue> Parse(string text, string column, Func<string, TValue?> read)
    {
        DatedFigures<TName, TValue> table = new(ImmutableSortedDictionary<(TName, int), (TValue, string)>.Empty);
        string[] lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        if (lines[0].Trim() != $"name,year,{column},source")
            throw new FormatException($"Line 1: found '{lines[0].Trim()}', expected 'name,year,{column},source'.");
        for (int i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            string at = string.Create(CultureInfo.InvariantCulture, $"Line {i + 1}: ");
            if (Fields(lines[i]) is not [string word, string yearText, string valueText, string source])
                throw new FormatException($"{at}expected four fields, name, year, {column} and source; a field with a comma stands in double quotes.");
            if (!Names.TryGetValue(word, out TName name))
                throw new FormatException($"{at}found '{word}', expected one of {string.Join(", ", Names.Keys)}.");
            if (!int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 1900 or > 2199)
                throw new FormatException($"{at}found '{yearText}', expected a year from 1900 to 2199.");
            if (read(valueText) is not { } value)
                throw new FormatException($"{at}found '{valueText}', expected {(column == "rate" ? "a rate from 0 % to 100 %, such as 6.2 %" : "an amount of at least zero, such as 24500")}.");
            if (source.Length == 0)
                throw new FormatException($"{at}{word} of {yearText} has no source.");
            if (table.figures.ContainsKey((name, year)))
                throw new FormatException($"{at}{word} of {yearText} stands here a second time.");
            table = table.With(name, year, value, source);
        }
        return table;
    }

    /// <summary>The table that ships with the assembly under a name.</summary>
    internal static string Shipped(string resource)
    {
        using Stream stream = typeof(DatedFigures<,>).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its table {resource}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // CatchUp60To63 is catch_up_60_to_63.
    private static string Word(TName name)
    {
        StringBuilder word = new();
        string text = name.ToString();
        for (int i = 0; i < text.Length; i++)
        {
            if (i > 0 && (char.IsUpper(text[i]) || (char.IsDigit(text[i]) && !char.IsDigit(text[i - 1]))))
                word.Append('_');
            word.Append(char.ToLowerInvariant(text[i]));
        }
        return word.ToString();
    }

    // A doubled quote inside quotes is one.
    private static List<string> Fields(string line)
    {
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[++i]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
                Close();
            else
                field.Append(line[i]);
        }
        Close();
        return quoted ? [] : fields;

        void Close()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }
}
