using NodaTime;

namespace CompModel.Tests;

public class StatementFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly PayoutCurve Curve = PayoutCurve.Linear
        .WithThreshold(50.Percent)
        .Accelerate(above: 100.Percent, multiplier: 2m)
        .Accelerate(above: 150.Percent, multiplier: 3m);

    private static readonly CompensationPlan Plan = new(
        "Enterprise Account Manager 2026",
        new OnTargetEarnings(@base: 190_000.Usd, targetIncentive: 175_000.Usd),
        Component.Of(Measure.Bookings, 70.Percent, Curve).ToDate(Frequency.Quarterly),
        Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear));

    private static readonly Participant Ana =
        new("R1", Plan, new Quota(Measure.Bookings, 17_500_000.Usd), new Quota(Measure.Adoption, 100));

    private static Credit Sale(string deal, LocalDate date, int amount) => new("R1", Measure.Bookings, date, amount.Usd, deal);

    [Fact]
    public void Attainment_at_threshold_pays_from_first_dollar()
    {
        // By equal months the first quarter's quota is 4,375,000; half of it is the threshold.
        Statement q1 = Ana.Statement(Year.Quarter(1), [Sale("D1", new(2026, 3, 31), 2_187_500)]);
        // Half of a quarter of 122,500.
        Assert.Equal(15_312.50m.Usd, q1.Earned);
        Statement below = Ana.Statement(Year.Quarter(1), [Sale("D1", new(2026, 3, 31), 2_187_499)]);
        Assert.Equal(0.Usd, below.Earned);
    }

    [Fact]
    public void A_year_to_date_component_pays_the_difference_to_what_it_earned_before()
    {
        Credit[] credits = [Sale("D1", new(2026, 2, 1), 4_375_000), Sale("D2", new(2026, 5, 1), 8_750_000)];
        Assert.Equal(30_625m.Usd, Ana.Statement(Year.Quarter(1), credits).Earned);
        // To date 13,125,000 of 8,750,000 = 150 %: pays 200 % of 61,250.
        Statement q2 = Ana.Statement(Year.Quarter(2), credits);
        Assert.Equal(122_500m.Usd - 30_625m.Usd, q2.Earned);
    }

    [Fact]
    public void At_quota_the_plan_pays_exactly_OTE()
    {
        Credit[] credits = [Sale("D1", new(2026, 12, 31), 17_500_000), new("R1", Measure.Adoption, new(2026, 12, 31), new Money(100, Currency.None), "A")];
        Statement year = Ana.StatementThrough(new(2026, 12, 31), Year, credits);
        Assert.Equal(175_000.Usd, year.Earned);
        Assert.Equal((Amount)190_000.Usd, year.Salary);
    }
}
