namespace CompModel;

/// <summary>
/// A finished part of a run: some of its chunks, with what they add up to. Parts of one run merge in any order to the bits of the undivided run, for the
/// sums are exact and who is drawn does not depend on how a run is cut. It knows its run by fingerprint; to read a cost from parts takes the
/// <see cref="RunDefinition"/> (see <see cref="Simulate.Cost(RunDefinition, IReadOnlyList{SimulationPart}, int?, CancellationToken)"/>). Immutable.
/// Where chunks are blocks of trials, for want of people, a part holds everybody's pay of its trials, so that percentiles are exact once it is merged.
/// </summary>
public sealed class SimulationPart
{
    internal SimulationPart(
        PartRun run, int cut, IReadOnlyList<int> chunks, IReadOnlyDictionary<int, double[][]> sums,
        IReadOnlyDictionary<string, PersonOutlooks> outlooks, IReadOnlyDictionary<int, IReadOnlyDictionary<string, PersonSamples>> people)
    {
        Run = run;
        Cut = cut;
        Chunks = chunks;
        Sums = sums;
        Outlooks = outlooks;
        People = people;
    }

    /// <summary>The fingerprint of its run.</summary>
    public string Fingerprint => Run.Fingerprint;

    /// <summary>The version of the library that made it.</summary>
    public string LibraryVersion => Run.LibraryVersion;

    /// <summary>The version of the random streams it was drawn with.</summary>
    public int StreamVersion => Run.StreamVersion;

    /// <summary>Trials of the run.</summary>
    public int Trials => Run.Trials;

    /// <summary>The run's seed.</summary>
    public ulong Seed => Run.Seed;

    /// <summary>The numbers of its chunks, from 0, rising.</summary>
    public IReadOnlyList<int> Chunks { get; }

    /// <summary>How many chunks the run has.</summary>
    public int ChunksOfRun => Run.Chunks;

    /// <summary>Whether it has all chunks of the run.</summary>
    public bool IsComplete => Chunks.Count == Run.Chunks;

    internal PartRun Run { get; }

    /// <summary>Of how many shards it is one or some; 0 where that is not one number.</summary>
    internal int Cut { get; }

    /// <summary>For each block of trials, sums in the order of <see cref="CostSamples.All"/>.</summary>
    internal IReadOnlyDictionary<int, double[][]> Sums { get; }

    /// <summary>Of those who were drawn in all trials.</summary>
    internal IReadOnlyDictionary<string, PersonOutlooks> Outlooks { get; }

    /// <summary>Of the others, by block.</summary>
    internal IReadOnlyDictionary<int, IReadOnlyDictionary<string, PersonSamples>> People { get; }

    /// <summary>
    /// One part of several, in any order. Throws <see cref="PartException"/> where they are of different runs or versions or where two have the same chunk,
    /// and <see cref="ArgumentException"/> for none.
    /// </summary>
    public static SimulationPart Merge(IReadOnlyList<SimulationPart> parts, CancellationToken cancel = default)
    {
        if (parts.Count == 0)
            throw new ArgumentException("At least one part is merged.", nameof(parts));
        // Before any work: what parts say of themselves.
        foreach (SimulationPart part in parts)
            parts[0].Run.CheckSame(part.Run);
        if (parts.Count == 1)
            return parts[0];
        var sums = new PartSums(parts[0].Run);
        foreach (SimulationPart part in parts)
            sums.Add(part, cancel);
        return sums.ToPart(parts.All(part => part.Cut == parts[0].Cut) ? parts[0].Cut : 0);
    }

    /// <summary>Throws <see cref="PartException"/> where the part is of another run, or was made by another version, saying which difference is met first.</summary>
    public void CheckIsOf(RunDefinition run, CancellationToken cancel = default) => PartRun.Of(run, new RunChunks(run, cancel), cancel).CheckSame(Run);

    /// <summary>Writes the part in its own binary format, little endian, with a checksum at its end.</summary>
    public void Write(Stream to) => PartWriter.Write(this, to);

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, from a stream that can seek. Throws <see cref="PartException"/> for anything else, for a damaged or shortened
    /// file, and for one of another version of the format; versions of library and streams are read as they are, and refused where parts meet a run.
    /// </summary>
    public static SimulationPart Read(Stream from, CancellationToken cancel = default) => PartReader.Read(from, cancel);

    /// <summary>Throws where chunks are missing, saying how many, which, and of which shards.</summary>
    internal void CheckComplete()
    {
        if (IsComplete)
            return;
        int[] missing = [.. Enumerable.Range(0, ChunksOfRun).Except(Chunks)];
        Shard[] shards = Cut <= 1 ? [] : [.. Enumerable.Range(1, Cut).Select(number => new Shard(number, Cut)).Where(shard => shard.ChunksOf(ChunksOfRun).Intersect(missing).Any())];
        string which = shards.Length == 0 ? "" : $" (shard {string.Join(", ", shards.Take(5))}{(shards.Length > 5 ? " and others" : "")})";
        throw new PartException(
            PartProblem.Missing,
            $"{missing.Length} of the run's {ChunksOfRun} chunks {(missing.Length == 1 ? "is" : "are")} missing: {ChunkText.Of(missing)}{which}; expected parts that together have each chunk once.");
    }
}
