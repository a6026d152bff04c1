using NodaTime;

namespace CompModel;

/// <summary>
/// Who reports to whom, on every date. Throws for two participants of one id, a manager who is not among them, and a circle on any date, naming it.
/// What is said without a date holds before any change. Order is that of the participants given, so that everything read from it is reproducible.
/// </summary>
public sealed class Hierarchy
{
    private readonly Dictionary<string, Participant> byId = new(StringComparer.Ordinal);
    private readonly ILookup<string, Participant> reports;

    /// <summary>The hierarchy among some participants.</summary>
    public Hierarchy(IReadOnlyList<Participant> participants)
    {
        foreach (Participant participant in participants)
        {
            if (!byId.TryAdd(participant.Id, participant))
                throw new ArgumentException($"Participant '{participant.Id}' is there twice.", nameof(participants));
        }
        foreach (Participant participant in participants)
        {
            foreach ((_, string? manager) in participant.Managers.Within(new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)))
            {
                if (manager is not null && !byId.ContainsKey(manager))
                    throw new ArgumentException($"The manager of participant '{participant.Id}', '{manager}', is not among the participants.", nameof(participants));
            }
        }
        Participants = [.. participants];
        reports = participants.Where(participant => participant.ManagerId is not null).ToLookup(participant => participant.ManagerId!, StringComparer.Ordinal);
        foreach (Participant participant in participants)
            RefuseCircle(participant, LocalDate.MinIsoValue);
        // A circle that was not there before goes through somebody whose manager changed on the day.
        foreach (Participant participant in participants)
        {
            foreach (LocalDate date in participant.Managers.Changes)
                RefuseCircle(participant, date);
        }
    }

    /// <summary>Everybody, in the order given.</summary>
    public IReadOnlyList<Participant> Participants { get; }

    /// <summary>Those without a manager, in the order given.</summary>
    public IEnumerable<Participant> Roots => Participants.Where(participant => participant.ManagerId is null);

    /// <summary>The participant of an id. Throws where there is none.</summary>
    public Participant Find(string id) => byId[id];

    /// <summary>Whether there is a participant of an id.</summary>
    public bool Contains(string id) => byId.ContainsKey(id);

    /// <summary>The people one level below.</summary>
    public IEnumerable<Participant> ReportsOf(string id) => reports[id];

    /// <summary>The ids above, nearest first.</summary>
    public IEnumerable<string> ManagersAbove(string id) => ManagersAbove(id, LocalDate.MinIsoValue);

    /// <summary>The ids above on a date, nearest first.</summary>
    public IEnumerable<string> ManagersAbove(string id, LocalDate date)
    {
        for (string? manager = byId[id].Managers.At(date); manager is not null; manager = byId[manager].Managers.At(date))
            yield return manager;
    }

    /// <summary>A participant and everybody below, people before their managers.</summary>
    public IEnumerable<Participant> PostOrder(Participant top)
    {
        var pending = new Stack<(Participant Participant, bool BelowDone)>([(top, false)]);
        while (pending.TryPop(out (Participant Participant, bool BelowDone) next))
        {
            if (next.BelowDone || !reports.Contains(next.Participant.Id))
            {
                yield return next.Participant;
                continue;
            }
            pending.Push((next.Participant, true));
            foreach (Participant report in reports[next.Participant.Id].Reverse())
                pending.Push((report, false));
        }
    }

    /// <summary>Everybody, people before their managers of a date.</summary>
    public IEnumerable<Participant> BottomUp(LocalDate date) => Participants.OrderByDescending(participant => ManagersAbove(participant.Id, date).Count());

    private void RefuseCircle(Participant start, LocalDate date)
    {
        var path = new List<string> { start.Id };
        foreach (string manager in ManagersAbove(start.Id, date))
        {
            if (path.Contains(manager))
            {
                string since = date == LocalDate.MinIsoValue ? "" : $" from {date:uuuu-MM-dd} on";
                throw new ArgumentException($"A hierarchy has no circles; here {string.Join(" → ", [.. path, manager])}{since}.", "participants");
            }
            path.Add(manager);
        }
    }
}
