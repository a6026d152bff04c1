using FsCheck;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Without leavers and open positions a year is the roster's, whatever its plans say.</summary>
public class RosterLaws
{
    private const int Trials = 300;

    private static readonly DateRange WholeYear = Staff.Year.Days;

    private static readonly Component Gated = Component.Of(Measure.Bookings, 60.Percent, Workloads.Curve).ToDate(Frequency.Quarterly)
        .OnlyIf(Condition.AttainmentAtLeast(Measure.Adoption, 80.Percent));

    private static readonly Component Second = Component.Of(Measure.Adoption, 40.Percent, PayoutCurve.Linear).Each(Frequency.SemiAnnual);

    private static readonly CompensationPlan Plain = new("Seller", new OnTargetEarnings(80_000.Usd, 90_000.Usd), Gated, Second);

    private static readonly CompensationPlan[] Plans =
    [
        Plain.WithPayments(PaymentTerms.AsEarned.With(Guarantee.Of(9_000.Usd, WholeYear))),
        Plain.WithPayments(PaymentTerms.AsEarned.With(new Draw.NonRecoverable(8_000.Usd, WholeYear)).With(Holdback.After(25.Percent, 2))),
        Plain.WithPayments(PaymentTerms.AsEarned.With(new Draw.Recoverable(5_000.Usd, WholeYear))),
        new CompensationPlan("Bounded", new OnTargetEarnings(80_000.Usd, 90_000.Usd), Component.Of(Measure.Bookings, 1, Workloads.Curve).Each(Frequency.Monthly))
            .Within(PayLimits.None.WithFloor(20_000.Usd).WithCap(40_000.Usd), Frequency.Quarterly),
    ];

