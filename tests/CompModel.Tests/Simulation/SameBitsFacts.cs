using System.Globalization;

namespace CompModel.Tests;

/// <summary>A run's definition determines every bit of its result; threads, chunks, order and names do not.</summary>
public class SameBitsFacts
{
    // Not a whole number of tiles.
    private const int Trials = 2500;

    [Fact]
    public void The_digest_of_a_fixed_run_never_changes()
    {
        // A literal that must stand for as long as stream version 1 does, on every machine: whoever finds it changed has changed what results mean,
        // and must name a new stream version instead.
        SimulatedCost cost = Simulate.Cost(Forces.Hierarchical(teams: 2, alone: 3), Forces.Year, Forces.Assumed, Trials, seed: 20260101);
        Assert.Equal("ba9574d85babc53dd44d6c80abca7c873454f1cda452bca80b9ea3dfa1978ad5", Forces.Digest(cost));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        // One hierarchy, which is one chunk whose tiles are shared out; and many people alone, which are chunks of their own.
        foreach (SalesForce force in new[] { Forces.Hierarchical(teams: 3, alone: 0), Forces.Hierarchical(teams: 1, alone: 150) })
        {
            string[] digests = [.. new[] { 1, 2, 3, 7 }.Select(threads => Forces.Digest(Simulate.Cost(force, Forces.Year, Forces.Assumed, 1100, 7, threads)))];
            Assert.Single(digests.Distinct());
        }
    }

    [Fact]
    public void One_hierarchy_costs_what_its_people_cost_alone_to_the_bit()
    {
        // Somebody who is paid on own credits leads all others: one chunk instead of many, and the same pay.
        Participant[] alone = [.. Enumerable.Range(0, 130).Select(number => Forces.Seller(number))];
        Participant[] together = [alone[0], .. alone.Skip(1).Select(seller => seller.ManagedBy("S0"))];
        SimulatedCost flat = Simulate.Cost(new SalesForce(alone), Forces.Year, Forces.Assumed, Trials, 7, threads: 2);
        SimulatedCost led = Simulate.Cost(new SalesForce(together), Forces.Year, Forces.Assumed, Trials, 7, threads: 2);
        Assert.Equal(flat.Participants, led.Participants);
        AssertSameTotals(flat, led);
        Assert.Empty(flat.Teams);
        ParticipantOutlook team = Assert.Single(led.Teams);
        Assert.Equal((130, led.Incentive.Mean, led.Incentive.Percentile(0.9).Value), (team.Heads, team.Mean, team.P90));
    }

    [Fact]
    public void Somebody_new_changes_nobody_else()
    {
        SalesForce before = Forces.Hierarchical(teams: 2, alone: 1);
        SalesForce after = new(
            [
                Forces.Manager("X", 600_000), .. before.Participants.Take(4), Forces.Seller(77, "X"), .. before.Participants.Skip(4),
            ],
            before.CompanyPlan);
        SimulatedCost first = Simulate.Cost(before, Forces.Year, Forces.Assumed, Trials, 7), second = Simulate.Cost(after, Forces.Year, Forces.Assumed, Trials, 7);
        Assert.Equal(first.Participants, second.Participants.Where(one => one.Id is not ("X" or "S77")));
        Assert.Equal(first.Teams, second.Teams.Where(one => one.Id != "X"));
    }

    [Fact]
    public void The_order_of_the_roster_changes_no_figure()
    {
        SalesForce force = Forces.Hierarchical(teams: 2, alone: 40);
        SalesForce shuffled = new([.. force.Participants.OrderBy(one => EntityHash.Of(one.Id))], force.CompanyPlan);
        SimulatedCost first = Simulate.Cost(force, Forces.Year, Forces.Assumed, Trials, 7), second = Simulate.Cost(shuffled, Forces.Year, Forces.Assumed, Trials, 7);
        AssertSameTotals(first, second);
        Assert.Equal(first.Participants.OrderBy(one => one.Id), second.Participants.OrderBy(one => one.Id));
        Assert.Equal(first.Teams.OrderBy(one => one.Id), second.Teams.OrderBy(one => one.Id));
    }

    [Fact]
    public void Names_and_roles_change_nothing()
    {
        SalesForce force = Forces.Hierarchical(teams: 1, alone: 2);
        SalesForce named = new([.. force.Participants.Select((one, i) => one.Named($"Somebody {i}").InRole("seller"))], force.CompanyPlan);
        var first = new RunDefinition(force, Forces.Year, Forces.Assumed, 500, 7);
        var second = new RunDefinition(named, Forces.Year, Forces.Assumed, 500, 7);
        Assert.Equal(first.Fingerprint(), second.Fingerprint());
        Assert.Equal(Forces.Digest(Simulate.Cost(first)), Forces.Digest(Simulate.Cost(second)));
    }

