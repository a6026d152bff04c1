using NodaTime;

namespace CompModel.Tests.Equity;

public class VestingScheduleTests
{
    private static readonly LocalDate January31 = new(2025, 1, 31);

    [Fact]
    public void Dates_count_from_the_start_and_never_drift() =>
        Assert.Equal(
            [new(2025, 2, 28), new(2025, 3, 31), new(2025, 4, 30), new(2025, 5, 31), new(2025, 6, 30), new(2025, 7, 31)],
            VestingSchedule.Monthly(6).DatesFrom(January31));

    [Fact]
    public void A_cliff_off_the_grid_gathers_what_was_due_by_then() =>
        Assert.Equal(
            [new(2025, 8, 31), new(2025, 8, 31), new(2025, 10, 31), new(2026, 1, 31)],
            VestingSchedule.Quarterly(4, cliffMonths: 7).DatesFrom(January31));

    [Fact]
    public void A_cliff_beyond_the_end_is_refused_with_both()
    {
        Assert.Contains("6 months", Assert.Throws<ArgumentOutOfRangeException>("cliff", () => VestingSchedule.Monthly(6, cliff: 12)).Message);
        Assert.Contains("12 months", Assert.Throws<FormatException>(() => VestingSchedule.Parse("monthly 6 cliff 12")).Message);
        Assert.Throws<ArgumentOutOfRangeException>("cliff", () => VestingSchedule.EveryDays(30, 3).WithCliff(new VestingTime.Days(91)));
        Assert.Equal(new(2025, 7, 31), VestingSchedule.Monthly(6, cliff: 6).DatesFrom(January31)[0]);
    }

    [Fact]
    public void A_dated_cliff_may_lie_beyond_the_end_and_all_vests_on_it() =>
        Assert.All(VestingSchedule.Monthly(6).WithCliff(new VestingTime.On(new(2026, 1, 31))).DatesFrom(January31), date => Assert.Equal(new(2026, 1, 31), date));

    [Fact]
    public void A_cliff_of_installments_is_on_the_date_of_the_last_of_them() =>
        Assert.Equal(VestingSchedule.EveryMonths(3, 16, cliffInstallments: 4), VestingSchedule.Quarterly(16, cliffMonths: 12));

    [Fact]
    public void The_same_schedule_said_in_two_ways_is_equal()
    {
        Assert.Equal(VestingSchedule.EveryMonths(12, 4), VestingSchedule.Annual(4));
        Assert.Equal(VestingSchedule.Annual(2), VestingSchedule.Portions((12, 50.Percent), (24, 50.Percent)));
        Assert.NotEqual(VestingSchedule.Annual(2), VestingSchedule.Annual(2, cliffMonths: 12));
        Assert.NotEqual(VestingSchedule.Annual(2), VestingSchedule.Annual(2).OnDay(VestingDay.Last));
        Assert.NotEqual(VestingSchedule.Annual(2), VestingSchedule.Portions((12, 51.Percent), (24, 49.Percent)));
    }

    [Fact]
    public void What_is_due_at_the_start_vests_on_it_whatever_the_day_rule() =>
        Assert.Equal([January31, new(2026, 1, 1)], VestingSchedule.Portions((0, 10.Percent), (12, 90.Percent)).OnDay(VestingDay.First).DatesFrom(January31));

    [Fact]
    public void The_day_rule_moves_neither_days_nor_dates()
    {
        Assert.Equal([new(2025, 5, 1)], VestingSchedule.EveryDays(90, 1).OnDay(VestingDay.Last).DatesFrom(January31));
        Assert.Equal([new(2025, 5, 2)], VestingSchedule.Dated((new(2025, 5, 2), 1)).OnDay(VestingDay.Last).DatesFrom(January31));
    }

    [Fact]
    public void Dates_of_their_own_do_not_depend_on_the_start() =>
        Assert.Equal([new(2024, 5, 2)], VestingSchedule.Dated((new(2024, 5, 2), 1)).DatesFrom(January31));

    [Fact]
    public void Thirds_and_monthly_twelfths_of_percentages_sum_to_one()
    {
        VestingSchedule schedule = VestingSchedule.Parse("33% monthly 12, 33% monthly 12, 22% monthly 12, 12% monthly 12");
        Assert.Equal(48, schedule.Installments.Count);
        Assert.Equal(Rational.One, schedule.Installments[^1].Cumulative);
        Assert.Equal(1, VestingSchedule.Portions((12, (Rational)1 / 3), (24, (Rational)1 / 3), (36, (Rational)1 / 3)).Installments[2].Cumulative);
    }

    [Fact]
    public void Portions_that_do_not_sum_to_one_are_refused_with_their_sum()
    {
        Assert.Contains("0.95", Assert.Throws<ArgumentException>(() => VestingSchedule.Portions((12, 25.Percent), (24, 70.Percent))).Message);
        Assert.Contains("0.9999999999", Assert.Throws<ArgumentException>(
            () => VestingSchedule.Portions((1, 0.3333333333m), (2, 0.3333333333m), (3, 0.3333333333m))).Message);
    }

    [Fact]
    public void Bad_definitions_are_refused_with_the_bad_value()
    {
        Assert.Contains("1201", Assert.Throws<ArgumentOutOfRangeException>("months", () => VestingSchedule.Monthly(1_201)).Message);
        Assert.Contains("401", Assert.Throws<ArgumentOutOfRangeException>("quarters", () => VestingSchedule.Quarterly(401)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("years", () => VestingSchedule.Annual(0));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => VestingSchedule.EveryMonths(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>("cliffInstallments", () => VestingSchedule.EveryMonths(1, 4, 5));
        Assert.Throws<ArgumentOutOfRangeException>("cliffInstallments", () => VestingSchedule.EveryDays(1, 4, -1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => VestingSchedule.Monthly(48, cliff: -1));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => VestingDay.OfMonth(32));
        Assert.Throws<ArgumentOutOfRangeException>("installments", () => VestingSchedule.Portions((12, 0), (24, 1)));
        Assert.Contains("12 months follows 24 months", Assert.Throws<ArgumentException>(
            () => VestingSchedule.Portions((24, 50.Percent), (12, 50.Percent))).Message);
        Assert.Throws<ArgumentException>(() => VestingSchedule.Portions((12, 50.Percent), (12, 50.Percent)));
        Assert.Throws<ArgumentException>(
            () => VestingSchedule.Of((new VestingTime.Months(1), 50.Percent), (new VestingTime.Days(90), 50.Percent)));
        Assert.Contains("sum to 0", Assert.Throws<ArgumentException>(() => VestingSchedule.Portions()).Message);
    }

    [Fact]
    public void Default_day_is_the_day_of_the_start() => Assert.Equal(VestingDay.OfStart, default);
}
