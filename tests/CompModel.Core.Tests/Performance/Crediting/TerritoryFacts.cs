using CompModel.Tests.Published;
using NodaTime;

namespace CompModel.Tests;

public class TerritoryFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly LocalDate Handed = new(2026, 7, 1);
    private static readonly Territory West = new Territory("West", "a").OwnedFrom(Handed, "b");
    private static readonly Deal Early = new Deal("D1", new(2026, 2, 1), Measure.Bookings, 100.Usd).InTerritory("West");
    private static readonly Deal Late = new Deal("D2", new(2026, 8, 1), Measure.Bookings, 40.Usd).InTerritory("West");

    private static readonly CompensationPlan Plan =
        new("p", new OnTargetEarnings(1_000.Usd, 1_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));

    private static readonly Hierarchy Team = new([Person("m"), Person("a").ManagedBy("m"), Person("b").ManagedBy("m")]);

    private static Participant Person(string id) => new(id, Plan, new Quota(Measure.Bookings, 100.Usd));

    private static IEnumerable<(string, string, Amount)> Own(IEnumerable<Credit> credits) =>
        credits.Where(credit => credit.Scope == CreditScope.Own).Select(credit => (credit.Reference, credit.ParticipantId, credit.Amount));

    [Fact]
    public void A_deal_is_its_owner_s_of_the_day_and_every_owner_of_the_year_has_all_for_position()
    {
        IReadOnlyList<Credit> all = Team.CreditTerritories([Late, Early], [West], Year);
        Assert.Equal([("D1", "a", (Amount)100.Usd), ("D2", "b", 40.Usd)], Own(all));
        foreach (string owner in new[] { "a", "b" })
        {
            Assert.Equal([("D1", (Amount)100.Usd), ("D2", 40.Usd)], all
                .Where(credit => credit.ParticipantId == owner && credit.Scope == CreditScope.Territory).Select(credit => (credit.Reference, credit.Amount)));
        }
        Assert.Equal(6, all.Count);
    }

    [Fact]
    public void Who_owned_it_in_another_year_has_no_position_in_this_one()
    {
        Territory before = new Territory("West", "m").OwnedFrom(Year.Start, "a");
        Assert.DoesNotContain(Team.CreditTerritories([Early], [before], Year), credit => credit.ParticipantId == "m");
        Assert.Single(Team.CreditTerritories([Early], [before], PlanYear.Calendar(2025)));
    }

    [Fact]
    public void Splits_come_first_and_the_owner_has_what_they_leave()
    {
        Deal deal = Early.SplitTo("b", 30.Percent).OverlayTo("m", 50.Percent);
        Assert.Equal([("D1", "b", (Amount)30.Usd), ("D1", "m", 50.Usd), ("D1", "a", 70.Usd)], Own(Team.CreditTerritories([deal], [West], Year)));
        // A split of the owner is one with the rest.
        Assert.Equal([("D1", "a", (Amount)100.Usd)], Own(Team.CreditTerritories([Early.SplitTo("a", 30.Percent)], [West], Year)));
        Assert.Equal([("D1", "b", (Amount)100.Usd)], Own(Team.CreditTerritories([Early.SplitTo("b", 1)], [West], Year)));
    }

    [Fact]
    public void A_deal_of_a_day_without_an_owner_is_nobody_s_own()
    {
        Territory vacant = new Territory("West", null).OwnedFrom(Handed, "b");
        Assert.Empty(Own(Team.CreditTerritories([Early], [vacant], Year, handover: Handover.CreditMoves)));
        Assert.Equal("b", Assert.Single(Team.CreditTerritories([Early], [vacant], Year)).ParticipantId);
    }

    [Fact]
    public void A_refund_goes_where_the_deal_went_unless_credit_moves()
    {
        Deal refunded = Early.Refunded(new(2026, 9, 1), Measure.Bookings, 25.Usd);
        Assert.Equal([("D1", "a", (Amount)100.Usd), ("D1", "a", -25.Usd)], Own(Team.CreditTerritories([refunded], [West], Year)));
        Assert.Equal(
            [("D1", "a", (Amount)100.Usd), ("D1", "b", -25.Usd), ("D1", "a", -100.Usd), ("D1", "b", 100.Usd)],
            Own(Team.CreditTerritories([refunded], [West], Year, handover: Handover.CreditMoves)));
    }

    [Fact]
    public void Credit_that_moves_is_taken_and_given_on_the_day_net_of_refunds()
    {
        Deal refunded = Early.Refunded(new(2026, 3, 1), Measure.Bookings, 25.Usd);
        Credit[] moved = [.. Team.CreditTerritories([refunded, Late], [West], Year, handover: Handover.CreditMoves).Where(credit => credit.Date == Handed)];
        Assert.Equal([("D1", "a", (Amount)(-75).Usd), ("D1", "b", 75.Usd)], Own(moved));
        Assert.All(moved, credit => Assert.Equal("West: a to b", credit.Attributes.TextOf(DealAttribute.Handover)));
        // A refund of the day itself is the next owner's.
        Deal sameDay = Early.Refunded(Handed, Measure.Bookings, 25.Usd);
        Assert.Equal(
            [("D1", "b", (Amount)(-25).Usd), ("D1", "a", (-100).Usd), ("D1", "b", 100.Usd)],
            Own(Team.CreditTerritories([sameDay], [West], Year, handover: Handover.CreditMoves).Where(credit => credit.Date == Handed)));
        // Across a vacancy it waits for the next owner.
        Territory gap = new Territory("West", "a").OwnedFrom(new(2026, 5, 1), null).OwnedFrom(Handed, "b");
        Assert.Equal(moved, Team.CreditTerritories([refunded], [gap], Year, handover: Handover.CreditMoves).Where(credit => credit.Date == Handed));
        // And what was cancelled before leaves nothing to move.
        Assert.DoesNotContain(Team.CreditTerritories([Early.Cancelled(new(2026, 6, 30))], [West], Year, handover: Handover.CreditMoves), credit => credit.Date == Handed);
    }

    [Fact]
    public void What_is_taken_from_somebody_who_has_left_counts_on_the_last_day()
    {
        Participant left = Person("a").TerminatedOn(new(2026, 6, 15));
        IReadOnlyList<Credit> all = new Hierarchy([left, Person("b")]).CreditTerritories([Early], [West], Year, handover: Handover.CreditMoves);
        Assert.Equal((new LocalDate(2026, 6, 15), (Amount)(-100).Usd), all.Where(credit => credit.ParticipantId == "a" && credit.Amount.Value.Sign < 0).Select(credit => (credit.Date, credit.Amount)).Single());
        Assert.Equal(0, left.Statement(Year.Whole, all).Earned.Value);
    }

    [Fact]
    public void A_territory_s_credits_count_before_employment_and_own_ones_do_not()
    {
        Participant late = Person("b").HiredOn(Handed);
        IReadOnlyList<Credit> all = new Hierarchy([Person("a"), late]).CreditTerritories([Early, Late], [West], Year);
        Assert.Equal(
            [("D1", CreditScope.Territory), ("D2", CreditScope.Own), ("D2", CreditScope.Territory)],
            Statement.Counting(late.TermsFor(Year), Year.Days, all).Select(credit => (credit.Reference, credit.Scope)));
        // For position alone: what b sold earns.
        Assert.Equal(40.Usd, late.Statement(Year.Whole, all).Components[0].Attainment.Credited);
        Credit outside = all.First(credit => credit.ParticipantId == "b") with { Scope = CreditScope.Own };
        Assert.Contains("'D1' of 2026-02-01 is outside the employment of 'b'", Assert.Throws<ArgumentException>(() => late.Statement(Year.Whole, [outside])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_territory_s_credits_are_not_rolled_up()
    {
        IReadOnlyList<Credit> all = Team.RollUp(Team.CreditTerritories([Early, Late], [West], Year));
        Assert.Equal([(Amount)100.Usd, 40.Usd], all.Where(credit => credit.ParticipantId == "m").Select(credit => credit.Amount));
        Assert.Equal(8, all.Count);
        Territory vacant = new Territory("West", null).OwnedFrom(Handed, "b");
        Assert.DoesNotContain(Team.RollUp(Team.CreditTerritories([Early], [vacant], Year)), credit => credit.ParticipantId == "m");
    }

    [Fact]
    public void Who_and_what_is_not_there_is_refused_by_name()
    {
        Assert.Contains("'D1' is in territory 'West'", Message([Early]), StringComparison.Ordinal);
        Assert.Contains("owner of territory 'West', 'x'", Message([Early], new Territory("West", "a").OwnedFrom(Handed, "x")), StringComparison.Ordinal);
        Assert.Contains("'D1' is split to 'y'", Message([Early.SplitTo("y", 1)], West), StringComparison.Ordinal);
        Assert.Contains("'West' is there twice", Message([Early], West, West), StringComparison.Ordinal);

        static string Message(Deal[] deals, params Territory[] territories) => Assert.Throws<ArgumentException>(() => Team.CreditTerritories(deals, territories, Year)).Message;
    }

    [Fact]
    public void The_published_case_begins_its_next_owner_in_the_territory_s_tiers()
    {
        CommissionCase one = CommissionCase.All.Single(each => each.Id == "cum-mrexcel-930045");
        RateTable table = RateTable.Marginal(one.Tiers("tiers"));
        var closings = one.In("closings").EnumerateArray().Select((row, i) => (Who: row[0].GetString()!, Amount: row[1].GetDecimal(), Day: Year.Start.PlusMonths(i))).ToList();
        LocalDate taken = closings.First(closing => closing.Who == "person2").Day;
        Territory territory = new Territory("T", "person1").OwnedFrom(taken, "person2");
        Hierarchy people = new([Person("person1").TerminatedOn(taken.PlusDays(-1)), Person("person2").HiredOn(taken)]);
        IReadOnlyList<Credit> credits = people.CreditTerritories(
            closings.Select((closing, i) => new Deal($"D{i}", closing.Day, Measure.Bookings, closing.Amount.Usd).InTerritory("T")), [territory], Year);

        // Whoever closed a deal has it as own credit; its place is what the territory had by then.
        Credit own = credits.Single(credit => credit.ParticipantId == "person2" && credit.Scope == CreditScope.Own);
        Rational before = credits.Where(credit => credit.ParticipantId == "person2" && credit.Scope == CreditScope.Territory && credit.Date < own.Date)
            .Aggregate(Rational.Zero, (sum, credit) => sum + credit.Amount.Value);
        Rational after = before + own.Amount.Value;
        one.Expect("person2_slices", table.Segments[1].From - before, after - table.Segments[1].From);
        one.Expect("person2_commission", table.CommissionOn(after) - table.CommissionOn(before));
    }
}
