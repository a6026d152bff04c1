using NodaTime;

namespace CompModel.Tests;

public class BasisFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly OnTargetEarnings OnTarget = new(@base: 120_000.Usd, targetIncentive: 60_000.Usd);

    private static Participant Person(Component component, Money? quota = null) =>
        new("R1", new CompensationPlan("p", OnTarget, component), new Quota(Measure.Bookings, quota ?? 1_200_000.Usd));

    private static Component Linear => Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);

    private static Credit Sale(string deal, LocalDate date, decimal dollars) => new("R1", Measure.Bookings, date, dollars.Usd, deal);

    private static decimal[] Quarters(Participant participant, params Credit[] credits) =>
        [.. Year.Periods(Frequency.Quarterly).Select(quarter => participant.Statement(quarter, credits).Earned.Value)];

    // 300,000 a quarter pays 15,000. The second quarter returns most of the first.
    private static readonly Credit[] UpAndDown =
        [Sale("D1", new(2026, 2, 1), 400_000), Sale("D1", new(2026, 5, 1), -250_000), Sale("D2", new(2026, 9, 30), 900_000)];

    [Fact]
    public void To_date_with_full_recovery_takes_back_what_a_refund_undoes() =>
        Assert.Equal([20_000m, -12_500m, 45_000m, 0m], Quarters(Person(Linear.ToDate(Frequency.Quarterly)), UpAndDown));

    [Fact]
    public void To_date_without_recovery_keeps_the_highest_so_far() =>
        Assert.Equal([20_000m, 0m, 32_500m, 0m], Quarters(Person(Linear.ToDate(Frequency.Quarterly, Recovery.None)), UpAndDown));

    [Fact]
    public void Each_period_stands_alone_and_pays_zero_below_zero() =>
        Assert.Equal([20_000m, 0m, 45_000m, 0m], Quarters(Person(Linear.Each(Frequency.Quarterly)), UpAndDown));

    [Fact]
    public void An_annual_component_pays_at_the_end_of_the_year()
    {
        Participant participant = Person(Linear);
        Assert.Equal([0m, 0m, 0m, 52_500m], Quarters(participant, UpAndDown));
        Statement first = participant.Statement(Year.Quarter(1), UpAndDown);
        Assert.Empty(first.Components);
        Assert.Equal(400_000.Usd, first.Closing.Windows["bookings"].Credited);
        Assert.Equal(30_000.Usd, first.Salary);
        Assert.Contains("nothing is earned yet", first.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_stands_in_a_line_and_the_lines_say_what_was_earned_before()
    {
        ComponentStatement component = Person(Linear.ToDate(Frequency.Quarterly, Recovery.None)).Statement(Year.Quarter(2), UpAndDown).Components.Single();
        Assert.Equal([LineKind.Tier, LineKind.Kept, LineKind.EarnedBefore], component.Lines.Select(line => line.Kind));
        // To date 150,000 of 600,000 pays 7,500 of 30,000; 20,000 was earned.
        Assert.Equal([7_500m, 12_500m, -20_000m], component.Lines.Select(line => line.Amount.Round(Rounding.ToMinorUnit).Value));
        Assert.Equal(0.Usd, component.Earned);
        Assert.Equal((150_000.Usd, 600_000.Usd), (component.Attainment.Credited, component.Attainment.Quota));
    }

    [Fact]
    public void Steps_and_tiers_stand_in_lines_of_their_own()
    {
        PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 0.8m), (1, 1), (2, 3));
        ComponentStatement component = Person(Component.Of(Measure.Bookings, 1, curve)).Statement(Year.Whole, [Sale("D1", new(2026, 2, 1), 1_800_000)]).Components.Single();
        Assert.Equal([LineKind.Tier, LineKind.Step, LineKind.Tier], component.Lines.Select(line => line.Kind));
        Assert.Equal([48_000m, 12_000m, 60_000m], component.Lines.Select(line => line.Amount.Round(Rounding.ToMinorUnit).Value));
        Assert.Equal(120_000.Usd, component.Earned);
    }

    [Fact]
    public void Pay_rounds_half_a_cent_away_from_zero_once_at_the_end_of_the_window()
    {
        // A base rate of 5 %: ten cents of credit are half a cent of pay.
        Participant participant = Person(Linear.ToDate(Frequency.Quarterly));
        Credit[] credits = [Sale("D1", new(2026, 2, 1), 0.10m), Sale("D2", new(2026, 5, 1), 0.10m), Sale("D3", new(2026, 8, 1), 0.10m)];
        // To date 0.005, 0.010, 0.015: earned 0.01, 0.01, 0.02.
        Assert.Equal([0.01m, 0m, 0.01m, 0m], Quarters(participant, credits));
        Assert.Equal([0.01m, 0.01m, 0.01m, 0m], Quarters(Person(Linear.Each(Frequency.Quarterly)), credits));
        StatementLine rounding = participant.Statement(Year.Quarter(1), credits).Components.Single().Lines[^1];
        Assert.Equal((LineKind.Rounding, (Rational)1 / 200), (rounding.Kind, rounding.Amount.Value));
    }

    [Fact]
    public void Pay_rounds_by_the_plans_convention()
    {
        var plan = new CompensationPlan("p", OnTarget, Linear).WithRounding(new Rounding(midpoint: Midpoint.ToEven));
        var participant = new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd));
        Assert.Equal(0.Usd, participant.Statement(Year.Whole, [Sale("D1", new(2026, 2, 1), 0.10m)]).Earned);
        var whole = new Participant("R1", plan.WithRounding(Rounding.ToWholeUnit), new Quota(Measure.Bookings, 1_200_000.Usd));
        Assert.Equal(13.Usd, whole.Statement(Year.Whole, [Sale("D1", new(2026, 2, 1), 250)]).Earned);
    }

    [Fact]
    public void Monthly_and_annual_components_live_together()
    {
        var plan = new CompensationPlan(
            "p", OnTarget,
            Component.Of(Measure.Bookings, 50.Percent, PayoutCurve.Linear).Named("monthly").Each(Frequency.Monthly),
            Component.Of(Measure.Bookings, 50.Percent, PayoutCurve.Linear).Named("annual"));
        var participant = new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd));
        Credit[] credits = [Sale("D1", new(2026, 1, 31), 100_000)];
        Assert.Equal(2_500.Usd, participant.Statement(Year.Month(1), credits).Earned);
        Statement december = participant.Statement(Year.Month(12), credits);
        Assert.Equal(["monthly", "annual"], december.Components.Select(component => component.Component.Name));
        Assert.Equal(2_500.Usd, december.Earned);
        Assert.Equal(13, participant.Statement(Year.Whole, credits).Components.Count);
    }

    [Fact]
    public void Credits_of_other_people_measures_scopes_and_dates_do_not_count()
    {
        Credit[] credits =
        [
            Sale("D1", new(2026, 3, 31), 300_000),
            Sale("D2", new(2026, 4, 1), 1),
            Sale("D3", new(2025, 12, 31), 1),
            Sale("D4", new(2026, 1, 1), 1) with { ParticipantId = "R2" },
            Sale("D5", new(2026, 1, 1), 1) with { Measure = Measure.OfMoney("margin") },
            Sale("D6", new(2026, 1, 1), 1) with { Scope = CreditScope.Team },
        ];
        ComponentStatement component = Person(Linear.ToDate(Frequency.Quarterly)).Statement(Year.Quarter(1), credits).Components.Single();
        Assert.Equal(["D1"], component.Credits.Select(credit => credit.Reference));
        Assert.Equal(15_000.Usd, component.Earned);
    }

    [Fact]
    public void Credits_count_in_the_period_of_their_day_from_its_first_to_its_last()
    {
        Participant participant = Person(Linear.Each(Frequency.Quarterly));
        Credit[] credits = [Sale("D1", new(2026, 3, 31), 20), Sale("D2", new(2026, 4, 1), 40), Sale("D3", new(2026, 6, 30), 80), Sale("D4", new(2026, 7, 1), 160)];
        Assert.Equal([1m, 6m, 8m, 0m], Quarters(participant, credits));
    }

    [Fact]
    public void A_statement_does_not_reach_beyond_its_plan_year()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Person(Linear).StatementThrough(new(2027, 1, 1), Year, [Sale("D1", new(2027, 1, 1), 20)]));
        Assert.Equal(("end", (object)new LocalDate(2027, 1, 2)), (error.ParamName, error.ActualValue));
        Assert.Contains("2026-01-01 to 2026-12-31", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Credits_count_on_the_first_and_the_last_day_of_employment_and_are_refused_beside_them()
    {
        Participant participant = Person(Linear).HiredOn(new(2026, 2, 16)).TerminatedOn(new(2026, 6, 30));
        Assert.Equal(2, participant.Statement(Year.Whole, [Sale("D1", new(2026, 2, 16), 1), Sale("D2", new(2026, 6, 30), 1)]).Components.Single().Credits.Count);
        foreach (LocalDate date in new LocalDate[] { new(2026, 2, 15), new(2026, 7, 1) })
        {
            var error = Assert.Throws<ArgumentException>(() => participant.Statement(Year.Whole, [Sale("D9", date, 1)]));
            Assert.Contains("'D9'", error.Message, StringComparison.Ordinal);
            Assert.Contains("'R1', 2026-02-16 to 2026-06-30", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_team_sold_before_its_manager_came_is_not_the_managers()
    {
        Participant manager = Person(Linear.OfTeam()).HiredOn(new(2026, 2, 16));
        Credit[] credits = [Sale("D1", new(2026, 2, 15), 500) with { Scope = CreditScope.Team }, Sale("D2", new(2026, 2, 16), 700) with { Scope = CreditScope.Team }];
        Assert.Equal(700.Usd, manager.Statement(Year.Whole, credits).Components.Single().Attainment.Credited);
    }

    [Fact]
    public void Credits_in_another_currency_than_the_quota_are_refused() =>
        Assert.Throws<InvalidOperationException>(() =>
            Person(Linear).Statement(Year.Whole, [new("R1", Measure.Bookings, new(2026, 1, 1), 1.In(Currency.Eur), "D1")]));

    [Fact]
    public void A_position_and_a_period_must_meet()
    {
        ParticipantTerms terms = Person(Linear).TermsFor(Year);
        var error = Assert.Throws<ArgumentException>(() => terms.Statement(Position.AtStartOf(terms), Year.Quarter(2), []));
        Assert.Equal("opening", error.ParamName);
        Assert.Contains("2026-04-01", error.Message, StringComparison.Ordinal);
        Assert.Equal(0.Usd, terms.Statement(terms.PositionAt(new(2026, 4, 1), []), Year.Quarter(2), []).Earned);
        Assert.Throws<ArgumentOutOfRangeException>(() => terms.PositionAt(new(2025, 12, 31), []));
    }

    [Fact]
    public void A_position_in_the_middle_of_a_period_carries_its_open_credits()
    {
        ParticipantTerms terms = Person(Linear.Each(Frequency.Quarterly)).TermsFor(Year);
        Position middle = terms.PositionAt(new(2026, 2, 15), [Sale("D1", new(2026, 2, 14), 100_000)]);
        Assert.Equal(100_000.Usd, middle.Windows["bookings"].Credited);
        Statement rest = Statement.Read(terms, middle, Year.Quarter(1).End, "rest", [Sale("D2", new(2026, 2, 15), 200_000)]);
        Assert.Equal(15_000.Usd, rest.Earned);
        Assert.Equal(0.Usd, rest.Closing.Windows["bookings"].Credited);
    }

    [Fact]
    public void A_period_without_quota_pays_nothing_and_its_credits_count_to_date()
    {
        // By whole months a hire on the 20th has no quota in January, but may sell.
        var plan = new CompensationPlan("p", OnTarget, Linear.ToDate(Frequency.Monthly)).WithProration(Proration.ByWholeMonths);
        Participant participant = new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(new(2026, 1, 20));
        Credit[] credits = [Sale("D1", new(2026, 1, 25), 100_000)];
        Assert.Equal(0.Usd, participant.Statement(Year.Month(1), credits).Earned);
        Assert.Equal(5_000.Usd, participant.Statement(Year.Month(2), credits).Earned);
    }
}
