namespace CompModel.Tests.Offers;

/// <summary>What an employer adds to a 401(k), by hand.</summary>
public class RetirementMatchFacts
{
    private static readonly RetirementMatch Basic = RetirementMatch.OfPay((3.Percent, 100.Percent), (5.Percent, 50.Percent));

    private static readonly RetirementLimits Limits2026 = new RetirementLimits(24_500.Usd, 360_000.Usd, 72_000.Usd).WithCatchUp(8_000.Usd, 11_250.Usd);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.03", "0.03")]
    [InlineData("0.031", "0.0305")]
    [InlineData("0.05", "0.04")]
    [InlineData("0.9", "0.04")]
    public void Tiers_are_marginal(string deferral, string rate) => Assert.Equal(Of(rate), Basic.RateFor(Of(deferral)));

    [Fact]
    public void Tiers_in_money_match_what_is_deferred_in_the_year_whatever_the_pay()
    {
        RetirementMatch half = RetirementMatch.OfDeferrals((9_000.Usd, 50.Percent));
        Assert.Equal(4_500.Usd, half.Over(Level(20_000, 12), Deferral.OfPay(10.Percent), Limits2026).Match);
        // 5,000 a month reach the 24,500 in the fifth month, and 9,000 in the second: 2,500, then 2,000.
        RetirementYear year = half.Over(Level(20_000, 12), Deferral.EachPeriod(5_000.Usd), Limits2026);
        Assert.Equal([2_500, 2_000, 0], year.Periods.Take(3).Select(period => period.Match.Value));
        Assert.Equal((24_500.Usd, 0.Usd), (year.Deferral, year.Lost));
        Assert.Throws<InvalidOperationException>(() => half.RateFor(5.Percent));
    }

    [Fact]
    public void A_cap_in_money_ends_the_match_of_the_year()
    {
        RetirementYear year = Basic.CappedAt(1_000.Usd).Over(Level(10_000, 12), Deferral.OfPay(5.Percent), Limits2026);
        Assert.Equal([400, 400, 200, 0], year.Periods.Take(4).Select(period => period.Match.Value));
        Assert.Equal((1_000.Usd, 1_000.Usd, 0.Usd), (year.Match, year.OfTheYear, year.Lost));
    }

    [Fact]
    public void A_cap_in_percent_of_pay_is_of_each_periods_pay() =>
        Assert.Equal(3_600.Usd, RetirementMatch.OfPay((6.Percent, 100.Percent)).CappedAt(3.Percent).Over(Level(10_000, 12), Deferral.OfPay(10.Percent), Limits2026).Match);

    [Fact]
    public void The_nonelective_part_comes_whatever_is_deferred()
    {
        RetirementYear year = Basic.WithNonelective(3.Percent).Over(Level(10_000, 12), Deferral.None, Limits2026);
        Assert.Equal((0.Usd, 0.Usd, 3_600.Usd, 3_600.Usd), (year.Deferral, year.Match, year.Nonelective, year.Total));
    }

    [Fact]
    public void Pay_beyond_the_compensation_limit_is_not_matched()
    {
        // 50,000 a month reach 360,000 with a fifth of the eighth month, whose 1,500 are more than 5 % of those 10,000. What is deferred of later pay is matched nothing then, but
        // counts in the year: 3 % of 600,000 are 5 % of 360,000, and 4 % of 360,000 would be matched.
        RetirementYear year = Basic.Over(Level(50_000, 12), Deferral.OfPay(3.Percent), Limits2026);
        Assert.Equal([1_500, 400, 0], year.Periods.Skip(6).Take(3).Select(period => period.Match.Value));
        Assert.Equal((18_000.Usd, 10_900.Usd, 14_400.Usd), (year.Deferral, year.Match, year.OfTheYear));
    }

    [Theory]
    [InlineData(0, 24_500)]
    [InlineData(49, 24_500)]
    [InlineData(50, 32_500)]
    [InlineData(59, 32_500)]
    [InlineData(60, 35_750)]
    [InlineData(63, 35_750)]
    [InlineData(64, 32_500)]
    public void Catch_up_follows_the_age_reached_in_the_year(int age, int most) =>
        Assert.Equal(most, Basic.Over(Level(20_000, 12), Deferral.OfPay(50.Percent), Limits2026, age).Deferral.Value);

