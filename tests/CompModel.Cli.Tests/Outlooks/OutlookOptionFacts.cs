namespace CompModel.Tests;

/// <summary>Options of outlooks that miss each other or name nothing are refused, before anything is simulated.</summary>
public sealed class OutlookOptionFacts
{
    [Theory]
    [InlineData("--actuals", "--through DATE beside it", "--actuals", "deals.csv")]
    [InlineData("--rest", "--through DATE beside it", "--rest", "run-rate")]
    [InlineData("--rest", "as-planned, run-rate or weighted", "--through", "2026-06-30", "--rest", "runrate")]
    [InlineData("--rest", "as-planned, run-rate or weighted", "--through", "2026-06-30", "--rest", "1")]
    [InlineData("--rest", "as-planned, run-rate or weighted", "--through", "2026-06-30", "--rest", "")]
    [InlineData("--through", "a date such as 2026-09-30", "--through", "June")]
    [InlineData("--through", "a date such as 2026-09-30", "--through", "2026-02-29")]
    [InlineData("--through", "a date such as 2026-09-30", "--through", "")]
    [InlineData("--through", "a day of the plan year, 2026-01-01 to 2026-12-31, or 2025-12-31, the day before it", "--through", "2025-12-30")]
    [InlineData("--through", "a day of the plan year", "--through", "2027-01-01")]
    [InlineData("--through", "a day of the plan year", "--through", "9999-12-31")]
    [InlineData("--through", "a day of the plan year", "--through", "-9998-01-01")]
    [InlineData("--actuals", "the name of a file", "--through", "2026-06-30", "--actuals", "no-such.csv")]
    [InlineData("--actuals", "the name of a file", "--through", "2026-06-30", "--actuals", "")]
    [InlineData("--actuals", "the name of a file", "--through", "2026-06-30", "--actuals", ".")]
    [InlineData("--actuals", "the name of a file", "--through", "2026-06-30", "--actuals", "/")]
    [InlineData("--since-through", "--since FOLDER beside it", "--since-through", "2026-03-31")]
    [InlineData("--since-through", "a date such as", "--since", "x", "--since-through", "March")]
    [InlineData("--since", "a folder with plan.yaml", "--since", "")]
    public void What_is_missing_or_none_is_refused_in_one_line(string option, string allowed, params string[] options)
    {
        Ran ran = Ran.Tool(["simulate", SampleFolder.Original, "--trials", "20", .. options]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        string complaint = Assert.Single(ran.Complaints);
        Assert.StartsWith($"compmodel: error E_OPTION: {option} is '", complaint, StringComparison.Ordinal);
        Assert.Contains(allowed, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_refused_before_the_case_is_read()
    {
        Ran ran = Ran.Tool("simulate", "no-such-folder", "--rest", "weighted");
        Assert.StartsWith("compmodel: error E_OPTION: --rest", Assert.Single(ran.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_deals_there_are_no_actuals()
    {
        using var folder = new SampleFolder();
        folder.Delete("deals.csv");
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "20", "--through", "2026-06-30");
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Equal("deals.csv(1,1): error E_FILE_MISSING: the file is missing; expected deals.csv in the folder of the case", Assert.Single(ran.Complaints));
    }

    [Fact]
    public void A_file_of_actuals_is_checked_as_deals_are_under_its_own_name()
    {
        using var folder = new SampleFolder();
        File.Move(Path.Combine(folder.Path, "deals.csv"), Path.Combine(folder.Path, "june.csv"));
        folder.Change("june.csv", "D0001,R26", "D0001,R99");
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "20", "--through", "2026-06-30", "--actuals", "june.csv");
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith("june.csv(2,7): error E_UNKNOWN_PARTICIPANT: ", Assert.Single(ran.Complaints), StringComparison.Ordinal);
        ran = Ran.Tool("simulate", folder.Path, "--trials", "20", "--through", "2026-06-30", "--actuals", "roster.csv");
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(ran.Complaints, complaint => complaint.StartsWith("roster.csv(1,1): error E_COLUMN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plan.yaml", "year: 2026", "year: 2025", "of the same plan year and currency, 2026 in USD; this one is of 2025 in USD")]
    [InlineData("assumptions.yaml", "cv: 0.35", "cv: x", "that can be read:\nassumptions.yaml(")]
    public void An_earlier_case_that_cannot_be_compared_is_refused(string file, string now, string then, string allowed)
    {
        using var earlier = new SampleFolder();
        earlier.Delete("deals.csv", "results.csv");
        earlier.Change(file, now, then);
        Ran ran = Ran.Tool("simulate", SampleFolder.Original, "--trials", "20", "--since", earlier.Path);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith("compmodel: error E_OPTION: --since is '", ran.Error, StringComparison.Ordinal);
        Assert.Contains(allowed, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_folder_that_is_not_there_or_lacks_a_file_is_refused()
    {
        Assert.Contains("the folder is missing", Ran.Tool("simulate", SampleFolder.Original, "--trials", "20", "--since", "no-such-folder").Error, StringComparison.Ordinal);
        using var earlier = new SampleFolder();
        earlier.Delete("deals.csv");
        Assert.Contains(
            "deals.csv(1,1): error E_FILE_MISSING", Ran.Tool("simulate", SampleFolder.Original, "--trials", "20", "--since", earlier.Path, "--since-through", "2026-03-31").Error, StringComparison.Ordinal);
    }
}
