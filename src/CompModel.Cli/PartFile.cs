namespace CompModel.Cli;

/// <summary>Files of finished parts of a run. What cannot be read is refused with the file's name.</summary>
internal static class PartFile
{
    /// <summary>A part, read and checked as a whole.</summary>
    internal static SimulationPart Read(string file, CancellationToken cancel)
    {
        string name = Path.GetFileName(file);
        try
        {
            using FileStream from = File.OpenRead(file);
            return SimulationPart.Read(from, cancel);
        }
        catch (PartException problem)
        {
            throw Refused(name, problem);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException("E_FILE_MISSING", $"{name} is not there; expected a part of a run, which 'compmodel simulate FOLDER --shard i/n --out {name}' writes");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusedException("E_FILE_UNREADABLE", $"{(name.Length == 0 ? "The part" : name)} cannot be read: {failure.Message}");
        }
    }

    /// <summary>Writes a part to a checked path.</summary>
    internal static void Write(string path, SimulationPart part) => OutputFile.Write(path, aside =>
    {
        using FileStream to = File.Create(aside);
        part.Write(to);
        // A machine that loses power must not find a file of the right name without its contents.
        to.Flush(flushToDisk: true);
    });

    internal static RefusedException Refused(string name, PartException problem) => new(
        problem.Problem switch
        {
            PartProblem.Damaged => "E_PART_DAMAGED",
            PartProblem.OtherVersion => "E_PART_VERSION",
            PartProblem.OtherRun => "E_PART_OTHER_RUN",
            PartProblem.Repeated => "E_PART_REPEATED",
            PartProblem.Missing => "E_PART_MISSING",
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        name.Length == 0 ? problem.Message : $"{name}: {problem.Message}");
}