    [Fact]
    public void Without_another_amount_at_60_that_from_50_goes_on() =>
        Assert.Equal(30_000.Usd, new RetirementLimits(22_500.Usd).WithCatchUp(7_500.Usd).MostDeferred(61));

    [Fact]
    public void The_additions_limit_takes_from_what_the_employer_adds_nonelective_first()
    {
        // 24,500 deferred besides 4 % and 15 % of 360,000 are 24,500 + 14,400 + 54,000; 72,000 leave 33,100 for the nonelective part. Catch-up takes no room.
        RetirementMatch rich = Basic.WithNonelective(15.Percent);
        RetirementYear year = rich.Over([360_000.Usd], Deferral.EachPeriod(24_500.Usd), Limits2026);
        Assert.Equal((14_400.Usd, 33_100.Usd, 72_000.Usd), (year.Match, year.Nonelective, year.Total));
        // In twelve months all of it is used up sooner: what was added stays, and no more is deferred.
        Assert.Equal(72_000.Usd, rich.Over(Level(40_000, 12), Deferral.OfPay(5.Percent), Limits2026).Total);
        Assert.Equal(80_000.Usd, rich.Over([360_000.Usd], Deferral.OfPay(50.Percent), Limits2026, age: 55).Total);
    }

    [Fact]
    public void Deferring_early_loses_the_match_of_later_periods_unless_it_is_trued_up()
    {
        RetirementMatch full = RetirementMatch.OfPay((3.Percent, 100.Percent));
        var limits = new RetirementLimits(deferral: 16_500.Usd);
        RetirementYear lost = full.Over(Level(10_000, 12), Deferral.OfPay(20.Percent), limits), trued = full.Funded(MatchFunding.TruedUp).Over(Level(10_000, 12), Deferral.OfPay(20.Percent), limits);
        Assert.Equal((2_700.Usd, 900.Usd, 0.Usd), (lost.Match, lost.Lost, lost.TrueUp));
        Assert.Equal((2_700.Usd, 0.Usd, 900.Usd, 3_600.Usd), (trued.Received, trued.Lost, trued.TrueUp, trued.Match));
        // The ninth month has 500 left to defer, which matches 300 still.
        Assert.Equal([500, 300], [lost.Periods[8].Deferral.Value, lost.Periods[8].Match.Value]);
    }

    [Fact]
    public void Cents_are_those_of_the_year_so_far()
    {
        // 5 % of 1,000/3 are 16 2/3 a period: 16.67, then 33.33 in all, then 50.
        Amount third = 1_000.Usd * Rational.Of(1, 3);
        RetirementYear year = RetirementMatch.OfPay((5.Percent, 100.Percent)).Over([third, third, third], Deferral.OfPay(5.Percent), RetirementLimits.None);
        Assert.Equal([16.67m, 16.66m, 16.67m], year.Periods.Select(period => period.Match.Value));
        Assert.Equal([17m, 16m, 17m], RetirementMatch.OfPay((5.Percent, 100.Percent)).RoundedBy(Rounding.ToWholeUnit)
            .Over([third, third, third], Deferral.OfPay(5.Percent), RetirementLimits.None).Periods.Select(period => period.Match.Value));
    }

    [Fact]
    public void Match_of_pay_bends_at_the_deferral_limit_and_at_the_compensation_limit()
    {
        // 7 % reach 24,500 at 350,000; there the match is 4 % still, as 5 % of pay are less than what is deferred, up to 360,000; beyond, nothing.
        MatchOfPay seven = Basic.MatchOfPay(7.Percent, Limits2026);
        Assert.Equal([(0, 0), (360_000, 14_400)], seven.Knots);
        Assert.Equal([4.Percent, 0], seven.Slopes);
        // 10 % under a limit of 6,000: up to 60,000 deferred in full, at 120,000 the limit is 5 % of pay, at 200,000 3 %.
        MatchOfPay ten = Basic.MatchOfPay(10.Percent, new(deferral: 6_000.Usd));
        Assert.Equal([(0, 0), (120_000, 4_800), (200_000, 6_000)], ten.Knots);
        Assert.Equal([4.Percent, 1.5m.Percent, 0], ten.Slopes);
        Assert.True(ten.IsConcave);
        Assert.Equal(5_400, ten.At(160_000));
    }

