using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>What is true of the cost of any sales force: it agrees with closed forms, and its figures add up.</summary>
public class CostLaws
{
    // The rule of the house, on fixed seeds.
    private const double Errors = 4.5;

    // A step of the pay grid: the most that rounding can move a mean, for each period that pays, is half of it.
    private const double Grid = 1.0 / 1024;

    private static readonly AttainmentModel Bookings = AttainmentModel.LogNormal(0.95, 0.35), Adoption = AttainmentModel.Normal(0.9, 0.4, BelowZero.Floored);

    public static class Sellers
    {
        public static Arbitrary<Participant> All() => RandomPlans.Participants.ToArbitrary();

        public static Arbitrary<PayoutCurve> Convex() =>
            (from bends in Gen.Choose(1, 4)
             from steps in Gen.Choose(1, 10).ListOf(bends)
             from rises in Gen.Choose(0, 30).ListOf(bends)
             select ConvexThrough(steps, rises)).ToArbitrary();

        private static PayoutCurve ConvexThrough(IEnumerable<int> steps, IEnumerable<int> rises)
        {
            Rational at = 0, pay = 0, slope = 0;
            var knots = new List<(Rational, Rational)> { (at, pay) };
            foreach ((int step, int rise) in steps.Zip(rises))
            {
                slope += (Rational)rise / 10;
                at += (Rational)step / 10;
                pay += slope * step / 10;
                knots.Add((at, pay));
            }
            return PayoutCurve.Through(BeyondLastKnot.SameSlope, [.. knots]);
        }
    }

    [Law(Arbitrary = [typeof(Sellers)], MaxTest = 60)]
    public void Simulated_means_are_those_of_the_closed_form(Participant seller)
    {
        const int Trials = 4096;
        var assumptions = Assumptions.For(Measure.Bookings, Bookings).And(Measure.Adoption, Adoption).WithCorrelation(Measure.Bookings, Measure.Adoption, 0.4);
        SimulatedCost cost = Simulate.Cost(new SalesForce([seller]), RandomPlans.Year, assumptions, Trials, seed: 11, threads: 1);
        Expected exact = Expect.Incentive(seller, RandomPlans.Year, assumptions);
        foreach (ExpectedComponent component in exact.Components)
        {
            if (component.Law is not ClosedForm<PayoutLaw>.Available { Answer: var law })
                continue;
            int[] lines = [.. Enumerable.Range(0, cost.Lines.Count).Where(line => cost.Lines[line].Component == component.Terms.Component.Name)];
            // Bernstein: a mean of rare events strays by z·σ/√n + z²·b/3n, b how far one trial may lie from the mean (but for one in a million).
            AttainmentModel model = assumptions.ModelOf(component.Terms.Component.Measure);
            double reach = new[] { 1e-6, 1 - 1e-6 }.Max(p => Math.Abs(law.At(model.Quantile(p)) - law.Mean));
            double error = (Errors * law.StandardDeviation / Math.Sqrt(Trials)) + (Errors * Errors * reach / (3 * Trials)), grid = Grid * component.Terms.Periods.Count;
            Assert.Equal(law.Mean, lines.Sum(line => cost.Expected.Lines[line]), error + grid);
            for (int tier = 0; tier < lines.Length; tier++)
            {
                PayoutDistribution line = cost.Line(lines[tier]);
                // Where too few trials differ from the others, the error of their mean cannot be told from them.
                if (line.Percentile(0.05).Value != line.Percentile(0.95).Value)
                    Assert.Equal(component.MeanByTier.Value[tier], line.Mean, (Errors * line.SimulationError) + grid);
            }
            Assert.Equal(law.Mean, component.MeanByTier.Value.Sum(), 1e-12 * (1 + Math.Abs(law.Mean)) * 100); // Steps of up to 100 targets cancel.
        }
    }

    [Law(Arbitrary = [typeof(Sellers)], MaxTest = 60)]
    public void A_percentile_of_the_closed_form_is_met_by_its_share_of_trials(Participant seller)
    {
        const int Trials = 4096;
        var assumptions = Assumptions.For(Measure.Bookings, Bookings).And(Measure.Adoption, Adoption);
        foreach (Component component in seller.Plan.Components.Where(component => component.Measure == Measure.Bookings))
        {
            var plan = new CompensationPlan("one", seller.OnTarget, RandomPlans.On(Component.Of(component.Measure, 1, component.Curve), component.Basis));
            Participant one = seller.OnPlan(plan);
            if (Expect.Incentive(one, RandomPlans.Year, assumptions).Law is not ClosedForm<PayoutLaw>.Available { Answer: var law })
                continue;
            PayoutDistribution pay = Simulate.Participant(one, RandomPlans.Year, assumptions, Trials, seed: 12, threads: 1);
            foreach (double p in new[] { 0.1, 0.5, 0.9 })
            {
                if (law.Percentile(p) is not ClosedForm<double>.Available { Answer: var value })
                    continue;
                // Below the percentile lies at most p, at or below it at least p, but for the grid and the standard error of a share.
                double error = Errors * Math.Sqrt(p * (1 - p) / Trials), step = (Grid * (int)component.Basis.Pays) + (1e-9 * Math.Abs(value));
                Assert.True(1 - pay.ProbabilityAbove(value + step).Value >= p - error);
                Assert.True(1 - pay.ProbabilityAbove(value - step).Value <= p + error);
            }
        }
    }

