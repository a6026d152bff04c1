namespace CompModel;

/// <summary>A part of total pay.</summary>
public enum PayPart
{
    /// <summary>All of them.</summary>
    Total,

    /// <summary>Base salary: the same in every trial.</summary>
    Salary,

    /// <summary>What the plan earns, and what payment terms add as a cost, such as a guarantee's top-up.</summary>
    Incentive,

    /// <summary>The value of shares on the day they vest.</summary>
    Equity,

    /// <summary>Installments of an offer's sign-on bonus: the same in every trial.</summary>
    SignOn,

    /// <summary>What an offer's employer adds to the 401(k).</summary>
    Retirement,

    /// <summary>An offer's benefits at their stated value: the same in every trial.</summary>
    Benefits,
}
