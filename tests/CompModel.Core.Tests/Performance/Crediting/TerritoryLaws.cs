using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(DealsCase)])]
public class TerritoryLaws
{
    [Law]
    public void A_handover_moves_credit_and_makes_none(DealsCase one)
    {
        IReadOnlyList<Credit> stays = Own(one, Handover.CreditStays), moves = Own(one, Handover.CreditMoves);
        foreach (Deal deal in one.Deals)
            Assert.Equal(DealsCase.Sum(stays.Where(credit => credit.Reference == deal.Id)), DealsCase.Sum(moves.Where(credit => credit.Reference == deal.Id)));
    }

    [Law]
    public void Where_credit_moves_the_last_owner_has_all_that_splits_leave(DealsCase one)
    {
        foreach (Deal deal in one.Deals)
        {
            IEnumerable<Credit> credits = Own(one, Handover.CreditMoves).Where(credit => credit.Reference == deal.Id && credit.Split == SplitKind.Split);
            string? last = one.Owners.Select(change => change.Owner).LastOrDefault(owner => owner >= 0, -1) is var owner and >= 0 ? $"s{owner}" : null;
            bool owned = deal.TerritoryId is not null && one.Territory.Owners.At(deal.Date) is not null;
            foreach (int seller in Enumerable.Range(0, one.Sellers))
            {
                Rational share = deal.Splits.Where(split => split.ParticipantId == $"s{seller}" && split.Kind == SplitKind.Split).Aggregate(Rational.Zero, (sum, split) => sum + split.Share);
                share += owned && $"s{seller}" == last ? deal.Unassigned : 0;
                Assert.Equal(DealsCase.Net(deal) * share, DealsCase.Sum(credits.Where(credit => credit.ParticipantId == $"s{seller}")));
            }
        }
    }

    [Law]
    public void Before_a_handover_both_policies_are_the_same(DealsCase one)
    {
        LocalDate first = one.Territory.Owners.Changes.First();
        Assert.Equal(Own(one, Handover.CreditStays).Where(credit => credit.Date < first), Own(one, Handover.CreditMoves).Where(credit => credit.Date < first));
    }

    [Law]
    public void Every_owner_s_position_is_the_territory_s(DealsCase one)
    {
        IReadOnlyList<Credit> all = one.Grouped.CreditTerritories(one.Deals, [one.Territory], DealsCase.Year);
        Amount territory = one.Deals.Where(deal => deal.TerritoryId is not null).Aggregate(Amount.Zero(Currency.Usd), (sum, deal) => sum + DealsCase.Net(deal));
        foreach (int seller in Enumerable.Range(0, one.Sellers))
        {
            Amount position = DealsCase.Sum(all.Where(credit => credit.ParticipantId == $"s{seller}" && credit.Scope == CreditScope.Territory));
            Assert.Equal(one.Owners.Any(change => change.Owner == seller) ? territory : Amount.Zero(Currency.Usd), position);
        }
    }

    [Law]
    public void A_head_s_total_is_the_same_whoever_owns_the_territory_in_the_end(DealsCase one)
    {
        foreach (Hierarchy team in new[] { one.Flat, one.Grouped })
            Assert.Equal(Head(team, Handover.CreditStays), Head(team, Handover.CreditMoves));

        Amount Head(Hierarchy team, Handover handover) => DealsCase.Sum(team.RollUp(team.CreditTerritories(one.Deals, [one.Territory], DealsCase.Year, handover: handover))
            .Where(credit => credit.ParticipantId == "head"));
    }

    [Law]
    public void The_order_of_deals_is_irrelevant(DealsCase one) =>
        Assert.Equal(
            one.Flat.CreditTerritories(one.Deals, [one.Territory], DealsCase.Year, handover: Handover.CreditMoves),
            one.Flat.CreditTerritories(one.Deals.Reverse(), [one.Territory], DealsCase.Year, handover: Handover.CreditMoves));

    private static List<Credit> Own(DealsCase one, Handover handover) =>
        [.. one.Grouped.CreditTerritories(one.Deals, [one.Territory], DealsCase.Year, handover: handover).Where(credit => credit.Scope == CreditScope.Own)];
}
