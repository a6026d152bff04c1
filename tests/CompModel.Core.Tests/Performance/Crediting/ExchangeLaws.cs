using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(DealsCase), typeof(ExchangeLaws)])]
public class ExchangeLaws
{
    public static Arbitrary<ExchangeRates> Rates() => Arb.From(
        from eur in Gen.ArrayOf(Gen.Choose(1, 3_000_000), 3)
        from gbp in Gen.Choose(1, 3_000_000)
        select ExchangeRates.None.With(Currency.Eur, Currency.Usd, eur[0] / 1_000_000m, DealsCase.Year.Start)
            .With(Currency.Eur, Currency.Usd, eur[1] / 1_000_000m, DealsCase.Year.Start.PlusDays(10))
            .With(Currency.Eur, Currency.Usd, eur[2] / 1_000_000m, DealsCase.Year.Start.PlusDays(25))
            .With(Currency.Of("GBP"), Currency.Usd, gbp / 1_000_000m).Through(Currency.Usd));

    [Law]
    public void There_and_back_at_one_date_is_where_it_began(DealsCase one, ExchangeRates rates, NonNegativeInt day)
    {
        LocalDate date = DealsCase.Year.Start.PlusDays(day.Get % 40);
        foreach (Credit credit in one.Deals.Credits())
        {
            foreach (Currency other in new[] { Currency.Eur, Currency.Of("GBP") })
                Assert.Equal(credit.DealAmount, rates.Convert(rates.Convert(credit.DealAmount, other, date), Currency.Usd, date));
            Assert.Equal(credit, credit.In(Currency.Eur, rates).In(Currency.Usd, rates));
        }
    }

    [Law]
    public void A_cross_is_the_same_whichever_way_it_goes(ExchangeRates rates)
    {
        LocalDate date = DealsCase.Year.Start;
        Rational direct = rates.Rate(Currency.Eur, Currency.Of("GBP"), date);
        Assert.Equal(direct, rates.Rate(Currency.Eur, Currency.Usd, date) * rates.Rate(Currency.Usd, Currency.Of("GBP"), date));
        Assert.Equal(1, direct * rates.Rate(Currency.Of("GBP"), Currency.Eur, date));
    }

    [Law]
    public void Converting_conserves_shares(DealsCase one, ExchangeRates rates)
    {
        foreach (RateDate policy in new[] { RateDate.DealDate, RateDate.MonthEnd, RateDate.StartOf(DealsCase.Year) })
        {
            IReadOnlyList<Credit> dollars = one.Deals.Credits(), euros = dollars.In(Currency.Eur, rates, policy);
            Assert.Equal(dollars, euros.Zip(dollars, (there, here) => there with { DealAmount = here.DealAmount }));
            foreach (Deal deal in one.Deals)
            {
                // A deal has one rate, its refunds too, so that what splits leave and what they give are still the whole.
                Amount net = rates.Convert(DealsCase.Net(deal), Currency.Eur, policy.For(deal.Date));
                Amount split = euros.Where(credit => credit.Reference == deal.Id && credit.Split == SplitKind.Split)
                    .Aggregate(Amount.Zero(Currency.Eur), (sum, credit) => sum + credit.Amount);
                Assert.Equal(net, split + (net * deal.Unassigned));
            }
        }
    }

    [Law]
    public void Rolling_up_and_converting_come_in_any_order(DealsCase one, ExchangeRates rates)
    {
        RateDate planned = RateDate.StartOf(DealsCase.Year);
        Assert.Equal(one.Grouped.RollUp(one.Deals.Credits()).In(Currency.Eur, rates, planned), one.Grouped.RollUp(one.Deals.Credits().In(Currency.Eur, rates, planned)));
    }
}
