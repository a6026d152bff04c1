using System.Globalization;
using System.Text.RegularExpressions;
using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Which part of the year a statement is of, and how it is paid.</summary>
public sealed partial class SpanFacts
{
    [Theory]
    [InlineData("2026-Q2")]
    [InlineData("2026-H1")]
    [InlineData("2026-05")]
    [InlineData("2026")]
    public void The_statement_of_a_period_is_what_the_library_explains(string code)
    {
        using var folder = new PaidFolder();
        Case read = folder.Read();
        Assert.True(read.Year.TryPeriod(code, out MeasurementPeriod period));
        foreach (Participant person in read.Participants)
        {
            PaymentInputs inputs = read.InputsOf(person.Id);
            string expected = person.Statement(period, inputs.Credits).With(inputs.Corrections).Explain();
            if (!person.Plan.Payments.IsAsEarned)
                expected += "\n" + person.Ledger(read.Year, inputs).Explain(period.Days);
            Assert.Equal(expected, Ran.Tool("statement", folder.Path, "--period", code, "--participant", person.Id).Clean());
        }
    }

    [Fact]
    public void Somebody_paid_as_earned_is_told_of_no_payments()
    {
        using var folder = new PaidFolder();
        Assert.DoesNotContain("earned to paid", Ran.Tool("statement", folder.Path, "--through", "2026-12-31", "--participant", "A3").Clean(), StringComparison.Ordinal);
        Assert.DoesNotContain("corrections", Ran.Tool("statement", SampleFolder.Original, "--through", "2026-12-31").Clean(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-12-31", "2026-03-31")]
    [InlineData("2026-03-31", "2026-06-30")]
    [InlineData("2026-02-10", "2026-12-31")]
    public void A_change_foots_from_the_earlier_day_to_the_later(string from, string through)
    {
        using var folder = new PaidFolder();
        string text = Ran.Tool("statement", folder.Path, "--from", from, "--through", through, "--participant", "A1").Clean();
        string section = text[text.IndexOf("\nChange ", StringComparison.Ordinal)..text.IndexOf("\nFrom earned to paid", StringComparison.Ordinal)];
        decimal[][] rows = [.. section.Split('\n').Select(line => Cents().Matches(line).Select(match => decimal.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture)).ToArray()).Where(row => row.Length == 3)];
        // Two components, earned, paid; corrections and their sum where there are any.
        Assert.Equal(through == "2026-03-31" ? 4 : 6, rows.Length);
        Assert.All(rows, row => Assert.Equal(row[1], row[0] + row[2]));
        Assert.All(new[] { 0, 1, 2 }, column => Assert.Equal(rows[2][column], rows[0][column] + rows[1][column]));
        Case read = folder.Read();
        Assert.Equal(read.Participants[0].StatementThrough(Day(through), read.Year, read.InputsOf("A1").Credits).Earned.Value, rows[2][1]);
        Assert.Contains($"change from {from} to {through}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--through", "2026-06-30")]
    [InlineData("--period", "2026-Q2")]
    [InlineData("--from", "2026-03-31", "--through", "2026-06-30")]
    public void In_the_table_rows_foot_and_corrections_and_payments_have_columns(params string[] span)
    {
        using var folder = new PaidFolder();
        string table = Ran.Tool(["statement", folder.Path, .. span]).Clean();
        decimal[][] rows = [.. table.Split('\n').Where(line => Regex.IsMatch(line, "^  (A[0-9]|Total) "))
            .Select(line => Cents().Matches(line).Select(match => decimal.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture)).ToArray())];
        int incentive = span.Length == 4 ? 2 : 1;
        foreach (decimal[] row in rows)
        {
            Assert.Equal(row[0], row[incentive]);
            Assert.Equal(row[^3], row[incentive] + row[^4]);
            if (span.Length == 4)
                Assert.Equal(row[3], row[1] + row[2]);
        }
        Assert.All(Enumerable.Range(0, rows[0].Length), column => Assert.Equal(rows[^1][column], rows[..^1].Sum(row => row[column])));
        Assert.All(new[] { "corrections", "corrected", "paid", "accrued" }, word => Assert.Contains(word, table, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--period", "beside it", "--period", "2026-Q2", "--through", "2026-06-30")]
    [InlineData("--period", "beside it", "--period", "2026-Q2", "--from", "2026-06-30")]
    [InlineData("--period", "2026, 2026-H1, 2026-Q1 or 2026-01", "--period", "Q2 2026")]
    [InlineData("--period", "2026, 2026-H1, 2026-Q1 or 2026-01", "--period", "2025-Q4")]
    [InlineData("--from", "--through DATE", "--from", "2026-06-30")]
    [InlineData("--from", "a day before --through, 2026-06-30", "--from", "2026-06-30", "--through", "2026-06-30")]
    [InlineData("--from", "a date such as", "--from", "June", "--through", "2026-06-30")]
    [InlineData("--from", "2025-12-31, the day before it", "--from", "2025-12-30", "--through", "2026-06-30")]
    [InlineData("--through", "a day of the plan year", "--from", "2026-06-30", "--through", "2027-01-01")]
    [InlineData("--json", "ends in .json", "--through", "2026-06-30", "--json", "out.html")]
    [InlineData("--json", "a folder that exists", "--through", "2026-06-30", "--json", "no/such/out.json")]
    public void Options_that_name_no_span_or_two_are_refused(string option, string allowed, params string[] options)
    {
        Ran ran = Ran.Tool(["statement", SampleFolder.Original, .. options]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        string complaint = Assert.Single(ran.Complaints);
        Assert.StartsWith($"compmodel: error E_OPTION: {option} is '", complaint, StringComparison.Ordinal);
        Assert.Contains(allowed, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_wrote_is_printed_as_they_wrote_it()
    {
        using var folder = new PaidFolder();
        string file = folder.File("adjustments.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Deal D2 was paid at last year's rates; the difference goes back, as agreed in April\"", "\"=HYPERLINK(\"\"x\"\") [red]Deal D2 at the old rate card[/]\"", StringComparison.Ordinal));
        Assert.Contains(
            "    =HYPERLINK(\"x\") [red]Deal D2 at the old rate card[/]; reference CASE-118;\n      approved by M. Ito\n",
            Ran.Tool("statement", folder.Path, "--period", "2026-Q2", "--participant", "A1").Clean(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_of_a_statement_is_wider_than_a_hundred_columns()
    {
        using var folder = new PaidFolder();
        foreach (string id in (string[])["A1", "A2", "A3"])
            Assert.All(Ran.Tool("statement", folder.Path, "--through", "2026-12-31", "--participant", id).Clean().Split('\n'), line => Assert.True(line.Length <= 100, line));
        foreach (string id in (string[])["M1", "R01", "R12", "R29"])
            Assert.All(Ran.Tool("statement", SampleFolder.Original, "--through", "2026-12-31", "--participant", id).Clean().Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    [GeneratedRegex(@"-?[0-9,]+\.[0-9]{2}(?![0-9])")]
    private static partial Regex Cents();
}
