namespace CompModel.Tests;

public sealed class BadOptionFacts
{
    public static TheoryData<string, string, string> BadValues => new()
    {
        { "--trials", "0", "1 to 1073741824" },
        { "--trials", "-5", "1 to 1073741824" },
        { "--trials", "x", "1 to 1073741824" },
        { "--trials", "1.5", "1 to 1073741824" },
        { "--trials", "100,000", "1 to 1073741824" },
        { "--trials", "1073741825", "1 to 1073741824" },
        { "--trials", "99999999999999999999", "1 to 1073741824" },
        { "--seed", "-1", "0 to 18446744073709551615" },
        { "--seed", "x", "0 to 18446744073709551615" },
        { "--seed", "18446744073709551616", "0 to 18446744073709551615" },
        { "--threads", "0", "1 or more" },
        { "--threads", "two", "1 or more" },
        { "--time-limit", "0", "1 to 86400 seconds" },
        { "--time-limit", "86401", "1 to 86400 seconds" },
        { "--time-limit", "1.5", "1 to 86400 seconds" },
        { "--budget", "nonsense", "incentive=AMOUNT" },
        { "--budget", "7000000", "incentive=AMOUNT" },
        { "--budget", "salaries=7000000", "incentive=AMOUNT" },
        { "--budget", "incentive=", "an amount above 0" },
        { "--budget", "incentive=0", "an amount above 0" },
        { "--budget", "incentive=-1", "an amount above 0" },
        { "--budget", "incentive=7,000,000", "without separators" },
        { "--budget", "incentive=7000000.005", "at most 2 decimals" },
        { "--budget", "incentive=1000000000000000", "below 10^15" },
        { "--detail", "everybody", "company, team or participant" },
        // A number is no word for whom a report goes down to: 7 would print names.
        { "--detail", "2", "company, team or participant" },
        { "--detail", "7", "company, team or participant" },
        { "--detail", "Team,Participant", "company, team or participant" },
        { "--out", "report.pdf", ".html" },
        { "--out", "no/such/folder/report.html", "a folder that exists" },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_bad_value_is_refused_in_one_line_that_says_what_is_allowed(string option, string value, string allowed)
    {
        string complaint = Refused("simulate", SampleFolder.Original, option, value);
        Assert.StartsWith("compmodel: error E_OPTION: ", complaint, StringComparison.Ordinal);
        Assert.Contains($"{option} is '{value}'", complaint, StringComparison.Ordinal);
        Assert.Contains("expected ", complaint, StringComparison.Ordinal);
        Assert.Contains(allowed, complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30", "a date such as 2026-09-30")]
    [InlineData("30.09.2026", "a date such as 2026-09-30")]
    [InlineData("", "a date such as 2026-09-30")]
    [InlineData("2025-12-31", "2026-01-01 to 2026-12-31")]
    [InlineData("2027-01-01", "2026-01-01 to 2026-12-31")]
    [InlineData("9999-12-31", "2026-01-01 to 2026-12-31")]
    public void A_day_that_is_none_or_outside_the_year_is_refused(string day, string allowed)
    {
        string complaint = Refused("statement", SampleFolder.Original, "--through", day);
        Assert.StartsWith($"compmodel: error E_OPTION: --through is '{day}'; expected ", complaint, StringComparison.Ordinal);
        Assert.Contains(allowed, complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R99")]
    [InlineData("r01")]
    [InlineData("")]
    public void A_participant_who_is_not_in_the_roster_is_refused(string id)
    {
        string complaint = Refused("statement", SampleFolder.Original, "--through", "2026-09-30", "--participant", id);
        Assert.StartsWith($"compmodel: error E_UNKNOWN_PARTICIPANT: --participant is '{id}'", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate, merge, statement, vest or offer")]
    [InlineData("simulate, merge, statement, vest or offer", "forecast")]
    [InlineData("simulate, merge, statement, vest or offer", "forecast", "folder")]
    [InlineData("folder", "simulate")]
    [InlineData("--through", "statement", "folder")]
    [InlineData("--bogus", "simulate", "folder", "--bogus")]
    [InlineData("two", "simulate", "folder", "two")]
    [InlineData("--trials", "simulate", "folder", "--trials", "10", "--trials", "20")]
    [InlineData("--seed", "simulate", "folder", "--seed")]
    public void Bad_usage_is_refused_in_one_line_with_a_pointer_to_help(string named, params string[] args)
    {
        Ran ran = Ran.Tool(args);
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Output);
        Assert.Equal(2, ran.Complaints.Length);
        Assert.StartsWith("compmodel: error E_USAGE: ", ran.Complaints[0], StringComparison.Ordinal);
        Assert.Contains(named, ran.Complaints[0], StringComparison.Ordinal);
        Assert.Contains("--help", ran.Complaints[1], StringComparison.Ordinal);
        AssertNoMachinery(ran.Error);
    }

    [Fact]
    public void Bad_options_are_refused_before_anything_is_read_or_written()
    {
        using var folder = new SampleFolder();
        folder.Change("roster.csv", "190000,175000,17500000,am", "190000,175000,0,am");
        string report = Path.Combine(folder.Outside, "report.html");
        Assert.StartsWith("compmodel: error E_OPTION: --trials", Refused("simulate", folder.Path, "--trials", "0", "--out", report), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Outside));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_and_leaves_nothing_half_written()
    {
        using var folder = new SampleFolder();
        string report = Path.Combine(folder.Outside, "report.html");
        // A folder stands where the file would be written aside.
        Directory.CreateDirectory(report + ".part");
        string complaint = Refused("simulate", folder.Path, "--trials", "50", "--json", "--out", report);
        Assert.StartsWith("compmodel: error E_OUTPUT: report.html cannot be written", complaint, StringComparison.Ordinal);
        Assert.False(File.Exists(report));
    }

    [Fact]
    public void More_trials_than_memory_holds_are_refused_with_advice()
    {
        Ran ran = Ran.Process(["simulate", SampleFolder.Original, "--trials", "20000000"], ("DOTNET_GCHeapHardLimit", "0x8000000"));
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Output);
        Assert.StartsWith("compmodel: error E_MEMORY: ", Assert.Single(ran.Complaints), StringComparison.Ordinal);
        Assert.Contains("fewer --trials", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("simulate")]
    [InlineData("statement")]
    public void Help_is_given_on_standard_output_and_names_no_types(params string[] command)
    {
        string help = Ran.Tool([.. command, "--help"]).Clean();
        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        AssertNoMachinery(help);
    }

    [Theory]
    [InlineData("--time-limit is '5'; expected neither --shard nor --resume beside it", "--shard", "1/2", "--out", "part1")]
    [InlineData("--time-limit is '5'; expected neither --shard nor --resume beside it", "--resume", "kept")]
    [InlineData("expected no --time-limit beside it", "--since", "earlier")]
    public void A_time_limit_is_refused_where_trials_must_be_known(string complaint, params string[] beside) =>
        Assert.Contains(complaint, Refused(["simulate", SampleFolder.Original, "--time-limit", "5", .. beside]), StringComparison.Ordinal);

    private static string Refused(params string[] args)
    {
        Ran ran = Ran.Tool(args);
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Output);
        AssertNoMachinery(ran.Error);
        return Assert.Single(ran.Complaints);
    }

    // What only a programmer would understand.
    private static void AssertNoMachinery(string text)
    {
        foreach (string word in (string[])["System.", "CompModel.", "Exception", "   at ", "Parameter '"])
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
    }
}
