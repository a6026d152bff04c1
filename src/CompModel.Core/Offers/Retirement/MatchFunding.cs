namespace CompModel;

/// <summary>When an employer works out what it matches.</summary>
public enum MatchFunding
{
    /// <summary>
    /// Each pay period by itself, on the pay and the deferral of that period. Who reaches the deferral limit early defers nothing later and is matched nothing later:
    /// the match of those periods is lost. The default, as in payroll.
    /// </summary>
    EachPeriod,

    /// <summary>Each pay period, and once more at the year's end on the pay and the deferral of the whole year; what is missing is paid then.</summary>
    TruedUp,
}
