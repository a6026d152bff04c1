namespace CompModel.Reports;

/// <summary>How a row stands out.</summary>
public enum Emphasis
{
    /// <summary>A plain figure.</summary>
    None,

    /// <summary>A heading without figures.</summary>
    Heading,

    /// <summary>The sum of the indented rows below it.</summary>
    Subtotal,

    /// <summary>A total.</summary>
    Total,
}

/// <summary>A row of a table, ready to print.</summary>
/// <param name="Label">What the figures are of; data from files, to be escaped by whoever prints it.</param>
/// <param name="Cells">One text a column; empty where there is none.</param>
/// <param name="Indent">Depth, from 0.</param>
/// <param name="Emphasis">How it stands out.</param>
public sealed record ReportRow(string Label, IReadOnlyList<string> Cells, int Indent = 0, Emphasis Emphasis = Emphasis.None);

/// <summary>A table of a report, the same for console and HTML.</summary>
/// <param name="Title">The title.</param>
/// <param name="Corner">The heading of the labels' column.</param>
/// <param name="Columns">The headings of the figures' columns.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Note">What a reader must know to read it; empty for nothing.</param>
public sealed record ReportTable(string Title, string Corner, IReadOnlyList<string> Columns, IReadOnlyList<ReportRow> Rows, string Note = "")
{
    /// <summary>How many of the last columns hold words rather than figures: they begin at the left. A table with one column holds words anyway.</summary>
    public int WordColumns { get; init; }
}
