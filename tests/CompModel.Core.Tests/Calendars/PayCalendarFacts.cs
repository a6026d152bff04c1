using NodaTime;

namespace CompModel.Tests;

public class PayCalendarFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static DateRange Closing(LocalDate last) => new(last, last.PlusDays(1));

    [Theory]
    // calendar-tsm: github:murphysheldon05/tsmroofpro, src/lib/__tests__/commissionLogic.test.ts: the week closes on Friday and is paid on the Friday after.
    [InlineData("2026-02-23", "2026-03-06")]
    [InlineData("2026-02-27", "2026-03-06")]
    [InlineData("2026-02-28", "2026-03-13")]
    [InlineData("2026-02-22", "2026-03-06")]
    [InlineData("2026-04-14", "2026-04-24")]
    public void A_week_that_closes_on_Friday_is_paid_on_the_Friday_after(string submitted, string paid)
    {
        DateRange week = DateRange.WeekOf(NodaTime.Text.LocalDatePattern.Iso.Parse(submitted).Value, closes: IsoDayOfWeek.Friday);
        Assert.Equal(paid, PayCalendar.Weekday(IsoDayOfWeek.Friday).PayDate(week).ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void A_weekday_counts_from_the_day_after_the_period_closes()
    {
        // 2026-01-31 is a Saturday.
        Assert.Equal(new LocalDate(2026, 2, 6), PayCalendar.Weekday(IsoDayOfWeek.Friday).PayDate(Year.Month(1)));
        Assert.Equal(new LocalDate(2026, 2, 13), PayCalendar.Weekday(IsoDayOfWeek.Friday, 2).PayDate(Year.Month(1)));
        Assert.Equal(new LocalDate(2026, 1, 16), PayCalendar.Weekday(IsoDayOfWeek.Friday).PayDate(Closing(new(2026, 1, 9))));
    }

    [Fact]
    public void Business_days_pass_over_weekends_and_holidays()
    {
        // The quarter closes on Tuesday 31 March; Good Friday is 3 April.
        PayCalendar calendar = PayCalendar.BusinessDays(5);
        Assert.Equal(new LocalDate(2026, 4, 7), calendar.PayDate(Year.Quarter(1)));
        Assert.Equal(new LocalDate(2026, 4, 8), calendar.WithHolidays(new LocalDate(2026, 4, 3)).PayDate(Year.Quarter(1)));
        Assert.Equal(new LocalDate(2026, 4, 9), calendar.WithHolidays(new LocalDate(2026, 4, 3)).WithHolidays(new LocalDate(2026, 4, 6)).PayDate(Year.Quarter(1)));
        Assert.Equal(new LocalDate(2026, 2, 2), PayCalendar.BusinessDays(1).PayDate(Year.Month(1)));
    }

    [Fact]
    public void A_day_of_the_month_after_is_its_last_where_it_is_shorter()
    {
        PayCalendar end = PayCalendar.DayOfMonth(31).Moving(DayOffMove.None);
        Assert.Equal(new LocalDate(2026, 2, 28), end.PayDate(Year.Month(1)));
        Assert.Equal(new LocalDate(2026, 4, 30), end.PayDate(Year.Quarter(1)));
        Assert.Equal(new LocalDate(2026, 5, 15), PayCalendar.DayOfMonth(15, months: 2).PayDate(Year.Quarter(1)));
        // A week year's month closes inside a calendar month: on Saturday 28 February.
        Assert.Equal(new LocalDate(2026, 3, 15), PayCalendar.DayOfMonth(15).Moving(DayOffMove.None).PayDate(PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFiveFour).Month(1)));
    }

    [Theory]
    // 15 August 2026 is a Saturday.
    [InlineData(DayOffMove.Back, 14)]
    [InlineData(DayOffMove.Forward, 17)]
    [InlineData(DayOffMove.None, 15)]
    public void A_date_on_a_weekend_moves_as_it_is_said(DayOffMove move, int day) =>
        Assert.Equal(new LocalDate(2026, 8, day), PayCalendar.DayOfMonth(15).Moving(move).PayDate(Year.Month(7)));

    [Fact]
    public void A_date_moves_past_all_days_off_in_a_row()
    {
        // Christmas 2026 is a Friday.
        PayCalendar calendar = PayCalendar.DayOfMonth(25).WithHolidays(new(2026, 12, 24), new(2026, 12, 25));
        Assert.Equal(DayOffMove.Back, calendar.Move);
        Assert.Equal(new LocalDate(2026, 12, 23), calendar.PayDate(Year.Month(11)));
        Assert.Equal(new LocalDate(2026, 12, 28), calendar.Moving(DayOffMove.Forward).PayDate(Year.Month(11)));
    }

    [Fact]
    public void A_date_that_would_move_back_to_before_the_close_moves_forward()
    {
        // The period closes on Sunday 24 May; Monday is Memorial Day.
        PayCalendar calendar = PayCalendar.Weekday(IsoDayOfWeek.Monday).WithHolidays(new LocalDate(2026, 5, 25));
        Assert.Equal(new LocalDate(2026, 5, 26), calendar.PayDate(Closing(new(2026, 5, 24))));
        Assert.Equal(new LocalDate(2026, 5, 26), calendar.PayDate(Closing(new(2026, 5, 22))));
        Assert.Equal(new LocalDate(2026, 5, 22), calendar.PayDate(Closing(new(2026, 5, 21))));
    }

    [Fact]
    public void A_list_pays_on_its_first_date_after_the_close()
    {
        PayCalendar calendar = PayCalendar.Dates(new(2026, 1, 31), new(2026, 4, 24), new(2026, 7, 24));
        Assert.Equal(new LocalDate(2026, 4, 24), calendar.PayDate(Year.Month(1)));
        Assert.Equal(new LocalDate(2026, 4, 24), calendar.PayDate(Year.Quarter(1)));
        Assert.Equal(new LocalDate(2026, 7, 24), calendar.PayDate(Year.Quarter(2)));
        string message = Assert.Throws<InvalidOperationException>(() => calendar.PayDate(Year.Month(7))).Message;
        Assert.Contains("2026-07-24", message, StringComparison.Ordinal);
        Assert.Contains("2026-07-31", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_weekend_may_be_named()
    {
        // Friday and Saturday, as in Egypt: the fifth business day after Tuesday 31 March passes over 3 and 4 April, and 5 April is one.
        PayCalendar calendar = PayCalendar.BusinessDays(5).WithWeekend(IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday);
        Assert.Equal(new LocalDate(2026, 4, 7), calendar.PayDate(Year.Quarter(1)));
        Assert.True(calendar.IsBusinessDay(new(2026, 4, 5)));
        Assert.False(calendar.IsBusinessDay(new(2026, 4, 3)));
        Assert.Equal(new LocalDate(2026, 4, 5), PayCalendar.BusinessDays(5).WithWeekend().PayDate(Year.Quarter(1)));
    }

    [Fact]
    public void A_calendar_reads_as_its_rule()
    {
        Assert.Equal("the 5th business day after a period closes", PayCalendar.BusinessDays(5).ToString());
        Assert.Equal(
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd"],
            new[] { 1, 2, 3, 4, 11, 12, 13, 21, 22, 23 }.Select(count => PayCalendar.Weekday(IsoDayOfWeek.Friday, count).ToString()!.Split(' ')[1]));
        Assert.Equal("day 15 of the 1st month after a period closes", PayCalendar.DayOfMonth(15).ToString());
        Assert.Equal("the next of 1 pay dates after a period closes", PayCalendar.Dates(new LocalDate(2026, 1, 1)).ToString());
    }

    [Fact]
    public void What_is_no_pay_calendar_is_refused()
    {
        Assert.Equal((object)0, Assert.Throws<ArgumentOutOfRangeException>(() => PayCalendar.BusinessDays(0)).ActualValue);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => PayCalendar.Weekday(IsoDayOfWeek.None)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => PayCalendar.Weekday(IsoDayOfWeek.Friday, 0)).ParamName);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => PayCalendar.DayOfMonth(32)).ParamName);
        Assert.Equal("months", Assert.Throws<ArgumentOutOfRangeException>(() => PayCalendar.DayOfMonth(1, 0)).ParamName);
        Assert.Equal("move", Assert.Throws<ArgumentOutOfRangeException>(() => PayCalendar.BusinessDays(1).Moving((DayOffMove)9)).ParamName);
        Assert.Throws<ArgumentException>(() => PayCalendar.Dates());
        Assert.Contains("2026-01-02", Assert.Throws<ArgumentException>(() => PayCalendar.Dates(new(2026, 1, 3), new(2026, 1, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PayCalendar.Dates(new(2026, 1, 3), new(2026, 1, 3)));
        Assert.Throws<ArgumentException>(() => PayCalendar.BusinessDays(1).WithWeekend(Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)));
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(() => PayCalendar.BusinessDays(1).WithWeekend(IsoDayOfWeek.None)).ParamName);
        Assert.Throws<ArgumentException>(() => PayCalendar.BusinessDays(1).PayDate(new DateRange(new(2026, 1, 1), new(2026, 1, 1))));
        Assert.Equal("closes", Assert.Throws<ArgumentOutOfRangeException>(() => DateRange.WeekOf(new(2026, 1, 1), IsoDayOfWeek.None)).ParamName);
    }
}
