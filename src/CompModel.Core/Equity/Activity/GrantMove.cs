using NodaTime;

namespace CompModel;

/// <summary>What a move does to the shares of a grant.</summary>
public enum GrantMoveKind
{
    /// <summary>Unvested shares have vested.</summary>
    Vested,

    /// <summary>Shares are lost.</summary>
    Forfeited,

    /// <summary>A result earned more shares than the target: unvested shares are added.</summary>
    Added,
}

/// <summary>What brings a move about.</summary>
public enum GrantMoveCause
{
    /// <summary>Time.</summary>
    Schedule,

    /// <summary>A condition that was met after time had made shares due.</summary>
    Condition,

    /// <summary>An acceleration, decided or by a clause.</summary>
    Acceleration,

    /// <summary>The result of a condition, above or below the target.</summary>
    Result,

    /// <summary>The holder left.</summary>
    Leaving,

    /// <summary>A cancellation.</summary>
    Cancellation,

    /// <summary>A deadline passed, or the path of conditions ended.</summary>
    Lapse,
}

/// <summary>A move of shares of a grant on a day, in shares as they were on that day, after splits up to it.</summary>
/// <param name="Date">The day; it may lie ahead, where the schedule or a deadline says so.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Shares">How many, above zero.</param>
/// <param name="Due">The day that time would have made them due; null where that hangs on a condition.</param>
/// <param name="Cause">What brought it about.</param>
/// <param name="Reason">The same for people, in a few words.</param>
public readonly record struct GrantMove(LocalDate Date, GrantMoveKind Kind, Rational Shares, LocalDate? Due, GrantMoveCause Cause, string Reason);
