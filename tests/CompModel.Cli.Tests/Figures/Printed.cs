using System.Globalization;
using CompModel.Reports;

namespace CompModel.Tests;

/// <summary>Figures read back from a printed table, as somebody with a calculator would.</summary>
internal static class Printed
{
    internal static ReportRow Row(this ReportTable table, string label) => Assert.Single(table.Rows, row => row.Label == label);

    internal static string Cell(this ReportTable table, ReportRow row, string column)
    {
        int index = table.Columns.ToList().IndexOf(column);
        Assert.True(index >= 0, $"'{table.Title}' has no column '{column}'");
        return row.Cells[index];
    }

    /// <summary>A printed number; null for an empty cell or a dash.</summary>
    internal static decimal? Number(string cell) => cell is "" or "–" ? null : decimal.Parse(
        cell.Replace('−', '-').TrimEnd('%', ' '), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    internal static decimal? Number(this ReportTable table, ReportRow row, string column) => Number(table.Cell(row, column));

    /// <summary>The rows one level deeper that follow a row, down to the next row that is not deeper.</summary>
    internal static List<ReportRow> Below(this ReportTable table, ReportRow row) =>
        [.. table.Rows.SkipWhile(other => !ReferenceEquals(other, row)).Skip(1).TakeWhile(other => other.Indent > row.Indent).Where(other => other.Indent == row.Indent + 1)];
}
