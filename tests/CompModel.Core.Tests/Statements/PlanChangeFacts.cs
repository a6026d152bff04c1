using NodaTime;

namespace CompModel.Tests;

public class PlanChangeFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly LocalDate Change = new(2026, 5, 16);
    private static readonly OnTargetEarnings OnTarget = new(@base: 120_000.Usd, targetIncentive: 60_000.Usd), Better = new(@base: 150_000.Usd, targetIncentive: 90_000.Usd);

    private static Component Bookings => Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);

    private static CompensationPlan Quarterly => new("Quarterly", OnTarget, Bookings.Each(Frequency.Quarterly));

    private static CompensationPlan ToDate => new("To date", Better, Bookings.ToDate(Frequency.Monthly));

    private static Participant Person(CompensationPlan plan) => new("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd));

    private static Participant Moved => Person(Quarterly).OnPlanFrom(Change, ToDate);

    private static Credit Sold(LocalDate date, decimal amount) => new("R1", Measure.Bookings, date, amount.Usd, $"{date:uuuu-MM-dd}");

    private static Amount[] Dollars(params decimal[] values) => [.. values.Select(value => (Amount)value.Usd)];

    [Fact]
    public void Periods_are_cut_at_the_change_and_each_plan_has_its_own_components()
    {
        ParticipantTerms terms = Moved.TermsFor(Year);
        Assert.Equal(["bookings", "bookings from 2026-05-16"], terms.Components.Select(component => component.Name));
        Assert.Equal(["2026-01-01 to 2026-03-31", "2026-04-01 to 2026-05-15"], terms.Components[0].Periods.Select(period => period.Days.ToString()));
        Assert.Equal("2026-05-16 to 2026-05-31", terms.Components[1].Periods[0].Days.ToString());
        Assert.Equal("2026-05-16 to 2026-12-31", terms.Components[1].Days.ToString());
        Assert.Equal(8, terms.Components[1].Periods.Count);
        // A month asks 100,000: 15 of May's 31 days are 48,387.097, the other 16 are 51,612.903; the dollar left over goes to the latter.
        Assert.Equal(Dollars(300_000, 148_387), terms.Components[0].Periods.Select(period => period.Quota));
        Assert.Equal(Dollars(51_613, 100_000), terms.Components[1].Periods.Take(2).Select(period => period.Quota));
        Assert.Equal((Amount)60_000.Usd * ((Rational)1 / 12 + (Rational)15 / 31 / 12), terms.Components[0].Periods[1].Target);
        Assert.Equal((Amount)90_000.Usd * ((Rational)16 / 31 / 12), terms.Components[1].Periods[0].Target);
    }

    [Fact]
    public void The_change_settles_what_the_old_plan_measured_and_the_new_window_starts_with_nothing()
    {
        // Twice the quota of Q2's part under the old plan, then exactly the quota of May's other part: 100 % of each plan's own target, nothing carried over.
        Credit[] credits = [Sold(new(2026, 5, 15), 296_774), Sold(Change, 51_613)];
        Statement may = Moved.Statement(Year.Month(5), credits);
        Assert.Equal(["bookings", "bookings from 2026-05-16"], may.Components.Select(component => component.Name));
        // Targets of 5,000 + 2,419.3548 and of 3,870.9677.
        Assert.Equal([14_838.71m.Usd, 3_870.97m.Usd], may.Components.Select(component => component.Earned));
        Assert.Equal(["2026-04-01 to 2026-05-15", "2026-05-16 to 2026-05-31"], may.Components.Select(component => component.Window.ToString()));
        Assert.Equal(51_613.Usd, may.Closing.Windows["bookings from 2026-05-16"].Credited);
        string text = may.Explain();
        Assert.StartsWith("R1 · Quarterly, from 2026-05-16 To date · M05 2026", text, StringComparison.Ordinal);
        Assert.Contains("bookings from 2026-05-16, 2026-05-16 to 2026-05-31\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_open_under_a_plan_that_ends_is_settled_on_its_last_day() =>
        Assert.Contains(
            "bookings: 7,000.00 USD credited since, to be settled at the end of the plan, 2026-05-15\n",
            Moved.Statement(Year.Month(4), [Sold(new(2026, 4, 7), 7_000)]).Explain(), StringComparison.Ordinal);

    [Fact]
    public void Earnings_are_those_of_the_new_plan_unless_the_same_date_says_otherwise()
    {
        OnTargetEarnings own = new(100_000.Usd, 50_000.Usd);
        Assert.Equal((OnTarget, Better), (Moved.OnTarget, Moved.Earnings.At(Change)));
        Assert.Equal(own, Moved.EarningFrom(Change, own).Earnings.At(Change));
        Assert.Equal(own, Person(Quarterly).EarningFrom(Change, own).OnPlanFrom(Change, ToDate).Earnings.At(Change));
        Assert.Throws<ArgumentOutOfRangeException>(() => Moved.EarningFrom(Change.PlusDays(-1), own));
        Assert.Throws<ArgumentOutOfRangeException>(() => Person(Quarterly).EarningFrom(Change.PlusDays(1), own).OnPlanFrom(Change, ToDate));
    }

    [Fact]
    public void A_change_to_the_same_plan_is_none()
    {
        Participant person = Person(Quarterly);
        Assert.Same(person, person.OnPlanFrom(Change, person.Plan));
        Assert.Same(person, person.OnPlanFrom(Change, Quarterly));
        CompensationPlan[] others =
        [
            new CompensationPlan("Other", OnTarget, Bookings.Each(Frequency.Quarterly)), new("Quarterly", Better, Bookings.Each(Frequency.Quarterly)), new("Quarterly", OnTarget, Bookings),
            Quarterly.WithRounding(Rounding.ToWholeUnit), Quarterly.WithSeasonality(Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent)),
            Quarterly.WithProration(Proration.None), Quarterly.WithRamp(Ramp.Of(50.Percent)), Quarterly.WithPayments(PaymentTerms.AsEarned.PaidAfter(3)),
        ];
        Assert.All(others, other => Assert.NotSame(person, person.OnPlanFrom(Change, other)));
    }

    [Fact]
    public void Each_plan_rounds_prorates_ramps_and_spreads_by_its_own_rules()
    {
        CompensationPlan next = new CompensationPlan("Next", OnTarget, Bookings.Each(Frequency.Quarterly))
            .WithRounding(Rounding.ToWholeUnit).WithRamp(Ramp.Of(50.Percent)).WithSeasonality(Seasonality.Quarters(10.Percent, 20.Percent, 30.Percent, 40.Percent));
        Participant person = Person(Quarterly).OnPlanFrom(new(2026, 7, 1), next);
        // 30 and 40 % of the year in the third and fourth quarter; hired long ago, nothing is ramped away unless the ramp starts again.
        Assert.Equal(Dollars(300_000, 300_000, 360_000, 480_000), Quotas(person));
        Assert.Equal((Amount)18_000.Usd, person.TermsFor(Year).Components[1].Periods[0].Target);
        // July, 31 of the quarter's 92 days, at half: 60,652.17 less.
        Assert.Equal(Dollars(300_000, 300_000, 299_348, 480_000), Quotas(person.RampingFrom(new(2026, 7, 1))));
        Money paid = person.Statement(Year.Quarter(3), [Sold(new(2026, 8, 1), 100_001)]).Earned;
        Assert.Equal(5_000.Usd, paid);
        Assert.Equal(5_000.05m.Usd, Person(Quarterly).Statement(Year.Quarter(1), [Sold(new(2026, 2, 1), 100_001)]).Earned);
    }

    [Fact]
    public void Credits_in_a_measure_that_the_plan_in_force_does_not_pay_on_are_shown_and_not_paid()
    {
        CompensationPlan adoption = new("Customer success", OnTarget, Component.Of(Measure.Adoption, 1, PayoutCurve.Linear));
        Participant person = new Participant("R1", Quarterly, new Quota(Measure.Bookings, 1_200_000.Usd), new Quota(Measure.Adoption, 100)).OnPlanFrom(Change, adoption);
        Statement year = person.StatementThrough(new(2026, 12, 31), Year, [Sold(new(2026, 5, 15), 1_000), Sold(Change, 77_000)]);
        Assert.Equal(77_000.Usd, Assert.Single(year.Unmeasured).Amount);
        Assert.Contains("bookings: 77,000.00 USD credited under a plan that does not pay on it, and so not paid\n", year.Explain(), StringComparison.Ordinal);
        Assert.Empty(Moved.StatementThrough(new(2026, 12, 31), Year, [Sold(Change, 77_000)]).Unmeasured);
        // What the bookings of the year ask is what the days under the first plan asked.
        Assert.Equal(Dollars(300_000, 148_387), Quotas(person).Take(2));
    }

    [Fact]
    public void A_measure_that_only_a_later_plan_pays_on_needs_its_quota() =>
        Assert.Contains(
            "needs one quota for adoption; there are 0",
            Assert.Throws<ArgumentException>(() => Person(Quarterly).OnPlanFrom(Change, new("Customer success", OnTarget, Component.Of(Measure.Adoption, 1, PayoutCurve.Linear)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_plan_in_another_currency_is_refused() =>
        Assert.Contains(
            "pays USD; plan 'Abroad' pays EUR",
            Assert.Throws<ArgumentException>(() => Person(Quarterly).OnPlanFrom(Change, new("Abroad", new(0.In(Currency.Of("EUR")), 1.In(Currency.Of("EUR"))), Bookings))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_change_on_the_first_day_of_the_year_or_before_cuts_nothing()
    {
        foreach (LocalDate date in new LocalDate[] { Year.Start, new(2025, 6, 1) })
        {
            ComponentTerms only = Assert.Single(Person(Quarterly).OnPlanFrom(date, ToDate).TermsFor(Year).Components);
            Assert.Equal(("bookings", "To date", 12), (only.Name, only.Plan.Name, only.Periods.Count));
        }
        Assert.Equal("Quarterly", Assert.Single(Person(Quarterly).OnPlanFrom(Year.End, ToDate).TermsFor(Year).Components).Plan.Name);
        // Nobody was on the first plan before the hire.
        Assert.Equal("To date", Assert.Single(Moved.HiredOn(new(2026, 6, 1)).TermsFor(Year).Components).Plan.Name);
    }

    [Fact]
    public void A_plan_that_comes_back_opens_windows_of_its_own() =>
        Assert.Equal(
            ["bookings", "bookings from 2026-05-16", "bookings from 2026-09-01"],
            Moved.OnPlanFrom(new(2026, 9, 1), Quarterly).TermsFor(Year).Components.Select(component => component.Name));

    [Fact]
    public void Names_that_meet_are_refused() =>
        Assert.Throws<ArgumentException>(() => Person(new CompensationPlan("p", OnTarget, Bookings.Named("bookings from 2026-05-16"))).OnPlanFrom(Change, ToDate).TermsFor(Year));

    [Fact]
    public void A_period_is_paid_by_the_terms_of_the_plan_on_its_last_day_of_employment()
    {
        Participant person = Person(Quarterly.WithPayments(PaymentTerms.AsEarned.PaidAfter(10)))
            .OnPlanFrom(Change, ToDate.WithPayments(PaymentTerms.AsEarned.PaidAfter(20))).TerminatedOn(new(2026, 8, 5));
        PaymentLedger ledger = person.Ledger(Year, new PaymentInputs([Sold(new(2026, 4, 1), 148_387), Sold(Change, 51_613)]));
        Assert.Equal(
            ["2026-05-10", "2026-06-20", "2026-09-20", "2026-10-20"],
            new[] { 3, 4, 7, 8 }.Select(i => NodaTime.Text.LocalDatePattern.Iso.Format(ledger.Payments[i].PayDate)));
        Assert.Equal(["bookings", "bookings from 2026-05-16"], ledger.Payments[4].Entries.Select(entry => entry.Label));
        Assert.Equal([new(2026, 5, 15), new LocalDate(2026, 5, 31)], ledger.Payments[4].Entries.Select(entry => entry.Earned));
        Participant quarters = Person(Quarterly).OnPlanFrom(Change, ToDate.WithPayments(PaymentTerms.AsEarned.Paying(Frequency.Quarterly)));
        Assert.Contains("pay Monthly and Quarterly", Assert.Throws<ArgumentException>(() => quarters.Ledger(Year, new PaymentInputs())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotas_of_two_components_on_one_measure_are_issued_with_that_of_the_same_name()
    {
        // The same two in another order; either one's pieces sum to the annual quota.
        Component often = Component.Of(Measure.Bookings, 50.Percent, PayoutCurve.Linear).Each(Frequency.Monthly).Named("often");
        Component once = Component.Of(Measure.Bookings, 50.Percent, PayoutCurve.Linear).Named("once");
        foreach (decimal annual in new[] { 1_000_000m, 1_000_001, 1_000_003, 1_000_005, 1_000_007, 1_000_011 })
        {
            Participant person = new Participant("R1", new("p", OnTarget, often, once), new Quota(Measure.Bookings, annual.Usd)).OnPlanFrom(Change, new("q", OnTarget, once, often));
            foreach (IGrouping<string, ComponentTerms> one in person.TermsFor(Year).Components.GroupBy(component => component.Component.Name))
                Assert.Equal((Amount)annual.Usd, one.Aggregate(Amount.Zero(Currency.Usd), (sum, component) => sum + component.Quota));
        }
    }

    [Fact]
    public void What_waits_for_cash_under_one_plan_falls_due_or_is_taken_back_under_the_next()
    {
        PaymentTerms onCash = PaymentTerms.AsEarned.With(EventShares.OnCash);
        // 148,387 and 51,613 are 100 % of either plan's part: 7,419.35 and 3,870.97.
        Participant person = Person(Quarterly.WithPayments(onCash)).OnPlanFrom(Change, ToDate.WithPayments(onCash));
        PaymentInputs sold = new([Sold(new(2026, 4, 1), 148_387), Sold(Change, 51_613)]);
        PeriodPayment may = person.Ledger(Year, sold).Payments[4];
        Assert.Equal((0.Usd, 11_290.32m.Usd), (may.Paid, may.Closing.Waiting));
        PeriodPayment july = person.Ledger(Year, sold.With(new DealEvent("2026-04-01", PaymentEvent.Cash, new(2026, 7, 3)))).Payments[6];
        Assert.Equal(7_419.35m.Usd, july.Paid);
        Assert.Equal("bookings, deal 2026-04-01", Assert.Single(july.Entries).Label);
        // A refund of a tenth, after the change, is pay of the new plan's window below zero, and lets that much of what waits fall due.
        Credit refund = Sold(new(2026, 6, 9), -14_838) with { Reference = "2026-04-01" };
        PeriodPayment june = person.Ledger(Year, new PaymentInputs([.. sold.Credits, refund])).Payments[5];
        Assert.Equal(LedgerEntryKind.Due, june.Entries[^1].Kind);
        Assert.Equal("bookings, deal 2026-04-01, as it is taken back", june.Entries[^1].Label);
        Assert.Equal((0.Usd, -june.Earned), (june.Paid, june.Of(LedgerEntryKind.Due)));
    }

    private static IEnumerable<Amount> Quotas(Participant participant) =>
        participant.TermsFor(Year).Components.SelectMany(component => component.Periods).Select(period => period.Quota);
}
