using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of every dividend equivalent.</summary>
[Properties(Arbitrary = [typeof(SettlementGenerators)], MaxTest = 200)]
public class DividendLaws
{
    [Law]
    public void Accrual_is_on_what_is_granted_and_unvested_on_the_record_date(LocalDate granted, PositiveInt shares, Dividend[] dividends)
    {
        Tranche[] tranches = Quarters(granted, shares);
        DividendEquivalents cash = DividendEquivalents.InCash(granted, tranches, dividends);
        foreach (Dividend dividend in dividends)
        {
            Rational unvested = dividend.Record < granted ? 0 : tranches.Where(tranche => tranche.Vests > dividend.Record).Shares;
            Assert.Equal(unvested, cash.Rows.Where(row => row.Dividend == dividend).Aggregate((Rational)0, (sum, row) => sum + row.On));
        }
    }

    [Law]
    public void Everything_vests_with_the_tranche_it_came_from_unless_it_is_paid_later(LocalDate granted, PositiveInt shares, Dividend[] dividends)
    {
        Tranche[] tranches = Quarters(granted, shares);
        Assert.All(
            new[] { DividendEquivalents.InCash(granted, tranches, dividends), DividendEquivalents.Reinvested(granted, tranches, dividends) }.SelectMany(all => all.Rows),
            row => Assert.True(row.Due == row.Tranche.Vests || (row.Due == row.Dividend.Paid && row.Dividend.Paid > row.Tranche.Vests)));
    }

    [Law]
    public void Tranches_know_nothing_of_each_other_and_order_of_dividends_does_not_matter(LocalDate granted, PositiveInt shares, Dividend[] dividends)
    {
        Tranche[] tranches = Quarters(granted, shares);
        DividendEquivalents all = DividendEquivalents.Reinvested(granted, tranches, dividends);
        Assert.All(tranches, tranche => Assert.Equal(all.UnitsOf(tranche), DividendEquivalents.Reinvested(granted, [tranche], Enumerable.Reverse(dividends)).UnitsOf(tranche)));
    }

    [Law]
    public void Units_and_cash_are_proportional_to_shares(LocalDate granted, PositiveInt shares, Dividend[] dividends)
    {
        Tranche one = Quarters(granted, shares)[^1], ten = one with { Shares = 10 * one.Shares };
        Assert.Equal(10 * DividendEquivalents.Reinvested(granted, [one], dividends).UnitsOf(one), DividendEquivalents.Reinvested(granted, [ten], dividends).UnitsOf(ten));
        Assert.Equal(DividendEquivalents.InCash(granted, [one], dividends).CashOf(one) * 10, DividendEquivalents.InCash(granted, [ten], dividends).CashOf(ten));
    }

    [Law]
    public void Each_credit_is_worth_its_dividend_at_the_price_of_its_day(LocalDate granted, PositiveInt shares, Dividend dividend)
    {
        Tranche tranche = Quarters(granted, shares)[^1];
        Amount cash = DividendEquivalents.InCash(granted, [tranche], dividend).CashOf(tranche);
        Rational units = DividendEquivalents.Reinvested(granted, [tranche], dividend).UnitsOf(tranche) - tranche.Shares;
        Assert.Equal(units, dividend.UnitsFor(cash.Value.Sign == 0 ? 0.Usd : cash));
    }

    private static Tranche[] Quarters(LocalDate granted, PositiveInt shares) =>
        [.. new Grant("G", granted, shares.Get, VestingSchedule.Quarterly(12, 12)).ScheduledTranches()];
}
