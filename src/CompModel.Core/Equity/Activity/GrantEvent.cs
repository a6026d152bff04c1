using NodaTime;

namespace CompModel;

/// <summary>What a leave of absence does to vesting.</summary>
public enum Tolling
{
    /// <summary>Nothing: vesting goes on. The default.</summary>
    None,

    /// <summary>Everything due after the leave's first day is due later by the length of the leave.</summary>
    Shift,

    /// <summary>What was due during the leave is due after the end of the schedule instead, at its last pace.</summary>
    Append,
}

/// <summary>How a split falls on installments.</summary>
public enum SplitHandling
{
    /// <summary>The number of shares is multiplied, and the schedule applied anew to what has yet to vest: the default.</summary>
    Reapply,

    /// <summary>Each installment is multiplied by itself, parts of a share left off. What has vested or is lost is so in either way.</summary>
    PerTranche,
}

/// <summary>Whether a cancellation may take shares that have vested.</summary>
public enum CancelledFrom
{
    /// <summary>Unvested shares alone, those due last first; more than there are is refused. The default.</summary>
    Unvested,

    /// <summary>Unvested shares first, then vested ones, the latest first.</summary>
    VestedToo,
}

/// <summary>
/// Something that happened to a grant on a day, one of the cases below; there are no others. A list of them is what a <see cref="GrantActivity"/> is read from;
/// vesting by schedule needs none. What vests by schedule on a day has vested before anything else happens on it.
/// </summary>
public abstract record GrantEvent
{
    private GrantEvent(LocalDate date) => Date = date.Calendar == CalendarSystem.Iso
        ? date
        : throw new ArgumentException($"An event's date is of the ISO calendar; {date} is of {date.Calendar}.", nameof(date));

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>A condition of the terms, or the event of an acceleration clause, was met.</summary>
    public sealed record Met : GrantEvent
    {
        /// <summary>
        /// A condition met, with its result where the terms have a curve for it, or with the multiple of its shares that is earned; 1 unless said. Throws for a blank name
        /// and for a result below zero.
        /// </summary>
        public Met(LocalDate date, string condition, Rational? result = null)
            : base(date)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(condition);
            if (result is { Sign: < 0 })
                throw new ArgumentOutOfRangeException(nameof(result), result, $"The result of {condition} is zero or more.");
            (Condition, Result) = (condition, result);
        }

        /// <summary>The condition's name.</summary>
        public string Condition { get; }

        /// <summary>Its result; null where it is met and no more.</summary>
        public Rational? Result { get; }

        /// <summary>Where the number of shares earned goes that is not whole: down unless said.</summary>
        public ShareRounding Rounding { get; init; }
    }

    /// <summary>Somebody decided that shares vest at once.</summary>
    public sealed record Accelerated : GrantEvent
    {
        /// <summary>An acceleration.</summary>
        public Accelerated(LocalDate date, Acceleration extent)
            : base(date)
        {
            ArgumentNullException.ThrowIfNull(extent);
            Extent = extent;
        }

        /// <summary>How much.</summary>
        public Acceleration Extent { get; }
    }

    /// <summary>The holder left; what vests on the day has vested, clauses act, and the rest is forfeited but what may wait for a condition.</summary>
    public sealed record Left : GrantEvent
    {
        /// <summary>The last day and the reason. Throws for a reason that is not defined.</summary>
        public Left(LocalDate date, LeavingReason reason = LeavingReason.VoluntaryOther)
            : base(date) => Reason = Enum.IsDefined(reason)
                ? reason
                : throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason of leaving is one of the seven of Open Cap Format.");

        /// <summary>Why.</summary>
        public LeavingReason Reason { get; }
    }

    /// <summary>Shares were cancelled.</summary>
    public sealed record Cancelled : GrantEvent
    {
        /// <summary>A number of shares, or all unvested ones where none is given. Throws for a number that is not above zero, or a source that is not defined.</summary>
        public Cancelled(LocalDate date, long? shares = null, CancelledFrom from = CancelledFrom.Unvested)
            : base(date)
        {
            if (shares < 1)
                throw new ArgumentOutOfRangeException(nameof(shares), shares, "A cancellation is of one share or more.");
            if (!Enum.IsDefined(from))
                throw new ArgumentOutOfRangeException(nameof(from), from, "A cancellation takes unvested shares, or vested ones too.");
            (Shares, From) = (shares, from);
        }

        /// <summary>How many; null is all that are unvested.</summary>
        public long? Shares { get; }

        /// <summary>Which.</summary>
        public CancelledFrom From { get; }
    }

    /// <summary>A leave of absence; it begins on the event's day.</summary>
    public sealed record OnLeave : GrantEvent
    {
        /// <summary>A leave of some days. Throws for an empty one, or a tolling that is not defined.</summary>
        public OnLeave(DateRange days, Tolling tolling = Tolling.None)
            : base(days.Start)
        {
            if (days.IsEmpty)
                throw new ArgumentException("A leave has at least one day.", nameof(days));
            if (!Enum.IsDefined(tolling))
                throw new ArgumentOutOfRangeException(nameof(tolling), tolling, "A leave does nothing to vesting, shifts it or appends what it misses.");
            (Days, Tolling) = (days, tolling);
        }

        /// <summary>The days away.</summary>
        public DateRange Days { get; }

        /// <summary>What it does to vesting.</summary>
        public Tolling Tolling { get; }
    }

    /// <summary>A stock split; shares that vest on its day are the new ones.</summary>
    public sealed record Split : GrantEvent
    {
        /// <summary>So many new shares for so many old ones: (10, 1) multiplies by ten, (1, 10) is a reverse split. Throws outside 1 to 1,000,000.</summary>
        public Split(LocalDate date, int newShares, int oldShares, SplitHandling handling = SplitHandling.Reapply)
            : base(date)
        {
            if (newShares is < 1 or > Most)
                throw new ArgumentOutOfRangeException(nameof(newShares), newShares, "A split has 1 to 1,000,000 new shares.");
            if (oldShares is < 1 or > Most)
                throw new ArgumentOutOfRangeException(nameof(oldShares), oldShares, "A split has 1 to 1,000,000 old shares.");
            if (!Enum.IsDefined(handling))
                throw new ArgumentOutOfRangeException(nameof(handling), handling, "A split reapplies the schedule or multiplies each tranche.");
            (Ratio, Handling) = ((Rational)newShares / oldShares, handling);
        }

        private const int Most = 1_000_000;

        /// <summary>New shares for each old one.</summary>
        public Rational Ratio { get; }

        /// <summary>How it falls on installments.</summary>
        public SplitHandling Handling { get; }
    }
}
