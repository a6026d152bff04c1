using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CompModel.Tests;

/// <summary>A page of docs/ that shows a program of samples/ and what it prints. The test has the program once more, to run it; all three are held equal.</summary>
internal sealed class ExamplePage(string page, string program)
{
    private readonly string page = File.ReadAllText(Path.Combine(Root, "docs", page)), program = File.ReadAllText(Path.Combine(Root, "samples", program));

    /// <summary>The folder of the repository.</summary>
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    internal void ShowsProgram() =>
        Assert.Contains("```csharp\n" + program[program.IndexOf("using CompModel;\n", StringComparison.Ordinal)..].Trim() + "\n```", page, StringComparison.Ordinal);

    internal void Shows(string printed) => Assert.Contains("```\n" + printed + "```", page, StringComparison.Ordinal);

    /// <summary>The lines behind "// The program." of a test's own file are those of the program.</summary>
    internal void IsRunIn(string testFile)
    {
        string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        string[] here = Lines(File.ReadAllText(testFile)), its = Lines(program);
        int from = Array.IndexOf(here, "// The program.") + 1, first = Array.IndexOf(its, "using NodaTime;") + 1;
        Assert.Equal(its[first..], here[from..(from + its.Length - first)]);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

/// <summary>What a program writes to, in the place of the console.</summary>
internal sealed class PrintedLines
{
    private readonly StringBuilder written = new();

    internal string Text => written.ToString();

    internal void WriteLine(FormattableString line) => written.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
