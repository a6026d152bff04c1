namespace CompModel;

/// <summary>Of which run a part is, by everything that says so without the run itself. Chunks are counted with their blocks, for these give them their trials.</summary>
internal sealed record PartRun(string LibraryVersion, int StreamVersion, string Fingerprint, int Trials, ulong Seed, int Chunks, int Blocks)
{
    internal static PartRun Of(RunDefinition run, RunChunks chunks, CancellationToken cancel) =>
        new(Simulate.LibraryVersion, Simulate.StreamVersion, run.Fingerprint(cancel), run.Trials, run.Seed, chunks.Count, chunks.Blocks);

    internal int BlockOf(int chunk) => chunk / (Chunks / Blocks);

    internal TrialSpan TrialsOf(int block) => TrialSpan.OfBlock(Trials, Blocks, block);

    /// <summary>Throws where a part is of another run than this, saying which difference is met first.</summary>
    internal void CheckSame(PartRun other)
    {
        CheckVersions(other);
        string? difference = other.Trials != Trials ? $"it has {other.Trials} trials, not {Trials}"
            : other.Seed != Seed ? $"its seed is {other.Seed}, not {Seed}"
            : other != this ? $"its fingerprint is {other.Fingerprint[..12]}…, not {Fingerprint[..12]}…: people, plans or assumptions differ"
            : null;
        if (difference is not null)
            throw new PartException(PartProblem.OtherRun, $"The part is of another run: {difference}.");
    }

    private void CheckVersions(PartRun other)
    {
        if (other.LibraryVersion != LibraryVersion || other.StreamVersion != StreamVersion)
        {
            throw new PartException(
                PartProblem.OtherVersion,
                $"The part was made by CompModel {other.LibraryVersion} with random streams of version {other.StreamVersion}; expected {LibraryVersion} with version {StreamVersion}, for figures of two versions do not add up to a run of one.");
        }
    }
}
