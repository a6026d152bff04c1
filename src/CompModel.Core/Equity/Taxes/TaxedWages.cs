namespace CompModel;

/// <summary>Which wages of a calendar year a tax counts and is on: a property of the tax. What a payment is, is its <see cref="WageKind"/>.</summary>
public enum TaxedWages
{
    /// <summary>All wages, as Social Security and Medicare do. The default.</summary>
    All,

    /// <summary>Supplemental wages alone, as the federal supplemental rate does: salary neither is taxed nor counts towards the million.</summary>
    Supplemental,

    /// <summary>Regular wages alone.</summary>
    Regular,
}
