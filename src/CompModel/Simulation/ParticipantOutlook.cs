namespace CompModel;

/// <summary>What the incentive of one participant, one team or one role looks like: figures that need no samples kept.</summary>
/// <param name="Id">The participant, the manager whose team it is, or the role.</param>
/// <param name="Heads">1, or the number of people in the team with its manager, or in the role.</param>
/// <param name="Target">The target incentive.</param>
/// <param name="Mean">The mean incentive.</param>
/// <param name="SimulationError">The standard error of the mean.</param>
/// <param name="StandardDeviation">The standard deviation of a trial.</param>
/// <param name="P10">The 10th percentile.</param>
/// <param name="P50">The median.</param>
/// <param name="P90">The 90th percentile.</param>
public sealed record ParticipantOutlook(
    string Id, int Heads, double Target, double Mean, double SimulationError, double StandardDeviation, double P10, double P50, double P90)
{
    /// <summary>The mean of the dearest 5 % of trials.</summary>
    public double TailAverage { get; internal init; }

    /// <summary>The probability of more than the target incentive, with its interval.</summary>
    public Estimate AboveTarget { get; internal init; }

    internal static ParticipantOutlook Of(string id, int heads, double target, double[] samples, CancellationToken cancel)
    {
        PayoutDistribution pay = PayoutDistribution.Sorted(samples, PayGrid.Round(target), cancel);
        return new(
            id, heads, target, pay.Mean, pay.SimulationError, pay.StandardDeviation,
            pay.Percentile(0.1).Value, pay.Percentile(0.5).Value, pay.Percentile(0.9).Value)
        {
            TailAverage = pay.TailAverage(0.05),
            // What pays the target is on the grid beside it, half a step.
            AboveTarget = pay.ProbabilityAbove(target + (0.5 / PayGrid.Steps)),
        };
    }
}
