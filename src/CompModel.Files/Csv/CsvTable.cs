using System.Globalization;
using Sylvan.Data.Csv;

namespace CompModel.Files;

/// <summary>
/// A CSV file by RFC 4180: commas, a header, quotes doubled inside quotes. Columns stand in any order under their exact names; empty lines are
/// skipped. What does not fit is reported and left out of <see cref="Records"/>.
/// </summary>
internal sealed class CsvTable
{
    internal const int MostFieldLength = 32_767;
    internal const int MostRecords = 1_000_000;

    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<CsvRecord> records = [];

    private CsvTable(SourceText source) => Source = source;

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The records, in the order of the file.</summary>
    public IReadOnlyList<CsvRecord> Records => records;

    /// <summary>Whether every record of the file is among <see cref="Records"/>; otherwise what was refused may be what another file refers to.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Reads a file that has all of some columns and may have others. Null, reported, where the header does not allow to go on.</summary>
    public static CsvTable? Read(SourceText source, string[] required, string[] optional)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            source.Report(0, DiagnosticCode.EmptyFile, "the file is empty", $"a header with the columns {string.Join(", ", required)}", "");
            return null;
        }
        var table = new CsvTable(source);
        return table.ReadRecords(required, optional) ? table : null;
    }

    /// <summary>The place of a column in a record; −1 where the file does not have it.</summary>
    public int IndexOf(string column) => columns.GetValueOrDefault(column, -1);

    private bool ReadRecords(string[] required, string[] optional)
    {
        // The comment character is one that no text has here: a name may start with '#'.
        using var reader = CsvDataReader.Create(new StringReader(Source.Text), new CsvDataReaderOptions
        {
            HasHeaders = false, Delimiter = ',', CsvStyle = CsvStyle.Standard, Comment = '\uFFFF', MaxBufferSize = Math.Max(Source.Text.Length + 1, 1 << 16),
        });
        int start = 0;
        try
        {
            for (bool header = true; reader.Read(); start += reader.GetRawRecordSpan().Length)
            {
                if (reader.RowFieldCount == 1 && reader.GetRawRecordSpan().Trim("\r\n").IsEmpty)
                    continue;
                string[]? fields = Fields(reader, start);
                if (header && (fields is null || !ReadHeader(fields, start, required, optional)))
                    return false;
                IsComplete &= fields is not null;
                if (!header && fields is not null && !Keep(fields, start))
                    break;
                header = false;
            }
        }
        catch (CsvFormatException e)
        {
            IsComplete = false;
            Source.Report(
                CsvRecord.FieldStart(Source.Text, start, Math.Max(e.FieldOrdinal, 0)), DiagnosticCode.CsvQuote, "a quote that is not closed before the next comma or line",
                "a field that ends with its quote", "double a quote that is part of the text: \"\"");
        }
        return columns.Count > 0;
    }

    private bool Keep(string[] fields, int start)
    {
        if (fields.Length != columns.Count)
        {
            IsComplete = false;
            Source.Report(
                start, DiagnosticCode.CsvFields, string.Create(CultureInfo.InvariantCulture, $"the record has {fields.Length} field(s)"),
                string.Create(CultureInfo.InvariantCulture, $"{columns.Count}, as in the header"), "text with a comma or a line break stands in quotes");
            return true;
        }
        if (records.Count == MostRecords)
        {
            IsComplete = false;
            Source.Report(start, DiagnosticCode.Limit, "the file has more than 1,000,000 records", "at most 1,000,000", "");
            return false;
        }
        records.Add(new(this, start, fields));
        return true;
    }

    private string[]? Fields(CsvDataReader reader, int start)
    {
        string[] fields = new string[reader.RowFieldCount];
        bool good = true;
        for (int i = 0; i < fields.Length; i++)
        {
            if (reader.GetFieldSpan(i).Length > MostFieldLength)
            {
                Source.Report(
                    CsvRecord.FieldStart(Source.Text, start, i), DiagnosticCode.Limit, "a field of more than 32,767 characters",
                    "at most 32,767, as in Excel", "");
                good = false;
                continue;
            }
            fields[i] = reader.GetString(i);
            // The parser lets a bare quote pass inside a field that does not start with one.
            if (fields[i].Contains('"', StringComparison.Ordinal) && CsvRecord.FieldStart(Source.Text, start, i) is var at && Source.Text[at] != '"')
            {
                Source.Report(
                    at + fields[i].IndexOf('"', StringComparison.Ordinal), DiagnosticCode.CsvQuote, "a quote inside a field that does not start with one",
                    "a quoted field", "write \"An\"\"n\" for An\"n");
                good = false;
            }
        }
        return good ? fields : null;
    }

    private bool ReadHeader(string[] names, int start, string[] required, string[] optional)
    {
        string[] known = [.. required, .. optional];
        bool good = true;
        // A file without its header begins with somebody's data, which is not for a log.
        if (names.Length > 1 && !names.Intersect(known, StringComparer.Ordinal).Any())
        {
            Source.Report(start, DiagnosticCode.ColumnMissing, "the first line names none of the columns", $"a header with the columns {string.Join(", ", required)}", "put the header line back");
            return false;
        }
        for (int i = 0; i < names.Length; i++)
        {
            var field = new Field(Source, "the header", names[i], start, i);
            if (!known.Contains(names[i], StringComparer.Ordinal))
            {
                string hint = names.Length == 1 && names[i].Any(c => c is ';' or '\t' or '|')
                    ? "the fields are not separated by commas: save the file with commas"
                    : Nearest.Hint(names[i], known.Except(names, StringComparer.Ordinal));
                field.Report(
                    DiagnosticCode.ColumnUnknown, $"column {Field.Quote(names[i])} is not known", $"columns among {string.Join(", ", known)}",
                    hint);
                good = false;
            }
            else if (!columns.TryAdd(names[i], i))
            {
                field.Report(DiagnosticCode.ColumnDuplicate, $"column {names[i]} stands twice", "each column once", "");
                good = false;
            }
        }
        foreach (string name in required.Where(name => !columns.ContainsKey(name)))
        {
            Source.Report(start, DiagnosticCode.ColumnMissing, $"column {name} is missing", $"the columns {string.Join(", ", required)}", "");
            good = false;
        }
        return good;
    }
}
