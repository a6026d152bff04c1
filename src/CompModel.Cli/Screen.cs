using CompModel.Reports;
using Spectre.Console;

namespace CompModel.Cli;

/// <summary>Tables on a terminal, or as plain text where output is redirected.</summary>
internal sealed class Screen
{
    // Redirected text has no width of its own; this is wide enough for every table.
    private const int RedirectedWidth = 180;

    // On a narrower terminal lines wrap where they end: a figure broken in two would be read as another one.
    private const int NarrowestWidth = 120;

    // Offers may be told over ten years, each a column.
    private const int ManyColumns = 8, WidthOfMany = 240;

    private static readonly Style Bold = new(decoration: Decoration.Bold), Heading = new(Color.Blue, decoration: Decoration.Bold), Grey = new(Color.Grey);

    private readonly IAnsiConsole console;

    internal Screen(TextWriter output)
    {
        bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        // What goes to a file is plain text, whatever the terminal or the build server could show.
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!terminal)
            console.Profile.Width = RedirectedWidth;
        else if (console.Profile.Width < NarrowestWidth)
            console.Profile.Width = NarrowestWidth;
    }

    internal void Show(CostReport report)
    {
        Line(report.Title, Bold);
        Show(report.Summary);
        foreach (ReportTable table in report.Tables)
            Show(table);
        console.WriteLine();
        foreach (string note in report.Notes)
            Line(note, Grey);
        Line(report.Manifest, Grey);
    }

    internal void Show(OfferReport report)
    {
        if (report.Tables.Any(table => table.Columns.Count > ManyColumns))
            console.Profile.Width = WidthOfMany;
        Line(report.Title, Bold);
        foreach (ReportTable table in report.Tables)
            Show(table);
        console.WriteLine();
        foreach (string note in report.Notes)
            Line(note, Grey);
        Line(report.Manifest, Grey);
    }

    internal void Show(ReportTable table)
    {
        bool words = table.Columns.Count == 1;
        var grid = new Table { Border = TableBorder.SimpleHeavy };
        grid.AddColumn(new TableColumn(new Text(table.Corner)));
        for (int i = 0; i < table.Columns.Count; i++)
        {
            bool left = words || i >= table.Columns.Count - table.WordColumns;
            grid.AddColumn(new TableColumn(new Text(left ? table.Columns[i] : Stacked(table.Columns[i]))) { Alignment = left ? Justify.Left : Justify.Right, NoWrap = !left });
        }
        foreach (ReportRow row in table.Rows)
            grid.AddRow([new Padder(Cell(row.Label, row.Emphasis), new Padding(2 * row.Indent, 0, 0, 0)), .. row.Cells.Select(cell => Cell(cell, row.Emphasis))]);
        console.WriteLine();
        Line(table.Title, Bold);
        console.Write(grid);
        if (table.Note.Length > 0)
            Line(table.Note, Grey);
    }

    // Headings of several words stand on several lines, so that a table fits a terminal.
    private static string Stacked(string heading)
    {
        const int Wide = 8;
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

    // Texts are data: never markup, in which brackets and ":names:" of emoji mean something.
    private void Line(string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }

    private static Text Cell(string text, Emphasis emphasis) => new(text, emphasis switch
    {
        Emphasis.Heading => Heading,
        Emphasis.Total or Emphasis.Subtotal => Bold,
        _ => Style.Plain,
    });
}
