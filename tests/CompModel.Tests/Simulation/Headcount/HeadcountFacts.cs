using NodaTime;

namespace CompModel.Tests;

/// <summary>A year in which people come and go, against the year of the roster and against what can be told without simulating.</summary>
public class HeadcountFacts
{
    private const double Errors = 4.5;

    private static readonly HeadcountPlan Busy = new HeadcountPlan(Staff.Open("P1", 4), Staff.Open("P2", 7))
        .WithAttrition(Attrition.Of(0.2).InRole("AE", LeaverRate.Of(0.5).FromMonth(6, 0.3)), DelayLaw.Geometric(1.5))
        .WithStartSlip(DelayLaw.Discrete((0, 0.5), (1, 0.3), (3, 0.2)))
        .WithVacantShare(0.4, VacantCredit.ManagersTeam);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_attrition_and_open_positions_every_trial_is_the_rosters(bool seasonal)
    {
        // Managers of teams, hires within the year, pay periods of all lengths.
        SalesForce force = Forces.Hierarchical(teams: 2, alone: 6);
        Assumptions assumed = seasonal ? Forces.Assumed : Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35))
            .And(Measure.Adoption, AttainmentModel.Normal(1, 0.3, BelowZero.Conditioned)).WithCompanyCorrelation(0.2);
        SimulatedCost roster = Simulate.Cost(force, Forces.Year, assumed, Staff.Trials, seed: 7);
        HeadcountCost staffed = Staff.Run(force, assumed, new HeadcountPlan());

        Assert.Equal(Staff.Ordered(roster.Incentive), Staff.Ordered(staffed.Incentive));
        Assert.Equal(Staff.Ordered(roster.Bookings), Staff.Ordered(staffed.Bookings));
        // Another shift of the moments: the last places may differ.
        Assert.All(roster.Participants.Zip(staffed.Positions), pair => Assert.Equal(pair.First.Mean, pair.Second.Incentive, 1e-12 * pair.First.Target));
        for (int quarter = 0; quarter < 4; quarter++)
            Assert.Equal(roster.Quarter(quarter + 1).Mean, staffed.Months.Skip(3 * quarter).Take(3).Sum(month => month.Incentive), 1e-12 * roster.Incentive.Mean);
        // Each of 24 people's year is on the grid.
        Assert.Equal(roster.BaseSalaries.ToDouble(), staffed.BaseSalaries.Mean, 24 / 2048.0);
        Assert.Equal(0, staffed.BaseSalaries.StandardDeviation);
        Assert.Equal(force.StreetQuota(Measure.Bookings, Forces.Year).ToDouble(), staffed.StreetQuota.Mean, 24 / 2048.0);
        Assert.Equal(0, staffed.VacantBookings.Maximum);
    }

    [Fact]
    public void A_position_more_changes_nobody_else()
    {
        SalesForce force = Forces.Hierarchical(teams: 2, alone: 3);
        // How much people share is derived from the roster.
        Assumptions assumed = Forces.Assumed.WithCompanyRange(0.8, 1.2);
        HeadcountCost before = Staff.Run(force, assumed, Busy);
        HeadcountPlan more = new HeadcountPlan(Staff.Open("P0", 1), Busy.Positions[0], Busy.Positions[1])
            .WithAttrition(Busy.Attrition, Busy.TimeToFill).WithStartSlip(Busy.StartSlip).WithVacantShare(Busy.VacantShare, Busy.VacantCredit);
        HeadcountCost after = Staff.Run(force, assumed, more);
        Assert.Equal(before.Positions, after.Positions.Where(position => position.Id != "P0"));
        Assert.Equal(before.CompanyCorrelation, after.CompanyCorrelation);
        Assert.NotEqual(before.Incentive.Mean, after.Incentive.Mean);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        SalesForce force = Forces.Hierarchical(teams: 1, alone: 3);
        string[] digests = [.. new[] { 1, 2, 3, 7 }.Select(threads => Staff.Digest(Staff.Run(force, Forces.Assumed, Busy, threads: threads)))];
        Assert.Single(digests.Distinct());
        Assert.NotEqual(digests[0], Staff.Digest(Staff.Run(force, Forces.Assumed, Busy.WithVacantShare(0.3, VacantCredit.ManagersTeam))));
    }

    [Fact]
    public void The_order_of_positions_changes_no_figure()
    {
        SalesForce force = Forces.Hierarchical(teams: 1, alone: 3);
        HeadcountPlan turned = new HeadcountPlan(Busy.Positions[1], Busy.Positions[0])
            .WithAttrition(Busy.Attrition, Busy.TimeToFill).WithStartSlip(Busy.StartSlip).WithVacantShare(Busy.VacantShare, Busy.VacantCredit);
        HeadcountCost first = Staff.Run(force, Forces.Assumed, Busy), second = Staff.Run(force, Forces.Assumed, turned);
        Assert.Equal(first.Positions.OrderBy(position => position.Id), second.Positions.OrderBy(position => position.Id));
        Assert.Equal(Staff.Ordered(first.TotalCash), Staff.Ordered(second.TotalCash));
        Assert.Equal(Staff.Ordered(first.Bookings), Staff.Ordered(second.Bookings));
        Assert.Equal(Staff.Ordered(first.Months[7].TotalCash), Staff.Ordered(second.Months[7].TotalCash));
    }

    [Fact]
    public void Months_add_up_to_the_year()
    {
        HeadcountCost cost = Staff.Run(Forces.Hierarchical(teams: 1, alone: 3), Forces.Assumed, Busy);
        // Sums on the grid; the means differ by their rounding alone.
        Assert.Equal(cost.BaseSalaries.Mean, cost.Months.Sum(month => month.BaseSalaries), 1e-9 * cost.BaseSalaries.Mean);
        Assert.Equal(cost.Incentive.Mean, cost.Months.Sum(month => month.Incentive), 1e-9 * cost.Incentive.Mean);
        Assert.Equal(cost.StreetQuota.Mean, cost.Months.Sum(month => month.StreetQuota), 1e-9 * cost.StreetQuota.Mean);
        Assert.Equal(cost.TotalCash.Mean, cost.Months.Sum(month => month.TotalCash.Mean), 1e-9 * cost.TotalCash.Mean);
        Assert.Equal(cost.TotalCash.Mean, cost.BaseSalaries.Mean + cost.Incentive.Mean, 1e-9 * cost.TotalCash.Mean);
        Assert.Equal(cost.Incentive.Mean, cost.Positions.Sum(position => position.Incentive), 1e-9 * cost.Incentive.Mean);
        Assert.Equal(cost.Months.Sum(month => month.Heads.Mean) / 12, cost.Positions.Sum(position => position.HeadsOnAverage), 1e-9);
        Assert.Equal(cost.Months[^1].Heads.Mean, cost.Positions.Sum(position => position.HeadsAtEnd), 1e-9);
    }

    [Theory]
    [InlineData(Backfill.FullQuota, Frequency.Annual)]
    [InlineData(Backfill.Nobody, Frequency.Annual)]
    [InlineData(Backfill.FullQuota, Frequency.Quarterly)]
    public void A_vacant_territory_that_sells_all_of_its_quota_keeps_the_companys_bookings(Backfill backfill, Frequency drawn)
    {
        Assumptions assumed = Staff.Bookings.WithPeriods(Measure.Bookings, drawn);
        HeadcountPlan plan = new HeadcountPlan(Staff.Open("P1", 1, Staff.Plain), Staff.Open("P2", 1, Staff.Plain)).WithStartSlip(DelayLaw.Geometric(3))
            .WithAttrition(Attrition.Of(0.6), DelayLaw.Fixed(2), backfill).WithVacantShare(1);
        HeadcountCost cost = Staff.Run(Staff.Sellers(4, Staff.Ramped), assumed, plan, trials: 8192);
        Assert.Equal(6 * 0.95 * 1_200_000, cost.Bookings.Mean, Errors * cost.Bookings.SimulationError);
        Assert.True(cost.VacantBookings.Mean > 500_000);
        Assert.True(cost.StreetQuota.Mean < 6 * 1_200_000 - 500_000);
        // And nothing where nothing is sold.
        HeadcountCost idle = Staff.Run(Staff.Sellers(4, Staff.Ramped), assumed, plan.WithVacantShare(0), trials: 8192);
        Assert.Equal(0.95 * idle.StreetQuota.Mean, idle.Bookings.Mean, Errors * idle.Bookings.SimulationError);
    }

    [Fact]
    public void A_ramp_lowers_the_quota_in_force_of_whoever_comes()
    {
        // A full month's quota is 100,000; who comes in October ramps by 25, 50, 75 %.
        HeadcountCost cost = Staff.Run(Staff.Sellers(1, Staff.Plain), Staff.Bookings, new HeadcountPlan(Staff.Open("P1", 10)));
        Assert.Equal([100_000.0, 125_000, 150_000, 175_000], cost.Months.Skip(8).Select(month => month.StreetQuota));
        Assert.Equal([1, 2, 2, 2], cost.Months.Skip(8).Select(month => month.Heads.Mean));
        Assert.Equal([5_000.0, 10_000, 10_000, 10_000], cost.Months.Skip(8).Select(month => month.BaseSalaries));
    }

    [Fact]
    public void A_slip_moves_a_start_and_leaves_the_territory_vacant()
    {
        HeadcountPlan plan = new HeadcountPlan(Staff.Open("P1", 4)).WithStartSlip(DelayLaw.Fixed(2)).WithVacantShare(0.5);
        HeadcountCost cost = Staff.Run(Staff.Sellers(1, Staff.Plain), Staff.Bookings, plan, trials: 8192);
        Assert.Equal([1, 1, 1, 1, 1, 2, 2], cost.Months.Take(7).Select(month => month.Heads.Mean));
        // Two months of 100,000, half of them, at a mean of 95 %.
        Assert.Equal(0.95 * 100_000, cost.VacantBookings.Mean, Errors * cost.VacantBookings.SimulationError);
    }

    [Fact]
    public void A_successor_attains_anew()
    {
        // Every month by itself, in two measures.
        Assumptions assumed = Forces.Assumed.WithPeriods(Measure.Bookings, Frequency.Monthly).WithPeriods(Measure.Adoption, Frequency.Monthly);
        SalesForce force = new([Forces.Seller(0)]);
        HeadcountRun run = Staff.Running(new RunDefinition(force, Staff.Year, assumed.WithHeadcount(new HeadcountPlan()), 64, 7));
        StaffedPosition position = run.PositionOf(run.Definition.Terms[0], []);
        var space = new TileSpace();
        var drawn = new List<float[]>();
        for (int incumbent = 0; incumbent < 13; incumbent++)
        {
            run.Draw(position, incumbent, 0, 64, space);
            drawn.AddRange(space.Normals.SelectMany(measure => measure).Select(row => row[..64]));
        }
        Assert.Equal(13 * 12 * 2, drawn.Select(row => string.Join(' ', row)).Distinct().Count());
    }

    [Fact]
    public void An_incumbents_pay_is_an_unrounded_statement_of_the_months_they_are_there()
    {
        CompensationPlan[] plans = [Forces.Hunter.WithRamp(Ramp.Of(0.25m, 0.5m)).WithRounding(new Rounding(1e-9m)), Forces.Farmer.WithRounding(new Rounding(1e-9m))];
        foreach (CompensationPlan plan in plans)
        {
            var open = new PlannedPosition("P1", "AE", plan, 3, new Quota(Measure.Bookings, 777_777.Usd), new Quota(Measure.Adoption, 41));
            var run = new RunDefinition(Staff.Sellers(1, Staff.Plain), Staff.Year, Forces.Assumed.WithHeadcount(new HeadcountPlan(open)), 64, 7);
            foreach ((int from, int to) in new[] { (2, 12), (2, 5), (4, 11), (5, 6), (11, 12) })
            {
                Life life = Staff.Position(run, "P1").LifeOf(0, from, to);
                double[][][] attained = [[[0.75, 1.5]], [[1.25, 0.5]]];
                double[][] reads = [.. life.Sources.Select(_ => new double[2])];
                foreach ((CreditSource source, double[] read) in life.Sources.Zip(reads))
                    Assert.IsType<CreditSource.Own>(source).Fill(attained, read, 2);
                var pay = new PayTile();
                life.Kernel.Run(new CreditTile(reads, 2), pay);
                Participant incumbent = open.Holder.HiredOn(Staff.Year.Month(from + 1).Start).TerminatedOn(Staff.Year.Month(to).End.PlusDays(-1));
                // A difference of two amounts on the grid for each of two components, and of two statements.
                double tolerance = (2.0 / 1024) + 1e-6;
                Assert.Equal(Stated(incumbent, run.Assumptions, 0.75m, 1.25m), pay.Posted.Sum(slot => slot[0]), 12 * tolerance);
                Assert.Equal(Stated(incumbent, run.Assumptions, 1.5m, 0.5m), pay.Posted.Sum(slot => slot[1]), 12 * tolerance);
                Assert.Equal(incumbent.TermsFor(Staff.Year).Salary(Staff.Year.Days).ToDouble(), life.Salary.Sum(), 1.0 / 2048);
            }
        }
    }

    [Fact]
    public void A_manager_who_comes_late_is_paid_on_the_teams_credits_since_then()
    {
        // Sellers hardly vary: the team's half year is half of its quota, and of the manager's.
        CompensationPlan lead = new("Lead", new OnTargetEarnings(100_000.Usd, 60_000.Usd), Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).OfTeam().ToDate(Frequency.Quarterly));
        var manager = new PlannedPosition("M1", "lead", lead, 7, new Quota(Measure.Bookings, 2_400_000.Usd));
        SalesForce force = Staff.Sellers(1, Staff.Plain);
        HeadcountPlan plan = new HeadcountPlan(manager, Staff.Open("P1", 1, Staff.Plain, "M1"), Staff.Open("P2", 1, Staff.Plain, "M1"));
        HeadcountCost cost = Staff.Run(force, Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.0001)), plan, trials: 1024);
        Assert.Equal(30_000, cost.Positions.Single(position => position.Id == "M1").Incentive, 10.0); // 1,024 trials of a hundredth of a percent.
        Assert.Equal(0, cost.Months.Take(6).Sum(month => month.Incentive) - (6 * 3 * 10_000), 50.0);
    }

    [Fact]
    public void What_a_vacant_territory_sells_is_credited_to_the_managers_only_if_it_is_said()
    {
        CompensationPlan lead = new("Lead", new OnTargetEarnings(100_000.Usd, 60_000.Usd), Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).OfTeam().ToDate(Frequency.Monthly));
        var manager = new PlannedPosition("M1", "lead", lead, 1, new Quota(Measure.Bookings, 1_200_000.Usd));
        HeadcountPlan plan = new HeadcountPlan(manager, Staff.Open("P1", 1, Staff.Plain, "M1")).WithStartSlip(DelayLaw.Fixed(6));
        Assumptions assumed = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.0001));
        // The manager slips, too, and is there for half of the year: paid for what is sold in it.
        HeadcountPlan here = new HeadcountPlan(manager, Staff.Open("P1", 6, Staff.Plain, "M1")).WithAttrition(Attrition.None.InRole("AE", 0.999999), DelayLaw.Fixed(11));
        double alone = Lead(here), credited = Lead(here.WithVacantShare(0.5, VacantCredit.ManagersTeam)), company = Lead(here.WithVacantShare(0.5));
        Assert.Equal(alone, company);
        Assert.True(credited > alone + 10_000);
        Assert.Equal(30_000, Lead(plan.WithVacantShare(1)), 10.0);

        double Lead(HeadcountPlan with) => Staff.Run(Staff.Sellers(1, Staff.Plain), assumed, with, trials: 1024).Positions.Single(position => position.Id == "M1").Incentive;
    }

    [Theory]
    [InlineData(Frequency.Annual)]
    [InlineData(Frequency.Quarterly)]
    public void To_its_managers_a_vacant_territory_that_sells_all_of_its_quota_is_one_that_somebody_has(Frequency drawn)
    {
        // Whoever comes attains what the territory did before.
        CompensationPlan lead = new("Lead", new OnTargetEarnings(100_000.Usd, 60_000.Usd), Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear.Accelerate(100.Percent, 2)).OfTeam().ToDate(Frequency.Monthly));
        SalesForce force = new([new Participant("M1", lead, new Quota(Measure.Bookings, 1_200_000.Usd))]);
        HeadcountPlan plan = new HeadcountPlan(Staff.Open("P1", 2, Staff.Plain, "M1")).WithVacantShare(1, VacantCredit.ManagersTeam);
        Assumptions assumed = Staff.Bookings.WithPeriods(Measure.Bookings, drawn);
        HeadcountCost there = Staff.Run(force, assumed, plan, trials: 300), late = Staff.Run(force, assumed, plan.WithStartSlip(DelayLaw.Fixed(4)), trials: 300);
        Assert.Equal(0, there.VacantBookings.Maximum);
        Assert.True(late.VacantBookings.Minimum > 0);
        // Credits in two parts are a step of the grid beside those in one; every month pays twice the base rate of 5 % of it at most.
        Assert.Equal(there.Positions[0].Incentive, late.Positions[0].Incentive, 12 * 2.0 / 1024);
        Assert.Equal(there.Bookings.Mean, late.Bookings.Mean, 2.0 / 1024);
    }

    [Fact]
    public void Months_are_those_of_any_plan_year()
    {
        foreach (PlanYear year in new[] { PlanYear.Starting(new(2026, 2, 1)), PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive) })
        {
            HeadcountPlan plan = new HeadcountPlan(Staff.Open("P1", 3, Staff.Plain)).WithStartSlip(DelayLaw.Fixed(2));
            HeadcountCost cost = Simulate.Headcount(new RunDefinition(Staff.Sellers(1, Staff.Plain), year, Staff.Bookings.WithHeadcount(plan), 64, 7));
            Assert.Equal(year.Month(5), cost.Months[4].Month);
            // Salary and quota fall on months alike, however long they are.
            Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2], cost.Months.Select(month => month.Heads.Mean));
            Assert.All(cost.Months, month => Assert.Equal((5_000 * month.Heads.Mean, 100_000 * month.Heads.Mean), (month.BaseSalaries, month.StreetQuota)));
        }
    }

    [Fact]
    public void A_guarantee_stands_beside_what_is_earned_in_the_month_whose_pay_it_fills_up()
    {
        // 10,000 a month at quota, and at least that: what a month earns less than it is what the guarantee costs.
        CompensationPlan guaranteed = Staff.Plain.WithPayments(PaymentTerms.AsEarned.With(Guarantee.Of(10_000.Usd, Staff.Year.Days)));
        HeadcountPlan open = new(Staff.Open("P1", 7, guaranteed));
        HeadcountCost plain = Staff.Run(Staff.Sellers(1, Staff.Plain), Staff.Bookings, new HeadcountPlan(Staff.Open("P1", 7, Staff.Plain))), cost = Staff.Run(Staff.Sellers(1, Staff.Plain), Staff.Bookings, open);
        Assert.All(cost.Months.Take(6), month => Assert.Equal(0, month.PaymentCost));
        foreach ((HeadcountMonth month, HeadcountMonth without) in cost.Months.Zip(plain.Months).Skip(6))
        {
            Assert.Equal(without.Incentive, month.Earned, 1e-9 * without.Incentive);
            // Every month is the year's sixth, each on the grid.
            Assert.Equal(cost.PaymentCost / 6, month.PaymentCost, 1.0 / 1024);
        }
        // Of a lognormal of mean 0.95 and cv 0.35: E max(0, 1 − A) = Φ(d) − 0.95·Φ(d − σ), d = (ln(1/0.95) + σ²/2)/σ.
        double sigma = Math.Sqrt(Math.Log(1 + (0.35 * 0.35))), d = (Math.Log(1 / 0.95) + (sigma * sigma / 2)) / sigma;
        double fills = MathNet.Numerics.Distributions.Normal.CDF(0, 1, d) - (0.95 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, d - sigma));
        // What it fills up spreads less than what is sold.
        Assert.Equal(60_000 * fills, cost.PaymentCost, Errors * 60_000 * 0.35 / Math.Sqrt(Staff.Trials));
        Assert.Equal(cost.TotalCash.Mean, cost.BaseSalaries.Mean + cost.Months.Sum(month => month.Earned + month.PaymentCost), 1e-9 * cost.TotalCash.Mean);
    }

    [Fact]
    public void Who_comes_without_quota_is_paid_as_the_ramp_says()
    {
        CompensationPlan Ramping(Ramp ramp) => Staff.Plain.WithRamp(ramp);
        double Paid(Ramp ramp) => Staff.Run(Staff.Sellers(1, Staff.Plain), Staff.Bookings, new HeadcountPlan(Staff.Open("P1", 7, Ramping(ramp)))).Positions[1].Incentive;
        // One month's target.
        Assert.Equal(10_000, Paid(Ramp.Of(0, 0.5m).PayingTargetWithoutQuota()) - Paid(Ramp.Of(0, 0.5m).PayingNothingWithoutQuota()), 0.01);
    }

    [Fact]
    public void A_model_of_one_person_is_not_that_of_who_follows_and_a_model_of_the_new_is()
    {
        // Nobody sells anything but the new, or the one person.
        AttainmentModel nothing = AttainmentModel.LogNormal(0.0001, 0.0001), quota = AttainmentModel.LogNormal(1, 0.0001);
        Assumptions assumed = Assumptions.For(Measure.Bookings, nothing);
        HeadcountPlan leaving = new HeadcountPlan(Staff.Open("P1", 7, Staff.Plain)).WithAttrition(Attrition.None.InRole("AE", 0.999999), DelayLaw.None);
        // The new are whoever comes to the open position, and whoever follows anywhere: twelve in a year but for the first month of the roster's one.
        HeadcountCost fresh = Staff.Run(Staff.Sellers(1, Staff.Plain), assumed.ForTenure(0, 12, Measure.Bookings, quota), leaving);
        double followers = 12 - (1 / (1 - Math.Pow(1e-6, 1.0 / 12))) + Math.Pow(1e-6, 1.0) / (1 - Math.Pow(1e-6, 1.0 / 12));
        Assert.Equal(60_000, fresh.Positions[1].Incentive, 60.0);
        Assert.Equal(10_000 * followers, fresh.Positions[0].Incentive, Errors * 10_000 * 0.75 / Math.Sqrt(Staff.Trials));
        HeadcountCost alone = Staff.Run(Staff.Sellers(1, Staff.Plain), assumed.ForParticipant("R0", Measure.Bookings, quota), leaving);
        Assert.Equal(120_000 - (10_000 * followers), alone.Positions[0].Incentive, Errors * 10_000 * 0.75 / Math.Sqrt(Staff.Trials));
        Assert.Equal(0, alone.Positions[1].Incentive, 60.0);
    }

    [Fact]
    public void A_year_from_actuals_is_refused()
    {
        var run = new RunDefinition(Staff.Sellers(1, Staff.Plain), Staff.Year, Staff.Bookings.WithHeadcount(new HeadcountPlan()), 10, 1, new Actuals(new LocalDate(2026, 3, 31), []));
        Assert.Contains("starts from actuals", Assert.Throws<ArgumentException>(() => Simulate.Headcount(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_last_day_is_known_leaves_then_and_is_not_followed()
    {
        SalesForce force = new([
            new Participant("R1", Staff.Plain, new Quota(Measure.Bookings, 1_200_000.Usd)).TerminatedOn(new LocalDate(2026, 8, 31)),
            new Participant("R2", Staff.Plain, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(new LocalDate(2026, 12, 15)),
            new Participant("R3", Staff.Plain, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(new LocalDate(2027, 1, 1)),
        ]);
        HeadcountCost cost = Staff.Run(force, Staff.Bookings, new HeadcountPlan().WithAttrition(Attrition.Of(0.9), DelayLaw.None).WithVacantShare(1));
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1], cost.Months.Select(month => month.Heads.Mean));
        Assert.Equal(0, cost.VacantBookings.Maximum);
    }

    [Fact]
    public void What_a_position_cannot_be_is_refused_before_any_work()
    {
        SalesForce force = Staff.Sellers(2, Staff.Plain);
        string Refused(HeadcountPlan plan, SalesForce? of = null) => Assert.ThrowsAny<ArgumentException>(() => Staff.Run(of ?? force, Staff.Bookings, plan)).Message;
        Assert.Contains("'R1' is there twice", Refused(new HeadcountPlan(Staff.Open("R1", 1))), StringComparison.Ordinal);
        Assert.Contains("'P1', 'X', is not among", Refused(new HeadcountPlan(Staff.Open("P1", 1, manager: "X"))), StringComparison.Ordinal);
        Assert.Contains("P1", Refused(new HeadcountPlan(Staff.Open("P1", 1, manager: "P1"))), StringComparison.Ordinal);
        Assert.Contains("logos", Refused(new HeadcountPlan(new PlannedPosition("P1", "AE", new CompensationPlan("L", Staff.Plain.OnTarget, Component.Of(Measure.OfUnits("logos"), 1, PayoutCurve.Linear)), 1, new Quota(Measure.OfUnits("logos"), 3)))), StringComparison.Ordinal);
        var commission = new CompensationPlan("Commission", Staff.Plain.OnTarget, Component.Commission(Measure.Bookings, RateTable.Marginal((0, 0.05m))));
        Assert.Contains("'P1' has no quota for bookings: a statement", Refused(new HeadcountPlan(new PlannedPosition("P1", "AE", commission, 1))), StringComparison.Ordinal);
        Assert.Contains("fully staffed", Assert.Throws<ArgumentException>(() => Simulate.Headcount(new RunDefinition(force, Staff.Year, Staff.Bookings, 10, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_are_on_what_all_who_hold_positions_earn_and_are_paid()
    {
        CompensationPlan Override(string name, Measure measure) => new(name, new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(measure, RateTable.Marginal((0, 5.Percent))).OfTeam().Each(Frequency.Monthly));
        CompensationPlan guaranteed = Staff.Ramped.WithPayments(PaymentTerms.AsEarned.With(Guarantee.Of(8_000.Usd, Staff.Year.Days)));
        Participant Seller(int number) => new Participant($"R{number}", guaranteed, new Quota(Measure.Bookings, 1_200_000.Usd)).InRole("AE").ManagedBy("C");
        SalesForce force = new([new Participant("P", Override("Paid", Measure.Payout)), new Participant("C", Override("Earned", Measure.CommissionEarned)).ManagedBy("P"), Seller(0), Seller(1), Seller(2)]);
        HeadcountPlan plan = new HeadcountPlan(Staff.Open("N1", 3, guaranteed, "C"))
            .WithAttrition(Attrition.None.InRole("AE", 0.6), DelayLaw.Geometric(1)).WithStartSlip(DelayLaw.Geometric(1)).WithVacantShare(0.5, VacantCredit.ManagersTeam);
        HeadcountCost cost = Staff.Run(force, Staff.Bookings, plan);
        double sellers = cost.Positions.Skip(2).Sum(position => position.Incentive);
        Assert.True(cost.PaymentCost > 10_000);
        // Each month's override is on the grid.
        Assert.Equal(0.05 * (sellers - cost.PaymentCost), cost.Positions[1].Incentive, 12.0 / 1024);
        Assert.Equal(0.05 * (sellers + cost.Positions[1].Incentive), cost.Positions[0].Incentive, 12.0 / 1024);
    }

    [Fact]
    public void Whatever_changes_a_year_of_comers_and_leavers_changes_its_fingerprint()
    {
        static RunDefinition Run(HeadcountPlan plan, CompensationPlan? of = null, Participant? one = null) =>
            new(new SalesForce([one ?? new Participant("R0", of ?? Staff.Plain, new Quota(Measure.Bookings, 1_200_000.Usd)).InRole("AE")]), Staff.Year, Staff.Bookings.WithHeadcount(plan), 200, 7);
        HeadcountPlan leaving = new HeadcountPlan().WithAttrition(Attrition.None.InRole("AE", 0.6), DelayLaw.Fixed(1));
        Participant since = new Participant("R0", Staff.Plain, new Quota(Measure.Bookings, 1_200_000.Usd)).InRole("AE").HiredOn(new LocalDate(2020, 1, 1));
        RunDefinition[] runs =
        [
            Run(new HeadcountPlan(Staff.Open("P1", 4))), Run(new HeadcountPlan(Staff.Open("P1", 5))), Run(new HeadcountPlan(Staff.Open("P2", 4))), Run(new HeadcountPlan(Staff.Open("P1", 4, Staff.Plain))),
            Run(new HeadcountPlan(Staff.Open("P1", 4).Earning(new OnTargetEarnings(70_000.Usd, 120_000.Usd)))), Run(leaving), Run(leaving.WithVacantShare(0.1)),
            Run(new HeadcountPlan().WithAttrition(Attrition.None.InRole("AE", 0.6), DelayLaw.Fixed(1), Backfill.Nobody)),
            // Nothing of these shows while nobody leaves.
            Run(leaving, Staff.Ramped), Run(leaving, Staff.Plain.WithRamp(Ramp.Of(0, 0.5m, 0.75m).PayingNothingWithoutQuota())), Run(leaving, Staff.Plain.WithRamp(Ramp.Of(0, 0.5m, 0.75m).PayingTargetWithoutQuota())),
            Run(new HeadcountPlan().WithAttrition(Attrition.Of(LeaverRate.Of(0.5).FromMonth(40, 0.1)), DelayLaw.Fixed(1)), one: since),
            Run(new HeadcountPlan().WithAttrition(Attrition.Of(LeaverRate.Of(0.5).FromMonth(40, 0.1)), DelayLaw.Fixed(1)), one: since.HiredOn(new LocalDate(2025, 1, 1))),
            Run(leaving, one: since.InRole("SDR")),
        ];
        Assert.Equal(runs.Length, runs.Select(run => run.Fingerprint()).Distinct().Count());
        Assert.Equal(runs.Length, runs.Select(run => Staff.Digest(Simulate.Headcount(run))).Distinct().Count());
        Assert.Equal(Run(new HeadcountPlan(Staff.Open("P1", 4))).Fingerprint(), runs[0].Fingerprint());
        // A run without a plan is what it was before there were any.
        Assert.NotEqual(Run(new HeadcountPlan()).Fingerprint(), new RunDefinition(Staff.Sellers(1, Staff.Plain), Staff.Year, Staff.Bookings, 200, 7).Fingerprint());
    }

    private static double Stated(Participant incumbent, Assumptions assumptions, params Rational[] attainment)
    {
        ParticipantTerms terms = incumbent.TermsFor(Staff.Year);
        var credits = new List<Credit>();
        double sum = 0;
        foreach (ComponentTerms component in terms.Components)
        {
            Rational[] toDate = assumptions.CreditedToDate(terms, component, component.Component.Basis.Pays);
            for (int i = 0; i < toDate.Length; i++)
            {
                DateRange days = component.Periods[i].Period.Days.Intersect(incumbent.Employment);
                if (!days.IsEmpty)
                    credits.Add(new Credit(incumbent.Id, component.Component.Measure, days.End.PlusDays(-1), new Amount(attainment[assumptions.IndexOf(component.Component.Measure)] * (toDate[i] - (i == 0 ? 0 : toDate[i - 1])), component.Quota.Currency), $"{component.Name}{i}"));
            }
        }
        Position position = Position.AtStartOf(terms);
        foreach (MeasurementPeriod month in Staff.Year.Periods(Frequency.Monthly))
        {
            Statement statement = terms.Statement(position, month, credits);
            sum += statement.Earned.ToDouble();
            position = statement.Closing;
        }
        return sum;
    }
}
