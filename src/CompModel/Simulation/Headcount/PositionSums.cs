namespace CompModel;

/// <summary>What one position adds up to over some trials, in whole numbers, so that no sum depends on an order.</summary>
internal sealed class PositionSums
{
    /// <summary>Incumbents at the ends of months, over all trials and months.</summary>
    internal long HeadMonths { get; set; }

    /// <summary>Incumbents at the end of the year, over all trials.</summary>
    internal long HeadsAtEnd { get; set; }

    /// <summary>Base salaries, in steps of the grid.</summary>
    internal long SalarySteps { get; set; }

    /// <summary>Incentive, with what payment terms add, in steps of the grid.</summary>
    internal long IncentiveSteps { get; set; }
}
