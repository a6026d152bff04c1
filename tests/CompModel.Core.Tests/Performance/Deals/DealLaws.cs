using FsCheck;
using FsCheck.Xunit;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(DealsCase)])]
public class DealLaws
{
    [Law]
    public void Splits_and_what_they_leave_are_the_deal(DealsCase one)
    {
        foreach (Deal deal in one.Deals)
        {
            Amount split = DealsCase.Sum(deal.Credits().Where(credit => credit.Split == SplitKind.Split));
            Assert.Equal(DealsCase.Net(deal), split + (DealsCase.Net(deal) * deal.Unassigned));
        }
    }

    [Law]
    public void Overlays_come_on_top_and_change_no_split(DealsCase one)
    {
        foreach (Deal deal in one.Deals)
        {
            foreach (DealSplit overlay in deal.Splits.Where(split => split.Kind == SplitKind.Overlay))
            {
                Assert.Equal(DealsCase.Net(deal) * overlay.Share, DealsCase.Sum(deal.Credits().Where(credit => (credit.ParticipantId, credit.Split) == (overlay.ParticipantId, SplitKind.Overlay))));
            }
            Deal more = deal.OverlayTo("another", 1);
            Assert.Equal(deal.Credits(), more.Credits().Where(credit => credit.ParticipantId != "another"));
        }
    }

    [Law]
    public void A_deal_that_is_cancelled_leaves_nobody_any_credit(DealsCase one) =>
        Assert.All(
            one.Deals.Select(deal => deal.Cancelled(DealsCase.Year.End)).SelectMany(deal => deal.Credits(ContractValue.Annual)).GroupBy(credit => (credit.ParticipantId, credit.Reference, credit.Split)),
            credits => Assert.Equal(0, DealsCase.Sum(credits).Value));

    [Law]
    public void Annual_value_is_the_total_in_the_proportion_of_the_term(DealsCase one)
    {
        foreach (Deal deal in one.Deals)
        {
            Rational years = Rational.Max(deal.Attributes.NumberOf(DealAttribute.TermMonths)!.Value / 12, 1);
            Assert.Equal(deal.Credits().Select(credit => credit.Amount), deal.Credits(ContractValue.Annual).Select(credit => credit.Amount * years));
        }
    }

    [Law]
    public void The_order_of_deals_is_irrelevant(DealsCase one, NonNegativeInt cut)
    {
        int first = cut.Get % (one.Deals.Count + 1);
        Deal[] shuffled = [.. one.Deals.Skip(first).Reverse(), .. one.Deals.Take(first)];
        Assert.Equal(one.Deals.Credits(), shuffled.Credits());
        Assert.Equal(one.Grouped.RollUp(one.Deals.Credits()), one.Grouped.RollUp(shuffled.Credits()));
    }

    [Law]
    public void A_manager_is_credited_once_with_what_a_deal_s_people_below_share_at_most_the_whole(DealsCase one)
    {
        IReadOnlyList<Credit> flat = one.Flat.RollUp(one.Deals.Credits()), grouped = one.Grouped.RollUp(one.Deals.Credits());
        Check(flat, "head", _ => true);
        Check(grouped, "head", _ => true);
        foreach (int group in one.GroupOf.Distinct())
            Check(grouped, $"lead{group}", seller => one.GroupOf[seller] == group);

        void Check(IReadOnlyList<Credit> all, string manager, Func<int, bool> isBelow)
        {
            foreach (Deal deal in one.Deals)
            {
                Rational below = deal.Splits.Where(split => isBelow(split.ParticipantId[1] - '0')).Aggregate(Rational.Zero, (sum, split) => sum + split.Share);
                List<Credit> credits = [.. all.Where(credit => (credit.ParticipantId, credit.Scope, credit.Reference) == (manager, CreditScope.Team, deal.Id))];
                Assert.Equal(DealsCase.Net(deal) * Rational.Min(below, 1), DealsCase.Sum(credits));
                Assert.Equal(below.Sign == 0 ? 0 : 1 + deal.Refunds.Count, credits.Count);
            }
        }
    }
}
