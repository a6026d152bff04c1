namespace CompModel;

/// <summary>A month of a simulated year in which people come and go. Amounts are means over all trials, in major units.</summary>
/// <param name="Month">The month of the plan year.</param>
/// <param name="Heads">People there at its end; who leaves on its last day is not, and who follows on the day after is of the next month.</param>
/// <param name="StreetQuota">Bookings quota in force in it, ramped; a vacant territory has none.</param>
/// <param name="BaseSalaries">Base salaries, for the days worked.</param>
/// <param name="Incentive">What is earned by pay periods that end in it, with what payment terms add to that.</param>
/// <param name="PaymentCost">Of it, what guarantees, draws that are never owed and forfeits add.</param>
/// <param name="TotalCash">Base salaries and incentive, as a distribution.</param>
public sealed record HeadcountMonth(
    MeasurementPeriod Month, PayoutDistribution Heads, double StreetQuota, double BaseSalaries, double Incentive, double PaymentCost, PayoutDistribution TotalCash)
{
    /// <summary>Incentive without what payment terms add.</summary>
    public double Earned => Incentive - PaymentCost;
}
