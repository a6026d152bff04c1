using FsCheck;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Sentences about total pay that hold for any grants, whoever works on it.</summary>
public class TotalPayLaws
{
    private const int Trials = 2_100;

    private static readonly PlanYear[] TwoYears = TotalPayCases.FourYears[..2];

    private static SimulatedTotalPay Run(Grant[] grants, Assumptions? assumptions = null, int threads = 1) =>
        Simulate.TotalPay(TotalPayCases.Seller, TwoYears, grants, assumptions ?? TotalPayCases.Assumed, Trials, seed: 5, threads);

    [Law(MaxTest = 10)]
    public void Threads_do_not_change_a_bit(PositiveInt grants)
    {
        SimulatedTotalPay one = Run(GrantsOf(grants.Get));
        foreach (int threads in new[] { 2, 3, 7 })
        {
            SimulatedTotalPay other = Run(GrantsOf(grants.Get), threads: threads);
            Assert.Equal(one.Samples(PayPart.Total), other.Samples(PayPart.Total));
            Assert.Equal(one.Correlation(PayPart.Equity, PayPart.Incentive), other.Correlation(PayPart.Equity, PayPart.Incentive));
        }
    }

    [Law(MaxTest = 10)]
    public void The_order_of_grants_changes_nothing(PositiveInt grants) =>
        Assert.Equal(Run(GrantsOf(grants.Get)).Samples(PayPart.Total), Run([.. GrantsOf(grants.Get).Reverse()]).Samples(PayPart.Total));

    [Law(MaxTest = 10)]
    public void Two_grants_of_half_the_shares_are_worth_the_same(PositiveInt seed)
    {
        VestingSchedule schedule = GrantsOf(seed.Get)[0].Schedule;
        // Whole shares on every day, halved or not.
        long shares = 2 * 24 * 1_000;
        Grant Of(string id, long its) => new(id, new(2026, 1, 1 + (seed.Get % 28)), its, schedule);
        Assert.Equal(Run([Of("whole", shares)]).Samples(PayPart.Equity), Run([Of("one", shares / 2), Of("other", shares / 2)]).Samples(PayPart.Equity));
    }

    [Law(MaxTest = 10)]
    public void Grants_that_vest_on_different_days_add_up_trial_by_trial(PositiveInt first, PositiveInt second)
    {
        Grant one = new("one", new(2026, 1, 1 + (first.Get % 14)), 2_400, GrantsOf(first.Get)[0].Schedule), other = new("other", new(2026, 1, 15 + (second.Get % 14)), 4_800, GrantsOf(second.Get)[0].Schedule);
        double[] together = Run([one, other]).Samples(PayPart.Equity), alone = Run([one]).Samples(PayPart.Equity), rest = Run([other]).Samples(PayPart.Equity);
        Assert.Equal(alone.Zip(rest, (a, b) => a + b), together);
    }

    [Law(MaxTest = 10)]
    public void More_volatility_never_narrows_what_equity_may_be_worth(PositiveInt seed, NonNegativeInt volatility, PositiveInt more)
    {
        double low = volatility.Get % 80 / 100.0, high = low + ((1 + (more.Get % 50)) / 100.0);
        Assumptions At(double its) => Workloads.W1Assumptions.WithSharePrice(SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.05, its));
        Grant[] grants = GrantsOf(seed.Get);
        Assert.True(Run(grants, At(low)).Equity.StandardDeviation <= Run(grants, At(high)).Equity.StandardDeviation);
        Assert.True(Expect.VestValue(grants, TwoYears, At(low).SharePrice!).StandardDeviation <= Expect.VestValue(grants, TwoYears, At(high).SharePrice!).StandardDeviation);
    }

    [Law(MaxTest = 10)]
    public void What_vests_is_worth_on_average_what_the_closed_form_says(PositiveInt seed)
    {
        Grant[] grants = GrantsOf(seed.Get);
        SimulatedTotalPay pay = Run(grants);
        TotalPayCases.Near(Expect.VestValue(grants, TwoYears, TotalPayCases.Acme, discountRate: 0.05).Mean, pay.Equity.Mean, pay.Equity.SimulationError);
    }

    // One to four grants that vest in any rhythm from some day of 2025 or 2026 on.
    private static Grant[] GrantsOf(int seed) =>
    [
        .. Enumerable.Range(0, 1 + (seed % 4)).Select(number => new Grant(
            $"G{number}", new LocalDate(2025, 6, 1).PlusDays((seed * (37 + number)) % 500), 1_000 + (seed % 777),
            ((seed + number) % 3) switch { 0 => VestingSchedule.Monthly(24, cliff: 6), 1 => VestingSchedule.Quarterly(8), _ => VestingSchedule.EveryMonths(2, 12) })),
    ];
}
