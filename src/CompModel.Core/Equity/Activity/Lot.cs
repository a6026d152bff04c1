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
    internal GrantMove Meet(GrantMoveKind fate, LocalDate date, string reason)
    {
        (Fate, Met) = (fate, date);
        return new(date, fate, Shares, Due, reason);
    }

    /// <summary>Parts from this lot so many shares, with as much of what they stand for.</summary>
    internal Lot Take(Rational shares)
    {
        Rational exact = Shares.Sign == 0 ? Rational.Zero : Exact * shares / Shares;
        var taken = new Lot(Part, exact, shares);
        (taken.Fate, taken.Met) = (Fate, Met);
        (Shares, Exact) = (Shares - shares, Exact - exact);
        return taken;
    }
}
