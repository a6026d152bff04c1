namespace CompModel;

/// <summary>
/// A rate of US payroll tax, by calendar year: a fraction of wages. In a table's text the names are written <c>supplemental</c> and so on.
/// The wages from or up to which a rate holds are a <see cref="PayrollLimit"/>.
/// </summary>
public enum PayrollRate
{
    /// <summary>Federal income tax withheld from supplemental wages, by the optional flat rate.</summary>
    Supplemental,

    /// <summary>The mandatory rate on the excess of a year's supplemental wages over <see cref="PayrollLimit.SupplementalThreshold"/>.</summary>
    SupplementalAboveThreshold,

    /// <summary>Social Security, of the employee and again of the employer.</summary>
    SocialSecurity,

    /// <summary>Medicare, of the employee and again of the employer.</summary>
    Medicare,

    /// <summary>Additional Medicare, of the employee alone, above <see cref="PayrollLimit.AdditionalMedicareThreshold"/>.</summary>
    AdditionalMedicare,

    /// <summary>Federal unemployment, of the employer alone, after the full credit for state unemployment tax (6.0 % less 5.4 %).</summary>
    FederalUnemployment,
}
