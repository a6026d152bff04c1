using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(DealsCase)])]
public class SpiffFundLaws
{
    private static readonly Rational Rate = 3.Percent;

    [Law]
    public void Pay_never_exceeds_the_fund_on_any_day(DealsCase one, NonNegativeInt dollars)
    {
        SpiffFund fund = Of(one, dollars);
        List<Credit> trimmed = [.. fund.Trim(one.Deals.Credits(), Measure.Bookings, Rate)];
        foreach (LocalDate day in trimmed.Select(credit => credit.Date).Distinct())
            Assert.True(DealsCase.Sum(trimmed.Where(credit => credit.Date <= day)) * Rate <= fund.Amount);
        Assert.True(DealsCase.Sum(fund.Trim(one.Deals.Credits(), Measure.Bookings, Rate, FundOrder.ProRata)) * Rate <= fund.Amount);
    }

    [Law]
    public void The_fund_is_used_up_exactly_where_more_is_asked_for(DealsCase one, NonNegativeInt dollars, bool proRata)
    {
        SpiffFund fund = Of(one, dollars);
        Credit[] bookings = [.. one.Deals.Credits().Where(credit => credit.Amount.Value.Sign >= 0)];
        Amount asked = DealsCase.Sum(bookings) * Rate, paid = DealsCase.Sum(fund.Trim(bookings, Measure.Bookings, Rate, proRata ? FundOrder.ProRata : FundOrder.FirstCome)) * Rate;
        Assert.Equal(asked > fund.Amount ? fund.Amount : asked, paid);
    }

    [Law]
    public void The_order_given_is_irrelevant(DealsCase one, NonNegativeInt dollars, bool proRata)
    {
        SpiffFund fund = Of(one, dollars);
        FundOrder order = proRata ? FundOrder.ProRata : FundOrder.FirstCome;
        Assert.Equal(fund.Trim(one.Deals.Credits(), Measure.Bookings, Rate, order), fund.Trim(one.Deals.Credits().Reverse(), Measure.Bookings, Rate, order).Reverse());
    }

    [Law]
    public void A_deal_taken_back_whole_leaves_its_sellers_as_they_were(DealsCase one, NonNegativeInt dollars)
    {
        IEnumerable<Deal> cancelled = one.Deals.Select(deal => deal.Cancelled(DealsCase.Year.End));
        IEnumerable<Credit> trimmed = Of(one, dollars).Trim(cancelled.Credits(), Measure.Bookings, Rate);
        Assert.All(trimmed.GroupBy(credit => (credit.Reference, credit.ParticipantId)), credits => Assert.Equal(0, DealsCase.Sum(credits).Value));
    }

    // Up to somewhat more than all deals ask for.
    private static SpiffFund Of(DealsCase one, NonNegativeInt dollars) => new("f", (dollars.Get * 997 % (1 + (40_000 * one.Deals.Count))).Usd);
}
