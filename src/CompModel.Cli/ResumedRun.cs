namespace CompModel.Cli;

/// <summary>A run that keeps its finished chunks in a file as it goes, and begins with those that are there.</summary>
internal static class ResumedRun
{
    /// <summary>The chunks of a shard. Without a file nothing is kept.</summary>
    internal static SimulationPart Part(RunDefinition run, Shard shard, string? file, int? threads, TextWriter error, CancellationToken cancel)
    {
        if (file is null)
            return Simulate.Part(run, shard, threads: threads, cancel: cancel);
        SimulationPart? finished = File.Exists(file) ? PartFile.Read(file, cancel) : null;
        if (finished is not null)
            error.WriteLine(FormattableString.Invariant($"compmodel: going on from {Path.GetFileName(file)}: {finished.Chunks.Count} of the run's {finished.ChunksOfRun} chunks are finished"));
        try
        {
            return Simulate.Part(run, shard, finished, part => PartFile.Write(file, part), threads, cancel);
        }
        catch (PartException problem)
        {
            throw PartFile.Refused(Path.GetFileName(file), problem);
        }
    }

    /// <summary>Removes the file once the result is out.</summary>
    internal static void Finish(string? file)
    {
        if (file is not null)
            File.Delete(file);
    }
}
