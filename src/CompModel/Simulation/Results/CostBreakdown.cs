namespace CompModel;

/// <summary>
/// One figure for each line of cost, in major units, all averages over the same trials, so that they add up: lines to the incentive, periods to the incentive.
/// </summary>
/// <param name="Lines">By line, in the order of <see cref="SimulatedCost.Lines"/>.</param>
/// <param name="Periods">By the period of <see cref="SimulatedCost.PeriodsPaid"/> in which it is earned.</param>
/// <param name="Incentive">Of everybody.</param>
/// <param name="Bookings">Bookings, each deal once.</param>
/// <param name="SellersAtQuota">Number of sellers at or above quota.</param>
public sealed record CostBreakdown(
    IReadOnlyList<double> Lines, IReadOnlyList<double> Periods, double Incentive, double Bookings, double SellersAtQuota)
{
    /// <summary>By the quarter in which it is earned; four.</summary>
    public IReadOnlyList<double> Quarters => [.. Periods.Chunk(Periods.Count / 4).Select(quarter => quarter.Sum())];
}
