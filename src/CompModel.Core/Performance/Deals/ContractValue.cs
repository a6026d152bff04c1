namespace CompModel;

/// <summary>Which amount of a deal over several years is credited.</summary>
public enum ContractValue
{
    /// <summary>All that was signed: the default.</summary>
    Total,

    /// <summary>
    /// That of one year: as the deal states it, or else total × 12 ÷ term in months, exactly, for terms over twelve. A deal of a year or less, or without a term, counts whole.
    /// </summary>
    Annual,
}
