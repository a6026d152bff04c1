using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

/// <summary>A team of sellers below one head, split by a partition into groups with leads; deals are shared among sellers to at most 100 %.</summary>
public sealed record TeamCase(int Sellers, EquatableList<int> GroupOf, EquatableList<(int Dollars, EquatableList<(int Seller, int Percent)> Shares)> Deals)
{
    public static Arbitrary<TeamCase> Arbitrary() => Arb.From(
        from sellers in Gen.Choose(1, 7)
        from groups in Gen.ArrayOf(Gen.Choose(0, 3), sellers)
        from count in Gen.Choose(0, 6)
        from deals in Gen.ArrayOf(Deal(sellers), count)
        select new TeamCase(sellers, [.. groups], [.. deals]));

    public Hierarchy Flat => new([Member("head"), .. Enumerable.Range(0, Sellers).Select(i => Member($"s{i}").ManagedBy("head"))]);

    public Hierarchy Grouped => new([
        Member("head"),
        .. GroupOf.Distinct().Select(group => Member($"lead{group}").ManagedBy("head")),
        .. Enumerable.Range(0, Sellers).Select(i => Member($"s{i}").ManagedBy($"lead{GroupOf[i]}"))]);

    public IEnumerable<Credit> Credits =>
        Deals.SelectMany((deal, i) => deal.Shares.Select(share =>
            new Credit($"s{share.Seller}", Measure.Bookings, new LocalDate(2026, 3, 1), deal.Dollars.Usd, share.Percent.Percent, $"D{i}")));

    public static Amount Team(IEnumerable<Credit> credits, string id) =>
        credits.Where(credit => credit.ParticipantId == id && credit.Scope == CreditScope.Team).Aggregate(Amount.Zero(Currency.Usd), (sum, credit) => sum + credit.Amount);

    private static Participant Member(string id) =>
        new(id, new CompensationPlan("p", new OnTargetEarnings(1.Usd, 1.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear)), new Quota(Measure.Bookings, 100.Usd));

    private static Gen<(int, EquatableList<(int, int)>)> Deal(int sellers) =>
        from dollars in Gen.Frequency((4, Gen.Choose(1, 1_000_000)), (1, Gen.Choose(-10_000, 0)))
        from order in Gen.Shuffle(Enumerable.Range(0, sellers).ToArray())
        from among in Gen.Choose(1, Math.Min(3, sellers))
        from percents in Gen.Elements(new[] { 100, 0, 0 }, new[] { 50, 50, 0 }, new[] { 33, 33, 34 }, new[] { 60, 25, 5 })
        select (dollars, (EquatableList<(int, int)>)[.. order.Take(among).Select((seller, i) => (seller, percents[i]))]);
}

[Properties(Arbitrary = [typeof(TeamCase)])]
public class CreditingLaws
{
    [Law]
    public void A_roll_up_over_any_partition_of_a_team_is_the_same_total(TeamCase team)
    {
        IReadOnlyList<Credit> flat = team.Flat.RollUp(team.Credits), grouped = team.Grouped.RollUp(team.Credits);
        Assert.Equal(TeamCase.Team(flat, "head"), TeamCase.Team(grouped, "head"));
        Amount leads = team.GroupOf.Distinct().Aggregate(Amount.Zero(Currency.Usd), (sum, group) => sum + TeamCase.Team(grouped, $"lead{group}"));
        Assert.Equal(TeamCase.Team(flat, "head"), leads);
    }

    [Law]
    public void A_roll_up_counts_the_shares_of_everybody_below(TeamCase team)
    {
        Amount credited = team.Credits.Aggregate(Amount.Zero(Currency.Usd), (sum, credit) => sum + credit.Amount);
        Assert.Equal(credited, TeamCase.Team(team.Grouped.RollUp(team.Credits), "head"));
    }

