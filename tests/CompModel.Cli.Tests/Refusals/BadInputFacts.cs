using System.Globalization;
using System.Text.RegularExpressions;

namespace CompModel.Tests;

public sealed partial class BadInputFacts
{
    /// <summary>File, text to replace, its replacement with the expected place marked, and the code of the diagnostic.</summary>
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "roster.csv", "quota,plan", "quota,plan,▸nickname", "E_COLUMN_UNKNOWN" },
        { "roster.csv", "quota,plan", "▸quotum,plan", "E_COLUMN_UNKNOWN" },
        { "roster.csv", "190000,175000,17500000,am", "190000,175000,▸0,am", "E_NUMBER_RANGE" },
        { "roster.csv", "190000,175000,17500000,am", "▸190k,175000,17500000,am", "E_NUMBER" },
        { "roster.csv", "190000,175000,17500000,am", "190000,175000,▸\"17,500,000\",am", "E_NUMBER" },
        { "roster.csv", "190000,175000,17500000,am", "190000,175000,17500000,▸amm", "E_UNKNOWN_PLAN" },
        { "roster.csv", "190000,175000,17500000,am", "190000,175000,▸,am", "E_QUOTA_MISSING" },
        { "roster.csv", "Account Manager,M1,2019-12-01", "Account Manager,M1,▸2019-02-29", "E_DATE" },
        { "roster.csv", "Account Manager,M1,2019-12-01", "Account Manager,▸M9,2019-12-01", "E_UNKNOWN_PARTICIPANT" },
        { "roster.csv", "\nR02,", "\n▸R01,", "E_DUPLICATE_ID" },
        { "deals.csv", "D0001,R26", "D0001,▸R99", "E_UNKNOWN_PARTICIPANT" },
        { "deals.csv", "R26,2026-01-07,609000", "R26,2026-01-07,▸6O9000", "E_NUMBER" },
        { "deals.csv", "R26,2026-01-07,609000", "R26,▸07.01.2026,609000", "E_DATE" },
        { "deals.csv", "R26,2026-01-07,609000,USD", "R26,2026-01-07,609000,▸EUR", "E_CURRENCY" },
        { "deals.csv", "deal_id,rep_id", "deal_id,▸rep", "E_COLUMN_UNKNOWN" },
        { "quotas.csv", "R02,adoption,,,100", "R02,adoption,,,▸0", "E_NUMBER_RANGE" },
        { "quotas.csv", "R02,adoption,,,100", "▸R99,adoption,,,100", "E_UNKNOWN_PARTICIPANT" },
        { "plan.yaml", "        weight: 30 %", "        weight: ▸30", "E_PERCENT" },
        { "plan.yaml", "      - measure: bookings\n        weight: 70 %", "      ▸- measure: bookings\n        weight: 60 %", "E_DEFINITION" },
        { "plan.yaml", "currency: USD", "currency: ▸usd", "E_CURRENCY" },
        { "plan.yaml", "    name: Regional Sales Manager 2026", "    ▸nane: Regional Sales Manager 2026", "E_KEY_UNKNOWN" },
        { "plan.yaml", "curve: linear", "curve: ▸linaer", "E_VALUE" },
        { "plan.yaml", "year: 2026\ncurrency: USD", "year: 2026\n▸currency USD", "E_YAML" },
        { "plan.yaml", "currency: USD", "currency: ▸\"USD", "E_YAML" },
        { "assumptions.yaml", "cv: 0.35 }", "cv: ▸x }", "E_NUMBER" },
        { "assumptions.yaml", "company_plan: 618200000", "company_plan: ▸0", "E_NUMBER_RANGE" },
        { "assumptions.yaml", "  adoption:", "  ▸adaption:", "E_UNKNOWN_MEASURE" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_refused_at_its_place_by_every_command_and_nothing_is_written(string file, string old, string @new, string code)
    {
        using var folder = new SampleFolder();
        (int line, int column) = folder.Change(file, old, @new);
        string place = string.Create(CultureInfo.InvariantCulture, $"{file}({line},{column}): error {code}: ");
        string report = Path.Combine(folder.Outside, "report.html");
        foreach (string[] command in (string[][])[["simulate", folder.Path, "--trials", "50", "--out", report], ["statement", folder.Path, "--through", "2026-09-30"]])
        {
            Ran ran = Ran.Tool(command);
            AssertRefused(ran);
            Assert.Contains(ran.Complaints, complaint => complaint.StartsWith(place, StringComparison.Ordinal));
        }
        AssertNothingBeside(folder);
    }

    [Theory]
    [InlineData("plan.yaml")]
    [InlineData("roster.csv")]
    [InlineData("assumptions.yaml", "simulate")]
    [InlineData("deals.csv", "statement")]
    public void A_missing_file_is_refused_by_the_commands_that_need_it_and_by_no_other(string file, string? by = null)
    {
        using var folder = new SampleFolder();
        folder.Delete(file);
        string report = Path.Combine(folder.Outside, "report.html");
        foreach (string[] command in (string[][])[["simulate", folder.Path, "--trials", "50", "--out", report], ["statement", folder.Path, "--through", "2026-09-30"]])
        {
            Ran ran = Ran.Tool(command);
            if (by is not null && command[0] != by)
            {
                Assert.Equal(0, ran.Code);
                continue;
            }
            AssertRefused(ran);
            Assert.Equal($"{file}(1,1): error E_FILE_MISSING: the file is missing; expected {file} in the folder of the case", Assert.Single(ran.Complaints));
            Assert.Equal(command[0] == "statement" && by is not null, File.Exists(report));
        }
    }

    [Theory]
    [InlineData("no-such-folder")]
    [InlineData("")]
    [InlineData(" ")]
    public void A_folder_that_is_not_there_is_refused(string folder)
    {
        Ran ran = Ran.Tool("simulate", folder);
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Output);
        Assert.Contains("expected a folder with plan.yaml and roster.csv", Assert.Single(ran.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_every_file_is_listed_once_and_in_order()
    {
        using var folder = new SampleFolder();
        folder.Change("roster.csv", "190000,175000,17500000,am", "190k,175000,0,am");
        folder.Change("roster.csv", "190000,178000,17700000,am", "190000,178000,17700000,amm");
        folder.Change("deals.csv", "D0001,R26", "D0001,R99");
        Ran ran = Ran.Tool("simulate", folder.Path);
        AssertRefused(ran);
        Assert.Equal(["roster.csv E_NUMBER", "roster.csv E_NUMBER_RANGE", "roster.csv E_UNKNOWN_PLAN", "deals.csv E_UNKNOWN_PARTICIPANT"],
            ran.Complaints.Select(complaint => $"{complaint.Split('(')[0]} {complaint.Split(": ")[1][6..]}"));
    }

    [Fact]
    public void A_report_that_is_there_survives_a_refusal()
    {
        using var folder = new SampleFolder();
        folder.Change("roster.csv", "190000,175000,17500000,am", "190000,175000,0,am");
        string report = Path.Combine(folder.Outside, "report.html");
        File.WriteAllText(report, "last month's");
        AssertRefused(Ran.Tool("simulate", folder.Path, "--out", report));
        Assert.Equal("last month's", File.ReadAllText(report));
        Assert.Equal([report], Directory.GetFiles(folder.Outside));
    }

    [Fact]
    public void What_only_people_and_assumptions_together_make_impossible_is_refused_in_plain_words()
    {
        using var folder = new SampleFolder();
        folder.Change("assumptions.yaml", "{ p10: 90 %, p90: 110 % }", "{ p10: 20 %, p90: 500 % }");
        string report = Path.Combine(folder.Outside, "report.html");
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "50", "--out", report);
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Output);
        string complaint = Assert.Single(ran.Complaints);
        Assert.StartsWith("compmodel: error E_ASSUMPTION: ", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", complaint, StringComparison.Ordinal);
        AssertNothingBeside(folder);
    }

    [Fact]
    public void A_manager_for_a_part_of_the_year_is_simulated()
    {
        using var folder = new SampleFolder();
        folder.Change("roster.csv", "Regional Sales Manager,,2021-11-01", "Regional Sales Manager,,2026-03-01");
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "50");
        Assert.Equal(0, ran.Code);
    }

    [Fact]
    public void Amounts_beyond_the_range_of_exact_sums_are_refused_in_plain_words()
    {
        using var folder = new SampleFolder();
        folder.Change("roster.csv", "190000,175000,17500000,am", "190000,175000,99999999999999,am");
        SimulatedCase.Independent(folder);
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "50");
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Output);
        string complaint = Assert.Single(ran.Complaints);
        Assert.StartsWith("compmodel: error E_ASSUMPTION: ", complaint, StringComparison.Ordinal);
        Assert.Contains("the range of exact sums", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_stand_on_standard_error_and_refuse_nothing()
    {
        using var folder = new SampleFolder();
        File.Move(Path.Combine(folder.Path, "grants.csv"), Path.Combine(folder.Path, "grant.csv"));
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "50", "--json");
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("{", ran.Output, StringComparison.Ordinal);
        Assert.StartsWith("grant.csv(1,1): warning W_FILE_UNKNOWN: ", Assert.Single(ran.Complaints), StringComparison.Ordinal);
    }

    private static void AssertRefused(Ran ran)
    {
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Output);
        Assert.NotEmpty(ran.Complaints);
        Assert.All(ran.Complaints, complaint => Assert.Matches(Diagnostic(), complaint));
    }

    // Neither a report, nor a part of one beside it or in the folder of the case.
    private static void AssertNothingBeside(SampleFolder folder)
    {
        Assert.Empty(Directory.GetFiles(folder.Outside));
        Assert.Equal(Directory.GetFiles(SampleFolder.Original).Select(Path.GetFileName).Order(), Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [GeneratedRegex(@"\A[a-z]+\.(csv|yaml)\([1-9][0-9]*,[1-9][0-9]*\): error E_[A-Z_]+: .+; expected .+\z")]
    private static partial Regex Diagnostic();
}
