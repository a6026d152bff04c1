namespace CompModel;

/// <summary>
/// A clause of a grant that accelerates it when something happens: one event (single trigger), an event and then a dismissal within some months (double
/// trigger), or leaving for certain reasons. Unlike a <see cref="GrantEvent.Accelerated"/>, which somebody decides, it acts by itself.
/// </summary>
public sealed record AccelerationClause
{
    private AccelerationClause(string? condition, int? monthsAfter, ValueList<LeavingReason> reasons, Acceleration extent)
    {
        ArgumentNullException.ThrowIfNull(extent);
        (Condition, MonthsAfter, Reasons, Extent) = (condition, monthsAfter, reasons, extent);
    }

    /// <summary>The event it waits for; null where leaving is enough.</summary>
    public string? Condition { get; }

    /// <summary>How many months after the event leaving still counts, the day itself included; null where the event is enough, or leaving is.</summary>
    public int? MonthsAfter { get; }

    /// <summary>The reasons of leaving that count; none where the event is enough.</summary>
    public IReadOnlyList<LeavingReason> Reasons { get; }

    /// <summary>How much vests.</summary>
    public Acceleration Extent { get; }

    /// <summary>Single trigger: on an event such as a change of control. Throws for a blank name.</summary>
    public static AccelerationClause On(string condition, Acceleration extent) => new(Named(condition), null, ValueList<LeavingReason>.Empty, extent);

    /// <summary>
    /// Double trigger: on leaving for one of the reasons (dismissal without cause, or for good reason, unless said) on or after the day of an event, within so many months.
    /// Throws for a blank name and outside 1 to 1,200 months.
    /// </summary>
    public static AccelerationClause OnLeavingAfter(string condition, int months, Acceleration extent, params IEnumerable<LeavingReason> reasons) =>
        months is >= 1 and <= VestingTime.Months.Most
            ? new(Named(condition), months, Given(reasons, LeavingReason.InvoluntaryOther, LeavingReason.VoluntaryGoodCause), extent)
            : throw new ArgumentOutOfRangeException(nameof(months), months, "A double trigger reaches 1 to 1,200 months after its event.");

    /// <summary>On leaving for one of the reasons: death and disability unless said.</summary>
    public static AccelerationClause OnLeaving(Acceleration extent, params IEnumerable<LeavingReason> reasons) =>
        new(null, null, Given(reasons, LeavingReason.InvoluntaryDeath, LeavingReason.InvoluntaryDisability), extent);

    /// <summary>"all on leaving within 12 months after change of control".</summary>
    public override string ToString() => (Condition, MonthsAfter) switch
    {
        (null, _) => $"{Extent} on leaving for {string.Join(", ", Reasons.Select(reason => reason.Words))}",
        ({ } condition, null) => $"{Extent} on {condition}",
        ({ } condition, { } months) => FormattableString.Invariant($"{Extent} on leaving within {months} months after {condition}"),
    };

    private static string Named(string condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        return condition;
    }

    private static ValueList<LeavingReason> Given(IEnumerable<LeavingReason> reasons, params LeavingReason[] otherwise)
    {
        LeavingReason[] list = [.. reasons];
        return list.FirstOrDefault(reason => !Enum.IsDefined(reason), LeavingReason.VoluntaryOther) is var bad && Enum.IsDefined(bad)
            ? new(list.Length == 0 ? otherwise : list)
            : throw new ArgumentOutOfRangeException(nameof(reasons), bad, "A reason of leaving is one of the seven of Open Cap Format.");
    }
}
