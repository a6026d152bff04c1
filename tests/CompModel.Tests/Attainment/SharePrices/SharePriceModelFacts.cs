namespace CompModel.Tests;

public class SharePriceModelFacts
{
    private static readonly SharePriceModel Acme = SharePriceModel.GeometricBrownian("ACME", 100.Usd, drift: 0.05, volatility: 0.45, dividendYield: 0.01);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.0001)]
    [InlineData(10.0001)]
    public void A_volatility_or_dividend_yield_is_a_number_from_zero_to_ten(double rate)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0, rate));
        Assert.Equal("volatility", refusal.ParamName);
        Assert.Contains("from 0 to 10", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("dividendYield", Assert.Throws<ArgumentOutOfRangeException>(() => SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0, 0.3, rate)).ParamName);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-10.0001)]
    [InlineData(10.0001)]
    public void A_drift_is_a_number_from_minus_ten_to_ten(double drift) =>
        Assert.Equal("drift", Assert.Throws<ArgumentOutOfRangeException>(() => SharePriceModel.GeometricBrownian("ACME", 100.Usd, drift, 0.3)).ParamName);

    [Fact]
    public void A_share_has_a_name_and_a_price_above_zero()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SharePriceModel.Fixed("ACME", 0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => SharePriceModel.GeometricBrownian("ACME", -1m.Usd, 0, 0.3));
        Assert.Throws<ArgumentException>(() => SharePriceModel.Fixed(" ", 1.Usd));
    }

    [Fact]
    public void The_expected_price_grows_by_the_drift_less_the_dividend_yield()
    {
        Assert.Equal(Math.Exp(0.04 * 2.5), Acme.ExpectedGrowth(2.5), 1e-14);
        Assert.Equal(1, SharePriceModel.Fixed("ACME", 100.Usd).ExpectedGrowth(7));
    }

    [Theory]
    [InlineData(0.45)]
    [InlineData(0.01)]
    [InlineData(1e-6)]
    public void Prices_covary_by_the_time_they_share(double volatility)
    {
        SharePriceModel model = SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.05, volatility);
        // e^x − 1 in decimals, by its series, to below 1e-20 of itself for these x.
        decimal x = (decimal)volatility * (decimal)volatility * 0.5m, term = x, sum = 0;
        for (int k = 2; k < 20; k++)
        {
            sum += term;
            term *= x / k;
        }
        Assert.Equal((double)sum, model.RelativeCovariance(0.5, 3), 1e-13 * (double)sum);
        Assert.Equal(model.RelativeCovariance(0.5, 3), model.RelativeCovariance(3, 0.5));
        Assert.Equal(0, SharePriceModel.Fixed("ACME", 100.Usd).RelativeCovariance(2, 2));
    }

    [Fact]
    public void Models_are_equal_where_all_they_say_is() =>
        Assert.Equal(
            (true, false, "geometric Brownian ACME 100.00 USD 0.05 0.45 0.01", "fixed ACME 100.00 USD"),
            (Acme == SharePriceModel.GeometricBrownian("ACME", 100.0m.Usd, 0.05, 0.45, 0.01), Acme == SharePriceModel.GeometricBrownian("ACME", 100.Usd, 0.05, 0.45), Acme.Canonical, SharePriceModel.Fixed("ACME", 100.Usd).Canonical));

    [Theory]
    [InlineData(1.0000001)]
    [InlineData(-1.0000001)]
    [InlineData(double.NaN)]
    public void Pay_and_price_correlate_by_minus_one_to_one_and_money_is_discounted_by_a_rate_in_that_range(double outside)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Workloads.W1Assumptions.WithPriceCorrelation(outside));
        Assert.Throws<ArgumentOutOfRangeException>(() => Workloads.W1Assumptions.WithDiscountRate(outside));
    }

    [Fact]
    public void Whatever_else_is_said_later_the_share_price_stays()
    {
        Assumptions said = Workloads.W1Assumptions.WithSharePrice(Acme).WithPriceCorrelation(-0.2).WithDiscountRate(0.03);
        Assumptions later = said.And(Measure.Adoption, AttainmentModel.LogNormal(1, 0.3)).WithCorrelation(Measure.Bookings, Measure.Adoption, 0.1)
            .WithCompanyRange(0.9, 1.1).WithSeasonality(Seasonality.EqualMonths).With(Measure.Bookings, AttainmentModel.LogNormal(1, 0.2));
        Assert.Equal((Acme, -0.2, 0.03), (later.SharePrice, later.PriceCorrelation, later.DiscountRate));
        Assert.Equal((null, 0, 0), (Workloads.W1Assumptions.SharePrice, Workloads.W1Assumptions.PriceCorrelation, Workloads.W1Assumptions.DiscountRate));
    }
}
