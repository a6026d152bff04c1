namespace CompModel.Tests;

/// <summary>What a run tells beside its tables: parts of the spread, the tail, people, roles, joint events.</summary>
public class ResultFacts
{
    private const int Trials = 20_000;
    private static readonly SimulatedCost Cost = Simulate.Cost(Forces.Hierarchical(teams: 2, alone: 3), Forces.Year, Forces.Assumed, Trials, seed: 11);

    [Fact]
    public void The_company_s_part_of_the_spread_is_the_covariance_of_two_people_that_a_case_publishes()
    {
        // Of n people alike, the company's part is n² times the covariance of two.
        var one = ExpectationCase.Find("portfolio/C2_three_accelerators_uncapped/L2/rho0.3");
        const int People = 10;
        Participant[] people = [.. Enumerable.Range(0, People).Select(i => ExpectationCase.Participant(one.Inputs, $"R{i}"))];
        SimulatedCost cost = Simulate.Cost(new SalesForce(people), Workloads.Year, Assumptions.For(Measure.Bookings, one.Model).WithCompanyCorrelation(0.3), 200_000, seed: 5);
        SpreadParts parts = cost.Spread();
        Assert.Equal(People * People * one.Expected["pair_covariance"], parts.Company, 4.5 * parts.SimulationError);
        Assert.Equal(0, parts.Teams);
        Assert.Equal(cost.Incentive.StandardDeviation * cost.Incentive.StandardDeviation, parts.Whole, 1e-9 * parts.Whole);
        Assert.True(parts.Individuals > 0);
    }

