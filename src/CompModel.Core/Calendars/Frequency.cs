namespace CompModel;

/// <summary>How often a period of a plan year recurs; the value is the number of such periods in a year.</summary>
public enum Frequency
{
    /// <summary>One period, the year.</summary>
    Annual = 1,

    /// <summary>Two halves.</summary>
    SemiAnnual = 2,

    /// <summary>Four quarters.</summary>
    Quarterly = 4,

    /// <summary>Twelve months.</summary>
    Monthly = 12,
}
