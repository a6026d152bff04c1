namespace CompModel.Files;

/// <summary>One record of a CSV file: its fields, and where it starts.</summary>
internal sealed class CsvRecord(CsvTable table, int start, string[] fields)
{
    /// <summary>The field of a column; empty where the file has no such column.</summary>
    public Field this[string column]
    {
        get
        {
            int index = table.IndexOf(column);
            return new(table.Source, column, index < 0 ? "" : fields[index], start, Math.Max(index, 0));
        }
    }

    /// <summary>
    /// Where the nth field of a record starts. Walks the record again, which is cheaper than keeping places that only diagnostics need.
    /// </summary>
    public static int FieldStart(string text, int start, int index)
    {
        int at = start;
        for (; index > 0; index--)
        {
            bool quoted = at < text.Length && text[at] == '"';
            if (quoted)
                at++;
            while (at < text.Length && (quoted || text[at] is not (',' or '\r' or '\n')))
            {
                // A doubled quote toggles twice, so what follows it is still inside.
                if (text[at] == '"')
                    quoted = !quoted;
                at++;
            }
            if (at >= text.Length || text[at] != ',')
                return at;
            at++;
        }
        return at;
    }
}
