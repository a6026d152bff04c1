namespace CompModel;

/// <summary>
/// How a run is cut: into groups of people closed under roll-up and, only where these are few, all of them into blocks of whole tiles. A chunk is a group in a
/// block; numbers run through the groups of the first block, then of the next. The cut follows from the definition alone.
/// </summary>
internal sealed class RunChunks
{
    // Enough people that merging a chunk's sums costs little beside drawing them.
    private const int People = 32;

    // Fewer would leave some of a few machines with nothing to do, and much to be done again after a cut.
    private const int Fewest = 32;

    private readonly int trials;

    internal RunChunks(RunDefinition run, CancellationToken cancel)
    {
        EntityHash.RefuseEqual(run.Terms.Until(cancel).Select(terms => terms.Participant.Id));
        trials = run.Trials;
        var groups = new List<List<ParticipantTerms>>();
        foreach (IReadOnlyList<ParticipantTerms> group in run.Reporting.Groups)
        {
            if (groups.Count == 0 || groups[^1].Count >= People)
                groups.Add([]);
            groups[^1].AddRange(group);
        }
        Groups = groups;
        Blocks = Math.Min(TrialSpan.TilesOf(trials), ((Fewest - 1) / groups.Count) + 1);
    }

    /// <summary>The people, in groups.</summary>
    internal IReadOnlyList<IReadOnlyList<ParticipantTerms>> Groups { get; }

    /// <summary>Blocks of tiles; one where there are groups enough.</summary>
    internal int Blocks { get; }

    internal int Count => Groups.Count * Blocks;

    /// <summary>Whether so many pieces keep so many threads busy, one each.</summary>
    internal static bool AreEnough(int pieces, int threads) => pieces >= 2 * threads;

    internal int BlockOf(int chunk) => chunk / Groups.Count;

    internal IReadOnlyList<ParticipantTerms> GroupOf(int chunk) => Groups[chunk % Groups.Count];

    internal TrialSpan TrialsOf(int block) => TrialSpan.OfBlock(trials, Blocks, block);
}
