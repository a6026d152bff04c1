namespace CompModel;

/// <summary>
/// Who reports to whom over a whole year, whoever moved meanwhile: people in groups that share no credits, each with people before all managers they had.
/// Throws where two people lead each other at different times of the year, for then neither comes first.
/// </summary>
internal sealed class ReportingLines
{
    private readonly Dictionary<string, string[]> managers = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> reports;
    private readonly List<IReadOnlyList<ParticipantTerms>> groups = [];

    internal ReportingLines(IReadOnlyList<ParticipantTerms> everybody, CancellationToken cancel)
    {
        foreach (ParticipantTerms terms in everybody.Until(cancel))
            managers.Add(terms.Participant.Id, [.. terms.Reporting().Select(span => span.Manager).OfType<string>().Distinct()]);
        reports = everybody.SelectMany(terms => managers[terms.Participant.Id].Select(manager => (manager, terms.Participant.Id))).ToLookup(pair => pair.manager, pair => pair.Id, StringComparer.Ordinal);
        Dictionary<string, ParticipantTerms> byId = everybody.ToDictionary(terms => terms.Participant.Id, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParticipantTerms terms in everybody.Until(cancel).Where(terms => managers[terms.Participant.Id].Length == 0))
        {
            var group = new List<ParticipantTerms>();
            foreach (string id in Together(terms.Participant.Id))
            {
                if (managers[id].Length == 0)
                    AddBottomUp(id, done, [], one => group.Add(byId[one]));
            }
            if (group.Count > 0)
                groups.Add(group);
        }
        string[] unreached = [.. everybody.Select(terms => terms.Participant.Id).Where(id => !done.Contains(id))];
        if (unreached.Length > 0)
            throw Circle(unreached);
    }

    /// <summary>The groups, in the order of those on top; people before their managers.</summary>
    internal IReadOnlyList<IReadOnlyList<ParticipantTerms>> Groups => groups;

    /// <summary>Whether anybody reports to somebody in the year.</summary>
    internal bool Leads(string id) => reports.Contains(id);

    /// <summary>Everybody above in the year, nearest first.</summary>
    internal IEnumerable<string> Above(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(managers[id]);
        while (next.TryDequeue(out string? manager))
        {
            if (!seen.Add(manager))
                continue;
            yield return manager;
            foreach (string higher in managers[manager])
                next.Enqueue(higher);
        }
    }

    // Everybody who is connected by somebody's managers, in the order in which they are met.
    private List<string> Together(string start)
    {
        List<string> together = [start];
        var seen = new HashSet<string>(together, StringComparer.Ordinal);
        for (int i = 0; i < together.Count; i++)
            together.AddRange(reports[together[i]].Concat(managers[together[i]]).Where(seen.Add));
        return together;
    }

    private void AddBottomUp(string top, HashSet<string> done, HashSet<string> path, Action<string> add)
    {
        // As deep as a company has levels.
        if (done.Contains(top))
            return;
        if (!path.Add(top))
            throw Circle(path);
        foreach (string report in reports[top])
            AddBottomUp(report, done, path, add);
        path.Remove(top);
        done.Add(top);
        add(top);
    }

    private static ArgumentException Circle(IEnumerable<string> path) => new(
        $"A simulation reads people before their managers; of {string.Join(", ", path.Order(StringComparer.Ordinal).Select(id => $"'{id}'"))} somebody leads, at different times of the year, somebody who leads them.", "force");
}
