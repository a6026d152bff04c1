using NodaTime;

namespace CompModel;

/// <summary>What becomes of shares that were due before somebody left and still wait for a condition.</summary>
public enum WaitingShares
{
    /// <summary>They stay, and vest if the condition is met in time: the double trigger of private companies, and the default.</summary>
    StayOnLeaving,

    /// <summary>They are forfeited on leaving.</summary>
    ForfeitOnLeaving,
}

/// <summary>
/// A condition that a grant waits for besides time: a liquidity event, a milestone, a result. Met by a <see cref="GrantEvent.Met"/> of its name, up to the
/// deadline, which counts; what still waits lapses the day after. With a curve the result of the event says how much is earned, as in performance share
/// units: 0 of it forfeits all, 2 of it doubles the shares. Unlike a <see cref="VestingCondition"/> of a graph it holds back what time makes due.
/// </summary>
public sealed record VestingRequirement
{
    /// <summary>A condition without a deadline, met or not. Throws for a blank name.</summary>
    public VestingRequirement(string condition)
        : this(condition, null, null, WaitingShares.StayOnLeaving)
    {
    }

    private VestingRequirement(string condition, VestingTime? deadline, PayoutCurve? curve, WaitingShares waiting)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        (Condition, Deadline, Curve, Waiting) = (condition, deadline, curve, waiting);
    }

    /// <summary>The name by which events refer to it.</summary>
    public string Condition { get; }

    /// <summary>The last day on which it can be met, counted from the vesting start or a date of its own; null is for ever.</summary>
    public VestingTime? Deadline { get; }

    /// <summary>From the result in its own units to the multiple of the shares that is earned; null where the condition is met or is not.</summary>
    public PayoutCurve? Curve { get; }

    /// <summary>What becomes of shares that still wait when somebody leaves; they stay unless said.</summary>
    public WaitingShares Waiting { get; }

    /// <summary>With a last day on which it can be met.</summary>
    public VestingRequirement By(VestingTime deadline) => new(Condition, deadline, Curve, Waiting);

    /// <summary>With a curve from the result to the multiple of shares: <c>Earning(PayoutCurve.Through((25, 0.25), (50, 1), (90, 2)))</c> of a percentile.</summary>
    public VestingRequirement Earning(PayoutCurve curve) => new(Condition, Deadline, curve, Waiting);

    /// <summary>With another fate of waiting shares on leaving. Throws where it is not defined.</summary>
    public VestingRequirement OnLeaving(WaitingShares waiting) => Enum.IsDefined(waiting)
        ? new(Condition, Deadline, Curve, waiting)
        : throw new ArgumentOutOfRangeException(nameof(waiting), waiting, "Waiting shares stay or are forfeited.");

    internal DuePortion Apply(DuePortion part, VestingFacts facts)
    {
        LocalDate? deadline = Deadline?.From(facts.Start), met = facts.FirstMet(Condition, LocalDate.MinIsoValue);
        if (met > deadline)
            met = null;
        DuePortion mine = part with
        {
            Conditions = new([.. part.Conditions, (Condition, met)]),
            StaysOnLeaving = part.StaysOnLeaving && Waiting == WaitingShares.StayOnLeaving,
        };
        if (met is { } day)
            return mine with { Opened = mine.Opened is { } before ? LocalDate.Max(before, day) : day };
        LocalDate? lapses = deadline?.PlusDays(1);
        bool earlier = part.Lapses is null || lapses < part.Lapses;
        return mine with
        {
            WaitsFor = mine.WaitsFor.Length > 0 ? mine.WaitsFor : Condition,
            Lapses = earlier ? lapses ?? part.Lapses : part.Lapses,
            Deadline = earlier ? deadline ?? part.Deadline : part.Deadline,
        };
    }

    /// <summary>"once IPO is met by 84 months".</summary>
    public override string ToString() => $"once {Condition} is {(Curve is null ? "met" : "known")}{(Deadline is null ? "" : $" by {Deadline}")}";
}