    // A lead on the team's credits, one above on commission, one on what is paid; somebody who moves between leads, and somebody whose plan changes.
    internal static SalesForce Everything()
    {
        var lead = new CompensationPlan("Lead", new OnTargetEarnings(150_000.Usd, 60_000.Usd),
            Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(100.Percent, 2)).OfTeam().ToDate(Frequency.Quarterly));
        var onCommission = new CompensationPlan("Head", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.CommissionEarned, RateTable.Marginal((0, 5.Percent))).OfTeam().Each(Frequency.Monthly));
        var onPayout = new CompensationPlan("Top", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Payout, RateTable.Marginal((0, 2.Percent))).OfTeam().Each(Frequency.Quarterly));
        Participant Seller(int number) => new Participant($"S{number}", Plans[number % Plans.Length], new Quota(Measure.Bookings, (600_000 + (7_001 * number)).Usd), new Quota(Measure.Adoption, 40)).InRole("AE");
        return new([
            new Participant("T", onPayout), new Participant("H", onCommission).ManagedBy("T"),
            new Participant("L1", lead, new Quota(Measure.Bookings, 2_000_000.Usd)).ManagedBy("H"),
            new Participant("L2", lead, new Quota(Measure.Bookings, 2_000_000.Usd)).ManagedBy("H").HiredOn(new LocalDate(2026, 2, 16)),
            Seller(0).ManagedBy("L1"), Seller(1).ManagedBy("L1").ManagedByFrom(new LocalDate(2026, 5, 16), "L2"), Seller(2).ManagedBy("L2"), Seller(3).ManagedBy("L2").HiredOn(new LocalDate(2025, 9, 10)),
            Seller(4).ManagedBy("L1").OnPlanFrom(new LocalDate(2026, 8, 10), Plans[3]), Seller(5).ManagedBy("L2").HiredOn(new LocalDate(2026, 4, 20)).TerminatedOn(new LocalDate(2026, 10, 14)),
        ], 6_000_000.Usd);
    }

    internal static readonly Assumptions Assumed = Assumptions
        .For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35)).And(Measure.Adoption, AttainmentModel.Normal(1, 0.3, BelowZero.Conditioned))
        .WithCorrelation(Measure.Bookings, Measure.Adoption, 0.5).WithCompanyCorrelation(0.15).WithTeamCorrelation(0.2)
        .WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriodCorrelation(0.4)
        .ForTenure(0, 12, Measure.Bookings, AttainmentModel.LogNormal(0.7, 0.5)).ForParticipant("S2", Measure.Bookings, AttainmentModel.LogNormal(1.2, 0.2));

    [Fact]
    public void Gates_bounds_payment_terms_overrides_teams_periods_groups_and_moves_hold_for_positions_as_they_do_for_the_roster()
    {
        SalesForce force = Everything();
        Agree(force, Staff.Year, Assumed);
        Agree(force, Staff.Year, Assumed.WithSeasonality(Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent)));
        HeadcountCost cost = Staff.Run(force, Assumed, new HeadcountPlan(), Trials);
        SimulatedCost roster = Simulate.Cost(force, Staff.Year, Assumed, Trials, 7);
        Assert.Equal(roster.PaymentCost, cost.PaymentCost, 1e-9 * roster.Incentive.Mean);
        Assert.True(cost.PaymentCost > 1_000);
    }

    [Fact]
    public void Amounts_are_told_in_the_currency_that_is_reported()
    {
        SalesForce dollars = Everything();
        var euros = new Participant("E", new CompensationPlan("Europe", new OnTargetEarnings(new Money(60_000, Currency.Eur), new Money(40_000, Currency.Eur)), Component.Of(Measure.Bookings, 1, Workloads.Curve).ToDate(Frequency.Quarterly)), new Quota(Measure.Bookings, new Money(500_000, Currency.Eur))).ManagedBy("L1");
        var rates = ExchangeRates.None.With(Currency.Eur, Currency.Usd, Rational.Of(11, 10));
        Agree(new SalesForce([.. dollars.Participants, euros], 6_000_000.Usd, Currency.Usd, rates), Staff.Year, Assumed);
    }

    [Law(Arbitrary = [typeof(ChangingPlans)], MaxTest = 25)]
    public void Any_plan_of_any_year_pays_a_roster_that_nobody_leaves_what_it_pays_the_roster(PlanYearCase plan)
    {
        Participant one = plan.Participant.ManagedBy(null);
        Assumptions? assumed = null;
        foreach (Measure measure in one.TermsFor(plan.Year).MeasuresRead.Select(read => read.Measure).Distinct())
        {
            AttainmentModel model = AttainmentModel.LogNormal(0.9, 0.4);
            assumed = assumed is null ? Assumptions.For(measure, model) : assumed.And(measure, model);
        }
        SalesForce force = new([one]);
        if (assumed is not null && CanRun(force, plan.Year, assumed))
            Agree(force, plan.Year, assumed);
    }

    private static bool CanRun(SalesForce force, PlanYear year, Assumptions assumed)
    {
        try
        {
            _ = new RunDefinition(force, year, assumed, 1, 1);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Agree(SalesForce force, PlanYear year, Assumptions assumed)
    {
        var run = new RunDefinition(force, year, assumed.WithHeadcount(new HeadcountPlan()), Trials, 7);
        SimulatedCost roster = Simulate.Cost(run);
        HeadcountCost staffed = Simulate.Headcount(run);
        // Whatever else there is of a plan for leavers, if nobody leaves.
        Assert.Equal(Staff.Digest(staffed), Staff.Digest(Simulate.Headcount(new RunDefinition(force, year, assumed.WithHeadcount(new HeadcountPlan().WithAttrition(Attrition.None, DelayLaw.Fixed(2)).WithVacantShare(0.5, VacantCredit.ManagersTeam)), Trials, 7))));
        Assert.Equal(Staff.Ordered(roster.Incentive), Staff.Ordered(staffed.Incentive));
        Assert.Equal(Staff.Ordered(roster.Bookings), Staff.Ordered(staffed.Bookings));
        Assert.All(roster.Participants.Zip(staffed.Positions), pair => Assert.Equal(pair.First.Mean, pair.Second.Incentive, 1e-12 * (1 + Math.Abs(pair.First.Mean) + Math.Abs(pair.First.Target))));
        for (int quarter = 0; quarter < 4; quarter++)
            Assert.Equal(roster.Quarter(quarter + 1).Mean, staffed.Months.Skip(3 * quarter).Take(3).Sum(month => month.Incentive), 1e-12 * (1 + roster.Incentive.Maximum));
        // Everybody's months are on the grid.
        Assert.Equal(roster.BaseSalaries.ToDouble(), staffed.BaseSalaries.Mean, force.Participants.Count / 2048.0);
    }
}
