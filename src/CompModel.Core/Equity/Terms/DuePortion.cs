using NodaTime;

namespace CompModel;

/// <summary>What terms are resolved with: the day they count from, the shares (for conditions that name a number), and when which condition was met.</summary>
internal sealed record VestingFacts(LocalDate Start, Rational Shares, IReadOnlyList<GrantEvent.Met> Met)
{
    /// <summary>The first day, from another on, on which a condition was met.</summary>
    internal LocalDate? FirstMet(string condition, LocalDate from)
    {
        LocalDate? first = null;
        foreach (GrantEvent.Met met in Met)
        {
            if (met.Condition == condition && met.Date >= from && !(first <= met.Date))
                first = met.Date;
        }
        return first;
    }
}

/// <summary>A portion of a grant and when it is due: an installment with its place in the calendar, and what it waits for besides.</summary>
/// <param name="Portion">The portion of the grant, at least zero.</param>
/// <param name="Due">When time makes it due; null where that hangs on a condition that is not met.</param>
internal sealed record DuePortion(Rational Portion, DueTime? Due)
{
    /// <summary>The conditions it hangs on, each with the day on which it was met; none while it is not.</summary>
    internal ValueList<(string Id, LocalDate? Met)> Conditions { get; init; } = ValueList<(string, LocalDate?)>.Empty;

    /// <summary>The condition it waits for, or none.</summary>
    internal string WaitsFor { get; init; } = "";

    /// <summary>The day from which its conditions are met.</summary>
    internal LocalDate? Opened { get; init; }

    /// <summary>The day on which it is lost if it still waits.</summary>
    internal LocalDate? Lapses { get; init; }

    /// <summary>The last day on which its condition can be met; none where that is for ever.</summary>
    internal LocalDate? Deadline { get; init; }

    /// <summary>What is waited for where the path has ended: nothing.</summary>
    internal const string Nothing = "no condition is left";

    /// <summary>Whether, once due, it stays when somebody leaves, and waits on.</summary>
    internal bool StaysOnLeaving { get; init; } = true;

    /// <summary>The day it vests; null while it waits.</summary>
    internal LocalDate? Vests => WaitsFor.Length > 0 || Due is null ? null : Opened is { } opened ? LocalDate.Max(opened, Due.Date) : Due.Date;

    /// <summary>
    /// By the date that time makes them due, those without one last; equal dates stay as they are. Whether a condition is met does not matter, so that shares
    /// stay with their installments when it is.
    /// </summary>
    internal static IReadOnlyList<DuePortion> InOrder(IEnumerable<DuePortion> parts) => [.. parts.OrderBy(part => part.Due?.Date ?? LocalDate.MaxIsoValue)];
}