    [Fact]
    public void Match_of_pay_is_not_concave_where_rates_rise_or_the_additions_limit_binds()
    {
        Assert.False(RetirementMatch.OfPay((4.Percent, 50.Percent), (6.Percent, 100.Percent)).MatchOfPay(6.Percent, new(deferral: 6_000.Usd)).IsConcave);
        MatchOfPay bound = RetirementMatch.OfPay((50.Percent, 100.Percent)).MatchOfPay(50.Percent, new(20_000.Usd, additions: 30_000.Usd));
        Assert.Equal([(0, 0), (30_000, 15_000), (40_000, 10_000)], bound.Knots);
        Assert.False(bound.IsConcave);
    }

    [Fact]
    public void Bad_definitions_say_what_is_wrong()
    {
        Assert.Contains("from 0 to 1 (100 %) of pay; write 5 % as 5.Percent", Refused(() => Deferral.OfPay(5)));
        Refused(() => Deferral.OfPay(-1.Percent));
        Refused(() => Deferral.EachPeriod(-1.Usd));
        Refused(() => Basic.RateFor(101.Percent));
        Assert.Contains("0.03 follows 0.05", Refused(() => RetirementMatch.OfPay((5.Percent, 1), (3.Percent, 1))));
        Assert.Contains("0.05 follows 0.05", Refused(() => RetirementMatch.OfPay((5.Percent, 1), (5.Percent, 1))));
        Refused(() => RetirementMatch.OfPay((3, 1)));
        Refused(() => RetirementMatch.OfPay((3.Percent, 50)));
        Refused(() => RetirementMatch.OfPay((3.Percent, -1.Percent)));
        Refused(() => RetirementMatch.OfDeferrals((-1.Usd, 1)));
        Assert.Throws<ArgumentException>(() => RetirementMatch.OfPay());
        Assert.Throws<ArgumentException>(() => RetirementMatch.OfDeferrals((1.Usd, 1), (2.In(Currency.Eur), 1)));
        Refused(() => Basic.CappedAt(-1.Usd));
        Refused(() => Basic.CappedAt(2));
        Refused(() => Basic.WithNonelective(3));
        Refused(() => Basic.Funded((MatchFunding)7));
        Refused(() => new RetirementLimits(deferral: -1.Usd));
        Assert.Throws<ArgumentException>(() => new RetirementLimits(1.Usd, 1.In(Currency.Eur)));
        Assert.Throws<ArgumentException>(() => Basic.Over([], Deferral.None, RetirementLimits.None));
        Refused(() => Basic.Over([-1.Usd], Deferral.None, RetirementLimits.None));
        Assert.Throws<ArgumentException>(() => Basic.Over([1.In(Currency.Eur)], Deferral.None, Limits2026));
        Assert.Throws<ArgumentException>(() => Basic.CappedAt(5.Usd).Over([1.In(Currency.Eur)], Deferral.None, RetirementLimits.None));
        Refused(() => Basic.MatchOfPay(5.Percent, Limits2026).At(-1));
    }

    [Fact]
    public void A_match_reads_as_plan_documents_do() =>
        Assert.Equal(
            "100 % up to 3 % of pay, then 50 % up to 5 % of pay; at most 2,000.00 USD a year; 1 % of pay besides; trued up",
            Basic.CappedAt(2_000.Usd).WithNonelective(1.Percent).Funded(MatchFunding.TruedUp).ToString());

    private static Amount[] Level(int pay, int periods) => [.. Enumerable.Repeat<Amount>(pay.Usd, periods)];

    private static Rational Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Refused(Action action) => Assert.Throws<ArgumentOutOfRangeException>(action).Message;
}
