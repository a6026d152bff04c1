using NodaTime;

namespace CompModel;

/// <summary>Shares of a grant that share one fate, while its events are read: outstanding, then vested or forfeited.</summary>
internal sealed class Lot(DuePortion part, Rational exact, Rational shares)
{
    /// <summary>When and on what they are due.</summary>
    internal DuePortion Part { get; set; } = part;

    /// <summary>The exact part of the grant that they stand for.</summary>
    internal Rational Exact { get; set; } = exact;

    /// <summary>The shares, after splits so far.</summary>
    internal Rational Shares { get; set; } = shares;

    /// <summary>Null while outstanding.</summary>
    internal GrantMoveKind? Fate { get; private set; }

    /// <summary>When its fate was met.</summary>
    internal LocalDate Met { get; private set; }

    internal bool IsOutstanding => Fate is null;

    /// <summary>The day that time makes it due.</summary>
    internal LocalDate? Due => Part.Due?.Date;

    /// <summary>Meets its fate.</summary>
    internal GrantMove Meet(GrantMoveKind fate, LocalDate date, GrantMoveCause cause, string reason)
    {
        (Fate, Met) = (fate, date);
        return new(date, fate, Shares, Due, cause, reason);
    }

    /// <summary>This lot with the shares of another of the same fate.</summary>
    internal Lot Join(Lot other)
    {
        (Shares, Exact) = (Shares + other.Shares, Exact + other.Exact);
        return this;
    }

    /// <summary>Parts from this lot so many shares. Both then stand for the shares they are: fractions of fractions would grow with every event.</summary>
    internal Lot Take(Rational shares)
    {
        var taken = new Lot(Part, shares, shares);
        (taken.Fate, taken.Met) = (Fate, Met);
        Shares -= shares;
        Exact = Shares;
        return taken;
    }
}
