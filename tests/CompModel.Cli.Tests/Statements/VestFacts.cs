using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

/// <summary><c>compmodel vest</c>.</summary>
public sealed partial class VestFacts
{
    private static readonly string Sample = Path.Combine(SampleFolder.Original, "..", "equity-grants");
    private static readonly GrantBook Book = GrantBook.Read(Sample);
    private static readonly string[] Priced = ["--price", "42.5", "--currency", "USD"];

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("2025-08-31")]
    [InlineData("2026-06-30")]
    [InlineData("2031-09-02")]
    public void Rows_sum_to_holders_and_holders_to_the_total_and_all_is_what_the_library_says(string day)
    {
        LocalDate date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        (string Label, decimal[] Figures)[] rows = Summary(Ran.Tool(["vest", Sample, "--as-of", day, .. Priced]).Clean());
        Assert.Equal(7, rows[0].Figures.Length);
        decimal[] total = rows[^1].Figures;
        var grants = rows.Where(row => Book.Grants.Any(held => held.Grant.Id == row.Label)).ToArray();
        Assert.Equal(Book.Grants.Count, grants.Length);
        for (int i = 0; i < total.Length; i++)
        {
            Assert.Equal(total[i], grants.Sum(row => row.Figures[i]));
            Assert.Equal(2 * total[i], rows[..^1].Sum(row => row.Figures[i]));
        }
        foreach ((string id, decimal[] figures) in grants)
        {
            // Events after the day are not known on it.
            GrantActivity activity = Book.Grants.Single(held => held.Grant.Id == id).Activity;
            GrantBalance balance = activity.At(date);
            Assert.Equal([balance.Shares, balance.Vested, balance.Unvested], figures[..3].Select(figure => (Rational)figure));
            Assert.Equal(figures[0], figures[1] + figures[2] + figures[4]);
            Assert.Equal(balance.Vested * 42.5m, (Rational)figures[5]);
        }
    }

    [Fact]
    public void Without_a_day_there_is_no_split_and_the_note_says_how_to_give_one()
    {
        string text = Ran.Tool("vest", Sample).Clean();
        Assert.DoesNotContain("As of", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unvested  ", text, StringComparison.Ordinal);
        Assert.Contains("--as-of DATE splits it", text, StringComparison.Ordinal);
        Assert.Equal(8, Regex.Count(text, "allocation (cumulative round-down|front-loaded|cumulative rounding)\\."));
    }

    [Fact]
    public void A_double_trigger_says_what_it_waits_for_and_until_when()
    {
        Assert.Matches("(?m)^  no date +3,000 +waits: liquidity event, until 2031-09-01 *$", Ran.Tool("vest", Sample, "--as-of", "2026-06-30").Clean());
        // A day after its deadline it has lapsed.
        Assert.Matches("(?m)^  2031-09-02 +−3,000 .* forfeited, lapsed: liquidity event *$", Ran.Tool("vest", Sample, "--as-of", "2031-09-02").Clean());
    }

    [Fact]
    public void What_happened_after_the_day_is_left_out_and_said_to_be()
    {
        string text = Ran.Tool("vest", Sample, "--as-of", "2025-08-30").Clean();
        Assert.Contains("3 recorded events are later, and left out.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("left (", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_has_exact_figures_that_add_up()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("compmodel-vest-").FullName, "vest.json");
        Ran ran = Ran.Tool(["vest", Sample, "--as-of", "2026-06-30", "--json", file, .. Priced]);
        Assert.Equal((0, "compmodel: wrote vest.json\n"), (ran.Code, ran.Error));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement root = json.RootElement;
        Assert.Equal("2026-06-30", root.GetProperty("asOf").GetString());
        Assert.Equal(4, root.GetProperty("files").GetArrayLength());
        foreach (string figure in (string[])["shares", "vested", "unvested", "waiting", "forfeited", "valueVested", "valueUnvested"])
        {
            decimal total = root.GetProperty("total").GetProperty(figure).GetDecimal();
            Assert.Equal(total, root.GetProperty("grants").EnumerateArray().Sum(grant => grant.GetProperty("balance").GetProperty(figure).GetDecimal()));
            Assert.Equal(total, root.GetProperty("holders").EnumerateArray().Sum(holder => holder.GetProperty("balance").GetProperty(figure).GetDecimal()));
        }
        Assert.Equal(File.ReadAllText(file), Again());

        string Again()
        {
            Ran.ToolIn("de-DE", ["vest", Sample, "--as-of", "2026-06-30", "--json", file, .. Priced]);
            return File.ReadAllText(file);
        }
    }

    [Theory]
    [InlineData("--as-of is '2026-02-30'; expected a date", "--as-of", "2026-02-30")]
    [InlineData("--as-of is '1500-01-01'; expected a day of the years 1900 to 2199", "--as-of", "1500-01-01")]
    [InlineData("--price is '42.50'; expected --currency CODE beside it", "--price", "42.50")]
    [InlineData("--currency is 'USD'; expected --price AMOUNT beside it", "--currency", "USD")]
    [InlineData("--price is '0'; expected an amount above 0", "--price", "0", "--currency", "USD")]
    [InlineData("--price is '-1'; expected an amount above 0", "--price", "-1", "--currency", "USD")]
    [InlineData("--price is '1,000'; expected an amount above 0 without separators", "--price", "1,000", "--currency", "USD")]
    [InlineData("--currency is 'usd'; expected a currency code", "--price", "1", "--currency", "usd")]
    [InlineData("--json is 'out.txt'; expected a file name that ends in .json", "--json", "out.txt")]
    public void A_bad_option_is_refused_in_one_line(string complaint, params string[] options)
    {
        Ran ran = Ran.Tool(["vest", Sample, .. options]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith("compmodel: error E_OPTION: " + complaint, Assert.Single(ran.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder", "no-such-folder(1,1): error E_FILE_MISSING")]
    [InlineData("grants.xlsx", "grants.xlsx(1,1): error E_FILE_MISSING")]
    [InlineData("", "compmodel: error E_OPTION: GRANTS is ''")]
    public void What_is_no_file_of_grants_is_refused(string path, string complaint)
    {
        Ran ran = Ran.Tool("vest", path);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith(complaint, Assert.Single(ran.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_is_of_a_share_after_the_splits()
    {
        string folder = Directory.CreateTempSubdirectory("compmodel-vest-").FullName;
        File.WriteAllText(Path.Combine(folder, "grants.csv"), "grant_id,granted,vesting_start,shares,schedule\nG1,2025-01-31,,10,annual 2\n");
        File.WriteAllText(Path.Combine(folder, "grant-events.csv"), "grant_id,date,event,amount\nG1,2026-06-01,split,10:1\n");
        string text = Ran.Tool("vest", folder, "--as-of", "2026-12-31", "--price", "2", "--currency", "USD").Clean();
        // Five old shares are fifty new ones.
        Assert.Matches("(?m)^  2026-01-31 +5 +5 +50.0 % +100.00 +vests *$", text);
        Assert.Matches("(?m)^  As of 2026-12-31 +50 +50.0 % +100.00 +50 vested, 50 unvested, 0 forfeited *$", text);
        Assert.Contains("the price is of a share after the splits", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Grants_of_a_case_are_shown_as_well()
    {
        string text = Ran.Tool("vest", SampleFolder.Original, "--as-of", "2026-12-31").Clean();
        Assert.Contains("RSU-018 of R12: 1,838 shares granted 2025-03-01", text, StringComparison.Ordinal);
    }

    // The rows of the last table: a label and figures.
    private static (string Label, decimal[] Figures)[] Summary(string text) =>
    [
        .. text[text.IndexOf("\nAll grants", StringComparison.Ordinal)..].Split('\n').Select(line => Row().Match(line)).Where(match => match.Success).Select(match =>
            (match.Groups[1].Value, match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(figure => decimal.Parse(figure, NumberStyles.Number, CultureInfo.InvariantCulture)).ToArray())),
    ];

    [GeneratedRegex(@"^ +([A-Z][A-Za-z0-9-]+) +((?:[0-9,.]+ +){6,}[0-9,.]+) *$")]
    private static partial Regex Row();
}