    [Law(Arbitrary = [typeof(Sellers)])]
    public void More_spread_never_costs_less_under_a_convex_curve(PayoutCurve convex)
    {
        // Jensen: a lognormal of the same mean and more spread is the lesser one times an independent factor of mean one.
        double before = 0;
        foreach (double cv in new[] { 0.05, 0.1, 0.2, 0.4, 0.8, 1.6 })
        {
            double mean = ExpectationCase.Law(Workloads.W1.OnPlan(Plan(convex)), AttainmentModel.LogNormal(0.9, cv)).Mean;
            Assert.True(mean >= before - (1e-12 * (1 + before)));
            before = mean;
        }
    }

    [Fact]
    public void More_spread_costs_more_in_the_same_draws()
    {
        // Common draws: the difference has a far smaller error than either mean, and is 4.5 of even the greater one's errors.
        PayoutDistribution At(double cv) => Simulate.Participant(
            Workloads.W1.OnPlan(Plan(PayoutCurve.Linear.Accelerate(100.Percent, 3))), RandomPlans.Year, Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, cv)), 20_000, 3);
        PayoutDistribution[] spreads = [At(0.1), At(0.2), At(0.4), At(0.8)];
        for (int i = 1; i < spreads.Length; i++)
            Assert.True(spreads[i].Mean > spreads[i - 1].Mean + (Errors * spreads[i].SimulationError));
    }

    [Fact]
    public void A_roster_twice_over_costs_twice_as_much()
    {
        Participant[] once = [.. Enumerable.Range(0, 20).Select(number => Forces.Seller(number))];
        Participant[] again = [.. once.Select(seller => new Participant("again " + seller.Id, seller.Plan, [.. seller.Quotas]).HiredOn(seller.Hired))];
        SimulatedCost one = Simulate.Cost(new SalesForce(once), Forces.Year, Forces.Assumed, 4096, 5), two = Simulate.Cost(new SalesForce([.. once, .. again]), Forces.Year, Forces.Assumed, 4096, 5);
        Assert.Equal(one.BaseSalaries * 2, two.BaseSalaries);
        Assert.Equal(2 * one.AtTarget.Incentive, two.AtTarget.Incentive, 1e-9);
        // Of two means that share half their people, and so differ by less than independent ones.
        double error = Math.Sqrt((4 * Square(one.Incentive.SimulationError)) + Square(two.Incentive.SimulationError));
        Assert.Equal(2 * one.Incentive.Mean, two.Incentive.Mean, Errors * error);
        Assert.Equal(2 * one.Sellers, two.Sellers);
    }

    [Fact]
    public void Lines_and_quarters_add_up_to_the_incentive()
    {
        // 4,096 trials: a mean is an exact sum divided by a power of two, so that lines add up to the last bit.
        SimulatedCost cost = Simulate.Cost(Forces.Hierarchical(teams: 2, alone: 5), Forces.Year, Forces.Assumed, 4096, 5);
        Assert.Equal(cost.Expected.Incentive, cost.Expected.Lines.Sum());
        Assert.Equal(cost.Expected.Incentive, cost.Expected.Quarters.Sum());
        Assert.Equal(cost.Incentive.Mean, cost.Expected.Incentive, 1e-9); // Taken about another shift.
        // Exact sums divided by 40, the size of the band, or exact numbers made doubles: a rounding of each of at most 20 terms, 1e-16 of the total.
        foreach (CostBreakdown of in new[] { cost.AtTarget, cost.Around(0.1), cost.Around(0.5), cost.Around(0.9) })
        {
            Assert.Equal(of.Incentive, of.Lines.Sum(), 20 * 1.2e-16 * of.Incentive);
            Assert.Equal(of.Incentive, of.Quarters.Sum(), 20 * 1.2e-16 * of.Incentive);
        }
    }

    [Fact]
    public void Figures_around_a_percentile_are_near_it()
    {
        SimulatedCost cost = Simulate.Cost(Forces.Hierarchical(teams: 2, alone: 5), Forces.Year, Forces.Assumed, 4096, 5);
        foreach (double p in new[] { 0, 0.1, 0.5, 0.9, 1 })
        {
            // The band holds 1 % of the trials and, away from the ends, half of it on each side: its mean lies inside it.
            double around = cost.Around(p).Incentive;
            Assert.InRange(around, cost.Incentive.Percentile(Math.Max(0, p - 0.011)).Value, cost.Incentive.Percentile(Math.Min(1, p + 0.011)).Value);
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => cost.Around(1.1));
    }

    [Theory]
    [InlineData(Frequency.Monthly)]
    [InlineData(Frequency.Quarterly)]
    public void Quarters_earn_by_the_season_of_sales(Frequency frequency)
    {
        // Linear pay on each period alone is the season's share of the year's pay, in every trial and so in every rank.
        var plan = new CompensationPlan("Linear", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(frequency));
        Assumptions seasonal = Workloads.W1Assumptions.WithSeasonality(Seasonality.Quarters(10.Percent, 20.Percent, 30.Percent, 40.Percent));
        // A quota that divides by twelve: others are issued in whole units, so that months have a little more or less.
        SimulatedCost cost = Simulate.Cost(new SalesForce([new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd))]), Forces.Year, seasonal, 1100, 3);
        foreach (double p in new[] { 0, 0.1, 0.5, 0.9, 1 })
        {
            double year = cost.Incentive.Percentile(p).Value;
            // Half a step of the grid for each period of the year and of the quarter.
            for (int quarter = 1; quarter <= 4; quarter++)
                Assert.Equal(quarter / 10.0 * year, cost.Quarter(quarter).Percentile(p).Value, 8 * Grid);
        }
        // Three months at most are on the grid, half a step each beside the exact amount.
        Assert.All(cost.AtTarget.Quarters, quarter => Assert.Equal(25_000, quarter, 1.5 * Grid));
    }

    [Fact]
    public void An_annual_component_is_earned_in_the_fourth_quarter_and_one_of_halves_in_the_second_and_fourth()
    {
        SimulatedCost annual = Simulate.Cost(new SalesForce([Workloads.W1]), Forces.Year, Workloads.W1Assumptions, 100, 3);
        Assert.Equal([0, 0, 0, annual.Expected.Incentive], annual.Expected.Quarters);
        Assert.Equal([0, 0, 0, 100_000], annual.AtTarget.Quarters);
        var halves = new CompensationPlan("Halves", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(Frequency.SemiAnnual));
        SimulatedCost half = Simulate.Cost(new SalesForce([Workloads.W1.OnPlan(halves)]), Forces.Year, Workloads.W1Assumptions, 100, 3);
        Assert.Equal([true, false, true, false], half.Expected.Quarters.Select(quarter => quarter == 0));
        Assert.Equal([0, 50_000, 0, 50_000], half.AtTarget.Quarters);
    }

    [Fact]
    public void Sellers_at_quota_are_counted_in_their_own_trials()
    {
        // One seller, paid linearly: in the dearest trials at quota, in the cheapest not. Three tiles.
        var plan = new CompensationPlan("Linear", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        SimulatedCost cost = Simulate.Cost(new SalesForce([Workloads.W1.OnPlan(plan)]), Forces.Year, Workloads.W1Assumptions, 3000, 3);
        Assert.Equal((0, 1), (cost.Around(0.05).SellersAtQuota, cost.Around(0.95).SellersAtQuota));
        Assert.Equal(cost.Incentive.ProbabilityAbove(100_000 - Grid).Value, cost.Expected.SellersAtQuota, 1e-15);
    }

    [Fact]
    public void At_target_everybody_has_the_target_incentive()
    {
        SalesForce force = Forces.Hierarchical(teams: 2, alone: 5);
        SimulatedCost cost = Simulate.Cost(force, Forces.Year, Forces.Assumed, 1, 5);
        // Curves pay 1.1 at 100 % for farmers, who jump there, and 1 for all others.
        Rational expected = cost.Run.Terms.Aggregate(Rational.Zero, (sum, terms) => sum + (terms.TargetIncentive.Value * (terms.Participant.Plan == Forces.Farmer ? 1.1m : 1)));
        // Eight components at most twelve periods each are on the grid, half a step beside the exact amount.
        Assert.Equal(expected.ToDouble(), cost.AtTarget.Incentive, cost.Run.Terms.Sum(terms => terms.Components.Count) * 12 / 2048.0);
        Assert.Equal(force.StreetQuota(Measure.Bookings, Forces.Year).ToDouble(), cost.AtTarget.Bookings);
        Assert.Equal(cost.Sellers, cost.AtTarget.SellersAtQuota);
    }

    [Fact]
    public void Managers_are_paid_on_their_people_s_credits_in_the_same_trial()
    {
        // Linear pay in proportion to quota: in every trial all pay is a multiple of all bookings, if and only if the manager's credits are the people's.
        var plan = new CompensationPlan("Linear", new OnTargetEarnings(0.Usd, 50_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).ToDate(Frequency.Quarterly));
        var lead = new CompensationPlan("Lead", new OnTargetEarnings(0.Usd, 80_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).OfTeam().Each(Frequency.Monthly));
        Participant[] people = [.. Enumerable.Range(0, 8).Select(i => new Participant($"S{i}", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).ManagedBy(i < 5 ? "M1" : "M2"))];
        Participant Leads(string id, int heads, string? above) => new Participant(id, lead, new Quota(Measure.Bookings, (1_200_000 * heads).Usd)).ManagedBy(above);
        var force = new SalesForce([Leads("D", 8, null), Leads("M1", 5, "D"), Leads("M2", 3, "D"), .. people]);
        SimulatedCost cost = Simulate.Cost(force, Forces.Year, Workloads.W1Assumptions.WithCompanyCorrelation(0.2), 3000, 9);
        // M1's and M2's pay of 80,000 is a share of theirs only; the director's is 80,000 over all quotas.
        ParticipantOutlook director = cost.Participants[0];
        foreach ((double p, double pay) in new[] { (0.1, director.P10), (0.5, director.P50), (0.9, director.P90) })
            // Half a step of the grid for each of 12 months, of 8 credits a month (times a rate of 0.008), and differences of months.
            Assert.Equal(80_000 * cost.Bookings.Percentile(p).Value / 9_600_000, pay, 24 * Grid);
        Assert.Equal([11, 6, 4], new[] { "D", "M1", "M2" }.Select(id => cost.Teams.Single(team => team.Id == id).Heads));
        ParticipantOutlook all = cost.Teams.Single(team => team.Id == "D");
        Assert.Equal((cost.Incentive.Percentile(0.1).Value, cost.Incentive.Percentile(0.9).Value), (all.P10, all.P90));
        // A team's mean is the sum of its people's, each mean rounded a few times.
        double sum = cost.Participants.Sum(one => one.Mean);
        Assert.Equal(sum, all.Mean, 1e-12 * sum);
    }

    [Fact]
    public void A_manager_s_spread_is_that_of_the_team_not_of_people_apart()
    {
        // Ten equal sellers who share ρ: the manager's linear pay varies by cv·√((1 + 9r)/10), r the correlation of two lognormals, (e^(ρσ²) − 1)/cv².
        var seller = new CompensationPlan("Linear", new OnTargetEarnings(0.Usd, 50_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        var lead = new CompensationPlan("Lead", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).OfTeam());
        var force = new SalesForce(
            [
                new Participant("M", lead, new Quota(Measure.Bookings, 10_000_000.Usd)),
                .. Enumerable.Range(0, 10).Select(i => new Participant($"S{i}", seller, new Quota(Measure.Bookings, 1_000_000.Usd)).ManagedBy("M")),
            ]);
        const double Rho = 0.3, Cv = 0.35;
        const int Trials = 20_000;
        SimulatedCost cost = Simulate.Cost(force, Forces.Year, Workloads.W1Assumptions.WithCompanyCorrelation(Rho), Trials, 9);
        double shared = Math.Exp(Rho * Math.Log(1 + (Cv * Cv))) - 1, sd = 100_000 * Math.Sqrt(((Cv * Cv) + (9 * shared)) / 10);
        // The kurtosis of a mean of lognormals of cv 0.35 is below 4.5; the standard error of a standard deviation is sd·√((κ − 1)/4n).
        Assert.Equal(sd, cost.Participants[0].StandardDeviation, Errors * sd * Math.Sqrt(3.5 / 4 / Trials));
        Assert.Equal(100_000, cost.Participants[0].Mean, Errors * cost.Participants[0].SimulationError);
        Assert.Equal(10 * (1 - cost.Run.Assumptions.ModelOf(Measure.Bookings).Cdf(1)), cost.Expected.SellersAtQuota, Errors * Math.Sqrt(10 * 10 * 0.25 / Trials));
    }

    private static CompensationPlan Plan(PayoutCurve curve) => new("one", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, curve));

    private static double Square(double x) => x * x;
}
