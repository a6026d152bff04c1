namespace CompModel;

/// <summary>What one participant's, or one team's, incentive looks like: figures that need no samples kept.</summary>
/// <param name="Id">The participant, or the manager whose team it is.</param>
/// <param name="Heads">1, or the number of people in the team with its manager.</param>
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
    internal static ParticipantOutlook Of(string id, int heads, double target, double[] samples)
    {
        var pay = new PayoutDistribution(samples, PayGrid.Round(target));
        return new(
            id, heads, target, pay.Mean, pay.SimulationError, pay.StandardDeviation,
            pay.Percentile(0.1).Value, pay.Percentile(0.5).Value, pay.Percentile(0.9).Value);
    }
}
