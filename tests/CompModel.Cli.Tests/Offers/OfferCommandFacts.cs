using System.Text.RegularExpressions;

namespace CompModel.Tests;

public sealed partial class OfferCommandFacts
{
    private const string Few = "2000";

    [Fact]
    public void One_offer_is_told_in_words_and_tables()
    {
        string printed = Ran.Tool("offer", Sample("offer.yaml"), "--trials", Few).Clean();
        string[] titles =
        [
            "What is promised", "Pay by year, at target, USD", "Low, expected and high total pay, USD", "Expected pay by part, USD", "Cost to the employer by fiscal year, at target, USD",
            "Sign-on bonus owed back on leaving, USD",
        ];
        Assert.Equal(titles, printed.Split('\n').Select(line => line.TrimEnd()).Where(titles.Contains));
        Assert.Contains("simulation", printed, StringComparison.Ordinal);
        Assert.Contains("Range P10–P90", printed, StringComparison.Ordinal);
        Assert.Contains("present value at 6.0 % a year", printed, StringComparison.Ordinal);
        Assert.Contains("of 2026 are taken for 2027 to 2029 too", printed, StringComparison.Ordinal);
        Assert.Contains("2,000 trials, seed 1, ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_offers_are_told_side_by_side_and_nothing_is_said_of_both_at_once()
    {
        string printed = Ran.Tool("offer", Sample("offer.yaml"), Sample("counter-offer.yaml"), "--trials", Few).Clean();
        Assert.Contains("Meridian and Northlight, at target, USD", printed, StringComparison.Ordinal);
        Assert.Contains("Meridian: pay by year", printed, StringComparison.Ordinal);
        Assert.Contains("Northlight: pay by year", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("robability", printed, StringComparison.Ordinal);
        // Only the one offer has a guarantee.
        Assert.Single(Guarantee().Matches(printed));
    }

    [Fact]
    public void The_same_seed_gives_the_same_words_whatever_the_threads_and_the_culture()
    {
        string[] command = ["offer", Sample("offer.yaml"), "--trials", Few, "--seed", "7"];
        string printed = Ran.Tool(command).Clean();
        Assert.Equal(printed, Ran.Tool([.. command, "--threads", "1"]).Clean());
        Assert.Equal(printed, Ran.ToolIn("de-DE", command).Clean());
        Assert.NotEqual(printed, Ran.Tool("offer", Sample("offer.yaml"), "--trials", Few, "--seed", "8").Clean());
    }

    [Fact]
    public void Without_assumptions_nothing_is_drawn_and_the_rest_is_told()
    {
        using var folder = new OfferFolder();
        string text = File.ReadAllText(folder.Offer);
        File.WriteAllText(folder.Offer, text[..text.IndexOf("assumptions:", StringComparison.Ordinal)]);
        string printed = Ran.Tool("offer", folder.Offer).Clean();
        Assert.Contains("Meridian: its file has no assumptions, so that nothing is drawn.", printed, StringComparison.Ordinal);
        Assert.Contains("Pay by year, at target, USD", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("P10", printed, StringComparison.Ordinal);
        Assert.Contains("nothing drawn, CompModel", printed, StringComparison.Ordinal);
        // Beside one with assumptions, the table of both distributions is left out.
        string both = Ran.Tool("offer", folder.Offer, folder.Counter, "--trials", Few).Clean();
        Assert.DoesNotContain("Meridian and Northlight, low", both, StringComparison.Ordinal);
        Assert.Contains("Northlight: low, expected and high", both, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_attainment_moves_pay_and_cost_and_leaves_the_simulation()
    {
        string at = Ran.Tool("offer", Sample("offer.yaml"), "--trials", Few).Clean(), above = Ran.Tool("offer", Sample("offer.yaml"), "--trials", Few, "--attainment", "120%").Clean();
        Assert.Contains("Pay by year, at 120 % of quota, USD", above, StringComparison.Ordinal);
        // 1.5× above 100 % makes 130 % of 150,000 at 120 %.
        Assert.Matches(@"Incentive +192,903 +195,000 +195,000 +195,000", above);
        Assert.Equal(Spread(at), Spread(above));

        static string Spread(string printed) => printed[printed.IndexOf("Low, expected and high", StringComparison.Ordinal)..printed.IndexOf("Expected pay by part", StringComparison.Ordinal)];
    }

    [Theory]
    [InlineData("--trials", "0", "1 to 1073741824")]
    [InlineData("--seed", "x", "0 to 18446744073709551615")]
    [InlineData("--attainment", "120", "a percentage above 0 % and at most 1000 % with its sign")]
    [InlineData("--attainment", "-5%", "a percentage above 0 % and at most 1000 % with its sign")]
    [InlineData("--threads", "0", "1 or more")]
    [InlineData("--out", "report.pdf", ".html")]
    [InlineData("--json", "offer.txt", ".json")]
    [InlineData("--json", "no/such/folder/offer.json", "a folder that exists")]
    public void A_bad_value_is_refused_in_one_line(string option, string value, string allowed)
    {
        Ran ran = Ran.Tool("offer", Sample("offer.yaml"), option, value);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        string complaint = Assert.Single(ran.Complaints);
        Assert.StartsWith($"compmodel: error E_OPTION: {option} is '{value}'; expected ", complaint, StringComparison.Ordinal);
        Assert.Contains(allowed, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_file_is_refused_with_its_place_and_nothing_is_written()
    {
        using var folder = new OfferFolder();
        folder.Change("counter-offer.yaml", "repayment: { within: 24, share: whole", "repayment: { within: 24, share: half");
        string page = folder.Path("report.html");
        Ran ran = Ran.Tool("offer", folder.Offer, folder.Counter, "--out", page);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Matches(@"^counter-offer\.yaml\(30,35\): error E_VALUE: share is 'half'; expected whole or by_month or by_day$", Assert.Single(ran.Complaints));
        Assert.False(File.Exists(page));

        Assert.Equal("offer.yml(1,1): error E_FILE_MISSING: the file is missing; expected an offer in YAML, such as offer.yaml", Assert.Single(Ran.Tool("offer", folder.Path("offer.yml")).Complaints));
        Assert.Contains("OFFER is ''", Assert.Single(Ran.Tool("offer", "").Complaints), StringComparison.Ordinal);
        Assert.StartsWith("compmodel: error E_USAGE:", Ran.Tool("offer").Complaints[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("years: 4", "years: 3", "the same years")]
    [InlineData("name: Northlight", "name: Meridian", "two names")]
    [InlineData("currency: USD", "currency: EUR", "one currency")]
    public void Two_offers_that_cannot_stand_side_by_side_are_refused(string old, string @new, string expected)
    {
        using var folder = new OfferFolder();
        folder.Change("counter-offer.yaml", old, @new);
        if (@new.Contains("EUR", StringComparison.Ordinal))
            folder.Change("counter-offer.yaml", "employer_taxes: us", "employer_taxes: none");
        Ran ran = Ran.Tool("offer", folder.Offer, folder.Counter, "--trials", Few);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        string complaint = Assert.Single(ran.Complaints);
        Assert.StartsWith("compmodel: error E_OFFERS: ", complaint, StringComparison.Ordinal);
        Assert.Contains($"expected {expected}", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_the_draws_cannot_hold_is_refused_as_the_file_s()
    {
        using var folder = new OfferFolder();
        folder.Change("offer.yaml", "  price_correlation: 0.3", "  periods: quarterly\n  period_correlation: 0.2\n  price_correlation: 0.3");
        Assert.Contains("E_DEFINITION: Periods correlate by 0.2 and go with the share price by 0.3", Assert.Single(Ran.Tool("offer", folder.Offer).Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_years_fit_their_lines()
    {
        using var folder = new OfferFolder();
        folder.Change("offer.yaml", "years: 4", "years: 10");
        string printed = Ran.Tool("offer", folder.Offer, "--trials", Few).Clean();
        Assert.Matches(@"(?m)^ +part, expected +2026 .* 2035 +in all", printed);
        Assert.DoesNotContain("…", printed, StringComparison.Ordinal);
    }

    private static string Sample(string file) => Path.Combine(OfferFolder.Original, file);

    [GeneratedRegex("Incentive includes what a guarantee")]
    private static partial Regex Guarantee();
}
