using NodaTime;

namespace CompModel.Tests;

/// <summary>A year of weeks, from terms to cost.</summary>
public class WeekYearFacts
{
    private const int Trials = 4096;

    private static readonly PlanYear Year = WeekCalendar.Retail.Year(2023);

    private static readonly Assumptions Assumed = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3)).WithCompanyCorrelation(0);

    private static readonly CompensationPlan ByDays = new CompensationPlan(
        "Store", new OnTargetEarnings(53_000.Usd, 26_500.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(100.Percent, 2)).Each(Frequency.Quarterly))
        .WithSeasonality(Seasonality.Of(Frequency.Annual, 1));

    private static Participant Seller(CompensationPlan plan) => new("S", plan, new Quota(Measure.Bookings, 1_060_000.Usd));

    [Fact]
    public void A_year_of_53_weeks_costs_fourteen_of_them_in_its_last_quarter()
    {
        SimulatedCost cost = Simulate.Cost(new SalesForce([Seller(ByDays)]), Year, Assumed, Trials, seed: 3, threads: 1);
        // 500 a week.
        Assert.Equal([6_500.0, 6_500, 6_500, 7_000], cost.AtTarget.Quarters);
        Assert.Equal((Amount)53_000.Usd, cost.BaseSalaries);
        // Every quarter has the year's attainment, so that its mean is the same multiple of its target as the year's, but for half a step of the pay grid each.
        double multiple = Expect.Incentive(Seller(ByDays), Year, Assumed).Mean.Value / 26_500;
        for (int quarter = 1; quarter <= 4; quarter++)
            Assert.Equal(multiple * cost.AtTarget.Quarters[quarter - 1], cost.Quarter(quarter).Mean, (4.5 * cost.Quarter(quarter).SimulationError) + (1.0 / 2048));
    }

    [Fact]
    public void A_hire_at_the_start_of_a_week_quarter_has_the_rest_of_the_year()
    {
        Participant hire = Seller(ByDays).HiredOn(Year.Quarter(4).Start);
        SimulatedCost cost = Simulate.Cost(new SalesForce([hire]), Year, Assumed, Trials, seed: 3, threads: 1);
        Assert.Equal([0.0, 0, 0, 7_000], cost.AtTarget.Quarters);
        Assert.Equal((Amount)13_250.Usd, Simulate.Cost(new SalesForce([hire]), Year, Assumed, 1, seed: 3).BaseSalaries);
    }

    [Fact]
    public void The_weeks_of_a_year_are_in_the_fingerprint()
    {
        var plan = new CompensationPlan("Annual", new OnTargetEarnings(0.Usd, 1000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        string Fingerprint(PlanYear year) => new RunDefinition(new SalesForce([Seller(plan)]), year, Assumed, 10, 1).Fingerprint();
        LocalDate start = new(2026, 2, 1);
        PlanYear[] years =
        [
            PlanYear.Starting(start), PlanYear.Weeks(start, WeekPattern.FourFourFive), PlanYear.Weeks(start, WeekPattern.FourFiveFour),
            PlanYear.Weeks(start, WeekPattern.FourFiveFour, 53), PlanYear.Weeks(start, WeekPattern.FourFiveFour, 53, extraWeekIn: 3),
        ];
        Assert.Equal(years.Length, years.Select(Fingerprint).Distinct().Count());
    }
}
