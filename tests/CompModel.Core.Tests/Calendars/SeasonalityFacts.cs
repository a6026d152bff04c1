namespace CompModel.Tests;

public class SeasonalityFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly Seasonality Rising = Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent);

    [Fact]
    public void Equal_months_are_twelfths_whatever_their_days()
    {
        Assert.Equal((Rational)1 / 12, Seasonality.EqualMonths.Share(Year, Year.Month(2).Days));
        Assert.Equal((Rational)1 / 12, Seasonality.EqualMonths.Share(Year, Year.Month(3).Days));
    }

    [Fact]
    public void Inside_a_weighted_period_the_share_is_by_days()
    {
        // The first ten of February's 28 days.
        Assert.Equal((Rational)10 / 28 / 12, Seasonality.EqualMonths.Share(Year, new(new(2026, 2, 1), new(2026, 2, 11))));
        // A leap February has 29.
        Assert.Equal((Rational)10 / 29 / 12, Seasonality.EqualMonths.Share(PlanYear.Calendar(2028), new(new(2028, 2, 1), new(2028, 2, 11))));
        // Weights by quarter: January is 31 of 90 days.
        Assert.Equal(18.Percent * 31 / 90, Rising.Share(Year, Year.Month(1).Days));
        // August is 31 of the third quarter's 92.
        Assert.Equal(24.Percent * 31 / 92, Rising.Share(Year, Year.Month(8).Days));
    }

    [Fact]
    public void Shares_telescope_across_periods()
    {
        Assert.Equal(40.Percent, Rising.Share(Year, Year.Half(1).Days));
        Assert.Equal(Rational.One, Rising.Share(Year, Year.Days));
        Assert.Equal(Rational.Zero, Rising.Share(Year, new(new(2026, 5, 5), new(2026, 5, 5))));
    }

    [Fact]
    public void Only_days_inside_the_year_have_a_share()
    {
        Assert.Equal(Rational.One, Rising.Share(Year, new(new(2020, 1, 1), new(2030, 1, 1))));
        Assert.Equal(Rational.Zero, Rising.Share(Year, new(new(2027, 1, 1), new(2027, 4, 1))));
        Assert.Equal(18.Percent, Rising.Share(Year, new(new(2025, 7, 1), new(2026, 4, 1))));
    }

    [Fact]
    public void Weights_of_a_fiscal_year_count_from_its_first_day() =>
        Assert.Equal(36.Percent, Rising.Share(PlanYear.Starting(new(2026, 7, 1)), new(new(2027, 4, 1), new(2027, 7, 1))));

    [Fact]
    public void A_year_spread_evenly_is_quarters_alone_and_quarters_to_date()
    {
        // spread-siebel: docs.oracle.com/cd/E05553_01/books/InCompAdm/InCompAdmQuotas9.html: 1,000,000 in four discrete or cumulative quarters.
        Assert.All(Year.Periods(Frequency.Quarterly), quarter => Assert.Equal(250_000, 1_000_000 * Seasonality.EqualMonths.Share(Year, quarter.Days)));
        Assert.Equal(
            [25.Percent, 50.Percent, 75.Percent, 100.Percent],
            Year.Periods(Frequency.Quarterly).Select(quarter => Seasonality.EqualMonths.Share(Year, new(Year.Start, quarter.End))));
    }

    [Fact]
    public void Quarter_weights_in_whole_months_are_thirds_a_month()
    {
        // prorate-seasonal-quickbase: QuickBase community, "Formula to Prorate a Quota", 2019-03-12: a hire of 1 March has one of the first quarter's three months.
        Rational[] quarters = [20.Percent, 20.Percent, 20.Percent, 40.Percent];
        Seasonality seasonality = Seasonality.Months([.. quarters.SelectMany(quarter => Enumerable.Repeat(quarter / 3, 3))]);
        PlanYear year = PlanYear.Calendar(2019);
        DateRange counting = Proration.ByWholeMonths.Counting(year, new(new(2019, 3, 1), year.End));
        Rational[] shares = [.. year.Periods(Frequency.Quarterly).Select(quarter => 100_000 * seasonality.Share(year, quarter.Days.Intersect(counting)))];
        Assert.Equal([(Rational)20_000 / 3, 20_000, 20_000, 40_000], shares);
        Assert.Equal(6_666.67m.Usd, new Amount(shares[0], Currency.Usd).Round(Rounding.ToMinorUnit));
    }

    [Fact]
    public void Weights_that_do_not_sum_to_one_are_refused_with_their_sum()
    {
        var error = Assert.Throws<ArgumentException>(() => Seasonality.Quarters(25.Percent, 25.Percent, 25.Percent, 24.Percent));
        Assert.Equal("weights", error.ParamName);
        Assert.Contains("0.99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_zero_below_or_of_a_wrong_number_are_refused()
    {
        Assert.Contains("-0.1", Assert.Throws<ArgumentException>(() => Seasonality.Quarters(-0.1m, 0.5m, 0.5m, 0.1m)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Seasonality.Quarters(0, 0.5m, 0.25m, 0.25m));
        Assert.Contains("there are 2", Assert.Throws<ArgumentException>(() => Seasonality.Quarters(0.5m, 0.5m)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Seasonality.Months(1));
    }

    [Fact]
    public void Weights_may_be_thirds()
    {
        Rational third = (Rational)1 / 3;
        Seasonality halves = Seasonality.Of(Frequency.SemiAnnual, third, third * 2);
        Assert.Equal(third, halves.Share(Year, Year.Half(1).Days));
    }

    [Fact]
    public void Equal_weights_of_one_frequency_are_equal_and_print_in_percent()
    {
        Assert.Equal(Rising, Seasonality.Of(Frequency.Quarterly, 0.18m, 0.22m, 0.24m, 0.36m));
        Assert.Equal(Rising.GetHashCode(), Seasonality.Of(Frequency.Quarterly, 0.18m, 0.22m, 0.24m, 0.36m).GetHashCode());
        Assert.NotEqual(Rising, Seasonality.EqualMonths);
        Assert.Equal("18 % / 22 % / 24 % / 36 %", Rising.ToString());
    }

    [Fact]
    public void Changing_the_weights_given_changes_nothing_afterwards()
    {
        Rational[] weights = [0.25m, 0.25m, 0.25m, 0.25m];
        Seasonality seasonality = Seasonality.Quarters(weights);
        weights[0] = 7;
        Assert.Equal((Rational)0.25m, seasonality.Weights[0]);
    }
}
