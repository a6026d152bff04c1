using System.Globalization;
using NodaTime;

namespace CompModel.Samples;

/// <summary>Lines of CSV, invariant, ended by LF.</summary>
internal sealed class Csv(string header)
{
    private readonly List<string> lines = [header];

    /// <summary>Adds a record.</summary>
    public void Add(params object?[] fields) => lines.Add(string.Join(',', fields.Select(Text)));

    /// <summary>The file.</summary>
    public override string ToString() => string.Concat(lines.Select(line => line + "\n"));

    private static string Text(object? field) => field switch
    {
        null => "",
        LocalDate date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text when text.AsSpan().IndexOfAny(",\"\n") >= 0 => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        var other => other.ToString()!,
    };
}
