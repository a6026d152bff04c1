namespace CompModel;

/// <summary>A participant with their credits; without a participant, credits of somebody who is none.</summary>
internal readonly record struct CreditedParticipant(string Id, Participant? Participant, IReadOnlyList<Credit> Credits)
{
    /// <summary>Two streams in ordinal order of participant id, joined. Throws where an id does not rise, naming both.</summary>
    internal static IEnumerable<CreditedParticipant> Joined(IEnumerable<Participant> participants, IEnumerable<Credit> credits)
    {
        using IEnumerator<(string Id, List<Credit> Credits)> groups = Grouped(credits).GetEnumerator();
        bool more = groups.MoveNext();
        string? before = null;
        foreach (Participant participant in participants)
        {
            string id = participant.Id;
            Rise("Participants", before, id);
            before = id;
            for (; more && string.CompareOrdinal(groups.Current.Id, id) < 0; more = groups.MoveNext())
                yield return new(groups.Current.Id, null, groups.Current.Credits);
            if (more && groups.Current.Id == id)
            {
                yield return new(id, participant, groups.Current.Credits);
                more = groups.MoveNext();
            }
            else
            {
                yield return new(id, participant, []);
            }
        }
        for (; more; more = groups.MoveNext())
            yield return new(groups.Current.Id, null, groups.Current.Credits);
    }

    private static IEnumerable<(string Id, List<Credit> Credits)> Grouped(IEnumerable<Credit> credits)
    {
        string? id = null;
        List<Credit> group = [];
        foreach (Credit credit in credits)
        {
            if (credit.ParticipantId != id)
            {
                Rise("Credits", id, credit.ParticipantId);
                if (id is not null)
                    yield return (id, group);
                (id, group) = (credit.ParticipantId, []);
            }
            group.Add(credit);
        }
        if (id is not null)
            yield return (id, group);
    }

    private static void Rise(string what, string? before, string id)
    {
        if (before is not null && string.CompareOrdinal(before, id) >= 0)
            throw new ArgumentException($"{what} stand in ordinal order of participant id, each id in one place; '{id}' follows '{before}'.");
    }
}
