namespace CompModel.Tests;

/// <summary>Commission by a table in simulation and closed form: the same law as a curve that says the same at one quota.</summary>
public class CommissionFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly Assumptions Uncertain = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(mean: 0.95, cv: 0.35));
    private static readonly (Rational, Rational)[] Rising = [(0, 2.Percent), (500_000, 5.Percent), (1_000_000, 10.Percent)];

    private static readonly RateTable[] Linear = [RateTable.Marginal(Rising), RateTable.Retroactive(Rising), RateTable.OverageAtTopRate(Rising), RateTable.ProportionalAmounts((0, 500_000, 20_000), (500_000, 1_500_000, 80_000))];

    // Paid per year, in tiers of a quota of a million: 2 % and so on of money is 20 % of a target of 100,000.
    private static readonly PayoutCurve[] Same =
    [
        PayoutCurve.Slopes((0, 0.2m), (0.5m, 0.5m), (1, 1)),
        PayoutCurve.Through(BeyondLastKnot.SameSlope, (0, 0), (0.5m, 0.1m), (0.5m, 0.25m), (1, 0.5m), (1, 1), (2, 2)),
        PayoutCurve.Through(BeyondLastKnot.SameSlope, (0, 0), (0.5m, 0.1m), (1, 0.35m), (1, 0.6m), (2, 1.6m)),
        PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (0.5m, 0.2m), (1.5m, 1)),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_table_has_the_law_of_the_curve_that_says_the_same(int place)
    {
        PayoutLaw table = Law(Commission(Linear[place])), curve = Law(Weighted(Same[place]));
        // Sums of some ten doubles of at most 1e6, each to 1e-15.
        Assert.Equal(curve.Mean, table.Mean, 1e-7);
        Assert.Equal(curve.StandardDeviation, table.StandardDeviation, 1e-6);
        foreach (double p in new[] { 0.05, 0.5, 0.95 })
            Assert.Equal(Answer(curve.Percentile(p)), Answer(table.Percentile(p)), 1e-6);
        Expected expected = Expect.Incentive(Commission(Linear[place]), Year, Uncertain);
        Assert.Equal(table.Mean, Answer(expected.Components[0].MeanByTier).Sum(), 1e-7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_table_simulates_as_the_curve_that_says_the_same(int place)
    {
        PayoutDistribution table = Simulate.Participant(Commission(Linear[place]), Year, Uncertain, trials: 4_096, seed: 3);
        PayoutDistribution curve = Simulate.Participant(Weighted(Same[place]), Year, Uncertain, trials: 4_096, seed: 3);
        // The same draws; constants differ in a double's last place, which may move a trial by a step of the grid.
        Assert.Equal(curve.Mean, table.Mean, 1.0 / 1024);
        Assert.Equal(curve.Percentile(0.9).Value, table.Percentile(0.9).Value, 1.0 / 1024);
    }

    [Fact]
    public void Cost_at_target_is_the_commission_on_each_quota()
    {
        Participant monthly = new("R1", Plan(Component.Commission(Measure.Bookings, Linear[1]).Each(Frequency.SemiAnnual)), new Quota(Measure.Bookings, 1_000_000.Usd));
        Participant toDate = new("R2", Plan(Component.Commission(Measure.Bookings, Linear[1]).ToDate(Frequency.SemiAnnual)), new Quota(Measure.Bookings, 1_000_000.Usd));
        SimulatedCost cost = Simulate.Cost(new SalesForce([monthly]), Year, Uncertain, trials: 64);
        Assert.Equal(50_000, cost.AtTarget.Lines.Sum());
        Assert.Equal([0, 25_000, 0, 25_000], cost.AtTarget.Quarters);
        cost = Simulate.Cost(new SalesForce([toDate]), Year, Uncertain, trials: 64);
        Assert.Equal(100_000, cost.AtTarget.Lines.Sum());
        Assert.Equal([0, 25_000, 0, 75_000], cost.AtTarget.Quarters);
    }

    [Fact]
    public void Interpolated_rates_are_simulated_and_not_available_in_closed_form()
    {
        RateTable table = RateTable.InterpolatedRate(Rising);
        Participant participant = Commission(table);
        // Pay rises with what is sold, so that a percentile of pay is the pay of one.
        PayoutDistribution sold = Simulate.Participant(Commission(RateTable.Marginal((0, 10.Percent))), Year, Uncertain, trials: 1_001), paid = Simulate.Participant(participant, Year, Uncertain, trials: 1_001);
        double median = sold.Percentile(0.5).Value * 10;
        Assert.Equal(table.CommissionOn((Rational)(decimal)median).ToDouble(), paid.Percentile(0.5).Value, 0.5);
        Assert.Contains("interpolated", Reason(participant), StringComparison.Ordinal);
    }

    [Fact]
    public void Commission_without_a_quota_has_statements_but_no_attainment_to_draw()
    {
        var participant = new Participant("R1", Plan(Component.Commission(Measure.Bookings, Linear[0])));
        Assert.Contains("quota", Assert.Throws<ArgumentException>(() => Simulate.Participant(participant, Year, Uncertain, trials: 64)).Message, StringComparison.Ordinal);
        Assert.Contains("quota", Reason(participant), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_falls_somewhere_has_no_closed_form_where_earnings_are_kept()
    {
        RateTable falling = RateTable.Retroactive((0, 25.Percent), (1_000_000, 5.Percent));
        Participant Kept(RateTable table) => new("R1", Plan(Component.Commission(Measure.Bookings, table).ToDate(Frequency.Quarterly, Recovery.None)), new Quota(Measure.Bookings, 1_000_000.Usd));
        Assert.Contains("falls", Reason(Kept(falling)), StringComparison.Ordinal);
        Assert.Equal(Law(Commission(Linear[0])).Mean, Law(Kept(Linear[0])).Mean, 1e-7);
    }

    private static CompensationPlan Plan(Component component) => new("P", new OnTargetEarnings(100_000.Usd, 100_000.Usd), component);

    private static Participant Commission(RateTable table) => new("R1", Plan(Component.Commission(Measure.Bookings, table)), new Quota(Measure.Bookings, 1_000_000.Usd));

    private static Participant Weighted(PayoutCurve curve) => new("R1", Plan(Component.Of(Measure.Bookings, 1, curve)), new Quota(Measure.Bookings, 1_000_000.Usd));

    private static PayoutLaw Law(Participant participant) => Answer(Expect.Incentive(participant, Year, Uncertain).Law);

    private static string Reason(Participant participant) =>
        Assert.IsType<ClosedForm<PayoutLaw>.NotAvailable>(Expect.Incentive(participant, Year, Uncertain).Law).Because;

    private static T Answer<T>(ClosedForm<T> form) => Assert.IsType<ClosedForm<T>.Available>(form).Answer;
}
