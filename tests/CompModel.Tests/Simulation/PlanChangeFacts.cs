using NodaTime;

namespace CompModel.Tests;

/// <summary>What simulation and closed form say of plans that change, and of ramp months without quota.</summary>
public class PlanChangeFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly Assumptions Assumed = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.35));
    private static readonly CompensationPlan First = Plan("First", PayoutCurve.Linear), Next = Plan("Next", PayoutCurve.Linear.Accelerate(above: 100.Percent, multiplier: 2m));

    private static CompensationPlan Plan(string name, PayoutCurve curve) =>
        new(name, new(@base: 100_000.Usd, targetIncentive: 60_000.Usd), Component.Of(Measure.Bookings, 1, curve).ToDate(Frequency.Quarterly));

    private static Participant Person(CompensationPlan plan) => new("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd));

    [Fact]
    public void A_plan_that_changes_within_the_year_is_simulated_and_the_closed_form_says_why_it_is_not_available()
    {
        Participant changing = Person(First).OnPlanFrom(new(2026, 5, 16), Next);
        Expected expected = Expect.Incentive(changing, Year, Assumed);
        Assert.Equal(2, expected.Components.Count);
        Assert.Contains("'bookings' holds for a part of the year, 2026-01-01 to 2026-05-15", Assert.IsType<ClosedForm<double>.NotAvailable>(expected.Mean).Because, StringComparison.Ordinal);
        // Both parts together are asked of the street.
        Assert.Equal((Amount)1_200_000.Usd, new SalesForce([changing]).StreetQuota(Measure.Bookings, Year));
        // Each part is a window of its own at the year's attainment: its share of the target by the curve of its plan. 135 of 365 days come first, by equal months 4.5 of 12.
        PayoutDistribution paid = Simulate.Participant(changing, Year, Assumed, 2_000, seed: 3), first = Simulate.Participant(Person(First), Year, Assumed, 2_000, seed: 3), next = Simulate.Participant(Person(Next), Year, Assumed, 2_000, seed: 3);
        double share = (4 + (15.0 / 31)) / 12;
        foreach (double p in new[] { 0.1, 0.5, 0.9, 1 })
            Assert.Equal((share * first.Percentile(p).Value) + ((1 - share) * next.Percentile(p).Value), paid.Percentile(p).Value, 0.1);
    }

    [Fact]
    public void A_plan_that_changed_before_the_year_is_simulated_as_the_plan_in_force()
    {
        Participant moved = Person(First).OnPlanFrom(Year.Start, Next).EarningFrom(new(2026, 7, 1), new(100_000.Usd, 90_000.Usd));
        Participant alone = Person(Next).EarningFrom(new(2026, 7, 1), new(100_000.Usd, 90_000.Usd));
        Assert.Equal(Simulate.Participant(alone, Year, Assumed, 1_000).Mean, Simulate.Participant(moved, Year, Assumed, 1_000).Mean);
        Assert.Equal(Expect.Incentive(alone, Year, Assumed).Mean, Expect.Incentive(moved, Year, Assumed).Mean);
        Assert.NotEqual(Simulate.Participant(Person(First), Year, Assumed, 1_000).Mean, Simulate.Participant(Person(Next), Year, Assumed, 1_000).Mean);
    }

    [Fact]
    public void Months_without_quota_pay_nothing_or_the_target_as_the_ramp_says()
    {
        Participant Ramping(Ramp ramp) => Person(First.WithRamp(ramp)).HiredOn(new(2026, 2, 1));
        Participant paid = Ramping(Ramp.Of(0, 50.Percent).PayingTargetWithoutQuota()), unpaid = Ramping(Ramp.Of(0, 50.Percent).PayingNothingWithoutQuota());
        // One month's target in every trial, whatever is sold.
        PayoutDistribution with = Simulate.Participant(paid, Year, Assumed, 1_000), without = Simulate.Participant(unpaid, Year, Assumed, 1_000);
        Assert.Equal(5_000, with.Minimum - without.Minimum, 2.0 / 1024);
        Assert.Equal(5_000, with.Maximum - without.Maximum, 2.0 / 1024);
        Assert.Contains("pays the target of days without quota", Assert.IsType<ClosedForm<double>.NotAvailable>(Expect.Incentive(paid, Year, Assumed).Mean).Because, StringComparison.Ordinal);
        // Ten of twelve months' target, on average, at a mean attainment of one; 100,000 trials of a cv of 0.35 have a standard error of 0.11 %, five of which are 0.55 %.
        double mean = Simulate.Participant(unpaid, Year, Assumed, 100_000).Mean;
        Assert.InRange(mean, 50_000 * 0.9945, 50_000 * 1.0055);
        Assert.Equal(50_000, Assert.IsType<ClosedForm<double>.Available>(Expect.Incentive(unpaid, Year, Assumed).Mean).Answer, 1e-6);
    }
}
