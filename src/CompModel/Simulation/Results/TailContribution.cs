namespace CompModel;

/// <summary>What somebody is paid, on average, in the dearest trials of everybody's incentive. Over all people these add up to the tail average.</summary>
/// <param name="Id">The participant.</param>
/// <param name="InTail">The mean incentive over the tail.</param>
/// <param name="Mean">The mean over all trials.</param>
public sealed record TailContribution(string Id, double InTail, double Mean)
{
    /// <summary>What the tail costs more than the average year.</summary>
    public double Excess => InTail - Mean;
}
