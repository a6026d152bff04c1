namespace CompModel;

/// <summary>
/// US federal payroll taxes of a year, made of dated rates and limits. State, local and city taxes differ by person: add them with <see cref="TaxList.With"/>.
/// Income tax withheld from regular wages by form W-4 is not here. Rates and limits of your own replace those that ship.
/// </summary>
public static class UnitedStatesTaxes
{
    /// <summary>The name of federal income tax on supplemental wages.</summary>
    public const string FederalIncome = "Federal income tax";

    /// <summary>The name of the Social Security tax.</summary>
    public const string SocialSecurity = "Social Security";

    /// <summary>The name of the Medicare tax, without the additional one.</summary>
    public const string Medicare = "Medicare";

    /// <summary>The name of the additional Medicare tax, which the employee alone bears.</summary>
    public const string AdditionalMedicare = "Additional Medicare";

    /// <summary>The name of the federal unemployment tax, which the employer alone bears.</summary>
    public const string FederalUnemployment = "Federal unemployment";

    /// <summary>What is withheld from an employee in a year, by the tables that ship. Throws for a year they lack.</summary>
    public static TaxList Withheld(int year) => Withheld(year, PayrollRates.UnitedStates, PayrollLimits.UnitedStates);

    /// <summary>
    /// What is withheld from an employee in a year: the supplemental rate and the mandatory one on the excess over the threshold, both of supplemental wages alone; Social Security up to its
    /// base; Medicare; Additional Medicare above its threshold. Throws for a year that the tables lack.
    /// </summary>
    public static TaxList Withheld(int year, PayrollRates rates, PayrollLimits limits) => new(
        Tax.Marginal(
            FederalIncome,
            (0.Usd, rates.At(PayrollRate.Supplemental, year)),
            (limits.At(PayrollLimit.SupplementalThreshold, year), rates.At(PayrollRate.SupplementalAboveThreshold, year))).On(TaxedWages.Supplemental),
        Tax.UpTo(SocialSecurity, rates.At(PayrollRate.SocialSecurity, year), limits.At(PayrollLimit.SocialSecurityBase, year)),
        Tax.Flat(Medicare, rates.At(PayrollRate.Medicare, year)),
        Tax.Above(AdditionalMedicare, rates.At(PayrollRate.AdditionalMedicare, year), limits.At(PayrollLimit.AdditionalMedicareThreshold, year)));

    /// <summary>What an employer owes on top of wages in a year, by the tables that ship. Throws for a year they lack.</summary>
    public static TaxList Employer(int year) => Employer(year, PayrollRates.UnitedStates, PayrollLimits.UnitedStates);

    /// <summary>What an employer owes on top of wages in a year: Social Security, Medicare, federal unemployment. Throws for a year that the tables lack.</summary>
    public static TaxList Employer(int year, PayrollRates rates, PayrollLimits limits) => new(
        Tax.UpTo(SocialSecurity, rates.At(PayrollRate.SocialSecurity, year), limits.At(PayrollLimit.SocialSecurityBase, year)),
        Tax.Flat(Medicare, rates.At(PayrollRate.Medicare, year)),
        Tax.UpTo(FederalUnemployment, rates.At(PayrollRate.FederalUnemployment, year), limits.At(PayrollLimit.UnemploymentBase, year)));
}
