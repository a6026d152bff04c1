using NodaTime;

namespace CompModel.Tests.Equity;

public class SettlementCalendarFacts
{
    private static readonly BusinessCalendar Exchange = BusinessCalendar.MondayToFriday.WithHolidays(new LocalDate(2026, 5, 25), new LocalDate(2026, 7, 3));

    private static readonly SettlementCalendar NextDay = SettlementCalendar.BusinessDaysAfter(1).On(Exchange);

    [Theory]
    [InlineData(0, 20, 20)] // a Wednesday
    [InlineData(0, 23, 26)] // a Saturday before Memorial Day, Monday the 25th
    [InlineData(1, 20, 21)]
    [InlineData(1, 22, 26)]
    [InlineData(1, 23, 26)]
    [InlineData(2, 22, 27)]
    [InlineData(2, 20, 22)]
    public void Vest_dates_stay_and_settlement_moves_to_a_business_day(int after, int vests, int settles)
    {
        SettlementCalendar calendar = after == 0 ? SettlementCalendar.OnVestDate : SettlementCalendar.BusinessDaysAfter(after);
        SettlementDay day = calendar.On(Exchange).For(new(2026, 5, vests));
        Assert.Equal((new LocalDate(2026, 5, vests), new LocalDate(2026, 5, settles), day.Settles), (day.Vests, day.Settles, day.Sells));
        Assert.False(day.IsHeldToDeadline);
    }

    [Fact]
    public void A_blackout_puts_off_the_settlement_or_the_sale_alone()
    {
        // Closed from 16 June up to and including 2 July; the 3rd is a holiday, the 4th a Saturday.
        DateRange closed = new(new(2026, 6, 16), new(2026, 7, 3));
        SettlementDay both = NextDay.ClosedDuring(BlackoutReach.Settlement, closed).For(new(2026, 6, 30));
        Assert.Equal((new LocalDate(2026, 7, 6), new LocalDate(2026, 7, 6)), (both.Settles, both.Sells));
        SettlementDay sale = NextDay.ClosedDuring(BlackoutReach.Sale, closed).For(new(2026, 6, 30));
        Assert.Equal((new LocalDate(2026, 7, 1), new LocalDate(2026, 7, 6)), (sale.Settles, sale.Sells));
    }

    [Fact]
    public void Blackouts_that_follow_each_other_are_one()
    {
        DateRange first = new(new(2026, 6, 1), new(2026, 6, 15)), second = new(new(2026, 6, 15), new(2026, 6, 20));
        Assert.Equal(new(2026, 6, 22), NextDay.ClosedDuring(BlackoutReach.Settlement, second, first).For(new(2026, 6, 1)).Settles);
    }

    [Fact]
    public void A_blackout_past_15_March_ends_for_settlement_on_the_last_business_day_by_then()
    {
        // 15 March 2026 is a Sunday: the last business day by then is Friday the 13th.
        SettlementDay day = NextDay.ClosedDuring(BlackoutReach.Settlement, new DateRange(new(2025, 12, 1), new(2026, 4, 1))).For(new(2025, 12, 15));
        Assert.Equal(new SettlementDay(new(2025, 12, 15), new(2026, 3, 13), new(2026, 4, 1), new(2026, 3, 15), new(2026, 4, 1)), day);
        Assert.True(day.IsHeldToDeadline);
        Assert.False(NextDay.ClosedDuring(BlackoutReach.Settlement, new DateRange(new(2025, 12, 1), new(2026, 3, 13))).For(new(2025, 12, 15)).IsHeldToDeadline);
    }

    [Theory]
    [InlineData(1, "2025-12-31", "2026-03-15")]
    [InlineData(1, "2026-01-01", "2027-03-15")]
    [InlineData(7, "2025-06-30", "2026-03-15")] // the fiscal year ends that day, the calendar year later
    [InlineData(7, "2025-07-01", "2026-09-15")] // the fiscal year ends on 30 June 2026
    [InlineData(10, "2025-10-01", "2026-12-15")]
    [InlineData(12, "2025-12-01", "2027-02-15")]
    public void The_deadline_counts_from_the_later_of_calendar_and_fiscal_year(int month, string vests, string deadline) =>
        Assert.Equal(Date(deadline), SettlementCalendar.OnVestDate.FiscalYearFrom(month).Deadline(Date(vests)));

    [Fact]
    public void Bad_definitions_are_refused_with_the_bad_value()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => SettlementCalendar.BusinessDaysAfter(0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => SettlementCalendar.BusinessDaysAfter(31));
        Assert.Throws<ArgumentOutOfRangeException>("month", () => NextDay.FiscalYearFrom(13));
        Assert.Throws<ArgumentOutOfRangeException>("puttingOff", () => NextDay.ClosedDuring((BlackoutReach)2));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Exchange.After(new(2026, 1, 1), 0));
        Assert.Throws<ArgumentException>("days", () => Exchange.WithWeekend(Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Exchange.WithWeekend(IsoDayOfWeek.None));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
