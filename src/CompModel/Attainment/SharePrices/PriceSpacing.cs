namespace CompModel;

/// <summary>How far apart the prices of a history are: what makes a spread by the year of one by the return. How many returns a year has is a convention, named here.</summary>
public enum PriceSpacing
{
    /// <summary>Every day, weekends too: 365 returns a year.</summary>
    Daily,

    /// <summary>Trading days: 252 returns a year.</summary>
    TradingDays,

    /// <summary>Weeks: 52 returns a year.</summary>
    Weekly,

    /// <summary>Months, on about the same day or at their last: 12 returns a year.</summary>
    Monthly,

    /// <summary>Quarters: 4 returns a year.</summary>
    Quarterly,

    /// <summary>Years: one return a year.</summary>
    Annual,
}