    [Law]
    public void A_manager_cut_at_a_date_with_equal_values_changes_nothing(TeamCase team, int days)
    {
        LocalDate date = new LocalDate(2026, 3, 1).PlusDays(days % 100);
        var cut = new Hierarchy([.. team.Grouped.Participants.Select(participant => participant.ManagedByFrom(date, participant.ManagerId))]);
        Assert.Equal(team.Grouped.RollUp(team.Credits), cut.RollUp(team.Credits));
    }

    [Law]
    public void A_move_between_groups_moves_credits_of_its_date_on_and_leaves_the_heads_total(TeamCase team, int days, PositiveInt pick)
    {
        // Deals of two days; on the second everybody is in the group of the next seller.
        LocalDate first = new(2026, 3, 1), second = new(2026, 3, 2), date = first.PlusDays(days % 3);
        int next = pick.Get;
        var moved = new Hierarchy([.. team.Grouped.Participants.Select(participant => participant.Id[0] == 's'
            ? participant.ManagedByFrom(date, $"lead{team.GroupOf[(int.Parse(participant.Id[1..], System.Globalization.CultureInfo.InvariantCulture) + next) % team.Sellers]}")
            : participant)]);
        Credit[] credits = [.. team.Credits.Select((credit, i) => credit with { Date = credit.Reference.Length % 2 == i % 2 ? first : second })];
        IReadOnlyList<Credit> all = moved.RollUp(credits);
        Assert.Equal(TeamCase.Team(team.Grouped.RollUp(credits), "head"), TeamCase.Team(all, "head"));
        foreach (string lead in team.GroupOf.Distinct().Select(group => $"lead{group}"))
        {
            Amount expected = credits.Where(credit => moved.Find(credit.ParticipantId).Managers.At(credit.Date) == lead)
                .Aggregate(Amount.Zero(Currency.Usd), (sum, credit) => sum + credit.Amount);
            Assert.Equal(expected, TeamCase.Team(all, lead));
        }
    }

    [Law]
    public void Overlays_never_give_a_manager_more_than_the_deals(TeamCase team)
    {
        // Every booking once more in full for the first seller, beside whoever sold it. (A second refund would be another one.)
        var booked = team.Deals.Select((deal, i) => (deal.Dollars, Id: $"D{i}")).Where(deal => deal.Dollars > 0).ToList();
        List<Credit> overlaid =
        [
            .. team.Credits.Where(credit => credit.DealAmount.Value.Sign > 0),
            .. booked.Select(deal => new Credit("s0", Measure.Bookings, new(2026, 3, 1), deal.Dollars.Usd, deal.Id)),
        ];
        Amount deals = booked.Aggregate(Amount.Zero(Currency.Usd), (sum, deal) => sum + deal.Dollars.Usd);
        Assert.Equal(deals, TeamCase.Team(team.Grouped.RollUp(overlaid), "head"));
    }

    [Law]
    public void A_roll_up_gives_a_manager_one_credit_a_deal_and_keeps_the_sellers_own(TeamCase team)
    {
        IReadOnlyList<Credit> all = team.Grouped.RollUp(team.Credits);
        Assert.Equal(team.Credits, all.Where(credit => credit.Scope == CreditScope.Own));
        Assert.All(
            all.Where(credit => credit.Scope == CreditScope.Team).GroupBy(credit => (credit.ParticipantId, credit.Reference)),
            group => Assert.Single(group));
    }

    [Law]
    public void People_come_before_their_managers(TeamCase team)
    {
        Hierarchy hierarchy = team.Grouped;
        List<string> order = [.. hierarchy.PostOrder(hierarchy.Find("head")).Select(participant => participant.Id)];
        Assert.Equal(hierarchy.Participants.Select(participant => participant.Id).Order(StringComparer.Ordinal), order.Order(StringComparer.Ordinal));
        foreach (string id in order)
            Assert.All(hierarchy.ManagersAbove(id), manager => Assert.True(order.IndexOf(id) < order.IndexOf(manager)));
    }
}
