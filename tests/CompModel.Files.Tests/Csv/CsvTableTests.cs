using CompModel.Files;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CompModel.Tests;

public sealed class CsvTableTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    // What CSV has to escape, and what it must not mind, one character in two.
    private static readonly Gen<string> Texts = Gen.Elements('"', ',', '\n', '\r', ' ', 'é', '#', 'x', '1').ArrayOf().Select(characters => new string(characters));

    [Property(MaxTest = 500, Replay = "(4271,9)")]
    public Property Every_field_is_read_back_and_found_where_it_was_written() => Prop.ForAll(
        Texts.ArrayOf(3).NonEmptyListOf().ToArbitrary(),
        records =>
        {
            var text = new System.Text.StringBuilder("a,b,c\r\n");
            var starts = new List<int>();
            foreach (string[] record in records)
            {
                for (int i = 0; i < 3; i++)
                {
                    starts.Add(text.Length);
                    bool plain = record[i].AsSpan().IndexOfAny(",\"\r\n") < 0 && record[i].Length % 2 == 1;
                    text.Append(plain ? record[i] : $"\"{record[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"").Append(i < 2 ? "," : "\n");
                }
            }
            var log = new DiagnosticLog();
            CsvTable table = CsvTable.Read(SourceText.Decode("t.csv", System.Text.Encoding.UTF8.GetBytes(text.ToString()), log)!, Names, [])!;
            Assert.Empty(log.Diagnostics);
            Assert.Equal(records.SelectMany(record => record), table.Records.SelectMany(record => Names.Select(name => record[name].Text)));
            Assert.Equal(starts, table.Records.SelectMany(record => Names.Select(name => record[name].Offset)));
            return true;
        });

    [Fact]
    public void Columns_stand_in_any_order_and_empty_lines_are_skipped()
    {
        CsvTable table = Read("c,a,b\n\n3,1,2\n\n")!;

        Assert.Equal("1 2 3", string.Join(' ', Names.Select(name => table.Records.Single()[name].Text)));
    }

    [Fact]
    public void Byte_order_mark_is_no_part_of_the_first_column()
    {
        Assert.NotNull(Read("\uFEFFa,b,c\n"));
    }

    [Fact]
    public void Semicolons_are_named()
    {
        Assert.Null(Read("a;b;c\n1;2;3\n", out DiagnosticLog log));
        Assert.Contains("not separated by commas", log.Diagnostics[0].Hint, StringComparison.Ordinal);
    }

    private static CsvTable? Read(string text) => Read(text, out _);

    private static CsvTable? Read(string text, out DiagnosticLog log)
    {
        log = new();
        return CsvTable.Read(SourceText.Decode("t.csv", System.Text.Encoding.UTF8.GetBytes(text), log)!, Names, []);
    }
}
