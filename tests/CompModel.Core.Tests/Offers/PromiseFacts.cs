using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Offers;

/// <summary>Share prices, refreshers and benefits.</summary>
[Properties(Arbitrary = [typeof(Equity.Generators)], MaxTest = 100)]
public class PromiseFacts
{
    private static readonly SharePricePath Growing = SharePricePath.Growing(100.Usd, new(2025, 7, 1), 10.Percent);

    [Fact]
    public void A_price_steps_on_the_anniversary_itself() => Assert.Equal(
        [100.Usd, 100.Usd, 100.Usd, 110.Usd, 121.Usd],
        new LocalDate[] { new(2020, 1, 1), new(2025, 7, 1), new(2026, 6, 30), new(2026, 7, 1), new(2027, 7, 1) }.Select(Growing.At));

    [Fact]
    public void Each_year_may_grow_in_its_own_way_and_the_last_goes_on()
    {
        SharePricePath path = SharePricePath.Growing(100.Usd, new(2025, 7, 1), 20.Percent, -50.Percent);
        Assert.Equal([120.Usd, 60.Usd, 30.Usd], new[] { 1, 2, 3 }.Select(year => path.At(new LocalDate(2025, 7, 1).PlusYears(year))));
    }

    [Fact]
    public void Evenly_by_day_it_is_the_same_on_anniversaries_and_between_them_in_proportion()
    {
        SharePricePath even = Growing.Moving(PriceGrowth.EvenlyByDay);
        // 73 of 365 days, of a growth of 10 and then of 11.
        Assert.Equal([100.Usd, 102.Usd, 110.Usd, 112.2m.Usd], new LocalDate[] { new(2025, 6, 1), new(2025, 9, 12), new(2026, 7, 1), new(2026, 9, 12) }.Select(even.At));
    }

    [Fact]
    public void Anniversaries_of_a_leap_day_do_not_drift() => Assert.Equal(
        [110.Usd, 133.1m.Usd, 146.41m.Usd],
        new LocalDate[] { new(2025, 2, 28), new(2028, 2, 28), new(2028, 2, 29) }.Select(SharePricePath.Growing(100.Usd, new(2024, 2, 29), 10.Percent).At));

    [Property]
    public bool A_flat_price_makes_value_shares_times_price(Grant grant, LocalDate date) =>
        SharePricePath.Flat(12.5m.Usd).ValueOf(grant.Tranches(), new(LocalDate.MinIsoValue, date.PlusDays(1))) == 12.5m.Usd * grant.VestedAt(date);

    [Fact]
    public void Refreshers_stack_on_anniversaries()
    {
        // 11,000 at 100 × 1.1 are 100 shares on 2026-07-01; at 121, 90.9: 90 whole ones.
        Refresher yearly = Refresher.EachYear(11_000.Usd, VestingSchedule.Quarterly(4), throughYear: 2);
        IReadOnlyList<Grant> grants = yearly.Grants(new(2025, 7, 1), new(2030, 1, 1), Growing);
        Assert.Equal([("refresher 2026-07-01", 100L), ("refresher 2027-07-01", 90L)], grants.Select(grant => (grant.Id, grant.Shares)));
        Assert.Equal([25L, 25, 25, 25 + 0, 22, 23, 22, 23], grants.SelectMany(grant => grant.Tranches()).OrderBy(tranche => tranche.Vests).Select(tranche => tranche.Shares));
        Assert.Equal(new LocalDate(2027, 7, 1), grants[0].Tranches()[^1].Vests);
    }

    [Fact]
    public void Refreshers_begin_with_a_stated_year_and_none_is_granted_after_the_last_day_asked_for() => Assert.Equal(
        [new(2027, 7, 1), new(2028, 7, 1)],
        Refresher.EachYear(10, VestingSchedule.Annual(1), fromYear: 2).Grants(new(2025, 7, 1), new(2029, 7, 1), Growing).Select(grant => grant.Granted));

    [Fact]
    public void A_refresher_on_a_date_is_granted_once_and_one_that_buys_no_share_is_none()
    {
        Assert.Equal(7, Assert.Single(Refresher.On(new(2026, 1, 1), 7, VestingSchedule.Annual(1)).Grants(new(2025, 7, 1), new(2027, 1, 1), Growing)).Shares);
        Assert.Empty(Refresher.On(new(2026, 1, 1), 99.Usd, VestingSchedule.Annual(1)).Grants(new(2025, 7, 1), new(2027, 1, 1), Growing));
        Assert.Empty(Refresher.On(new(2026, 1, 1), 7, VestingSchedule.Annual(1)).Grants(new(2025, 7, 1), new(2026, 1, 1), Growing));
    }

    [Fact]
    public void A_benefit_counts_a_twelfth_a_month_and_grows_each_January()
    {
        Benefit health = Benefit.Of("health premium", 12_000.Usd).Growing(5.Percent);
        LocalDate start = new(2026, 3, 16);
        // 16 of 31 days of March; then nine months; in the next year 1.05 of twelve.
        Assert.Equal(Rational.Of(16, 31 * 12), health.Years(start, new(new(2026, 1, 1), new(2026, 4, 1))));
        Assert.Equal(Rational.Of(16, 31 * 12) + Rational.Of(9, 12), health.Years(start, new(new(2026, 1, 1), new(2027, 1, 1))));
        Assert.Equal(1.05m, health.Years(start, new(new(2027, 1, 1), new(2028, 1, 1))));
        Assert.Equal(Rational.Of(6, 12) * 1.05m + Rational.Of(6, 12) * 1.1025m, health.Years(start, new(new(2027, 7, 1), new(2028, 7, 1))));
    }

    [Fact]
    public void Bad_definitions_say_what_is_wrong()
    {
        Refused(() => SharePricePath.Flat(0.Usd));
        Assert.Throws<ArgumentException>(() => SharePricePath.Flat(5.In(Currency.None)));
        Assert.Contains("write 10 % as 10.Percent", Refused(() => SharePricePath.Growing(1.Usd, new(2026, 1, 1), 5, 11, 10)).Replace("11", "10"));
        Refused(() => SharePricePath.Growing(1.Usd, new(2026, 1, 1), -1));
        Assert.Throws<ArgumentException>(() => SharePricePath.Growing(1.Usd, new(2026, 1, 1)));
        Refused(() => Growing.Moving((PriceGrowth)5));
        Refused(() => Growing.At(new(2125, 7, 1)));
        Refused(() => Refresher.On(new(2026, 1, 1), 0, VestingSchedule.Annual(1)));
        Refused(() => Refresher.On(new(2026, 1, 1), (-1).Usd, VestingSchedule.Annual(1)));
        Refused(() => Refresher.EachYear(1, VestingSchedule.Annual(1), fromYear: 0));
        Refused(() => Refresher.EachYear(1, VestingSchedule.Annual(1), fromYear: 3, throughYear: 2));
        Assert.Contains("before the start on 2027-01-01", Refused(() => Refresher.On(new(2026, 1, 1), 1, VestingSchedule.Annual(1)).Grants(new(2027, 1, 1), new(2028, 1, 1), Growing)));
        Refused(() => Benefit.Of("x", (-1).Usd));
        Refused(() => Benefit.Of("x", 1.Usd).Growing(5));
        Refused(() => Benefit.Of("x", 1.Usd).Costing((-1).Usd));
        Assert.Throws<ArgumentException>(() => Benefit.Of("x", 1.Usd).Costing(1.In(Currency.Eur)));
        Assert.Throws<ArgumentException>(() => Benefit.Of(" ", 1.Usd));
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentOutOfRangeException>(action).Message;
}
