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

/// <summary>A move of shares of a grant on a day, in shares as they were on that day, after splits up to it.</summary>
/// <param name="Date">The day; it may lie ahead, where the schedule or a deadline says so.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Shares">How many, above zero.</param>
/// <param name="Due">The day that time would have made them due; null where that hangs on a condition.</param>
/// <param name="Reason">Why, in a few words.</param>
public readonly record struct GrantMove(LocalDate Date, GrantMoveKind Kind, Rational Shares, LocalDate? Due, string Reason);
