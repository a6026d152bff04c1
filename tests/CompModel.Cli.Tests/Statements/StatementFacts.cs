using System.Globalization;
using System.Text.RegularExpressions;
using CompModel.Files;
using NodaTime;

namespace CompModel.Tests;

public sealed partial class StatementFacts
{
    private static readonly Case Sample = SimulatedCase.Cases[0];
    private static readonly ILookup<string, Credit> Credits = Sample.SalesForce.Hierarchy.RollUp(Sample.Credits).ToLookup(credit => credit.ParticipantId);

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-03-30")]
    [InlineData("2026-03-31")]
    [InlineData("2026-06-30")]
    [InlineData("2026-08-15")]
    [InlineData("2026-12-31")]
    public void Totals_are_sums_of_rows_and_rows_sums_of_components_to_the_cent(string day)
    {
        string[] lines = Ran.Tool("statement", SampleFolder.Original, "--through", day).Clean().Split('\n');
        (string Id, decimal[] Amounts)[] rows = [.. lines.Select(line => Row().Match(line)).Where(match => match.Success).Select(match => (match.Groups[1].Value, Amounts(match.Groups[2].Value)))];
        (string Id, decimal[] Amounts) total = rows[^1];
        Assert.Equal([.. Sample.Participants.Select(participant => participant.Id), "Total"], rows.Select(row => row.Id));
        // Adoption settles once a year; a component that settles nothing has no column beside one that does.
        Assert.Equal(day is "2026-03-31" or "2026-06-30" or "2026-08-15" ? 2 : 3, total.Amounts.Length);
        Assert.Equal(total.Amounts[^1], rows[..^1].Sum(row => row.Amounts[^1]));
        Assert.Equal(total.Amounts[^1], total.Amounts[..^1].Sum());
        Assert.All(rows, row => Assert.Equal(row.Amounts[^1], row.Amounts[..^1].Sum()));
        foreach ((string id, decimal[] amounts) in rows[..^1])
            Assert.Equal(Of(id, day).Earned.Value, amounts[^1]);
    }

    [Theory]
    [InlineData("2026-02-28")]
    [InlineData("2026-09-30")]
    [InlineData("2026-12-31")]
    public void The_statement_of_one_is_what_the_library_explains(string day)
    {
        foreach (string id in (string[])["M1", "R01", "R09", "R12", "R27", "R38"])
        {
            string text = Ran.Tool("statement", SampleFolder.Original, "--through", day, "--participant", id).Clean();
            string explained = Of(id, day).Explain();
            Assert.StartsWith(explained, text, StringComparison.Ordinal);
            // What follows is about grants, and is there for whoever has any.
            string rest = text[explained.Length..];
            int grants = Sample.Grants.Count(grant => grant.ParticipantId == id);
            Assert.Equal(grants, Regex.Count(rest, "^RSU grant ", RegexOptions.Multiline));
            Assert.Equal(grants == 0, rest.Length == 0);
        }
    }

