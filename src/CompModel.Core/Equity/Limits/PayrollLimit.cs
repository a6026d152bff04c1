namespace CompModel;

/// <summary>
/// An amount of money that US payroll law states anew, or again, for each year. Limits of retirement plans count by plan or calendar year, wage amounts by calendar year.
/// In a table's text the names are written <c>elective_deferral</c> and so on. Unlike a <see cref="PayrollRate"/> it is money, not a fraction.
/// </summary>
public enum PayrollLimit
{
    /// <summary>What an employee may defer to a 401(k) in a year: IRC 402(g).</summary>
    ElectiveDeferral,

    /// <summary>What somebody of 50 or more may defer on top: IRC 414(v).</summary>
    CatchUp,

    /// <summary>What somebody who turns 60 to 63 in the year may defer on top, in place of <see cref="CatchUp"/>: IRC 414(v)(2)(E), from 2025.</summary>
    CatchUp60To63,

    /// <summary>What employee and employer together may add to a participant's account: IRC 415(c).</summary>
    AnnualAdditions,

    /// <summary>The pay of a year that a plan may count, for a match among others: IRC 401(a)(17).</summary>
    Compensation,

    /// <summary>The wages of a year up to which there is Social Security tax: the contribution and benefit base.</summary>
    SocialSecurityBase,

    /// <summary>The supplemental wages of a year above which federal withholding is at the highest rate: 26 CFR 31.3402(g)-1(a).</summary>
    SupplementalThreshold,

    /// <summary>The wages of a year above which Additional Medicare tax is withheld, whatever the filing status: IRC 3102(f).</summary>
    AdditionalMedicareThreshold,

    /// <summary>The wages of a year up to which there is federal unemployment tax: IRC 3306(b)(1).</summary>
    UnemploymentBase,
}
