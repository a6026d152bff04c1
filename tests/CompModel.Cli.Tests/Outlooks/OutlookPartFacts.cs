namespace CompModel.Tests;

/// <summary>Outlooks in shards: what is merged is the undivided run, change by cause included.</summary>
public sealed class OutlookPartFacts : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("compmodel-parts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Merged_shards_of_an_outlook_print_what_the_undivided_run_prints()
    {
        string[] outlook = ["--through", "2026-06-30", "--rest", "run-rate"], since = ["--since", SampleFolder.Original, "--since-through", "2026-03-31"];
        string[] parts = [.. Enumerable.Range(1, 2).Select(number => Path.Combine(folder, $"{number}"))];
        for (int i = 0; i < 2; i++)
            Assert.Equal(0, Ran.Tool(["simulate", SampleFolder.Original, "--trials", "1100", "--shard", $"{i + 1}/2", "--out", parts[i], .. outlook]).Code);
        Assert.Equal(
            Ran.Tool(["simulate", SampleFolder.Original, "--trials", "1100", "--json", .. outlook, .. since]).Clean(), Ran.Tool(["merge", SampleFolder.Original, .. parts, "--json", .. outlook, .. since]).Clean());
        // Through another day it is another run.
        Ran ran = Ran.Tool(["merge", SampleFolder.Original, .. parts, "--through", "2026-05-31"]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith("compmodel: error E_PART_OTHER_RUN: ", Assert.Single(ran.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_tells_no_change()
    {
        Ran ran = Ran.Tool("simulate", SampleFolder.Original, "--trials", "20", "--shard", "1/2", "--out", Path.Combine(folder, "part"), "--since", SampleFolder.Original);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains("'merge' tells the change", Assert.Single(ran.Complaints), StringComparison.Ordinal);
    }
}
