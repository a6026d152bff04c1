namespace CompModel;

/// <summary>What kind of wages a payment is, in the words of 26 CFR 31.3402(g)-1: a property of the payment. What a tax counts is <see cref="TaxedWages"/>.</summary>
public enum WageKind
{
    /// <summary>Pay of a payroll period at its usual rate: salary. The default.</summary>
    Regular,

    /// <summary>All other wages: commissions, bonuses, shares that vest.</summary>
    Supplemental,
}
