namespace CompModel;

/// <summary>A part while it grows: what finished chunks add up to. Not for several threads at once.</summary>
internal sealed class PartSums(PartRun run)
{
    private readonly SortedSet<int> chunks = [];

    // Sums by block, in the order of CostSamples.All.
    private readonly Dictionary<int, double[][]> sums = [];
    private readonly Dictionary<string, PersonOutlooks> outlooks = new(StringComparer.Ordinal);

    // Who was not drawn in all trials: by block.
    private readonly Dictionary<int, Dictionary<string, PersonSamples>> people = [];

    internal bool Has(int chunk) => chunks.Contains(chunk);

    /// <summary>Adds a finished chunk, whose arrays are nobody else's from then on.</summary>
    internal void Add(int chunk, ChunkRun finished, CancellationToken cancel)
    {
        AddSums(run.BlockOf(chunk), [.. finished.Samples.All], array => array, cancel);
        AddOutlooks(finished.Outlooks);
        AddPeople(run.BlockOf(chunk), finished.People);
        chunks.Add(chunk);
    }

    /// <summary>Adds a part. Throws where it is of another run, or has a chunk that is here already.</summary>
    internal void Add(SimulationPart part, CancellationToken cancel)
    {
        run.CheckSame(part.Run);
        int[] twice = [.. part.Chunks.Where(chunks.Contains)];
        if (twice.Length > 0)
            throw new PartException(PartProblem.Repeated, $"{(twice.Length == 1 ? "A chunk is" : $"{twice.Length} chunks are")} in two of the parts: {ChunkText.Of(twice)}; expected each of the run's {run.Chunks} chunks once.");
        foreach ((int block, double[][] arrays) in part.Sums)
            AddSums(block, arrays, array => [.. array], cancel);
        AddOutlooks(part.Outlooks);
        foreach ((int block, IReadOnlyDictionary<string, PersonSamples> its) in part.People)
            AddPeople(block, its);
        chunks.UnionWith(part.Chunks);
    }

    /// <summary>The part, to which nothing is added any more.</summary>
    internal SimulationPart ToPart(int cut) => Of(cut, sums);

    /// <summary>The part as it is now; what is added later does not show in it.</summary>
    internal SimulationPart Copy(int cut) => Of(cut, sums.ToDictionary(block => block.Key, block => block.Value.Select(array => array.ToArray()).ToArray()));

    private SimulationPart Of(int cut, IReadOnlyDictionary<int, double[][]> its) => new(
        run, cut, [.. chunks], its, new Dictionary<string, PersonOutlooks>(outlooks, StringComparer.Ordinal),
        people.ToDictionary(block => block.Key, IReadOnlyDictionary<string, PersonSamples> (block) => new Dictionary<string, PersonSamples>(block.Value, StringComparer.Ordinal)));

    private void AddSums(int block, double[][] arrays, Func<double[], double[]> own, CancellationToken cancel)
    {
        if (!sums.TryGetValue(block, out double[][]? total))
        {
            sums.Add(block, [.. arrays.Until(cancel).Select(own)]);
            return;
        }
        if (arrays.Length != total.Length)
            throw new PartException(PartProblem.Damaged, $"A part has {arrays.Length} sums where another of the run has {total.Length}.");
        foreach ((double[] to, double[] from) in total.Zip(arrays))
            Arrays.Add(to, from, cancel);
    }

    private void AddOutlooks(IReadOnlyDictionary<string, PersonOutlooks> finished)
    {
        foreach ((string id, PersonOutlooks its) in finished)
            outlooks.Add(id, its);
    }

    private void AddPeople(int block, IReadOnlyDictionary<string, PersonSamples> samples)
    {
        if (samples.Count == 0)
            return;
        if (!people.TryGetValue(block, out Dictionary<string, PersonSamples>? there))
            people.Add(block, there = new(StringComparer.Ordinal));
        foreach ((string id, PersonSamples its) in samples)
            there.Add(id, its);
    }
}
