namespace CompModel;

/// <summary>One trial of a run: figures of one and the same year, for joint questions.</summary>
/// <param name="Incentive">Everybody's incentive.</param>
/// <param name="BaseSalaries">Base salaries, the same in every trial.</param>
/// <param name="Bookings">Bookings, each deal once.</param>
/// <param name="SellersAtQuota">Sellers at or above quota.</param>
/// <param name="CompanyPlan">The company plan; NaN without one.</param>
public readonly record struct CostTrial(double Incentive, double BaseSalaries, double Bookings, double SellersAtQuota, double CompanyPlan)
{
    /// <summary>Base salaries and incentive.</summary>
    public double TotalCash => BaseSalaries + Incentive;

    /// <summary>Company attainment of plan: 1 is 100 %.</summary>
    public double Landing => Bookings / CompanyPlan;

    /// <summary>Compensation cost of sales (CCOS): total cash ÷ bookings.</summary>
    public double CompensationCostOfSales => TotalCash / Bookings;
}
