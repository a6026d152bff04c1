namespace CompModel;

/// <summary>How a share price gets from one anniversary to the next.</summary>
public enum PriceGrowth
{
    /// <summary>It stays, and steps on the anniversary: what vests on that day counts at the new price. The default.</summary>
    StepsOnAnniversary,

    /// <summary>
    /// It moves by equal amounts a day, compounding from year to year: exact, where a price that compounds from day to day would be no rational number.
    /// </summary>
    EvenlyByDay,
}
