namespace CompModel.Files;

/// <summary>The people that other files may name.</summary>
internal sealed class Roster(IReadOnlyList<RosterRow> rows, IEnumerable<string> ids, bool isComplete)
{
    private readonly Dictionary<string, RosterRow> byId = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
    private readonly HashSet<string> known = new(ids, StringComparer.Ordinal);

    /// <summary>A roster that could not be read: everybody may be in it.</summary>
    public static Roster Unknown { get; } = new([], [], isComplete: false);

    /// <summary>The rows that hold together, in the order of the file.</summary>
    public IReadOnlyList<RosterRow> Rows => rows;

    /// <summary>Every id of the file, of good rows and bad ones.</summary>
    public IEnumerable<string> Ids => known;

    /// <summary>Whether the ids of all rows are known.</summary>
    public bool IsComplete => isComplete;

    /// <summary>Whether a row has an id, good or bad.</summary>
    public bool Has(string id) => known.Contains(id);

    /// <summary>The same people with some of their rows changed.</summary>
    public Roster With(IEnumerable<RosterRow> changed)
    {
        var byChange = changed.ToDictionary(row => row.Id, StringComparer.Ordinal);
        return new([.. rows.Select(row => byChange.GetValueOrDefault(row.Id) ?? row)], known, isComplete);
    }

    /// <summary>The participant that a field names; null, reported, where there is none. One whose own row was refused is null without another report.</summary>
    public RosterRow? Find(Field field)
    {
        if (field.Id() is not { } id)
            return null;
        if (byId.TryGetValue(id, out RosterRow? row) || known.Contains(id) || !isComplete)
            return row;
        field.Report(DiagnosticCode.UnknownParticipant, field.Found, "the id of a participant of roster.csv", Nearest.Hint(id, known));
        return null;
    }
}
