namespace CompModel.Tests.Equity;

public class SettlementFacts
{
    private static readonly VestValue Vest = new(1_000, 152.10m.Usd);

    [Fact]
    public void A_settlement_reads_as_a_sentence()
    {
        Money tax = Vest.TaxAt(41.95m.Percent);
        Assert.Equal("1,000 shares at 152.10 USD: 420 sold, 580 delivered, tax 63,805.95 USD, cash 63.45 USD", Vest.SellToCover(tax, SaleTerms.Free.WithFeePerShare(0.03m.Usd)).ToString());
        Assert.Equal("1,000 shares at 152.10 USD: 420 withheld, 580 delivered, tax 63,805.95 USD, cash 76.05 USD", Vest.NetSharesAtRate(41.95m.Percent).ToString());
        Assert.Equal("1,000 shares at 152.10 USD: 1,000 paid in cash, 0 delivered, tax 63,805.95 USD, cash 88,294.05 USD", Vest.InCash(tax).ToString());
    }

    [Fact]
    public void All_three_fees_add_up()
    {
        // 100 shares at 10: 1 % of the proceeds and 0.10 a share leave 9.80; (98 + 4.90) / 9.80 = 10.5, so 11 are sold.
        Settlement settled = new VestValue(100, 10.Usd).SellToCover(98.Usd, SaleTerms.Free.WithFeePerShare(0.10m.Usd).WithFeePerTrade(4.90m.Usd).WithFeeOfProceeds(1.Percent));
        Assert.Equal(10.5m, settled.Needed);
        Assert.Equal(11, settled.GivenUp);
        Assert.Equal(7.10m.Usd, settled.Fees);
        Assert.Equal(4.90m.Usd, settled.Cash);
    }

    [Fact]
    public void A_sale_has_a_price_of_its_own_and_wages_keep_that_of_the_vest()
    {
        Settlement settled = new VestValue(100, 10.Usd).SellToCover(300.Usd, SaleTerms.Free.At(9.5m.Usd));
        Assert.Equal((32, 4.Usd), (settled.GivenUp, settled.Cash));
        Assert.Equal((1_000.Usd, 680.Usd), (settled.Vest.Value, settled.NetValue));
    }

    [Fact]
    public void By_the_amount_of_the_tax_and_by_its_rate_may_differ()
    {
        // 1,000 × 0.2 = 200 shares exactly; the tax, 2,000.60, was rounded up to whole dollars, and takes 201.
        VestValue vest = new(1_000, 10.003m.Usd);
        Money tax = vest.TaxAt(20.Percent, Rounding.ToWholeUnit);
        Assert.Equal(2_001.Usd, tax);
        Assert.Equal(201, vest.NetShares(tax).GivenUp);
        Settlement atRate = vest.NetSharesAtRate(20.Percent, Rounding.ToWholeUnit);
        Assert.Equal((200, -0.40m.Usd), (atRate.GivenUp, atRate.Cash));
    }

    [Fact]
    public void Without_tax_nothing_is_sold_and_no_fee_is_due()
    {
        Settlement settled = Vest.SellToCover(0.Usd, SaleTerms.Free.WithFeePerTrade(25.Usd));
        Assert.Equal((0, 0.Usd, 1_000), (settled.GivenUp, settled.Fees, settled.Delivered));
    }

    [Fact]
    public void Taxes_of_a_list_settle_a_vest()
    {
        VestValue vest = new(100, 150.Usd);
        PaymentTaxes taxes = UnitedStatesTaxes.Withheld(2026).On(vest.PaidOn(new(2026, 3, 2)), default);
        Assert.Equal(4_447.50m.Usd, taxes.Total);
        Assert.Equal((30, 52.50m.Usd), (vest.SellToCover(taxes.Total).GivenUp, vest.SellToCover(taxes.Total).Cash));
        Assert.Equal(29.65m.Percent, vest.SellToCover(taxes.Total).TaxRate);
    }

    [Fact]
    public void More_than_what_vests_is_never_sold()
    {
        Assert.Contains("1,000 shares at 152.10 USD", Assert.Throws<ArgumentOutOfRangeException>("tax", () => Vest.SellToCover(152_100.01m.Usd)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => Vest.NetShares(152_100.01m.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => Vest.InCash(152_100.01m.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => Vest.InCash(-1.Usd));
        Assert.Contains("fees leave nothing", Assert.Throws<ArgumentException>("terms", () => Vest.SellToCover(1.Usd, SaleTerms.Free.WithFeePerShare(152.10m.Usd))).Message);
        Assert.Contains("1001 shares would be sold", Assert.Throws<ArgumentOutOfRangeException>("tax", () => Vest.SellToCover(152_100.Usd, SaleTerms.Free.WithFeePerShare(0.10m.Usd))).Message);
        // Half a share cannot be sold in whole ones; in hundredths it can.
        VestValue half = new((Rational)1 / 2, 10.Usd);
        Assert.Throws<ArgumentOutOfRangeException>("tax", () => half.NetShares(1.Usd));
        Assert.Contains("1 shares would be withheld", Assert.Throws<ArgumentOutOfRangeException>("rate", () => half.NetSharesAtRate(10.Percent)).Message);
        Assert.Equal((Rational)1 / 10, half.InUnitsOf((Rational)1 / 100).NetShares(1.Usd).GivenUp);
    }

    [Fact]
    public void Bad_definitions_are_refused_with_the_bad_value()
    {
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => new VestValue(0, 1.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => new VestValue(1, 0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => new VestValue(1, default));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => Vest.InUnitsOf(0));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => Vest.TaxAt(101.Percent));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => Vest.NetSharesAtRate(-1.Percent));
        Assert.Throws<ArgumentOutOfRangeException>("fee", () => SaleTerms.Free.WithFeePerShare(-1.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("fee", () => SaleTerms.Free.WithFeePerTrade(-1.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => SaleTerms.Free.WithFeeOfProceeds(1));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => SaleTerms.Free.At(0.Usd));
        Assert.Throws<InvalidOperationException>(() => Vest.SellToCover(1m.In(Currency.Eur)));
    }
}
