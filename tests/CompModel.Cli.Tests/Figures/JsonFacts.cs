using System.Text.Json;

namespace CompModel.Tests;

public sealed class JsonFacts
{
    private static readonly string[] Columns = ["atTarget", "expected", "aroundP10", "aroundP90"];

    [Theory]
    [InlineData("1")]
    [InlineData("19")]
    [InlineData("2500")]
    public void Lines_and_quarters_sum_to_the_incentive_in_every_column_and_landing(string trials)
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--trials", trials);
        int lines = json.At("lines").GetArrayLength();
        IEnumerable<JsonElement> landings = json.At("landings").EnumerateArray().Where(landing => landing.TryGetProperty("cost", out _)).Select(landing => landing.At("cost"));
        foreach (JsonElement column in Columns.Select(column => json.At($"columns.{column}")).Concat(landings))
        {
            Assert.Equal(lines, column.Numbers("lines").Length);
            Assert.Equal(4, column.Numbers("quarters").Length);
            // Averages of some millions with 53 bits: far below a cent.
            Assert.Equal(column.Number("incentive"), column.Numbers("lines").Sum(), 1e-6);
            Assert.Equal(column.Number("incentive"), column.Numbers("quarters").Sum(), 1e-6);
        }
    }

    [Fact]
    public void The_same_figures_stand_in_every_place_where_they_occur()
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--trials", "2500", "--detail", "participant");
        Assert.Equal(json.Number("columns.expected.incentive"), json.Number("incentive.mean"), 1e-6);
        Assert.Equal(json.Number("columns.expected.bookings"), json.Number("bookings.mean"), 1e-6);
        Assert.Equal(json.Numbers("columns.expected.lines"), json.At("lines").EnumerateArray().Select(line => line.Number("expected")));
        Assert.Equal(json.Number("columns.atTarget.bookings"), json.Number("implied.streetQuota"));
        Assert.Equal(json.Number("incentive.mean"), json.At("participants").EnumerateArray().Sum(person => person.Number("mean")), 1e-6);
        // On the grid of 1/1024, half a step for each of 44 people's five payments at most.
        Assert.Equal(json.Number("columns.atTarget.incentive"), json.At("participants").EnumerateArray().Sum(person => person.Number("target")), 44 * 5 / 2048.0);
        Assert.Equal(44, json.At("teams").EnumerateArray().Sum(team => (int)team.Number("heads")));
    }

    [Fact]
    public void Percentiles_rise_and_lie_in_their_intervals()
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--trials", "2500");
        foreach (string figure in (string[])["incentive", "bookings"])
        {
            JsonElement[] percentiles = [.. json.At($"{figure}.percentiles").EnumerateObject().Select(percentile => percentile.Value)];
            Assert.Equal(percentiles.Select(percentile => percentile.Number("value")).Order(), percentiles.Select(percentile => percentile.Number("value")));
            Assert.All(percentiles, percentile => Assert.InRange(percentile.Number("value"), percentile.Number("low"), percentile.Number("high")));
        }
        Assert.True(json.Number("incentive.tailAverage5") >= json.Number("incentive.percentiles.p95.value"));
    }

    [Fact]
    public void A_landing_without_enough_trials_has_no_figures()
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--trials", "100");
        Assert.Equal([0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2], json.At("landings").EnumerateArray().Select(landing => landing.Number("landing")));
        foreach (JsonElement landing in json.At("landings").EnumerateArray())
            Assert.Equal(landing.Number("trials") >= 50, landing.TryGetProperty("cost", out _));
    }

    [Fact]
    public void A_line_has_a_closed_form_or_says_why_not()
    {
        foreach (JsonElement line in Json.Simulated(SampleFolder.Original, "--trials", "100").At("lines").EnumerateArray())
            Assert.NotEqual(line.TryGetProperty("closedForm", out _), line.TryGetProperty("closedFormNotAvailableBecause", out JsonElement because) && because.GetString()!.Length > 10);
    }

    [Fact]
    public void The_budget_of_the_command_goes_before_the_budget_of_the_file()
    {
        Assert.Equal(8_100_000, Json.Simulated(SampleFolder.Original, "--trials", "100").Number("budget.incentive"));
        JsonElement json = Json.Simulated(SampleFolder.Original, "--trials", "100", "--budget", "incentive=1234567.89");
        Assert.Equal(1_234_567.89, json.Number("budget.incentive"));
        Assert.Equal(1, json.Number("budget.probabilityOver.value"));
        using var folder = new SampleFolder();
        SimulatedCase.NoBudget(folder);
        Assert.False(Json.Simulated(folder.Path, "--trials", "100").TryGetProperty("budget", out _));
    }

    [Theory]
    [InlineData("company", false, false)]
    [InlineData("team", true, false)]
    [InlineData("participant", true, true)]
    public void Detail_says_down_to_whom(string detail, bool teams, bool participants)
    {
        JsonElement json = Json.Simulated(SampleFolder.Original, "--trials", "100", "--detail", detail);
        Assert.Equal(teams, json.TryGetProperty("teams", out _));
        Assert.Equal(participants, json.TryGetProperty("participants", out _));
    }

    [Fact]
    public void The_largest_seed_reads_back_exactly() =>
        Assert.Equal(ulong.MaxValue, Json.Simulated(SampleFolder.Original, "--trials", "10", "--seed", "18446744073709551615").At("run.seed").GetUInt64());
}
