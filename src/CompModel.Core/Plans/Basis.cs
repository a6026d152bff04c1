namespace CompModel;

/// <summary>What becomes of pay already earned when a later to-date result is lower.</summary>
public enum Recovery
{
    /// <summary>It is taken back: the year earns what its final result says, in any order of periods.</summary>
    Full,

    /// <summary>
    /// No period earns less than nothing, and later ones make up for it first: earned to date is the highest so far. What is still too much when the window ends
    /// is a debt that the next window opens with.
    /// </summary>
    Carried,

    /// <summary>It is kept: earned to date is the highest so far, and what was too much is nobody's debt.</summary>
    None,
}

/// <summary>What credits to date are held against.</summary>
public enum Yardstick
{
    /// <summary>The quota to date: half a year's credits against half a year's quota. The default.</summary>
    QuotaToDate,

    /// <summary>The quota of the whole window: half a year's credits climb the curve of the year.</summary>
    FullQuota,
}

/// <summary>
/// Over which window a component measures, and how often it pays: one of the nested cases. The window ends with rounding.
/// </summary>
public abstract record Basis
{
    private Basis(Frequency pays) => Pays = pays;

    /// <summary>How often the component pays.</summary>
    public Frequency Pays { get; }

    /// <summary>Each period stands alone: its credits against its quota, and the next begins at zero.</summary>
    public sealed record EachPeriod : Basis
    {
        /// <summary>A window for each period of a frequency.</summary>
        public EachPeriod(Frequency pays)
            : base(pays)
        {
        }
    }

    /// <summary>
    /// The year to date: credits to date against quota to date (or the full quota), times target to date (or the full target), less what was earned before.
    /// The window is the plan year.
    /// </summary>
    public sealed record YearToDate : Basis
    {
        /// <summary>Paid at a frequency, with a rule for pay already earned, against the quota to date or the full one.</summary>
        public YearToDate(Frequency pays, Recovery recovery, Yardstick against = Yardstick.QuotaToDate)
            : base(pays) => (Recovery, Against) = (recovery, against);

        /// <summary>What becomes of pay already earned when a later result is lower.</summary>
        public Recovery Recovery { get; }

        /// <summary>What credits to date are held against.</summary>
        public Yardstick Against { get; }
    }

    /// <summary>
    /// Each deal fills the table from the bottom, whatever else was sold. A deal is what its credits of the year are together: a refund is rated with its booking.
    /// Tiers at shares of quota are of that of the period it was booked in. For rate tables only.
    /// </summary>
    public sealed record EachDeal : Basis
    {
        /// <summary>Deals, paid at a frequency.</summary>
        public EachDeal(Frequency pays)
            : base(pays)
        {
        }
    }

    /// <summary>
    /// Each period alone, up to a share of its target; the last period of the window trues up to what the whole of it earns against its whole quota, in both
    /// directions. For payout curves only.
    /// </summary>
    public sealed record Reconciled : Basis
    {
        /// <summary>Paid at a frequency, up to a limit until the end. Throws unless the limit is above zero.</summary>
        public Reconciled(Frequency pays, Rational limit)
            : base(pays) => Limit = limit.Sign > 0
                ? limit
                : throw new ArgumentOutOfRangeException(nameof(limit), limit, "Until the year is reconciled a period pays up to a share of its target above zero.");

        /// <summary>The most that a period pays before the end, as a share of its target.</summary>
        public Rational Limit { get; }
    }
}
