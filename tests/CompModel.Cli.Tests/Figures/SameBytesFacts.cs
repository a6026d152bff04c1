using System.Globalization;
using System.Text.Json;

namespace CompModel.Tests;

/// <summary>One seed, one answer: whatever the threads, the processor's instructions, the language or the terminal.</summary>
public sealed class SameBytesFacts
{
    // Two whole tiles of 1,024 and a part of one.
    private const string Trials = "2500";
    private static readonly Lazy<(string Json, string Console, string Html)> Reference = new(() => Outputs(args => Ran.Tool(args)));

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("7")]
    public void Threads_do_not_show(string threads)
    {
        Assert.Equal(Reference.Value.Json, Ran.Tool([.. Command, "--json", "--threads", threads]).Clean());
        Assert.Equal(Reference.Value.Console, Ran.Tool([.. Command, "--threads", threads]).Clean());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_language_of_the_machine_does_not_show(string culture)
    {
        (string json, string console, string html) = Outputs(args => Ran.ToolIn(culture, args));
        Assert.Equal(Reference.Value.Json, json);
        Assert.Equal(Reference.Value.Console, console);
        Assert.Equal(Reference.Value.Html, html);
        string[] statement = ["statement", SampleFolder.Original, "--through", "2026-08-15"];
        Assert.Equal(Ran.Tool(statement).Clean(), Ran.ToolIn(culture, statement).Clean());
        Assert.Equal(Ran.Tool([.. statement, "--participant", "R01"]).Clean(), Ran.ToolIn(culture, [.. statement, "--participant", "R01"]).Clean());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void The_language_of_the_machine_does_not_show_in_a_refusal(string culture)
    {
        foreach (string[] args in (string[][])[["simulate", SampleFolder.Original, "--trials", "0"], ["simulate", SampleFolder.Original, "--budget", "incentive=7,5"], ["statement", SampleFolder.Original, "--through", "2027-01-01"], []])
            Assert.Equal(Ran.Tool(args), Ran.ToolIn(culture, args));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    // The older name of the same.
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableFMA")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void The_instructions_of_the_processor_do_not_show(string switchedOff)
    {
        (string json, string html) = Files(args => Ran.Process(args, (switchedOff, "0")));
        Assert.Equal(Reference.Value.Json, json);
        Assert.Equal(Reference.Value.Html, html);
    }

    [Theory]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("LC_ALL", "th_TH.UTF-8")]
    // Latin-1 has neither − nor ć: output is UTF-8 all the same.
    [InlineData("LC_ALL", "de_DE.ISO-8859-1")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]
    // Build servers that show colours: what goes to a file has none.
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("COLUMNS", "40")]
    public void The_environment_of_the_process_does_not_show(string name, string value)
    {
        (string json, string console, string html) = Outputs(args => Ran.Process(args, (name, value)));
        Assert.Equal(Reference.Value.Json, json);
        Assert.Equal(Reference.Value.Console, console);
        Assert.Equal(Reference.Value.Html, html);
    }

    [Fact]
    public void Output_starts_without_a_byte_order_mark_and_lines_end_in_one_way()
    {
        string json = Ran.Process([.. Command, "--json"]).Clean();
        Assert.Equal('{', json[0]);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        Assert.DoesNotContain('\r', Reference.Value.Html);
    }

    [Fact]
    public void Another_seed_gives_other_figures() =>
        Assert.NotEqual(Json.Simulated(SampleFolder.Original, "--trials", Trials).Number("incentive.mean"), Json.Simulated(SampleFolder.Original, "--trials", Trials, "--seed", "2").Number("incentive.mean"));

    private static string[] Command => ["simulate", SampleFolder.Original, "--trials", Trials, "--detail", "participant"];

    private static (string Json, string Console, string Html) Outputs(Func<string[], Ran> run)
    {
        (string json, string html) = Files(run);
        return (json, run(Command).Clean(), html);
    }

    private static (string Json, string Html) Files(Func<string[], Ran> run)
    {
        string folder = Directory.CreateTempSubdirectory("compmodel-cli-").FullName;
        try
        {
            string page = Path.Combine(folder, "report.html");
            Ran json = run([.. Command, "--json", "--out", page]);
            Assert.Equal((0, "compmodel: wrote report.html"), (json.Code, json.Error.TrimEnd()));
            Assert.Equal([page], Directory.GetFiles(folder));
            return (json.Output, File.ReadAllText(page));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_time_limit_decides_how_many_trials_there_are_and_nothing_else()
    {
        string limited = Ran.Tool("simulate", SampleFolder.Original, "--trials", "100000000", "--time-limit", "1", "--json").Clean();
        int trials = JsonDocument.Parse(limited).RootElement.At("run.trials").GetInt32();
        Assert.InRange(trials, 1024, 50_000_000);
        Assert.Equal(0, trials % 1024);
        Assert.Equal(Ran.Tool("simulate", SampleFolder.Original, "--trials", trials.ToString(CultureInfo.InvariantCulture), "--json").Clean(), limited);
    }
}
