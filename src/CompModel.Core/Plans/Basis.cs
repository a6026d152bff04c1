namespace CompModel;

/// <summary>What becomes of pay already earned when a later to-date result is lower.</summary>
public enum Recovery
{
    /// <summary>It is taken back: the year earns what its final result says, in any order of periods.</summary>
    Full,

    /// <summary>It is kept: earned to date is the highest so far.</summary>
    None,
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
    /// The year to date: credits to date against quota to date, times target to date, less what was earned before.
    /// The window is the plan year.
    /// </summary>
    public sealed record YearToDate : Basis
    {
        /// <summary>Paid at a frequency, with a rule for pay already earned.</summary>
        public YearToDate(Frequency pays, Recovery recovery)
            : base(pays) => Recovery = recovery;

        /// <summary>What becomes of pay already earned when a later result is lower.</summary>
        public Recovery Recovery { get; }
    }
}
