namespace CompModel;

/// <summary>A part of total pay.</summary>
public enum PayPart
{
    /// <summary>All of them.</summary>
    Total,

    /// <summary>Base salary: the same in every trial.</summary>
    Salary,

    /// <summary>What the plan earns.</summary>
    Incentive,

    /// <summary>The value of shares on the day they vest.</summary>
    Equity,
}
