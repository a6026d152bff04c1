using System.Text.Json;

namespace CompModel.Tests;

/// <summary>The change since an earlier run, by cause: rows add up, and a cause moves its own row alone.</summary>
public sealed class ChangeFacts
{
    private static readonly string[] Options = ["--trials", "300", "--through", "2026-06-30"];

    /// <summary>The cause, and how the earlier case differed.</summary>
    public static TheoryData<string, string, string, string> Causes => new()
    {
        { "actuals", "deals.csv", "R26,2026-01-07,609000,USD,100,booking,Quillon Bank,Platform,12,609000", "R26,2026-01-07,9000,USD,100,booking,Quillon Bank,Platform,12,9000" },
        { "actuals", "results.csv", "R01,adoption,2026-03-31,15.9", "R01,adoption,2026-03-31,14.9" },
        { "roster", "roster.csv", "190000,175000,17500000,am", "190000,165000,17500000,am" },
        { "roster", "quotas.csv", "R01,adoption,,,100", "R01,adoption,,,90" },
        { "plan", "plan.yaml", "{ above: 100 %, multiplier: 2x }", "{ above: 100 %, multiplier: 1.5x }" },
        { "assumptions", "assumptions.yaml", "cv: 0.35", "cv: 0.30" },
        { "assumptions", "assumptions.yaml", "p90: 110 %", "p90: 112 %" },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void A_cause_alone_moves_its_own_row_alone(string cause, string file, string now, string then)
    {
        using var earlier = new SampleFolder();
        earlier.Change(file, now, then);
        JsonElement[] causes = Steps(earlier, "--since-through", "2026-06-30");
        Assert.Equal(["actuals", "roster", "plan", "assumptions"], causes.Select(step => step.At("cause").GetString()));
        foreach (JsonElement step in causes)
        {
            bool moves = step.At("cause").GetString() == cause;
            Assert.Equal(moves, step.Number("mean") != 0);
            // A change that is the same in every trial has no error either.
            if (!moves)
                Assert.Equal(0, step.Number("simulationError"));
        }
    }

    [Fact]
    public void A_later_day_is_actuals()
    {
        using var earlier = new SampleFolder();
        JsonElement[] causes = Steps(earlier, "--since-through", "2026-03-31");
        Assert.NotEqual(0, causes[0].Number("mean"));
        Assert.All(causes[1..], step => Assert.Equal(0, step.Number("mean")));
        Assert.NotEqual(causes[0].GetRawText(), Steps(earlier)[0].GetRawText());
    }

    [Fact]
    public void The_earlier_run_is_what_it_was_and_the_rows_add_up_to_what_it_is_now()
    {
        using var earlier = new SampleFolder();
        Everything(earlier);
        JsonElement json = Json.Simulated(SampleFolder.Original, [.. Options, "--since", earlier.Path, "--since-through", "2026-03-31"]);
        JsonElement then = Json.Simulated(earlier.Path, "--trials", "300", "--through", "2026-03-31");
        Assert.Equal(then.Number("incentive.mean"), json.Number("change.earlier.mean"));
        double[] causes = [.. json.At("change.causes").EnumerateArray().Select(step => step.Number("mean"))];
        Assert.All(causes, mean => Assert.NotEqual(0, mean));
        // Sums of some millions with 53 bits.
        Assert.Equal(json.Number("incentive.mean") - then.Number("incentive.mean"), causes.Sum(), 1e-6);
        Assert.Equal(json.Number("change.whole.mean"), causes.Sum(), 1e-6);
        Assert.Equal(Json.Simulated(SampleFolder.Original, Options).At("columns").GetRawText(), json.At("columns").GetRawText());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    public void Printed_rows_lead_from_the_printed_earlier_run_to_the_printed_total(string seed)
    {
        using var earlier = new SampleFolder();
        Everything(earlier);
        string console = Ran.Tool(["simulate", SampleFolder.Original, "--trials", "20", "--seed", seed, "--through", "2026-06-30", "--since", earlier.Path]).Clean();
        string[][] rows = [.. console[console.IndexOf("Change of the full year", StringComparison.Ordinal)..].Split('\n').SkipWhile(line => !line.StartsWith("  Earlier run", StringComparison.Ordinal)).Take(6)
            .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        decimal reached = Printed.Number(rows[0][^1])!.Value, sum = 0;
        foreach (string[] row in rows[1..5])
        {
            sum += Printed.Number(row[1].Replace("+", "", StringComparison.Ordinal))!.Value;
            Assert.Equal(reached + sum, Printed.Number(row[^1]));
        }
        Assert.Equal("This run", rows[5][0]);
        Assert.Equal(sum, Printed.Number(rows[5][1].Replace("+", "", StringComparison.Ordinal)));
        Assert.Equal(reached + sum, Printed.Number(rows[5][^1]));
        string total = console.Split('\n').First(line => line.StartsWith("    Total incentive", StringComparison.Ordinal));
        Assert.Equal(rows[5][^1], total.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[2]);
    }

    [Fact]
    public void Groups_that_cannot_be_read_apart_are_one_step_that_says_so()
    {
        using var today = new SampleFolder();
        today.Change("plan.yaml", "  - id: manager\n", "  - id: am2\n    based_on: am\n    name: Enterprise Account Manager 2026, new\n\n  - id: manager\n");
        today.Change("roster.csv", "190000,175000,17500000,am", "190000,165000,17500000,am2");
        JsonElement json = Json.Simulated(today.Path, [.. Options, "--since", SampleFolder.Original, "--since-through", "2026-06-30"]);
        JsonElement[] causes = [.. json.At("change.causes").EnumerateArray()];
        Assert.Equal(["actuals", "roster and plan", "assumptions"], causes.Select(step => step.At("cause").GetString()));
        Assert.Contains("roster.csv does not fit: plan is 'am2'", causes[1].At("togetherBecause").GetString(), StringComparison.Ordinal);
        Assert.Equal(json.Number("change.whole.mean"), causes[1].Number("mean"), 1e-6);
        Assert.Contains("Roster and plan: one step, for between them roster.csv does not fit", Ran.Tool(["simulate", today.Path, .. Options, "--since", SampleFolder.Original]).Clean().ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_left_the_roster_goes_with_the_deals()
    {
        using var today = new SampleFolder();
        today.ChangeLines("roster.csv", line => line.StartsWith("R40,", StringComparison.Ordinal) ? null : line);
        foreach (string file in (string[])["deals.csv", "results.csv", "quotas.csv", "grants.csv", "history.csv"])
            today.ChangeLines(file, line => line.Split(',').Take(2).Contains("R40") ? null : line);
        JsonElement json = Json.Simulated(today.Path, [.. Options, "--since", SampleFolder.Original, "--since-through", "2026-06-30"]);
        Assert.Equal(json.Number("change.whole.mean"), json.At("change.causes").EnumerateArray().Sum(step => step.Number("mean")), 1e-6);
        Assert.True(json.Number("change.whole.mean") < 0);
    }

    [Fact]
    public void Threads_do_not_show()
    {
        using var earlier = new SampleFolder();
        Everything(earlier);
        string[] command = ["simulate", SampleFolder.Original, "--json", "--trials", "2100", "--through", "2026-05-20", "--since", earlier.Path];
        Assert.Equal(Ran.Tool([.. command, "--threads", "1"]).Clean(), Ran.Tool([.. command, "--threads", "3"]).Clean());
    }

    private static void Everything(SampleFolder folder)
    {
        foreach (int i in (int[])[0, 2, 4, 5])
        {
            object[] cause = Causes.ElementAt(i);
            folder.Change((string)cause[1], (string)cause[2], (string)cause[3]);
        }
    }

    private static JsonElement[] Steps(SampleFolder earlier, params string[] options) =>
        [.. Json.Simulated(SampleFolder.Original, [.. Options, "--since", earlier.Path, .. options]).At("change.causes").EnumerateArray()];
}
