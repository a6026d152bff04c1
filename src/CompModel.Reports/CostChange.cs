namespace CompModel.Reports;

/// <summary>
/// The change of a year's expected incentive since an earlier run, by cause: one group of inputs after the other is replaced by today's, in the same trials. The steps add
/// up to the whole.
/// </summary>
public sealed class CostChange
{
    /// <summary>A change told step by step.</summary>
    /// <param name="earlierName">What the earlier run is called: its case, and through which day it had actuals.</param>
    /// <param name="earlier">Its incentive.</param>
    /// <param name="steps">The causes, in order; at least one.</param>
    /// <param name="whole">The change of the incentive from first to last, trial by trial.</param>
    public CostChange(string earlierName, PayoutDistribution earlier, IReadOnlyList<CostStep> steps, PayoutDistribution whole)
    {
        if (steps.Count == 0)
            throw new ArgumentException("A change has at least one step.", nameof(steps));
        EarlierName = earlierName;
        Earlier = earlier;
        Steps = steps;
        Whole = whole;
    }

    /// <summary>What the earlier run is called.</summary>
    public string EarlierName { get; }

    /// <summary>Its incentive.</summary>
    public PayoutDistribution Earlier { get; }

    /// <summary>The causes, in order.</summary>
    public IReadOnlyList<CostStep> Steps { get; }

    /// <summary>The whole change, trial by trial.</summary>
    public PayoutDistribution Whole { get; }
}

/// <summary>One step of a change.</summary>
/// <param name="Cause">The group of inputs that was replaced; several, where between them nothing can be simulated.</param>
/// <param name="Change">The change of the incentive, trial by trial.</param>
/// <param name="Together">Why several groups are one step; empty for one group.</param>
public sealed record CostStep(string Cause, PayoutDistribution Change, string Together = "");
