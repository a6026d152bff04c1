using NodaTime;

namespace CompModel.Tests.Equity;

public class ConditionFacts
{
    private static readonly LocalDate Start = new(2021, 1, 30);

    private static VestingCondition Begin(params string[] next) => new("start", VestingPortion.None, new VestingTrigger.OnStart(), next);

    private static VestingTrigger.After After(int months, string relativeTo, int occurrences = 1, int cliff = 0) =>
        new(new VestingTime.Months(months), occurrences, relativeTo, VestingDay.OfStart, cliff);

    private static VestingCondition Event(string id, Rational portion, params string[] next) => new(id, VestingPortion.OfGrant(portion), new VestingTrigger.OnEvent(), next);

    [Fact]
    public void A_chain_of_months_counts_all_of_them_from_the_start()
    {
        // Six months from 31 August end in February; the next ones are the 31st again.
        VestingTerms.Graph chain = new(
            Begin("first"), new("first", VestingPortion.OfGrant(50.Percent), After(6, "start"), "rest"),
            new("rest", VestingPortion.OfGrant(25.Percent), After(1, "first", occurrences: 2)));
        Grant grant = new("G", new(2025, 8, 31), 8, chain);
        Assert.Equal([new(new(2026, 2, 28), 4), new(new(2026, 3, 31), 2), new(new(2026, 4, 30), 2)], grant.Tranches());
        Assert.Equal(grant.Tranches(), new Grant("G", new(2025, 8, 31), 8, VestingSchedule.Parse("50% at 6, 25% at 7, 25% at 8")).Tranches());
    }

    [Fact]
    public void A_cliff_of_installments_sums_them_on_the_last_of_them()
    {
        VestingTerms.Graph graph = new(Begin("monthly"), new("monthly", VestingPortion.OfGrant((Rational)1 / 48), After(1, "start", 48, cliff: 12)));
        Assert.Equal(
            new Grant("G", new(2026, 3, 1), 4_801, VestingSchedule.Monthly(48, cliff: 12)).Tranches(),
            new Grant("G", new(2026, 3, 1), 4_801, graph).Tranches());
    }

    [Fact]
    public void A_run_that_an_event_interrupts_stops_and_the_remainder_follows_the_event()
    {
        VestingTerms.Graph graph = new(
            Begin("monthly"), new("monthly", VestingPortion.OfGrant((Rational)1 / 10), After(1, "start", 10), "sale"),
            new("sale", VestingPortion.OfRemainder(1), new VestingTrigger.OnEvent()));
        Grant grant = new("G", new(2026, 1, 1), 1_000, graph);
        Assert.Equal(1_000, grant.VestedAt(new(2026, 11, 1)));
        GrantActivity sold = grant.After(new GrantEvent.Met(new(2026, 4, 15), "sale"));
        Assert.Equal([new(new(2026, 2, 1), 100), new(new(2026, 3, 1), 100), new(new(2026, 4, 1), 100), new(new(2026, 4, 15), 700)], sold.Tranches());
    }

    [Fact]
    public void What_time_makes_due_before_the_path_arrives_vests_when_it_does()
    {
        VestingTerms.Graph graph = new(
            Begin("sale"), new("sale", VestingPortion.None, new VestingTrigger.OnEvent(), "monthly"), new("monthly", VestingPortion.OfGrant(25.Percent), After(1, "start", 4)));
        GrantActivity met = new Grant("G", new(2025, 1, 1), 400, graph).After(new GrantEvent.Met(new(2025, 3, 15), "sale"));
        Assert.Equal([new(new(2025, 3, 15), 200), new(new(2025, 4, 1), 100), new(new(2025, 5, 1), 100)], met.Tranches());
        Assert.Equal(0, met.VestedAt(new(2025, 3, 14)));
    }

