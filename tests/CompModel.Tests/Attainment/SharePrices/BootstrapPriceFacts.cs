namespace CompModel.Tests;

/// <summary>Moments of a price whose months are drawn from history, and how a month is picked.</summary>
public class BootstrapPriceFacts
{
    private static readonly SharePriceModel Amazon = SharePriceModel.Bootstrap("AMZN", 130.Usd, PriceHistories.Amazon), ByQuarters = SharePriceModel.Bootstrap("AMZN", 130.Usd, PriceHistories.Amazon, monthsAtOnce: 3);

    // Figures by decimals of 50 digits, in Python. Means of 122 doubles leave 1e-14; differences of a growth and its mean lose a digit more.
    [Theory]
    [InlineData(1, 1, 1.2692203943910367)]
    [InlineData(1, 14.5 / 12, 1.3291628366047169)]
    [InlineData(3, 7.5 / 12, 1.1663789805183978)]
    public void The_expected_price_is_the_mean_of_what_months_grow_by(int monthsAtOnce, double years, double growth) =>
        Assert.Equal(growth, SharePriceModel.Bootstrap("AMZN", 130.Usd, PriceHistories.Amazon, monthsAtOnce).ExpectedGrowth(years), 1e-13);

    [Theory]
    [InlineData(1, 1, 1, 0.028075554012850100)]
    [InlineData(1, 2.5, 14.5, 0.071785073687888921)]
    [InlineData(1, 2.5, 2.5, 0.064408179032052189)]
    [InlineData(3, 4, 4.5, 0.12048662224677330)]
    [InlineData(3, 4, 12, 0.12194813655470433)]
    public void Prices_covary_by_the_months_they_share(int monthsAtOnce, double first, double second, double covariance)
    {
        SharePriceModel model = SharePriceModel.Bootstrap("AMZN", 130.Usd, PriceHistories.Amazon, monthsAtOnce);
        Assert.Equal(covariance, model.RelativeCovariance(first / 12, second / 12), 1e-13);
        Assert.Equal(covariance, model.RelativeCovariance(second / 12, first / 12), 1e-13);
        Assert.Equal(0, model.RelativeCovariance(0, second));
    }

    [Fact]
    public void A_month_is_picked_by_the_place_of_its_motion_in_a_normal_law()
    {
        // Returns ln 2, −ln 4, ln 8, 0: by rank −ln 4, 0, ln 2, ln 8, each for a quarter of motions.
        HistoricMonths months = SharePriceModel.Bootstrap("A", 1.Usd, PriceHistories.Months(1, 2, 0.5m, 4, 4)).Months!;
        double month = Math.Sqrt(1.0 / 12), quartile = 0.6744897501960817;
        double[] motions = [-9, (-quartile * month) - 1e-9, (-quartile * month) + 1e-9, -1e-9, 1e-9, (quartile * month) - 1e-9, (quartile * month) + 1e-9, 9];
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], motions.Select(months.Pick));
        double[] moved = [.. Enumerable.Range(0, 4).Select(rank => months.Moved(rank, 1))];
        Assert.Equal([-Math.Log(4), 0, Math.Log(2), Math.Log(8)], moved.Select(one => one + 0.0), (one, other) => Math.Abs(one - other) < 1e-15);
        // Halfway through a month half of it.
        Assert.Equal(Math.Log(8) / 2, months.Moved(3, 0.5), 1e-15);
    }

    [Fact]
    public void A_quarter_keeps_its_months_together_and_in_order()
    {
        HistoricMonths months = SharePriceModel.Bootstrap("A", 1.Usd, PriceHistories.Months(1, 2, 8, 4, 1), monthsAtOnce: 3).Months!;
        Assert.Equal((2, 3), (months.Count, months.Months));
        // In doublings: 1, 2, −1 comes to 2; 2, −1, −2 comes to −1 and so is the lower. A rounding or two of logarithms.
        double[] At(int rank) => [.. new[] { 1, 1.5, 2, 3 }.Select(after => Math.Round(months.Moved(rank, after) / Math.Log(2), 12))];
        Assert.Equal([2, 1.5, 1, -1], At(0));
        Assert.Equal([1, 2, 3, 2], At(1));
    }

    [Fact]
    public void Only_months_that_differ_are_drawn_one_or_three_at_once()
    {
        Assert.Contains("these are Quarterly", Assert.Throws<ArgumentException>(() => SharePriceModel.Bootstrap("A", 1.Usd, new([(new(2024, 1, 31), 1), (new(2024, 4, 30), 2), (new(2024, 7, 31), 1)]))).Message, StringComparison.Ordinal);
        Assert.Equal("monthsAtOnce", Assert.Throws<ArgumentOutOfRangeException>(() => SharePriceModel.Bootstrap("A", 1.Usd, PriceHistories.Amazon, 2)).ParamName);
        Assert.Contains("nothing to draw from", Assert.Throws<ArgumentException>(() => SharePriceModel.Bootstrap("A", 1.Usd, PriceHistories.Months(1, 2, 1, 3), 3)).Message, StringComparison.Ordinal);
        Assert.Contains("move alike", Assert.Throws<ArgumentException>(() => SharePriceModel.Bootstrap("A", 1.Usd, PriceHistories.Months(1, 2, 4))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_are_equal_where_their_histories_and_blocks_are()
    {
        Assert.Equal(Amazon, SharePriceModel.Bootstrap("AMZN", 130.Usd, PriceHistories.Amazon));
        Assert.NotEqual(Amazon, ByQuarters);
        Assert.NotEqual(Amazon, SharePriceModel.Bootstrap("AMZN", 131.Usd, PriceHistories.Amazon));
        Assert.NotEqual(Amazon, SharePriceModel.Bootstrap("AMZN", 130.Usd, new([.. PriceHistories.Amazon.Closes.Skip(1)])));
        Assert.Equal("AMZN from 130.00 USD, months of 122, 3 at once", ByQuarters.ToString());
    }
}
