using System.Text.Json;

namespace CompModel.Tests;

/// <summary>What the command says of a year in which people come and go, as JSON and as a page.</summary>
public sealed class HeadcountCommandFacts
{
    private static readonly string Sample = Path.Combine(SampleFolder.Original, "..", "hires-and-leavers");

    [Fact]
    public void The_figures_of_the_months_add_up_to_those_of_the_year()
    {
        JsonElement json = Json.Simulated(Sample, "--trials", "1500"), people = json.At("headcount");
        JsonElement[] months = [.. people.At("months").EnumerateArray()];
        Assert.Equal(["2026-01", "2026-12"], new[] { 0, 11 }.Select(month => months[month].At("month").GetString()));
        double Sum(string path) => months.Sum(month => month.Number(path));
        Assert.Equal(people.Number("baseSalaries.mean"), Sum("baseSalaries"), 1e-6);
        Assert.Equal(people.Number("incentive.mean"), Sum("earned") + Sum("paymentCost"), 1e-6);
        Assert.Equal(people.Number("totalCash.mean"), Sum("totalCash.mean"), 1e-6);
        Assert.Equal(people.Number("totalCashLessRoster"), people.Number("totalCash.mean") - json.Number("incentive.mean") - json.Number("baseSalaries"), 1e-6);
        Assert.Equal("0.08; AE 0.3, from month 12 0.18", people.At("assumed.attrition").GetString());
        Assert.Equal(3, people.At("assumed.openPositions").GetInt32());
        Assert.False(people.TryGetProperty("positions", out _));
        Assert.Equal(11, Json.Simulated(Sample, "--trials", "100", "--detail", "participant").At("headcount.positions").GetArrayLength());
    }

    [Fact]
    public void The_page_has_both_years_and_says_which_is_which()
    {
        string page = Html.Of("simulate", Sample, "--trials", "1500");
        Html.AssertHarmless(page);
        Assert.Contains("<h2>With hires and leavers: cost and heads by month, in thousands of USD</h2>", page, StringComparison.Ordinal);
        Assert.Contains("expected incentive, roster as it is", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ully staffed", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_headcount_plan_nothing_is_said_of_one()
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--trials", "100");
        Assert.False(json.TryGetProperty("headcount", out _));
        string page = Html.Of("simulate", SampleFolder.Original, "--trials", "100");
        Assert.DoesNotContain("oster as it is:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("leavers", page, StringComparison.Ordinal);
        Assert.Contains("fully staffed", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_that_cannot_be_simulated_is_refused()
    {
        using var folder = new SampleFolder();
        folder.Write("headcount.csv", "position_id,role,plan,manager_id,start_month,base,variable,quota,quota_adoption\nP1,AE,am,M1,2026-04,,,,\n");
        Ran ran = Ran.Tool("simulate", folder.Path, "--trials", "100");
        Assert.Equal(2, ran.Code);
        Assert.Contains("headcount.csv(2,", ran.Error, StringComparison.Ordinal);
    }
}
