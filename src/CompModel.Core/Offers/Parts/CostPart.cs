namespace CompModel;

/// <summary>What a year of an offer is made of, for the employer. They add up to compensation expense.</summary>
public enum CostPart
{
    /// <summary>Salary, incentive, top-ups and sign-on bonus.</summary>
    CashCompensation,

    /// <summary>The taxes that the employer pays on wages, vesting included.</summary>
    EmployerTaxes,

    /// <summary>What the employer adds to the 401(k).</summary>
    Retirement,

    /// <summary>Benefits at what they cost.</summary>
    Benefits,

    /// <summary>The expense of grants, as accounting spreads it: not what vests.</summary>
    EquityExpense,
}
