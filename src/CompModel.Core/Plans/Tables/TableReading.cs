namespace CompModel;

/// <summary>How a table of tiers is read: what a tier's rate applies to.</summary>
public enum TableReading
{
    /// <summary>Each slice of the amount at the rate of the tier it lies in.</summary>
    Marginal,

    /// <summary>The whole amount at the rate of the tier reached; pay jumps there.</summary>
    Retroactive,

    /// <summary>The first tier at its rate, and all that lies above it at the rate of the tier reached; pay jumps from the third tier on.</summary>
    OverageAtTopRate,

    /// <summary>Each tier adds a fixed amount as it is crossed, and a linear share of it inside.</summary>
    ProportionalAmounts,

    /// <summary>The whole amount at a rate that lies on the straight line between the rates at both ends of its tier.</summary>
    InterpolatedRate,
}

/// <summary>Where the tiers of a table lie.</summary>
public enum TierPlaces
{
    /// <summary>At amounts of the measure, which stay when a quota changes. The default.</summary>
    Amounts,

    /// <summary>At shares of the quota: 1 is the whole of it.</summary>
    SharesOfQuota,
}
