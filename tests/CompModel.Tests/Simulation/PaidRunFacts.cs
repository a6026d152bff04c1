namespace CompModel.Tests;

/// <summary>What payment terms cost and pay in a run.</summary>
public class PaidRunFacts
{
    private const double Grid = 1.0 / 1024;
    private static readonly OnTargetEarnings OnTarget = new(0.Usd, 120_000.Usd);

    private static CompensationPlan Plan(PaymentTerms payments) =>
        new CompensationPlan("Seller", OnTarget, Component.Of(Measure.Bookings, 1, Workloads.Curve).Each(Frequency.Monthly)).WithPayments(payments);

    private static Participant Seller(PaymentTerms payments) => new("S", Plan(payments), new Quota(Measure.Bookings, 1_200_000.Usd));

    private static SimulatedCost Cost(params Participant[] people) => Simulate.Cost(new SalesForce(people), Workloads.Year, Workloads.W1Assumptions, 2_000, seed: 5);

    [Fact]
    public void A_guarantee_costs_what_it_adds_to_what_is_earned()
    {
        SimulatedCost plain = Cost(Seller(PaymentTerms.AsEarned)), guaranteed = Cost(Seller(PaymentTerms.AsEarned.With(Guarantee.Of(8_000.Usd, Workloads.Year.Days))));
        // Every month has the year's attainment, so that a year earns twelve times a month and the guarantee is met or missed by all.
        foreach (double p in new[] { 0.05, 0.3, 0.5, 0.9 })
            Assert.Equal(Math.Max(96_000, plain.Incentive.Percentile(p).Value), guaranteed.Incentive.Percentile(p).Value, 24 * Grid);
        int line = guaranteed.Lines.ToList().FindIndex(one => one.Tier == "guarantees, draws and forfeits");
        Assert.Equal(guaranteed.Expected.Incentive - plain.Expected.Incentive, guaranteed.Expected.Lines[line], 1e-6);
        Assert.Equal(guaranteed.Expected.Incentive, guaranteed.Expected.Lines.Sum(), 1e-9);
        Assert.Equal(guaranteed.Expected.Incentive, Enumerable.Range(1, 12).Sum(month => guaranteed.Paid(month).Mean), 1e-6);
    }

    [Fact]
    public void A_holdback_moves_pay_into_the_next_year_and_costs_nothing()
    {
        SimulatedCost plain = Cost(Seller(PaymentTerms.AsEarned)), held = Cost(Seller(PaymentTerms.AsEarned.With(Holdback.After(25.Percent, 1))));
        Assert.Equal(plain.Incentive.Mean, held.Incentive.Mean);
        Assert.Equal(plain.Incentive.Mean, Enumerable.Range(1, 12).Sum(month => held.Paid(month).Mean) + held.HeldBack.Mean, 1e-6);
        Assert.Equal(0.25 * plain.Period(12).Mean, held.HeldBack.Mean, Grid);
        Assert.Equal(0.75 * plain.Period(1).Mean, held.Paid(1).Mean, Grid);
        Assert.Equal(plain.Period(2).Mean, held.Paid(2).Mean, Grid);
    }

    [Fact]
    public void A_recoverable_draw_is_owed_at_the_end_where_pay_never_returned_it()
    {
        SimulatedCost plain = Cost(Seller(PaymentTerms.AsEarned)), drawn = Cost(Seller(PaymentTerms.AsEarned.With(new Draw.Recoverable(5_000.Usd, Workloads.Year.Days))));
        Assert.Equal(plain.Incentive.Mean, drawn.Incentive.Mean);
        double below = Enumerable.Range(1, 12).Sum(month => drawn.Paid(month).Mean) - plain.Incentive.Mean;
        Assert.Equal(below, drawn.DrawsOwed.Mean, 1e-6);
        Assert.True(below > 0);
    }

    [Fact]
    public void An_override_on_payout_follows_what_the_people_below_are_paid_in_the_same_trial()
    {
        Participant lead = new("L", new CompensationPlan("Lead", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Payout, RateTable.Marginal((0, 5.Percent))).OfTeam().Each(Frequency.Monthly)));
        SimulatedCost cost = Cost(lead, Seller(PaymentTerms.AsEarned.With(Guarantee.Of(8_000.Usd, Workloads.Year.Days))).ManagedBy("L"));
        Assert.Equal(0.05 * cost.Participants[1].P10, cost.Participants[0].P10, 12 * Grid);
        Assert.Equal(0.05 * cost.Participants[1].P90, cost.Participants[0].P90, 12 * Grid);
    }
}