    [Fact]
    public void Inside_a_quarter_the_statement_says_what_is_credited_since()
    {
        string text = Ran.Tool("statement", SampleFolder.Original, "--through", "2026-08-15", "--participant", "R01").Clean();
        decimal since = Sample.Deals.Where(deal => deal.Credit.ParticipantId == "R01" && deal.Credit.Date >= new LocalDate(2026, 7, 1) && deal.Credit.Date <= new LocalDate(2026, 8, 15))
            .Sum(deal => deal.Credit.Amount.Round(Rounding.ToMinorUnit).Value);
        Assert.NotEqual(0, since);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"bookings: {since:#,##0.00} USD credited since, to be settled at the end of Q3 2026"), text, StringComparison.Ordinal);
        Assert.Contains("(2026-01-01 to 2026-08-15)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_quarters_end_nothing_of_bookings_is_left_open()
    {
        string text = Ran.Tool("statement", SampleFolder.Original, "--through", "2026-09-30", "--participant", "R01").Clean();
        Assert.DoesNotContain("bookings: ", text, StringComparison.Ordinal);
        Assert.Contains("credited since, to be settled at the end of 2026", text, StringComparison.Ordinal);
    }

    [Theory]
    // RSU-005 of R01: 1,816 shares of 2025-03-01, of which 5 % vest after twelve months.
    [InlineData("2026-02-28", 0)]
    [InlineData("2026-03-01", 90)]
    [InlineData("2026-12-31", 90)]
    public void A_grant_vested_as_of_a_day_includes_the_day(string day, int vested)
    {
        string text = Ran.Tool("statement", SampleFolder.Original, "--through", day, "--participant", "R01").Clean();
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"RSU grant RSU-005 of 2025-03-01: 1,816 shares, {vested} vested, {1816 - vested:#,##0} unvested"), text, StringComparison.Ordinal);
        Assert.Equal(vested > 0, Regex.IsMatch(text, "2026-03-01 +90 shares  vested"));
        // The tranches are the whole grant.
        Assert.Equal(1816, Regex.Matches(text, "^  [0-9-]{10} +([0-9,]+) shares", RegexOptions.Multiline).Sum(match => int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_grant_that_vests_from_another_day_than_its_own_says_so()
    {
        string text = Ran.Tool("statement", SampleFolder.Original, "--through", "2026-09-01", "--participant", "R29").Clean();
        Assert.Contains("RSU grant RSU-038 of 2025-10-01, vesting from 2025-09-01: 3,438 shares, 171 vested", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_is_not_there_yet_has_earned_nothing()
    {
        string text = Ran.Tool("statement", SampleFolder.Original, "--through", "2026-06-30", "--participant", "R38").Clean();
        Assert.Matches("(?m)^Incentive earned +0\\.00 USD$", text);
        Assert.Matches("(?m)^Base salary of the span +0\\.00 USD$", text);
    }

    [Fact]
    public void In_the_table_whoever_is_not_there_yet_has_no_attainment()
    {
        string table = Ran.Tool("statement", SampleFolder.Original, "--through", "2026-06-30").Clean();
        Assert.Matches("(?m)^  R38 +– +0\\.00 +0\\.00 *$", table);
        // R02 is there and stands below the threshold.
        Assert.Matches("(?m)^  R02 +[1-9][0-9]*\\.[0-9] % ", table);
    }

    [Fact]
    public void Every_line_of_the_sum_stands_on_the_page()
    {
        // An accelerator, a recovery and the quarters before: earned is the sum of what is printed above it.
        string text = Ran.Tool("statement", SampleFolder.Original, "--through", "2026-12-31", "--participant", "R29").Clean();
        foreach (string component in text.Split("\n\n").Where(part => part.Contains("\n  earned ", StringComparison.Ordinal)))
        {
            decimal[] amounts = [.. component.Split('\n').Skip(2).Where(line => line.Length > 0).Select(line => Amount().Match(line)).Where(match => match.Success)
                .Select(match => decimal.Parse(match.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture))];
            Assert.True(amounts.Length >= 2, component);
            // An exact amount with more decimals than cents is printed rounded and marked; the rounding line closes the gap to half a cent a line.
            Assert.Equal((double)amounts[^1], (double)amounts[..^1].Sum(), 0.005 * amounts.Length);
        }
    }

    private static Statement Of(string id, string day)
    {
        LocalDate last = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        return Sample.SalesForce.Hierarchy.Find(id).StatementThrough(last, Sample.Year, Credits[id]);
    }

    private static decimal[] Amounts(string cells) =>
        [.. Cents().Matches(cells).Select(match => decimal.Parse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture))];

    [GeneratedRegex("^  ([MR][0-9]+|Total) (.*)$")]
    private static partial Regex Row();

    [GeneratedRegex(@"-?[0-9,]+\.[0-9]{2}(?![0-9])")]
    private static partial Regex Cents();

    [GeneratedRegex(@"(-?[0-9,]+\.[0-9]+) USD$")]
    private static partial Regex Amount();
}
