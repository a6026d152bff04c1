namespace CompModel.Tests;

/// <summary>
/// Digests of whole runs, beside the one of <see cref="SameBitsFacts"/>: literals that stand for as long as stream version 1 does, on every machine. Whoever
/// means to change what a plan pays takes the new ones from the failures of <c>dotnet test --filter GoldenRunFacts</c>.
/// </summary>
public class GoldenRunFacts
{
    // Two whole tiles and a part of one.
    private const int Trials = 2500;

    private static readonly PayoutCurve Accelerated = PayoutCurve.Linear.WithThreshold(50.Percent).Accelerate(100.Percent, 2).Accelerate(150.Percent, 3);

    [Fact]
    public void A_run_of_plans_with_every_rule_by_period_never_changes()
    {
        CompensationPlan rules = new CompensationPlan(
            "Every rule", new OnTargetEarnings(100_000.Usd, 90_000.Usd),
            Component.Of(Measure.Bookings, 40.Percent, Accelerated).ToDate(Frequency.Quarterly, Recovery.Carried).Named("gated")
                .OnlyIf(Condition.AttainmentAtLeast(Measure.Adoption, 80.Percent), PayoutCurve.Linear.CapAt(payout: 100.Percent)),
            Component.Of(Measure.Bookings, 30.Percent, PayoutCurve.Through(BeyondLastKnot.Flat, (0.5m, 0), (0.8m, 0.6m), (1, 1), (1, 1.1m), (2, 3))).Each(Frequency.Quarterly).Named("multiplied")
                .Times(Multiplier.Of(Measure.Adoption, PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0.8m), (1, 1), (1.5m, 1.25m)))).AtMost(40_000.Usd),
            Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear.Decelerate(120.Percent, 0.5m)).Each(Frequency.SemiAnnual).Named("bounded").AtLeast(2_000.Usd))
            .Times(Multiplier.Of(Measure.Bookings, Measure.Adoption, PayoutMatrix.Interpolated([0.5m, 1, 1.5m], [0.5m, 1.5m], new Rational[,] { { 0.9m, 0.95m }, { 1, 1.05m }, { 1.1m, 1.2m } })))
            .Within(PayLimits.None.WithFloor(5_000.Usd).WithCap(400_000.Usd))
            .WithSeasonality(Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent));
        CompensationPlan tables = new(
            "Tables", new OnTargetEarnings(80_000.Usd, 0.Usd),
            Component.Commission(Measure.Bookings, RateTable.Marginal((0, 3.Percent), (300_000, 5.Percent), (600_000, 8.Percent))).ToDate(Frequency.Quarterly),
            Component.Commission(Measure.Bookings, RateTable.Retroactive((0, 1.Percent), (500_000, 2.Percent))).Named("retroactive").ToDate(Frequency.Annual));
        Participant Sells(int number, CompensationPlan plan) => new($"S{number}", plan, new Quota(Measure.Bookings, (500_000 + (20_000 * number)).Usd), new Quota(Measure.Adoption, 50 + number));
        SalesForce force = new(
            [
                Sells(0, rules), Sells(1, rules).HiredOn(new(2026, 3, 16)), Sells(2, tables),
                Sells(3, rules).OnPlanFrom(new(2026, 7, 1), tables), Sells(4, tables).OnPlanFrom(new(2026, 4, 1), rules), Sells(5, rules).TerminatedOn(new(2026, 9, 30)),
            ],
            3_000_000.Usd);
        AssertDigest("95be42b33841d0c84fc7331fdf0a268a5ce45982ce1bdaf599a2fa7e6826e8f0", force);
    }

    [Fact]
    public void A_run_of_months_and_teams_that_move_never_changes()
    {
        CompensationPlan monthly = new(
            "Monthly", new OnTargetEarnings(90_000.Usd, 60_000.Usd),
            Component.Of(Measure.Bookings, 70.Percent, Accelerated).ToDate(Frequency.Monthly, Recovery.None),
            Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear).Each(Frequency.Monthly));
        CompensationPlan lead = new(
            "Lead by month", new OnTargetEarnings(150_000.Usd, 120_000.Usd),
            Component.Of(Measure.Bookings, 80.Percent, PayoutCurve.Linear.Accelerate(100.Percent, 2)).OfTeam().ToDate(Frequency.Monthly),
            Component.Of(Measure.Adoption, 20.Percent, PayoutCurve.Linear).OfTeam().Named("team adoption").Each(Frequency.Quarterly));
        Participant Leads(string id, int bookings) => new(id, lead, new Quota(Measure.Bookings, bookings.Usd), new Quota(Measure.Adoption, 250));
        Participant Sells(int number) => new Participant($"S{number}", monthly, new Quota(Measure.Bookings, (500_000 + (10_000 * number)).Usd), new Quota(Measure.Adoption, 40 + number)).ManagedBy($"M{number % 3}");
        SalesForce force = new(
            [
                Leads("D", 6_000_000), .. Enumerable.Range(0, 3).Select(team => Leads($"M{team}", 2_000_000).ManagedBy("D")),
                .. Enumerable.Range(0, 12).Select(number => number == 4 ? Sells(number).ManagedByFrom(new(2026, 5, 1), "M2") : Sells(number)),
            ],
            6_200_000.Usd);
        AssertDigest("43fdb930fc76b4afa35f9843db8c10390d3386574148a309838d2dd9c760c6ee", force);
    }

    // By whatever way: undivided, and from parts.
    private static void AssertDigest(string expected, SalesForce force)
    {
        var run = new RunDefinition(force, Forces.Year, Forces.Assumed, Trials, 20260102);
        string digest = Forces.Digest(Simulate.Cost(run));
        Assert.True(expected == digest, $"The digest is {digest}, not {expected}.");
        Assert.Equal(digest, Forces.Digest(Simulate.Cost(run, [Simulate.Part(run, new Shard(2, 2)), Simulate.Part(run, new Shard(1, 2))])));
    }
}
