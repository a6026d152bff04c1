using NodaTime;

namespace CompModel.Tests;

public class OverrideFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly CompensationPlan Sells = Pays(Component.Commission(Measure.Bookings, RateTable.Marginal((0, 10.Percent))).Each(Frequency.Monthly));

    private static readonly CompensationPlan Leads = Pays(Component.Commission(Measure.CommissionEarned, RateTable.Marginal((0, 20.Percent))).OfTeam().Each(Frequency.Quarterly));

    private static readonly Hierarchy Team = new(
    [
        new Participant("head", Leads), new Participant("lead", Leads).ManagedBy("head"), new Participant("a", Sells).ManagedBy("lead"), new Participant("b", Sells).ManagedBy("lead"),
    ]);

    private static CompensationPlan Pays(Component component) => new("p", new OnTargetEarnings(0.Usd, 0.Usd), component);

    private static Credit Sold(string id, LocalDate date, int dollars) => new(id, Measure.Bookings, date, dollars.Usd, $"{id} {date:uuuu-MM-dd}");

    private static Money Earned(IEnumerable<Statement> statements, string id) => statements.Single(statement => statement.Terms.Participant.Id == id).Earned;

    [Fact]
    public void An_override_on_an_override_counts_what_the_lead_earns_too()
    {
        Credit[] credits = [Sold("a", new(2026, 1, 5), 1_000), Sold("b", new(2026, 3, 31), 500), Sold("b", new(2026, 4, 1), 9_000)];
        IReadOnlyList<Statement> quarter = Team.Statements(Year.Quarter(1), Team.RollUp(credits));
        Assert.Equal(["head", "lead", "a", "b"], quarter.Select(statement => statement.Terms.Participant.Id));
        // 20 % of 150; and 20 % of 150 and of the lead's own 30, which is earned on the same day.
        Assert.Equal((100.Usd, 50.Usd, 30.Usd, 36.Usd), (Earned(quarter, "a"), Earned(quarter, "b"), Earned(quarter, "lead"), Earned(quarter, "head")));
        Assert.Equal(
            ["a: bookings, 2026-01-01 to 2026-01-31", "b: bookings, 2026-03-01 to 2026-03-31", "lead: commission earned, 2026-01-01 to 2026-03-31"],
            quarter[0].Components[0].Credits.Select(credit => credit.Reference));
        Assert.Equal(180.Usd, Earned(Team.Statements(Year.Quarter(2), Team.RollUp(credits)), "lead"));
    }

    [Fact]
    public void Pay_counts_for_the_manager_of_the_window_s_last_day()
    {
        Hierarchy moved = new([.. Team.Participants.Select(participant => participant.Id == "a" ? participant.ManagedByFrom(new(2026, 1, 31), "head") : participant)]);
        Credit[] credits = [Sold("a", new(2026, 1, 5), 1_000), Sold("b", new(2026, 1, 5), 500)];
        IReadOnlyList<Statement> quarter = moved.Statements(Year.Quarter(1), moved.RollUp(credits));
        Assert.Equal((10.Usd, 32.Usd), (Earned(quarter, "lead"), Earned(quarter, "head")));
    }

    [Fact]
    public void People_may_change_places_in_the_year()
    {
        // Until June the lead is above a, from July a above the lead: no order of people fits the whole year.
        CompensationPlan both = new("p", new OnTargetEarnings(0.Usd, 0.Usd), Sells.Components[0], Leads.Components[0].Each(Frequency.Monthly));
        Hierarchy swapped = new([
            new Participant("lead", both).ManagedByFrom(new(2026, 7, 1), "a"), new Participant("a", both).ManagedBy("lead").ManagedByFrom(new(2026, 7, 1), null)]);
        Credit[] credits = [Sold("a", new(2026, 1, 5), 1_000), Sold("lead", new(2026, 1, 6), 100), Sold("a", new(2026, 8, 5), 3_000), Sold("lead", new(2026, 8, 5), 500)];
        IReadOnlyList<Statement> year = swapped.Statements(Year.Whole, credits);
        Assert.Equal((10.Usd + 20.Usd + 50.Usd, 100.Usd + 300.Usd + 10.Usd), (Earned(year, "lead"), Earned(year, "a")));
    }

    [Fact]
    public void An_override_on_payout_counts_what_payment_terms_leave()
    {
        Participant paid = Payer.Paid(PaymentTerms.AsEarned.With(new Draw.NonRecoverable(3_000.Usd, Payer.AllYear))).ManagedBy("M");
        Hierarchy team = new([new Participant("M", Pays(Component.Commission(Measure.Payout, RateTable.Marginal((0, 10.Percent))).OfTeam().Each(Frequency.Monthly))), paid]);
        PaymentInputs inputs = Payer.Earning(1_000, 5_000);
        IReadOnlyList<Credit> below = team.PaidBelow([paid.Ledger(Year, inputs)]);
        Assert.Equal([3_000.Usd, 5_000.Usd, 3_000.Usd], below.Take(3).Select(credit => credit.Amount));
        Assert.Equal((12, new LocalDate(2026, 2, 28), "R1: M02 2026"), (below.Count, below[1].Date, below[1].Reference));
        Assert.Equal(500.Usd, Earned(team.Statements(Year.Month(2), [.. inputs.Credits, .. below]), "M"));
    }

    [Fact]
    public void An_override_on_pay_in_another_currency_needs_a_rate_and_only_where_it_is_paid()
    {
        CompensationPlan euros = new("e", new OnTargetEarnings(0.In(Currency.Eur), 0.In(Currency.Eur)), Component.Commission(Measure.Bookings, RateTable.Marginal((0, 10.Percent))).Each(Frequency.Monthly));
        Credit[] credits = [new("a", Measure.Bookings, new(2026, 1, 5), 1_000.In(Currency.Eur), "D1")];
        Hierarchy team = new([new Participant("lead", Leads), new Participant("a", euros).ManagedBy("lead")]), apart = new([new Participant("lead", Sells), new Participant("a", euros).ManagedBy("lead")]);
        Assert.Contains("from EUR to USD on 2026-01-31", Assert.Throws<ArgumentException>(() => team.Statements(Year.Quarter(1), credits)).Message, StringComparison.Ordinal);
        ExchangeRates rates = ExchangeRates.None.With(Currency.Eur, Currency.Usd, 1.25m, Year.Start);
        Assert.Equal(25.Usd, Earned(team.Statements(Year.Quarter(1), credits, rates, RateDate.DealDate), "lead"));
        Assert.Equal(0.Usd, Earned(apart.Statements(Year.Quarter(1), credits), "lead"));
    }

    [Fact]
    public void What_would_count_twice_and_who_is_not_there_is_refused_by_name()
    {
        Credit[] credits = [Sold("a", new(2026, 1, 5), 1_000)];
        IReadOnlyList<Credit> earned = Team.EarnedBelow(Team.Statements(Year.Quarter(1), credits));
        Assert.Contains("which this reading makes", Assert.Throws<ArgumentException>(() => Team.Statements(Year.Quarter(1), [.. credits, .. earned])).Message, StringComparison.Ordinal);
        Assert.Contains("for 'x'", Assert.Throws<ArgumentException>(() => Team.Statements(Year.Quarter(1), [Sold("x", new(2026, 1, 5), 1)])).Message, StringComparison.Ordinal);
        Statement other = new Participant("x", Sells).Statement(Year.Quarter(1), []);
        Assert.Empty(Team.EarnedBelow([]));
        Assert.Contains("'x' is not among", Assert.Throws<ArgumentException>(() => Team.EarnedBelow([other])).Message, StringComparison.Ordinal);
    }
}
