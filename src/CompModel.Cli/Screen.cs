using CompModel.Reports;
using Spectre.Console;

namespace CompModel.Cli;

/// <summary>Tables on a terminal, or as plain text where output is redirected.</summary>
internal sealed class Screen
{
    // Redirected text has no width of its own; this is wide enough for every table.
    private const int RedirectedWidth = 180;
    private readonly IAnsiConsole console;

    internal Screen(TextWriter output)
    {
        bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!terminal)
            console.Profile.Width = RedirectedWidth;
    }

    internal void Show(CostReport report)
    {
        console.MarkupLineInterpolated($"[bold]{report.Title}[/]");
        Show(report.Summary);
        foreach (ReportTable table in report.Tables)
            Show(table);
        console.WriteLine();
        console.MarkupLineInterpolated($"[grey]{report.Manifest}[/]");
    }

    internal void Show(ReportTable table)
    {
        bool words = table.Columns.Count == 1;
        var grid = new Table { Border = TableBorder.SimpleHeavy };
        grid.AddColumn(new TableColumn(Markup.Escape(table.Corner)));
        foreach (string column in table.Columns)
            grid.AddColumn(new TableColumn(Markup.Escape(Stacked(column))) { Alignment = words ? Justify.Left : Justify.Right, NoWrap = !words });
        foreach (ReportRow row in table.Rows)
            grid.AddRow([Cell(new string(' ', 2 * row.Indent) + row.Label, row.Emphasis), .. row.Cells.Select(cell => Cell(cell, row.Emphasis))]);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{table.Title}[/]");
        console.Write(grid);
        if (table.Note.Length > 0)
            console.MarkupLineInterpolated($"[grey]{table.Note}[/]");
    }

    internal void Write(string text) => console.Write(new Text(text));

    // Headings of several words stand on several lines, so that a table fits a terminal.
    private static string Stacked(string heading)
    {
        const int Wide = 12;
        var lines = new List<string> { "" };
        foreach (string word in heading.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= Wide && word.Length > 1)
                lines.Add(word);
            else
                lines[^1] = $"{lines[^1]} {word}".TrimStart();
        }
        return string.Join('\n', lines);
    }

    private static Markup Cell(string text, Emphasis emphasis)
    {
        string escaped = Markup.Escape(text);
        return new(emphasis switch
        {
            Emphasis.Heading => $"[bold blue]{escaped}[/]",
            Emphasis.Total or Emphasis.Subtotal => $"[bold]{escaped}[/]",
            _ => escaped,
        });
    }
}