    [Fact]
    public void Without_anything_shared_the_spread_is_the_individuals_and_of_one_fate_it_is_the_company_s()
    {
        SpreadParts Parts(Assumptions assumed) => Simulate.Cost(Forces.Hierarchical(teams: 1, alone: 5), Forces.Year, assumed, Trials, seed: 3).Spread();
        Assumptions alone = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35)).And(Measure.Adoption, AttainmentModel.LogNormal(1, 0.1));
        SpreadParts apart = Parts(alone), fate = Parts(alone.WithCompanyCorrelation(1).WithCorrelation(Measure.Bookings, Measure.Adoption, 1)), teams = Parts(alone.WithTeamCorrelation(0.5));
        Assert.Equal(0, apart.Company, 4.5 * apart.SimulationError);
        Assert.Equal(0, fate.Individuals, 1e-9 * fate.Whole);
        Assert.Equal(0, teams.Company, 4.5 * teams.SimulationError);
        Assert.True(teams.Teams > 10 * teams.SimulationError);
    }

    [Fact]
    public void Contributions_to_the_tail_add_up_to_the_tail_average()
    {
        foreach (double share in new[] { 0.05, 0.0333, 1 })
        {
            IReadOnlyList<TailContribution> people = Cost.TailContributions(share);
            Assert.Equal(Cost.Incentive.TailAverage(share), people.Sum(one => one.InTail), 1e-9 * Cost.Incentive.Mean);
            Assert.Equal(Cost.Incentive.Mean, people.Sum(one => one.Mean), 1e-9 * Cost.Incentive.Mean);
        }
        Assert.All(Cost.TailContributions(0.05), one => Assert.True(one.Excess > 0, one.Id));
    }

    [Fact]
    public void People_looked_at_again_are_the_people_of_the_run()
    {
        Assert.Equal(Cost.Incentive.Percentile(0.9), Cost.IncentiveOf(Cost.Participants.Select(one => one.Id)).Percentile(0.9));
        ParticipantOutlook seller = Cost.Participants.Single(one => one.Id == "S3"), team = Cost.Teams.Single(one => one.Id == "M1");
        Assert.Equal((seller.P10, seller.P90, seller.TailAverage), (Cost.IncentiveOf(["S3"]).Percentile(0.1).Value, Cost.IncentiveOf(["S3"]).Percentile(0.9).Value, Cost.IncentiveOf(["S3"]).TailAverage(0.05)));
        Assert.Equal(team.P50, Cost.IncentiveOf(["M1", "S5", "S6", "S7", "S8", "S9"]).Percentile(0.5).Value);
        Assert.Contains("'X'", Assert.Throws<ArgumentException>(() => Cost.IncentiveOf(["S3", "X"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Cost.IncentiveOf([]));
    }

    [Fact]
    public void Roles_are_told_and_add_up_where_everybody_has_one()
    {
        SalesForce force = new([.. Forces.Hierarchical(teams: 2, alone: 3).Participants.Select((one, i) => one.InRole(i % 4 == 0 ? "hunter" : "farmer"))]);
        SimulatedCost cost = Simulate.Cost(force, Forces.Year, Forces.Assumed, 1_000, seed: 11);
        Assert.Equal(["hunter", "farmer"], cost.Roles.Select(role => role.Id));
        Assert.Equal((force.Participants.Count, cost.AtTarget.Lines.Count), (cost.Roles.Sum(role => role.Heads), cost.Lines.Count));
        Assert.Equal(cost.Incentive.Mean, cost.Roles.Sum(role => role.Mean), 1e-9 * cost.Incentive.Mean);
        Assert.Equal(cost.Roles[0].P90, cost.IncentiveOf(force.Participants.Where(one => one.Role == "hunter").Select(one => one.Id)).Percentile(0.9).Value);
        Assert.Empty(Cost.Roles);
    }

    [Fact]
    public void Joint_events_are_those_of_the_same_trials()
    {
        double high = Cost.Incentive.Percentile(0.8).Value, low = Cost.Bookings.Percentile(0.5).Value;
        Estimate both = Cost.Probability(trial => trial.Incentive > high && trial.Bookings < low), dear = Cost.Probability(trial => trial.Incentive > high);
        Assert.Equal(Cost.Incentive.ProbabilityAbove(high), dear);
        Assert.True(both.Value < 0.5 * dear.Value, "Dear years are years of much sold.");
        Assert.Equal(dear.Value, both.Value + Cost.Probability(trial => trial.Incentive > high && trial.Bookings >= low).Value, 1e-12);
        Assert.Equal(Cost.Incentive.Percentile(0.5), Cost.IncentiveWhere(_ => true).Percentile(0.5));
        Assert.True(Cost.IncentiveWhere(trial => trial.Bookings < low).Mean < Cost.Incentive.Mean);
        Assert.Throws<InvalidOperationException>(() => Cost.IncentiveWhere(_ => false));
        double landing = low / 5_200_000;
        Assert.Equal(0.5, Cost.Probability(trial => trial.Landing <= landing).Value, 1.0 / Trials);
    }

    [Fact]
    public void Ratios_are_of_each_trial_and_bookings_count_once()
    {
        PayoutDistribution ccos = Assert.IsType<PayoutDistribution>(Cost.CompensationCostOfSales), share = Assert.IsType<PayoutDistribution>(Cost.ShareAtQuota);
        Assert.Equal(Cost.Expected.SellersAtQuota / Cost.Sellers, share.Mean, 1e-8);
        // A mean of ratios lies above the ratio of means where much sold is dear, but not proportionally: base salaries do not move.
        Assert.True(ccos.Mean > (Cost.BaseSalaries.ToDouble() + Cost.Incentive.Mean) / Cost.Bookings.Mean);
        Assert.InRange(ccos.TailAverage(0.05), ccos.Percentile(0.95).Value, ccos.Maximum);
        Assert.Equal(ccos.Mean, ccos.TailAverage(1), 1e-8);
    }

    [Fact]
    public void A_component_s_pay_is_all_its_lines()
    {
        PayoutDistribution bookings = Cost.Component("Hunter", "bookings"), adoption = Cost.Component("Hunter", "adoption");
        double lines = Enumerable.Range(0, Cost.Lines.Count).Where(line => Cost.Lines[line].Plan == "Hunter").Sum(line => Cost.Expected.Lines[line]);
        Assert.Equal(lines, bookings.Mean + adoption.Mean, 1e-9 * lines);
        Assert.Throws<ArgumentException>(() => Cost.Component("Hunter", "logos"));
    }

    [Fact]
    public void A_tail_average_is_never_below_its_percentile_and_percentiles_never_fall()
    {
        foreach (PayoutDistribution pay in new[] { Cost.Incentive, Cost.Bookings, Cost.Quarter(4), Cost.Line(0), Cost.Component("Lead", "bookings") })
        {
            double[] percentiles = [.. Enumerable.Range(0, 101).Select(percent => pay.Percentile(percent / 100.0).Value)];
            Assert.Equal(percentiles.Order(), percentiles);
            Assert.All([0.5, 0.1, 0.05, 0.01], share => Assert.True(pay.TailAverage(share) >= pay.Percentile(1 - share).Value - (1e-9 * pay.Mean)));
        }
    }
}
