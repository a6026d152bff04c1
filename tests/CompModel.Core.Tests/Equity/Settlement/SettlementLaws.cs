namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of every settlement.</summary>
[FsCheck.Xunit.Properties(Arbitrary = [typeof(SettlementGenerators)], MaxTest = 500)]
public class SettlementLaws
{
    [Law]
    public void Shares_given_up_and_delivered_are_those_that_vested_and_money_adds_up(SettledVest of) => Assert.All(Settlements(of), settled =>
    {
        Assert.Equal(of.Vest.Shares, settled.GivenUp + settled.Delivered);
        Assert.True(settled.Delivered.Sign >= 0 && settled.GivenUp.Sign >= 0);
        Assert.Equal(settled.Proceeds, settled.Tax + settled.Fees + settled.Cash);
    });

    [Law]
    public void What_is_sold_covers_tax_and_fees_and_one_unit_less_would_not(SettledVest of)
    {
        if (Sold(of) is not { } settled)
            return;
        Amount price = of.Terms.Price ?? of.Vest.Price;
        Amount Net(Rational shares) => shares.Sign == 0 ? 0.Usd : (price * shares * (1 - of.Terms.FeeOfProceeds)) - ((of.Terms.FeePerShare ?? 0.Usd) * shares) - (of.Terms.FeePerTrade ?? 0.Usd);
        Assert.True((settled.GivenUp / of.Unit).IsInteger);
        Assert.Equal(Net(settled.GivenUp) - of.Tax, settled.Cash);
        Assert.True(settled.Cash.Value.Sign >= 0);
        if (of.Tax.Value > 0)
            Assert.True(Net(settled.GivenUp - of.Unit) < of.Tax);
        else
            Assert.Equal((0, 0.Usd), (settled.GivenUp, settled.Fees));
    }

    [Law]
    public void Cash_is_less_than_one_unit_fetches_after_fees(SettledVest of) => Assert.All(Settlements(of).Where(settled => settled.Method != SettlementMethod.Cash), settled =>
    {
        Amount net = settled.Method == SettlementMethod.SellToCover
            ? ((of.Terms.Price ?? of.Vest.Price) * (1 - of.Terms.FeeOfProceeds)) - (of.Terms.FeePerShare ?? 0.Usd)
            : of.Vest.Price;
        // At a rate the shares do not know the tax, which is rounded to the nearest cent: by half a cent at most.
        Rational slack = settled.Method == SettlementMethod.NetSharesAtRate ? (Rational)1 / 200 : 0;
        Assert.True(settled.Cash.Value < (net.Value * of.Unit) + slack && settled.Cash.Value >= -slack);
    });

    [Law]
    public void A_sale_is_refused_only_where_selling_all_in_units_would_not_cover(SettledVest of)
    {
        Amount price = of.Terms.Price ?? of.Vest.Price;
        Rational most = of.Unit * Rational.Of((of.Vest.Shares / of.Unit).Floor(), 1);
        Amount fetched = (price * most * (1 - of.Terms.FeeOfProceeds)) - ((of.Terms.FeePerShare ?? 0.Usd) * most) - (of.Terms.FeePerTrade ?? 0.Usd);
        Assert.Equal(of.Tax.Value == 0 || fetched >= of.Tax, Sold(of) is not null);
    }

    [Law]
    public void Net_shares_sell_as_a_free_sale_at_the_price_of_the_vest_does(SettledVest of)
    {
        if (Kept(of) is { } kept)
            Assert.Equal((of.Vest.SellToCover(of.Tax) is var sold ? sold.GivenUp : 0, sold.Cash), (kept.GivenUp, kept.Cash));
    }

    [Law]
    public void At_a_rate_the_least_units_of_at_least_that_share_are_withheld(SettledVest of)
    {
        if (AtRate(of) is not { } kept)
            return;
        Assert.True(kept.GivenUp >= of.Vest.Shares * of.Rate && kept.GivenUp < (of.Vest.Shares * of.Rate) + of.Unit);
        // The tax is rounded to the nearest cent, so by half a cent at most; nothing else can make cash negative.
        Assert.True(kept.Cash.Value >= -(Rational)1 / 200);
    }

    [Law]
    public void In_cash_the_value_less_tax_is_paid_and_no_share(SettledVest of)
    {
        Settlement settled = of.Vest.InCash(of.Tax);
        Assert.Equal((of.Vest.Value - of.Tax, (Rational)0), (settled.Cash, settled.Delivered));
    }

    [Law]
    public void Fees_never_leave_more_shares(SettledVest of)
    {
        if (of.Terms.Price is null && Sold(of) is { } dear)
            Assert.True(dear.GivenUp >= of.Vest.SellToCover(of.Tax).GivenUp);
    }

    private static IEnumerable<Settlement> Settlements(SettledVest of) =>
        new[] { Sold(of), Kept(of), AtRate(of), of.Vest.InCash(of.Tax) }.OfType<Settlement>();

    private static Settlement? Sold(SettledVest of) => OrNothing(() => of.Vest.SellToCover(of.Tax, of.Terms));

    private static Settlement? Kept(SettledVest of) => OrNothing(() => of.Vest.NetShares(of.Tax));

    private static Settlement? AtRate(SettledVest of) => OrNothing(() => of.Vest.NetSharesAtRate(of.Rate));

    // Refused where too few shares vest for the tax: A_sale_is_refused_only_… says when.
    private static Settlement? OrNothing(Func<Settlement> settle)
    {
        try
        {
            return settle();
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
