namespace CompModel;

/// <summary>What of pay a retirement plan counts, for deferral and match alike. Equity and benefits never count.</summary>
public enum EligiblePay
{
    /// <summary>Salary, incentive and what payment terms add to it: the default.</summary>
    SalaryAndIncentive,

    /// <summary>Salary alone.</summary>
    Salary,

    /// <summary>Salary, incentive and the sign-on bonus.</summary>
    AllCash,
}