    [Fact]
    public void An_event_before_its_turn_is_not_met()
    {
        VestingTerms.Graph graph = new(
            Begin("first"), new("first", VestingPortion.None, new VestingTrigger.OnEvent(), "month"), new("month", VestingPortion.None, After(1, "start"), "second"), Event("second", 1));
        GrantActivity early = new Grant("G", new(2025, 1, 1), 400, graph).After(new GrantEvent.Met(new(2025, 6, 15), "first"), new GrantEvent.Met(new(2025, 4, 1), "second"));
        Assert.Equal(0, early.VestedAt(new(2026, 1, 1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_deadline_ends_a_run_whether_it_is_a_date_or_time_since_the_start(bool dated)
    {
        VestingTrigger deadline = dated ? new VestingTrigger.OnDate(new(2025, 4, 1)) : After(3, "start");
        VestingTerms.Graph graph = new(
            Begin("run"), new("run", VestingPortion.OfGrant((Rational)1 / 12), After(1, "start", 6), "late", "sale"), new("late", VestingPortion.None, deadline), Event("sale", 50.Percent));
        GrantBalance at = new Grant("G", new(2025, 1, 1), 1_200, graph).After().At(new(2025, 4, 1));
        Assert.Equal((300, 900), (at.Vested, at.Forfeited));
    }

    [Fact]
    public void A_deadline_behind_an_urgent_event_counts_itself()
    {
        VestingCondition late = new("late", VestingPortion.None, new VestingTrigger.OnDate(new(2025, 6, 1))), sale = Event("sale", 1);
        LocalDate? Until(params string[] order) => new Grant("G", new(2025, 1, 1), 10, new VestingTerms.Graph(Begin(order), late, sale)).After().WaitingAt(new(2025, 2, 1)).Single().Deadline;
        Assert.Equal((new LocalDate(2025, 6, 1), new LocalDate(2025, 5, 31)), (Until("sale", "late"), Until("late", "sale")));
    }

    [Fact]
    public void What_can_never_vest_waits_for_nothing()
    {
        VestingTerms.Graph graph = new(
            Begin("a"), new("a", VestingPortion.OfRemainder(50.Percent), After(1, "start"), "b"), new("b", VestingPortion.OfRemainder(50.Percent), After(2, "start")));
        GrantActivity half = new Grant("G", new(2025, 1, 1), 400, graph).After();
        Assert.Empty(half.WaitingAt(new(2025, 1, 15)));
        Assert.Equal((300, 100), (half.VestedAt(new(2025, 3, 1)), half.ForfeitedAt(new(2025, 3, 1))));
    }

    [Fact]
    public void A_portion_of_the_remainder_is_of_what_has_yet_to_vest()
    {
        VestingTerms.Graph graph = new(
            Event("first", 40.Percent, "second"), new("second", VestingPortion.OfRemainder((Rational)1 / 5), new VestingTrigger.OnEvent(), "third"),
            new("third", VestingPortion.OfRemainder(1), new VestingTrigger.OnEvent()));
        GrantActivity met = new Grant("G", Start, 1_000, graph).After(new GrantEvent.Met(new(2022, 1, 1), "first"), new GrantEvent.Met(new(2022, 2, 1), "second"));
        Assert.Equal([new(new(2022, 1, 1), 400), new(new(2022, 2, 1), 120)], met.Tranches());
        Assert.Equal([new WaitingPart("third", 480, null)], met.WaitingAt(new(2022, 3, 1)));
    }

    [Fact]
    public void A_fixed_number_of_shares_is_that_number()
    {
        VestingTerms.Graph graph = new(new("first", VestingPortion.OfShares(300), new VestingTrigger.OnDate(new(2022, 1, 1)), "rest"), new("rest", VestingPortion.OfShares(700), new VestingTrigger.OnDate(new(2023, 1, 1))));
        Assert.Equal([new(new(2022, 1, 1), 300), new(new(2023, 1, 1), 700)], new Grant("G", Start, 1_000, graph).Tranches());
        Assert.Contains("100/99", Assert.Throws<ArgumentException>("conditions", () => new Grant("G", Start, 990, graph)).Message);
    }

    [Fact]
    public void Whole_shares_fall_on_events_as_they_would_on_a_schedule_whichever_have_happened()
    {
        VestingTerms.Graph graph = new(Event("a", 25.Percent, "b"), Event("b", 25.Percent, "c"), Event("c", 25.Percent, "d"), Event("d", 25.Percent));
        Grant grant = new Grant("G", Start, 18, graph).AllocatedBy(ShareAllocation.FrontLoaded);
        GrantEvent.Met[] events = [new(new(2022, 1, 1), "a"), new(new(2022, 2, 1), "b"), new(new(2022, 3, 1), "c"), new(new(2022, 4, 1), "d")];
        for (int n = 0; n <= 4; n++)
            Assert.Equal(((Rational[])[5, 5, 4, 4]).Take(n), grant.After(events.Take(n)).Tranches().Select(tranche => tranche.Shares));
    }

    [Fact]
    public void On_one_day_the_most_urgent_condition_is_gone_to()
    {
        VestingCondition late = new("late", VestingPortion.None, After(36, "start")), sale = Event("sale", 1);
        GrantEvent.Met onTheDay = new(new(2024, 1, 30), "sale"), before = new(new(2024, 1, 29), "sale");
        Grant strict = new("G", Start, 500, new VestingTerms.Graph(Begin("late", "sale"), late, sale)), kind = new("G", Start, 500, new VestingTerms.Graph(Begin("sale", "late"), late, sale));
        Assert.Equal(500, strict.After(onTheDay).ForfeitedAt(new(2024, 1, 30)));
        Assert.Equal(500, strict.After(before).VestedAt(new(2024, 1, 30)));
        Assert.Equal(500, kind.After(onTheDay).VestedAt(new(2024, 1, 30)));
        Assert.Equal(0, strict.After().ForfeitedAt(new(2024, 1, 29)));
        Assert.Equal("lapsed: sale", strict.After().Moves.Single().Reason);
    }

    [Fact]
    public void Side_by_side_one_part_may_wait_while_another_vests()
    {
        VestingTerms half = ((VestingTerms)VestingSchedule.Annual(4)).Requiring(new VestingRequirement("IPO"));
        Grant grant = new("G", new(2025, 1, 1), 800, VestingTerms.SideBySide((50.Percent, VestingSchedule.Annual(4)), (50.Percent, half)));
        Assert.Equal(400, grant.Tranches().Shares);
        Assert.Equal([new WaitingPart("IPO", 400, null)], grant.After().WaitingAt(new(2026, 1, 1)));
        Assert.Equal(new Tranche(new(2027, 6, 1), 200), grant.After(new GrantEvent.Met(new(2027, 6, 1), "IPO")).Tranches()[2]);
    }

    [Fact]
    public void Bad_terms_are_refused_with_the_value_and_the_rule()
    {
        Assert.Contains("circle", Assert.Throws<ArgumentException>("conditions", () => new VestingTerms.Graph(Begin("a"), Event("a", 1, "b"), Event("b", 0, "a"))).Message);
        Assert.Contains("'gone'", Assert.Throws<ArgumentException>("conditions", () => new VestingTerms.Graph(Begin("gone"))).Message);
        Assert.Contains("twice", Assert.Throws<ArgumentException>("conditions", () => new VestingTerms.Graph(Event("a", 1), Event("a", 1))).Message);
        Assert.Contains("0.9", Assert.Throws<ArgumentException>("conditions", () => new VestingTerms.Graph(Begin("a"), Event("a", 90.Percent))).Message);
        Assert.Contains("1.1", Assert.Throws<ArgumentException>("conditions", () => new VestingTerms.Graph(Begin("a"), Event("a", 90.Percent, "b"), Event("b", 20.Percent))).Message);
        Assert.Contains("'b'", Assert.Throws<ArgumentException>("conditions", () => new VestingTerms.Graph(Begin("a", "b"), new("a", VestingPortion.OfGrant(1), After(1, "b")), Event("b", 1))).Message);
        Assert.Throws<ArgumentOutOfRangeException>("cliffInstallment", () => After(1, "start", 12, cliff: 13));
        Assert.Throws<ArgumentOutOfRangeException>("occurrences", () => After(1, "start", 1_000_000_000));
        Assert.Throws<ArgumentOutOfRangeException>("occurrences", () => new VestingTrigger.After(new VestingTime.Days(0), 1_000_000_000, "start"));
        Assert.Throws<ArgumentException>("next", () => Event("a", 1, "a"));
        Assert.Throws<ArgumentException>("parts", () => VestingTerms.SideBySide((50.Percent, VestingSchedule.Monthly(4))));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => VestingPortion.OfShares(-1));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => VestingPortion.OfGrant(2));
    }
}
