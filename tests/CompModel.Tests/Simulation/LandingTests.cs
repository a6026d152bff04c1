namespace CompModel.Tests;

/// <summary>Cost given where the company lands.</summary>
public class LandingTests
{
    private const int Trials = 20_000;
    private const double Errors = 4.5;

    // Fifteen sellers on rising curves, and what they cost.
    private static readonly SimulatedCost Cost = Simulate.Cost(
        new SalesForce([.. Enumerable.Range(0, 15).Select(number => Forces.Seller(number))], 7_000_000.Usd),
        Forces.Year, Forces.Assumed.WithCompanyCorrelation(0.1), Trials, seed: 4);

    private static readonly CostBreakdown[] Table = [.. Enumerable.Range(0, 5).Select(i => At((80 + (10 * i)).Percent))];

    [Fact]
    public void Landings_weighted_by_their_probability_give_the_mean()
    {
        // Bins of 1 % of plan; where too few trials land for an answer, the bin is left out on both sides: what it holds is known from the trials themselves.
        double plan = 7_000_000, weighted = 0, weight = 0, error = 0;
        for (int bin = 40; bin <= 180; bin++)
        {
            LandingCost landing = Cost.Landing(bin.Percent);
            double p = Cost.Bookings.ProbabilityAbove((bin - 0.5) / 100 * plan).Value - Cost.Bookings.ProbabilityAbove((bin + 0.5) / 100 * plan).Value;
            if (landing.Cost is null)
                continue;
            weighted += p * landing.Cost.Incentive;
            error += p * landing.SimulationError;
            weight += p;
        }
        Assert.InRange(weight, 0.99, 1);
        // What is left out lies at both ends, where cost is at most that of the dearest trial. Errors of neighbouring bins are nearly independent, so their
        // weighted sum, as if they all erred to one side, is safe.
        double left = 1 - weight;
        Assert.InRange(Cost.Incentive.Mean, weighted - error, weighted + error + (left * Cost.Incentive.Maximum));
    }

    [Fact]
    public void A_landing_lies_inside_what_was_drawn_and_rises_with_the_company()
    {
        for (int i = 0; i < Table.Length; i++)
        {
            Assert.InRange(Table[i].Incentive, Cost.Incentive.Minimum, Cost.Incentive.Maximum);
            Assert.True(i == 0 || Table[i].Incentive > Table[i - 1].Incentive);
            // Bookings are the landing itself: the regression is exact for what it regresses on.
            Assert.Equal((0.8 + (0.1 * i)) * 7_000_000, Table[i].Bookings, 1e-9 * 7_000_000);
        }
    }

    [Fact]
    public void Lines_and_quarters_of_a_landing_add_up()
    {
        foreach (CostBreakdown at in Table)
        {
            Assert.Equal(at.Incentive, at.Lines.Sum(), 1e-9 * at.Incentive);
            Assert.Equal(at.Incentive, at.Quarters.Sum(), 1e-9 * at.Incentive);
        }
    }

    [Fact]
    public void Linear_pay_lands_where_it_must()
    {
        // Everybody linear at one rate: pay is 10 % of bookings in every trial, so that a landing has no error but the grid's.
        var plan = new CompensationPlan("Linear", new OnTargetEarnings(0.Usd, 50_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        var force = new SalesForce([.. Enumerable.Range(0, 10).Select(i => new Participant($"S{i}", plan, new Quota(Measure.Bookings, 500_000.Usd)))], 5_000_000.Usd);
        SimulatedCost cost = Simulate.Cost(force, Forces.Year, Workloads.W1Assumptions, 5000, 4);
        Assert.Equal(0.97 * 500_000, cost.Landing(97.Percent).Cost!.Incentive, 10 / 1024.0);
        Assert.Equal(97.0 / 100, force.MeanThatLandsAt(97.Percent, Forces.Year), 1e-15);
    }

    [Fact]
    public void The_error_of_a_landing_is_what_seeds_differ_by()
    {
        // Thirty runs: their spread against the error each states, within 4.5 times the error of a standard deviation of 30, 1/√58.
        LandingCost[] runs = [.. Enumerable.Range(0, 30).Select(seed => Simulate.Cost(Cost.Run.Force, Forces.Year, Cost.Run.Assumptions, 2000, (ulong)seed).Landing(1))];
        double[] costs = [.. runs.Select(run => run.Cost!.Incentive)];
        double ratio = new PayoutDistribution(costs, costs[0]).StandardDeviation / runs.Average(run => run.SimulationError);
        Assert.InRange(ratio, 1 - (Errors * 0.131), 1 + (Errors * 0.131));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Where_one_variate_makes_everybodys_year_a_landing_is_exact(int sellers)
    {
        // Alike and of one fate: at a landing everybody is at it, and the manager's team as well.
        Participant[] people = [.. Enumerable.Range(0, sellers).Select(i => new Participant($"S{i}", Workloads.W1.Plan, new Quota(Measure.Bookings, 1_000_000.Usd)).ManagedBy("L"))];
        Participant lead = new("L", new CompensationPlan("Lead", new OnTargetEarnings(0.Usd, 50_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).OfTeam()), new Quota(Measure.Bookings, (1_000_000 * sellers).Usd));
        SalesForce force = new([lead, .. people], (1_000_000 * sellers).Usd);
        SimulatedCost cost = Simulate.Cost(force, Workloads.Year, Workloads.W1Assumptions.WithCompanyCorrelation(1), 100);
        foreach (Rational landing in new Rational[] { 40.Percent, 80.Percent, 120.Percent, 175.Percent })
        {
            LandingCost at = cost.Landing(landing);
            double expected = (sellers * 100_000 * Workloads.Curve.PayoutAt(landing).ToDouble()) + (50_000 * landing.ToDouble());
            Assert.Equal((0, 0, 100), (at.HalfWidth, at.SimulationError, at.Trials));
            Assert.Equal(expected, at.Cost!.Incentive, 0.01);
            Assert.Equal(landing.ToDouble() * 1_000_000 * sellers, at.Cost.Bookings, 0.01);
            Assert.Equal(at.Cost.Incentive, at.Cost.Lines.Sum(), 1e-9);
        }
        Assert.Null(cost.Landing(5_000).Cost);
        // People apart land anywhere: the band shows its width.
        Assert.True(sellers == 1 || Simulate.Cost(force, Workloads.Year, Workloads.W1Assumptions, 2_000).Landing(1).HalfWidth > 0);
    }

    [Fact]
    public void Where_hardly_any_trial_lands_nothing_is_said()
    {
        LandingCost far = Cost.Landing(400.Percent);
        Assert.Null(far.Cost);
        Assert.True(far.Trials < LandingCost.FewestTrials && double.IsNaN(far.SimulationError));
        var noPlan = Simulate.Cost(new SalesForce([Workloads.W1]), Workloads.Year, Workloads.W1Assumptions, 10);
        Assert.Throws<InvalidOperationException>(() => noPlan.Landing(1));
    }

    private static CostBreakdown At(Rational landing) => Cost.Landing(landing).Cost!;
}
