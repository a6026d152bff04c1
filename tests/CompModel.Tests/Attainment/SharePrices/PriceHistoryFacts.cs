using NodaTime;

namespace CompModel.Tests;

/// <summary>What a price history is, what it refuses, and what volatility and drift it has.</summary>
public class PriceHistoryFacts
{
    [Fact]
    public void Amazon_s_ten_years_have_the_volatility_and_drift_that_other_arithmetic_finds()
    {
        PriceHistory amazon = PriceHistories.Amazon;
        Assert.Equal((123, PriceSpacing.Monthly, new LocalDate(2000, 1, 1), 128.82m), (amazon.Closes.Count, amazon.Spacing, amazon.Closes[0].Date, amazon.Closes[^1].Price));
        PriceFit fit = amazon.Fit();
        // By decimals of 50 digits, in Python. Sums of 122 doubles leave some 1e-14.
        Assert.Equal(0.59168004351945017, fit.Volatility, 1e-13);
        Assert.Equal(0.24299224912897132, fit.Drift, 1e-13);
        Assert.Equal(0.038034633733214070, fit.VolatilityError, 1e-13);
        Assert.Equal(0.18556566790448395, fit.DriftError, 1e-13);
        Assert.Equal((122, 122 / 12.0, PriceSpacing.Monthly), (fit.Returns, fit.Years, fit.Spacing));
        Assert.Equal("The drift of 24.3 % a year is known to about ± 18.6 % (one standard error) from 10.2 years of prices: state one of your own, or none.", fit.Caution);
        Assert.Equal("volatility 59.2 % ± 3.8 % a year, from 122 returns (Monthly). " + fit.Caution, fit.ToString());
    }

    [Fact]
    public void A_model_is_made_of_the_fit()
    {
        PriceFit fit = PriceHistories.Amazon.Fit();
        SharePriceModel model = SharePriceModel.GeometricBrownian("AMZN", 130.Usd, fit);
        Assert.Equal(SharePriceModel.GeometricBrownian("AMZN", 130.Usd, fit.Drift, fit.Volatility), model);
        // In the mean a history goes on as it did: e^drift is what the price is expected to grow by in a year.
        Assert.Equal(Math.Exp(fit.Drift), model.ExpectedGrowth(1), 1e-14);
    }

    [Fact]
    public void A_price_that_grows_evenly_has_no_volatility_and_its_growth_as_drift()
    {
        PriceFit fit = PriceHistories.Months(100, 110, 121, 133.1m).Fit();
        // Three equal returns but for a rounding each.
        Assert.Equal(0, fit.Volatility, 1e-15);
        Assert.Equal(12 * Math.Log(1.1), fit.Drift, 1e-14);
    }

    [Theory]
    [InlineData("2024-01-31 2024-02-29 2024-03-29 2024-04-30", PriceSpacing.Monthly, 12)]
    [InlineData("2024-01-01 2024-02-01 2024-03-01", PriceSpacing.Monthly, 12)]
    [InlineData("2023-12-29 2024-03-28 2024-06-28", PriceSpacing.Quarterly, 4)]
    [InlineData("2021-12-31 2022-12-30 2023-12-29", PriceSpacing.Annual, 1)]
    [InlineData("2024-01-05 2024-01-12 2024-01-18 2024-01-26", PriceSpacing.Weekly, 52)]
    [InlineData("2001-09-07 2001-09-10 2001-09-17 2001-09-18 2001-09-19", PriceSpacing.TradingDays, 252)]
    [InlineData("2024-01-05 2024-01-06 2024-01-07 2024-01-08", PriceSpacing.Daily, 365)]
    public void The_distance_of_prices_is_found(string dates, PriceSpacing spacing, int inYear)
    {
        var history = new PriceHistory([.. dates.Split(' ').Select((date, i) => (NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, 100m + i))]);
        Assert.Equal((spacing, inYear), (history.Spacing, history.ReturnsInYear));
    }

    [Theory]
    [InlineData("2024-01-31 2024-02-29 2024-05-31", "29 days follow 2024-01-31 and 92 follow 2024-02-29")]
    [InlineData("2024-01-01 2024-01-02 2024-01-08 2024-02-08", "1 days follow 2024-01-01 and 31 follow 2024-01-08")]
    [InlineData("2024-01-01 2024-01-02 2024-01-09 2024-01-16 2024-01-23 2024-01-30 2024-02-06", "1 days follow 2024-01-01 and 7 follow 2024-01-02")]
    [InlineData("2024-01-01 2024-02-29 2024-03-01", "1 days follow 2024-02-29 and 59 follow 2024-01-01")]
    public void Uneven_distances_are_refused_and_said(string dates, string found) =>
        Assert.Contains(found, Assert.Throws<ArgumentException>(() => new PriceHistory([.. dates.Split(' ').Select(date => (NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, 100m))])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_history_has_three_prices_above_zero_on_rising_dates()
    {
        LocalDate first = new(2024, 1, 31), second = new(2024, 2, 29), third = new(2024, 3, 31);
        Assert.Contains("at least 3 prices, not 2", Assert.Throws<ArgumentException>(() => PriceHistories.Months(1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("2024-02-29 is above zero", Assert.Throws<ArgumentOutOfRangeException>(() => PriceHistories.Months(1, 0, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("2024-01-31 comes after 2024-02-29", Assert.Throws<ArgumentException>(() => new PriceHistory([(second, 1), (first, 1), (third, 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("2024-02-29 comes after 2024-02-29", Assert.Throws<ArgumentException>(() => new PriceHistory([(first, 1), (second, 1), (second, 1)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Line 1 of a price history is its heading")]
    [InlineData("symbol,date,price\nA,2024-01-31,1", "here it is 'symbol,date,price'")]
    [InlineData("date,price\n2024-01-31,1\nFeb 1 2024,2", "Line 3 of a price history")]
    [InlineData("date,price\n2024-01-31,-1", "Line 2 of a price history")]
    [InlineData("date,price\n2024-01-31,1,5", "here it is '2024-01-31,1,5'")]
    [InlineData("date,price\n2024-02-30,1", "Line 2 of a price history")]
    public void Text_that_is_no_history_is_refused_with_its_line(string text, string because) =>
        Assert.Contains(because, Assert.Throws<FormatException>(() => PriceHistory.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_may_end_in_any_way_and_blank_ones_do_not_count() =>
        Assert.Equal(PriceHistories.Months(1, 2.5m, 3).Closes, PriceHistory.Parse("\uFEFFdate,price\r\n2024-01-31,1\r\n\r\n2024-02-29,2.50\n2024-03-31, 3\n").Closes);
}
