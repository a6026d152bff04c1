using NodaTime;

namespace CompModel.Tests;

public class PerformanceFacts
{
    private static readonly CompensationPlan Plan =
        new("p", new OnTargetEarnings(1_000.Usd, 1_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));

    private static Participant Person(string id) => new(id, Plan, new Quota(Measure.Bookings, 100.Usd));

    private static Credit Deal(string id, string reference, int dollars, Rational share) => new(id, Measure.Bookings, new(2026, 3, 1), dollars.Usd, share, reference);

    [Fact]
    public void A_quota_changes_from_its_date_on()
    {
        Quota quota = new Quota(Measure.Bookings, 100.Usd).From(new(2026, 7, 1), 200.Usd);
        Assert.Equal(100.Usd, quota.Annual.At(new(2026, 6, 30)));
        Assert.Equal(200.Usd, quota.Annual.At(new(2026, 7, 1)));
        Assert.Equal(Currency.Usd, quota.Currency);
        Assert.Equal(Currency.None, new Quota(Measure.Adoption, 5).Currency);
    }

    [Fact]
    public void A_quota_of_zero_below_or_of_another_kind_is_refused_with_the_value()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Quota(Measure.Bookings, 0.Usd));
        Assert.Equal(("annual", (object)0.Usd), (error.ParamName, error.ActualValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quota(Measure.Adoption, -1));
        Assert.Contains("counted in money", Assert.Throws<ArgumentException>(() => new Quota(Measure.Bookings, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("counted in units", Assert.Throws<ArgumentException>(() => new Quota(Measure.Adoption, 5.Usd)).Message, StringComparison.Ordinal);
        Quota quota = new(Measure.Bookings, 100.Usd);
        Assert.Contains("EUR", Assert.Throws<ArgumentException>(() => quota.From(new(2026, 7, 1), 1.In(Currency.Eur))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => quota.From(new(2026, 7, 1), 0.Usd));
    }

    [Fact]
    public void A_participant_needs_one_quota_for_each_measure_of_the_plan()
    {
        var none = Assert.Throws<ArgumentException>(() => new Participant("R1", Plan, new Quota(Measure.Adoption, 5)));
        Assert.Contains("'bookings' of participant 'R1'", none.Message, StringComparison.Ordinal);
        Assert.Contains("there are 0", none.Message, StringComparison.Ordinal);
        var two = Assert.Throws<ArgumentException>(() => new Participant("R1", Plan, new Quota(Measure.Bookings, 5.Usd), new Quota(Measure.Bookings, 6.Usd)));
        Assert.Contains("there are 2", two.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Participant(" ", Plan, new Quota(Measure.Bookings, 5.Usd)));
        Assert.Throws<ArgumentException>(() => Person("R1").QuotaFor(Measure.Adoption));
    }

    [Fact]
    public void A_participant_leaves_on_the_day_of_the_hire_or_later()
    {
        Participant hired = Person("R1").HiredOn(new(2026, 2, 16));
        Assert.Equal(new DateRange(new(2026, 2, 16), new(2026, 2, 17)), hired.TerminatedOn(new(2026, 2, 16)).Employment);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => hired.TerminatedOn(new(2026, 2, 15)));
        Assert.Equal(new LocalDate(2026, 2, 15), error.ActualValue);
        Assert.Contains("2026-02-16", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => hired.TerminatedOn(new(2026, 3, 1)).HiredOn(new(2026, 3, 2)));
    }

    [Fact]
    public void Earnings_of_a_participant_take_the_place_of_the_plans()
    {
        Participant own = Person("R1").Earning(new(2.Usd, 3.Usd));
        Assert.Equal(5.Usd, own.OnTarget.Total);
        Assert.Equal(2_000.Usd, own.OnPlan(Plan).OnTarget.Total);
        Assert.Throws<ArgumentException>(() => own.Earning(new(2.In(Currency.Eur), 3.In(Currency.Eur))));
    }

    [Fact]
    public void Earnings_change_from_their_date_on_in_order_and_in_one_currency()
    {
        Participant raised = Person("R1").EarningFrom(new(2026, 7, 1), new(2.Usd, 3.Usd)).Named("Ana");
        Assert.Equal((2_000.Usd, 2_000.Usd, 5.Usd), (raised.OnTarget.Total, raised.Earnings.At(new(2026, 6, 30)).Total, raised.Earnings.At(new(2026, 7, 1)).Total));
        Assert.Contains("2026-07-01", Assert.Throws<ArgumentOutOfRangeException>(() => raised.EarningFrom(new(2026, 7, 1), new(2.Usd, 3.Usd))).Message, StringComparison.Ordinal);
        Assert.Contains("EUR", Assert.Throws<ArgumentException>(() => raised.EarningFrom(new(2026, 8, 1), new(2.In(Currency.Eur), 3.In(Currency.Eur)))).Message, StringComparison.Ordinal);
        Assert.Empty(raised.Earning(new(2.Usd, 3.Usd)).Earnings.Changes);
    }

    [Fact]
    public void Leaves_and_reliefs_share_no_day_and_have_a_reason()
    {
        DateRange march = new(new(2026, 3, 1), new(2026, 4, 1)), later = new(new(2026, 3, 31), new(2026, 5, 1)), none = new(new(2026, 3, 1), new(2026, 3, 1));
        Participant away = Person("R1").OnLeave(march, "parental").WithQuotaRelief(march, 25.Percent, "jury duty");
        Assert.Equal("Leave 2026-03-01 to 2026-03-31: parental", Assert.Single(away.Named("Ana").Leaves).ToString());
        Assert.Equal("Quota relief of 25 %, 2026-03-01 to 2026-03-31: jury duty", Assert.Single(away.Reliefs).ToString());
        Assert.Contains("'R1' from 2026-03-31 to 2026-04-30 meets the one from 2026-03-01", Assert.Throws<ArgumentException>(() => away.OnLeave(later, "x")).Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-31", Assert.Throws<ArgumentException>(() => away.WithQuotaRelief(later, 1.Percent, "x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => away.OnLeave(none, "x"));
        Assert.Throws<ArgumentException>(() => away.OnLeave(later, " "));
        Assert.Throws<ArgumentException>(() => away.WithQuotaRelief(later, 1.Percent, " "));
        Assert.Equal((Rational)25, Assert.Throws<ArgumentOutOfRangeException>(() => Person("R1").WithQuotaRelief(march, 25, "x")).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => Person("R1").WithQuotaRelief(march, 100.Percent, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Person("R1").WithQuotaRelief(march, 0, "x"));
    }

    [Fact]
    public void Verbs_of_a_participant_keep_everything_else_and_print_no_name()
    {
        Participant ana = Person("R1").Named("Ana").InRole("AE").ManagedBy("M").HiredOn(new(2026, 1, 5)).TerminatedOn(new(2026, 9, 1));
        Assert.Equal(("R1", "Ana", "AE", "M"), (ana.Id, ana.Name, ana.Role, ana.ManagerId));
        Assert.Equal("2026-01-05 to 2026-09-01", ana.Employment.ToString());
        Assert.Equal("R1", ana.ToString());
    }

    [Fact]
    public void Changing_the_quotas_given_changes_no_participant_afterwards()
    {
        Quota[] quotas = [new(Measure.Bookings, 100.Usd)];
        var participant = new Participant("R1", Plan, quotas);
        quotas[0] = new(Measure.Bookings, 1.Usd);
        Assert.Equal(100.Usd, participant.QuotaFor(Measure.Bookings).Annual.First);
    }

    [Fact]
    public void Attainment_is_an_exact_ratio_and_zero_without_quota()
    {
        Assert.Equal((Rational)1 / 3, new Attainment(1.Usd, 3.Usd).Ratio);
        Assert.Equal(Rational.Zero, new Attainment(1.Usd, 0.Usd).Ratio);
        Assert.Equal("9,812,000.00 USD of 11,200,000.00 USD = 87.61 %", new Attainment(9_812_000.Usd, 11_200_000.Usd).ToString());
        Assert.Throws<InvalidOperationException>(() => new Attainment(1.Usd, 3.In(Currency.Eur)).Ratio);
    }

    [Fact]
    public void A_hierarchy_refuses_a_circle_and_names_it()
    {
        var error = Assert.Throws<ArgumentException>(() => new Hierarchy([Person("a").ManagedBy("b"), Person("b").ManagedBy("c"), Person("c").ManagedBy("a")]));
        Assert.Contains("a → b → c → a", error.Message, StringComparison.Ordinal);
        Assert.Contains("a → a", Assert.Throws<ArgumentException>(() => new Hierarchy([Person("a").ManagedBy("a")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hierarchy_refuses_a_circle_on_any_date_and_names_it_and_the_date()
    {
        Participant a = Person("a"), b = Person("b").ManagedBy("a"), c = Person("c").ManagedBy("b");
        _ = new Hierarchy([a, b, c]);
        var error = Assert.Throws<ArgumentException>(() => new Hierarchy([a.ManagedByFrom(new(2026, 7, 1), "c"), b, c]));
        Assert.Contains("a → c → b → a from 2026-07-01 on", error.Message, StringComparison.Ordinal);
        // The same two lines at different times are none.
        _ = new Hierarchy([a.ManagedByFrom(new(2026, 7, 1), "c"), b.ManagedByFrom(new(2026, 7, 1), null), c]);
        Assert.Throws<ArgumentException>(() => new Hierarchy([a.ManagedByFrom(new(2026, 7, 1), "c"), b.ManagedByFrom(new(2026, 7, 2), null), c]));
    }

    [Fact]
    public void A_manager_changes_from_its_date_on_in_order()
    {
        Participant moved = Person("a").ManagedBy("m").ManagedByFrom(new(2026, 7, 1), "n").Named("Ana");
        Assert.Equal(("m", "m", "n"), (moved.ManagerId, moved.Managers.At(new(2026, 6, 30)), moved.Managers.At(new(2026, 7, 1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => moved.ManagedByFrom(new(2026, 7, 1), "m"));
        Assert.Contains("'a', 'x'", Assert.Throws<ArgumentException>(() => new Hierarchy([Person("m"), Person("a").ManagedBy("m").ManagedByFrom(new(2026, 7, 1), "x")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deal_rolls_up_by_the_hierarchy_of_its_date()
    {
        Hierarchy teams = new([Person("top"), Person("m").ManagedBy("top"), Person("n").ManagedBy("top"), Person("a").ManagedBy("m").ManagedByFrom(new(2026, 3, 2), "n"), Person("b").ManagedBy("m")]);
        IReadOnlyList<Credit> all = teams.RollUp(
        [
            Deal("a", "D1", 900, 1), Deal("a", "D2", 500, 60.Percent) with { Date = new(2026, 3, 2) }, Deal("b", "D2", 500, 40.Percent) with { Date = new(2026, 3, 2) },
        ]);
        Assert.Equal([("D1", 900.Usd), ("D2", 200.Usd)], Of("m"));
        Assert.Equal([("D2", 300.Usd)], Of("n"));
        Assert.Equal([("D1", 900.Usd), ("D2", 500.Usd)], Of("top"));

        IEnumerable<(string, Amount)> Of(string id) => all.Where(credit => credit.ParticipantId == id).Select(credit => (credit.Reference, credit.Amount)).OrderBy(credit => credit.Reference, StringComparer.Ordinal);
    }

    [Fact]
    public void A_refund_goes_to_the_manager_who_had_the_deal()
    {
        Hierarchy teams = new([Person("m"), Person("n"), Person("a").ManagedBy("m").ManagedByFrom(new(2026, 5, 1), "n")]);
        Credit refund = Deal("a", "D1", -300, 1) with { Date = new(2026, 5, 1) };
        Assert.Equal(["m", "m"], teams.RollUp([Deal("a", "D1", 900, 1), refund]).Where(credit => credit.Scope == CreditScope.Team).Select(credit => credit.ParticipantId));
        // Of a booking that is not there, only the refund's own day is known.
        Assert.Equal("n", Assert.Single(teams.RollUp([refund]), credit => credit.Scope == CreditScope.Team).ParticipantId);
    }

    [Fact]
    public void A_hierarchy_refuses_unknown_managers_and_duplicates_by_id()
    {
        var unknown = Assert.Throws<ArgumentException>(() => new Hierarchy([Person("a").ManagedBy("x")]));
        Assert.Contains("'a', 'x'", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("'a' is there twice", Assert.Throws<ArgumentException>(() => new Hierarchy([Person("a"), Person("a")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void People_come_before_their_managers_in_the_order_given()
    {
        var hierarchy = new Hierarchy([Person("top"), Person("left").ManagedBy("top"), Person("right").ManagedBy("top"), Person("r1").ManagedBy("right"), Person("l1").ManagedBy("left"), Person("other")]);
        Assert.Equal(["l1", "left", "r1", "right", "top"], hierarchy.PostOrder(hierarchy.Find("top")).Select(participant => participant.Id));
        Assert.Equal(["top", "other"], hierarchy.Roots.Select(participant => participant.Id));
        Assert.Equal(["right", "top"], hierarchy.ManagersAbove("r1"));
        Assert.Equal(["left", "right"], hierarchy.ReportsOf("top").Select(participant => participant.Id));
    }

    [Fact]
    public void A_split_deal_counts_once_for_the_manager_of_both()
    {
        Hierarchy team = new([Person("m"), Person("a").ManagedBy("m"), Person("b").ManagedBy("m")]);
        IReadOnlyList<Credit> all = team.RollUp([Deal("a", "D1", 900, 60.Percent), Deal("b", "D1", 900, 40.Percent)]);
        Credit credit = Assert.Single(all, credit => credit.ParticipantId == "m");
        Assert.Equal((900.Usd, CreditScope.Team, "D1"), (credit.Amount, credit.Scope, credit.Reference));
        Assert.Equal([540.Usd, 360.Usd], all.Where(each => each.Scope == CreditScope.Own).Select(each => each.Amount));
    }

    [Fact]
    public void Overlays_give_a_manager_at_most_the_whole_deal()
    {
        Hierarchy team = new([Person("m"), Person("a").ManagedBy("m"), Person("overlay").ManagedBy("m")]);
        IReadOnlyList<Credit> all = team.RollUp([Deal("a", "D1", 900, 1), Deal("overlay", "D1", 900, 1)]);
        Assert.Equal(900.Usd, Assert.Single(all, credit => credit.ParticipantId == "m").Amount);
    }

    [Fact]
    public void A_refund_rolls_up_beside_its_deal()
    {
        Hierarchy team = new([Person("m"), Person("a").ManagedBy("m"), Person("b").ManagedBy("m")]);
        IReadOnlyList<Credit> all = team.RollUp(
            [Deal("a", "D1", 900, 60.Percent), Deal("b", "D1", 900, 40.Percent), Deal("a", "D1", -300, 60.Percent), Deal("b", "D1", -300, 40.Percent)]);
        Assert.Equal([900.Usd, -300.Usd], all.Where(credit => credit.ParticipantId == "m").Select(credit => credit.Amount));
    }

    [Fact]
    public void Credits_roll_up_through_every_level_once()
    {
        Hierarchy team = new([Person("top"), Person("m").ManagedBy("top"), Person("a").ManagedBy("m"), Person("n").ManagedBy("top")]);
        IReadOnlyList<Credit> all = team.RollUp([Deal("a", "D1", 900, 50.Percent), Deal("n", "D1", 900, 50.Percent)]);
        Assert.Equal(450.Usd, Assert.Single(all, credit => credit.ParticipantId == "m").Amount);
        Assert.Equal(900.Usd, Assert.Single(all, credit => credit.ParticipantId == "top").Amount);
        Assert.Equal(4, all.Count);
    }

    [Fact]
    public void A_credit_for_somebody_unknown_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new Hierarchy([Person("a")]).RollUp([Deal("x", "D9", 1, 1)]));
        Assert.Contains("'D9' is for 'x'", error.Message, StringComparison.Ordinal);
    }
}
