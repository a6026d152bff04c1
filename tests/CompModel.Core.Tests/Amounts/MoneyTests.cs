using System.Globalization;

namespace CompModel.Tests.Amounts;

public class MoneyTests
{
    private static readonly Currency Jpy = Currency.Of("JPY");
    private static readonly Currency Kwd = Currency.Of("KWD");

    [Fact]
    public void Currencies_do_not_mix()
    {
        Money dollars = 1.Usd, euros = 1.In(Currency.Eur);
        Assert.Contains("USD and EUR do not mix", Assert.Throws<InvalidOperationException>(() => dollars + euros).Message);
        Assert.Throws<InvalidOperationException>(() => dollars - euros);
        Assert.Throws<InvalidOperationException>(() => dollars < euros);
        Assert.Throws<InvalidOperationException>(() => dollars.CompareTo(euros));
        Assert.Throws<InvalidOperationException>(() => (Amount)dollars + euros);
        Assert.Throws<InvalidOperationException>(() => (Amount)dollars - euros);
        Assert.Throws<InvalidOperationException>(() => (Amount)dollars / euros);
        Assert.Throws<InvalidOperationException>(() => (Amount)dollars >= euros);
        Assert.Throws<InvalidOperationException>(() => (Amount)dollars + Amount.Zero(Currency.None));
        Assert.NotEqual(dollars, euros);
    }

    [Fact]
    public void One_point_nought_and_one_point_nought_nought_are_the_same_money_and_print_alike()
    {
        Assert.Equal(1.0m.Usd, 1.00m.Usd);
        Assert.Equal(1.0m.Usd.GetHashCode(), 1.00m.Usd.GetHashCode());
        Assert.Equal("1.00 USD", 1.0m.Usd.ToString());
        Assert.Equal("1.00 USD", 1.000m.Usd.ToString());
        Assert.Equal("1 JPY", 1.00m.In(Jpy).ToString());
    }

    [Theory]
    [InlineData("1234.5", "USD", "1,234.50 USD")]
    [InlineData("-0.005", "USD", "-0.005 USD")]
    [InlineData("0", "USD", "0.00 USD")]
    [InlineData("-0.00", "USD", "0.00 USD")]
    [InlineData("1234.5", "KWD", "1,234.500 KWD")]
    [InlineData("1234.5", "JPY", "1,234.5 JPY")]
    [InlineData("1234", "XXX", "1,234")]
    [InlineData("0.000000000001", "USD", "0.000000000001 USD")]
    [InlineData("999999999999999.999999999999", "USD", "999,999,999,999,999.999999999999 USD")]
    public void Prints_at_least_the_minor_digits_and_never_loses_one(string value, string currency, string text) =>
        Assert.Equal(text, decimal.Parse(value, CultureInfo.InvariantCulture).In(Currency.Of(currency)).ToString());

    [Fact]
    public void Money_stays_below_a_thousand_billions_and_within_twelve_decimals()
    {
        Assert.Contains("1000000000000000", Assert.Throws<ArgumentOutOfRangeException>("value", () => 1_000_000_000_000_000m.Usd).Message);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => -1_000_000_000_000_000m.Usd);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => 0.0000000000001m.Usd);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => 999_999_999_999_999m.Usd + 1.Usd);
        Assert.Equal(0.5m, 0.50000000000000000m.Usd.Value);
    }

    [Fact]
    public void Default_is_zero_of_no_currency()
    {
        Assert.Equal(Currency.None, default(Money).Currency);
        Assert.Equal("0", default(Money).ToString());
        Assert.Equal(Amount.Zero(Currency.None), default);
        Assert.Equal("0", default(Amount).ToString());
    }

    [Fact]
    public void A_share_of_money_is_exact()
    {
        Amount third = 50_000.Usd * ((Rational)1 / 3);
        Assert.Equal(50_000.Usd, (third + third + third).Round(Rounding.ToMinorUnit));
        Assert.Equal(third, (Amount)50_000.Usd / 3);
        Assert.Equal((Rational)1 / 3, third / 50_000.Usd);
        Assert.Equal(-third, third * -1);
        Assert.Equal(2.Usd, 5.Usd - 3.Usd);
        Assert.Equal(-2.Usd, 3.Usd - 5.Usd);
        Assert.True(3.Usd < 5.Usd && 5.Usd > 3.Usd && 3.Usd <= 3.00m.Usd && 3.Usd >= 3.Usd);
    }

    [Fact]
    public void An_amount_that_is_not_what_it_prints_carries_a_tilde()
    {
        Assert.Equal("~33.33 USD", (100.Usd * ((Rational)1 / 3)).ToString());
        Assert.Equal("~-33.33 USD", (-100.Usd * ((Rational)1 / 3)).ToString());
        Assert.Equal("1,234.50 USD", ((Amount)1_234.5m.Usd).ToString());
        Assert.Equal("~0.00 USD", (1.Usd * ((Rational)1 / 1_000)).ToString());
        Assert.Equal("~0.00 USD", (-1.Usd * ((Rational)1 / 1_000)).ToString());
        Assert.Equal("7", new Amount(7, Currency.None).ToString());
        Assert.Equal("1.500 KWD", ((Amount)1.5m.In(Kwd)).ToString());
    }

    [Fact]
    public void An_unknown_currency_is_refused()
    {
        Assert.Contains("'usd'", Assert.Throws<ArgumentException>("code", () => Currency.Of("usd")).Message);
        Assert.False(Currency.TryOf("ZZZ", out _));
        Assert.True(Currency.TryOf("XXX", out Currency none));
        Assert.Equal(Currency.None, none);
        Assert.Equal((2, 0, 3, 0), (Currency.Usd.MinorUnitDigits, Jpy.MinorUnitDigits, Kwd.MinorUnitDigits, Currency.None.MinorUnitDigits));
    }
}
