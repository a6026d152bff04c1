using System.Diagnostics;
using CompModel.Cli;

namespace CompModel.Tests;

/// <summary>Shards, merging and resuming: the bytes of the undivided run, or a refusal that says what was found.</summary>
public sealed class PartCommandFacts : IDisposable
{
    // Three tiles.
    private const string Trials = "2500";
    private readonly string folder = Directory.CreateTempSubdirectory("compmodel-parts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Merged_shards_print_what_the_undivided_run_prints()
    {
        string[] parts = [.. Enumerable.Range(1, 3).Select(number => Shard(number, 3))];
        foreach (string[] options in (string[][])[["--json", "--detail", "participant"], ["--detail", "team"], ["--budget", "incentive=7000000"]])
        {
            string whole = Ran.Tool(["simulate", SampleFolder.Original, "--trials", Trials, "--seed", "5", .. options]).Clean();
            Assert.Equal(whole, Ran.Tool(["merge", SampleFolder.Original, .. parts, .. options]).Clean());
            Assert.Equal(whole, Ran.Tool(["merge", SampleFolder.Original, .. parts.Reverse(), .. options]).Clean());
        }
    }

    [Fact]
    public void A_merged_page_is_that_of_the_undivided_run()
    {
        string one = Path.Combine(folder, "one.html"), other = Path.Combine(folder, "other.html");
        Assert.Equal(0, Ran.Tool("simulate", SampleFolder.Original, "--trials", Trials, "--seed", "5", "--out", one).Code);
        Assert.Equal(0, Ran.Tool("merge", SampleFolder.Original, Shard(1, 1), "--out", other).Code);
        Assert.Equal(File.ReadAllText(one), File.ReadAllText(other));
    }

    [Fact]
    public void Parts_that_make_no_run_are_refused_with_file_and_reason()
    {
        (string first, string second) = (Shard(1, 2), Shard(2, 2));
        string damaged = Path.Combine(folder, "damaged"), seeded = Path.Combine(folder, "seeded");
        File.WriteAllBytes(damaged, File.ReadAllBytes(second)[..^40]);
        Assert.Equal(0, Ran.Tool("simulate", SampleFolder.Original, "--trials", Trials, "--shard", "2/2", "--out", seeded).Code);
        AssertRefused("E_PART_MISSING", "(shard 2/2)", first);
        AssertRefused("E_PART_REPEATED", "second-of-2: ", second, first, second);
        AssertRefused("E_PART_DAMAGED", "damaged: ", first, damaged);
        AssertRefused("E_PART_OTHER_RUN", "seeded: The part is of another run: its seed is 1, not 5", first, seeded);
        AssertRefused("E_FILE_MISSING", "nowhere is not there", first, Path.Combine(folder, "nowhere"));
        AssertRefused("E_PART_DAMAGED", "roster.csv: ", Path.Combine(SampleFolder.Original, "roster.csv"));
        AssertRefused("E_FILE_UNREADABLE", "cannot be read", folder);
        using var changed = new SampleFolder();
        changed.Change("roster.csv", "190000,175000,17500000,am", "190000,175000,17500001,am");
        Assert.Contains("people, plans or assumptions differ", Refused("merge", changed.Path, first, second), StringComparison.Ordinal);

        static void AssertRefused(string code, string words, params string[] parts)
        {
            string complaint = Refused(["merge", SampleFolder.Original, .. parts]);
            Assert.StartsWith($"compmodel: error {code}: ", complaint, StringComparison.Ordinal);
            Assert.Contains(words, complaint, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_shard_that_is_none_or_has_no_file_is_refused()
    {
        foreach (string typed in (string[])["0/3", "4/3", "3", "a/b", "1/10001"])
            Assert.StartsWith($"compmodel: error E_OPTION: --shard is '{typed}'; expected i/n such as 2/5", Refused("simulate", SampleFolder.Original, "--shard", typed, "--out", Path.Combine(folder, "p")), StringComparison.Ordinal);
        Assert.EndsWith("expected --out FILE beside it, for the part", Refused("simulate", SampleFolder.Original, "--shard", "1/3"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_killed_run_goes_on_from_its_finished_chunks_and_removes_them_when_done()
    {
        // As a kill leaves it: some chunks in the file, and half of a file aside.
        string kept = Path.Combine(folder, "kept");
        File.Move(Shard(2, 3), kept);
        File.WriteAllText(kept + ".part", "half");
        string[] command = ["simulate", SampleFolder.Original, "--trials", Trials, "--seed", "5", "--json"];
        Ran resumed = Ran.Tool([.. command, "--resume", kept]);
        Assert.Equal((0, Ran.Tool(command).Clean()), (resumed.Code, resumed.Output));
        Assert.Equal("compmodel: going on from kept: 2 of the run's 6 chunks are finished", Assert.Single(resumed.Complaints));
        Assert.False(File.Exists(kept));
        File.Move(Shard(2, 3), kept);
        Ran other = Ran.Tool("simulate", SampleFolder.Original, "--trials", Trials, "--seed", "6", "--resume", kept);
        Assert.Equal((2, ""), (other.Code, other.Output));
        Assert.StartsWith("compmodel: error E_PART_OTHER_RUN: kept: ", other.Complaints[^1], StringComparison.Ordinal);
        Assert.True(File.Exists(kept));
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task Interrupted_it_stops_with_a_code_of_its_own_and_writes_nothing_but_what_is_finished(string signal)
    {
        if (OperatingSystem.IsWindows())
            return;
        string kept = Path.Combine(folder, "kept"), page = Path.Combine(folder, "report.html");
        // Half a minute of work, and within seconds the first chunks: whether or not some are finished yet, no page may be there.
        using Process process = Started(["simulate", SampleFolder.Original, "--trials", "3000000", "--threads", "1", "--resume", kept, "--out", page]);
        await Task.Delay(TimeSpan.FromSeconds(4));
        using (Process kill = Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        Assert.Equal((130, "", "compmodel: interrupted; no report was written\n"), (process.ExitCode, await output, await error));
        Assert.Equal([kept], Directory.GetFiles(folder));
        Assert.Equal(3_000_000, SimulationPart.Read(new MemoryStream(File.ReadAllBytes(kept))).Trials);
    }

    private static Process Started(string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["exec", typeof(Tool).Assembly.Location, .. args])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private string Shard(int number, int of)
    {
        string file = Path.Combine(folder, $"{(number == 1 ? "first" : number == 2 ? "second" : "third")}-of-{of}");
        Ran ran = Ran.Tool("simulate", SampleFolder.Original, "--trials", Trials, "--seed", "5", "--shard", $"{number}/{of}", "--out", file);
        Assert.Equal((0, ""), (ran.Code, ran.Output));
        Assert.StartsWith($"compmodel: wrote {Path.GetFileName(file)}, shard {number}/{of} with ", Assert.Single(ran.Complaints), StringComparison.Ordinal);
        return file;
    }

    private static string Refused(params string[] args)
    {
        Ran ran = Ran.Tool(args);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        return Assert.Single(ran.Complaints);
    }
}