    [Fact]
    public void Another_seed_draws_other_years()
    {
        SalesForce force = Forces.Hierarchical(teams: 1, alone: 0);
        RunDefinition Run(ulong seed) => new(force, Forces.Year, Forces.Assumed, 500, seed);
        Assert.NotEqual(Forces.Digest(Simulate.Cost(Run(1))), Forces.Digest(Simulate.Cost(Run(2))));
        Assert.NotEqual(Run(1).Fingerprint(), Run(2).Fingerprint());
    }

    [Fact]
    public void More_trials_begin_with_the_same_ones()
    {
        // Trial s depends on its number alone, so that the least of more trials is never above the least of fewer, and all those of one tile are there again.
        PayoutDistribution few = Simulate.Participant(Workloads.W1, Workloads.Year, Workloads.W1Assumptions, 100, seed: 7);
        PayoutDistribution many = Simulate.Participant(Workloads.W1, Workloads.Year, Workloads.W1Assumptions, 1500, seed: 7);
        HashSet<double> all = [.. Enumerable.Range(0, 1500).Select(i => many.Percentile(i / 1499.0).Value)];
        Assert.All(Enumerable.Range(0, 100), i => Assert.Contains(few.Percentile(i / 99.0).Value, Around(all, few.Percentile(i / 99.0).Value)));
    }

    [Fact]
    public void A_fingerprint_is_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            string expected = Definition(Forces.Hunter).Fingerprint();
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, Definition(Forces.Hunter).Fingerprint());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Whatever_changes_the_result_changes_the_fingerprint()
    {
        // A seller's season shows in no figure of an annual component of the seller's own, but in the quarters of the manager's.
        CompensationPlan Annual(Seasonality seasonality) =>
            new CompensationPlan("Annual", new OnTargetEarnings(0.Usd, 1000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)).WithSeasonality(seasonality);
        RunDefinition even = Definition(Annual(Seasonality.EqualMonths)), late = Definition(Annual(Seasonality.Quarters(10.Percent, 20.Percent, 30.Percent, 40.Percent)));
        Assert.NotEqual(Forces.Digest(Simulate.Cost(even)), Forces.Digest(Simulate.Cost(late)));
        Assert.NotEqual(even.Fingerprint(), late.Fingerprint());
    }

    private static RunDefinition Definition(CompensationPlan plan)
    {
        var boss = new Participant(
            "M",
            new CompensationPlan("Boss", new OnTargetEarnings(0.Usd, 1000.Usd), Component.Of(Measure.Bookings, 1, Workloads.Curve).OfTeam().Each(Frequency.Quarterly)),
            new Quota(Measure.Bookings, 1_000_000.Usd));
        Participant Sells(string id) => new Participant(id, plan, new Quota(Measure.Bookings, 500_000.Usd), new Quota(Measure.Adoption, 50)).ManagedBy("M");
        return new(
            new SalesForce([boss, Sells("A"), Sells("B")]), Forces.Year,
            Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.5)).And(Measure.Adoption, AttainmentModel.LogNormal(1, 0.25)).WithCompanyRange(0.6, 1.45),
            200, 7);
    }

    private static IEnumerable<double> Around(IEnumerable<double> all, double value) =>
        // Ranks are products of doubles: an order statistic may be interpolated with its neighbour by an Ulp of the rank.
        all.Where(other => Math.Abs(other - value) <= 1e-9 * value).Select(_ => value);

    private static void AssertSameTotals(SimulatedCost first, SimulatedCost second)
    {
        // Every trial of the total, of each quarter and of each line.
        Assert.Equal(Ranks(first.Incentive), Ranks(second.Incentive));
        Assert.Equal(Ranks(first.Bookings), Ranks(second.Bookings));
        for (int quarter = 1; quarter <= 4; quarter++)
            Assert.Equal(Ranks(first.Quarter(quarter)), Ranks(second.Quarter(quarter)));
        var places = second.Lines.Select((line, i) => (line, i)).ToDictionary(pair => pair.line, pair => pair.i);
        for (int line = 0; line < first.Lines.Count; line++)
            Assert.Equal(Ranks(first.Line(line)), Ranks(second.Line(places[first.Lines[line]])));
        Assert.Equal(first.Expected.Incentive, second.Expected.Incentive);
        Assert.Equal(first.Expected.SellersAtQuota, second.Expected.SellersAtQuota);
        Assert.Equal(first.Around(0.1).Incentive, second.Around(0.1).Incentive);
        Assert.Equal(first.BaseSalaries, second.BaseSalaries);
    }

    private static double[] Ranks(PayoutDistribution pay) => [pay.Mean, .. Enumerable.Range(0, 200).Select(i => pay.Percentile(i / 199.0).Value)];
}
