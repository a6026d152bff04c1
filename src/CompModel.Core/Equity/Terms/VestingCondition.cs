namespace CompModel;

/// <summary>
/// One node of a graph of vesting terms: what meets it, how much vests then, and which conditions may follow. Follows Open Cap Format, VestingCondition.
/// Unlike a <see cref="VestingRequirement"/> it vests by itself and holds nothing back.
/// </summary>
public sealed record VestingCondition
{
    private readonly ValueList<string> next;

    /// <summary>A condition. Throws for a blank id and for one that follows itself.</summary>
    /// <param name="id">Its name, once in the graph.</param>
    /// <param name="portion">What vests each time it is met.</param>
    /// <param name="trigger">What meets it.</param>
    /// <param name="next">Which may follow, the most urgent first; none ends the path.</param>
    public VestingCondition(string id, VestingPortion portion, VestingTrigger trigger, params IEnumerable<string> next)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(next);
        this.next = new(next);
        if (this.next.Contains(id))
            throw new ArgumentException($"Condition '{id}' cannot follow itself: prerequisites in a circle are never met.", nameof(next));
        (Id, Portion, Trigger) = (id, portion, trigger);
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>What vests each time it is met.</summary>
    public VestingPortion Portion { get; }

    /// <summary>What meets it.</summary>
    public VestingTrigger Trigger { get; }

    /// <summary>Which may follow, the most urgent first.</summary>
    public IReadOnlyList<string> Next => next;

    /// <summary>What it says to people; empty where nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>How often it is met in a row.</summary>
    internal int Occurrences => Trigger is VestingTrigger.After after ? after.Occurrences : 1;
}
