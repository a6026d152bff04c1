using NodaTime;

namespace CompModel.Tests.Equity;

public class TargetValueFacts
{
    private static readonly TargetValue TenThousand = new(10_000.Usd);

    // Two weeks of trading days; Saturday and Sunday have no close.
    private static readonly ClosingPrices Closes = new(
        (new LocalDate(2026, 3, 6), 35.Usd), (new LocalDate(2026, 3, 2), 30.Usd), (new LocalDate(2026, 3, 3), 31.Usd),
        (new LocalDate(2026, 3, 4), 31.Usd), (new LocalDate(2026, 3, 5), 33.Usd), (new LocalDate(2026, 3, 9), 36.01m.Usd));

    [Fact]
    public void A_value_at_a_price_is_an_exact_number_of_units() => Assert.Equal((Rational)1_000 / 3, TenThousand.UnitsAt(30.Usd));

    [Theory]
    [InlineData(ShareRounding.Down, 30, 333)]
    [InlineData(ShareRounding.Up, 30, 334)]
    [InlineData(ShareRounding.Nearest, 30, 333)]
    [InlineData(ShareRounding.Nearest, 80_000, 0)]
    [InlineData(ShareRounding.Nearest, 4_000, 3)]
    [InlineData(ShareRounding.Up, 4_000, 3)]
    [InlineData(ShareRounding.Down, 4_000, 2)]
    [InlineData(ShareRounding.Up, 100, 100)]
    public void Whole_shares_are_rounded_as_named(ShareRounding rounding, int price, long shares) => Assert.Equal(shares, TenThousand.SharesAt(price.Usd, rounding));

    [Fact]
    public void Down_is_the_default()
    {
        Assert.Equal(ShareRounding.Down, default);
        Assert.Equal(333, TenThousand.SharesAt(30.Usd));
    }

    [Fact]
    public void An_average_is_exact_and_ends_on_the_date_or_the_trading_day_before()
    {
        Assert.Equal(new Amount((Rational)95 / 3, Currency.Usd), Closes.Average(3, new(2026, 3, 5)));
        Assert.Equal(33.Usd, Closes.Average(3, new(2026, 3, 6)));
        Assert.Equal(33.Usd, Closes.Average(3, new(2026, 3, 8)));
        Assert.Equal(32.Usd, Closes.Average(5, new(2026, 3, 8)));
        Assert.Equal(35.505m.Usd, Closes.Average(new DateRange(new(2026, 3, 6), new(2026, 3, 10))));
        Assert.Equal((35.Usd, 36.01m.Usd), (Closes.On(new(2026, 3, 8)), Closes.On(new(2026, 4, 1))));
        Assert.Equal(315, TenThousand.SharesAt(Closes.Average(3, new(2026, 3, 5))));
    }

    [Fact]
    public void Fewer_closes_than_asked_for_are_refused()
    {
        Assert.Contains("3 trading days, not of 4", Assert.Throws<ArgumentException>(() => Closes.Average(4, new(2026, 3, 4))).Message);
        Assert.Throws<ArgumentException>(() => Closes.On(new(2026, 3, 1)));
        Assert.Throws<ArgumentException>("days", () => Closes.Average(new DateRange(new(2026, 3, 7), new(2026, 3, 9))));
        Assert.Throws<ArgumentOutOfRangeException>("tradingDays", () => Closes.Average(0, new(2026, 3, 4)));
    }

    [Fact]
    public void Bad_definitions_are_refused_with_the_bad_value()
    {
        LocalDate day = new(2026, 3, 2);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new TargetValue(0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new TargetValue(new(5, Currency.None)));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => TenThousand.UnitsAt(0.Usd));
        Assert.Throws<InvalidOperationException>(() => TenThousand.UnitsAt(30m.In(Currency.Eur)));
        Assert.Throws<ArgumentOutOfRangeException>("rounding", () => TenThousand.SharesAt(30.Usd, (ShareRounding)7));
        Assert.Throws<ArgumentException>("closes", () => new ClosingPrices());
        Assert.Contains("2026-03-02 has two closes", Assert.Throws<ArgumentException>("closes", () => new ClosingPrices((day, 1.Usd), (day, 2.Usd))).Message);
        Assert.Throws<ArgumentException>("closes", () => new ClosingPrices((day, 1.Usd), (day.PlusDays(1), 2m.In(Currency.Eur))));
        Assert.Throws<ArgumentOutOfRangeException>("closes", () => new ClosingPrices((day, 0.Usd)));
    }
}
