using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests.Equity;

/// <summary>Sentences that are true of every settlement calendar.</summary>
[Properties(Arbitrary = [typeof(SettlementGenerators)], MaxTest = 500)]
public class SettlementCalendarLaws
{
    [Law]
    public void Days_come_in_order_and_settlement_by_the_deadline(SettlementCalendar calendar, LocalDate vests)
    {
        SettlementDay day = calendar.For(vests);
        Assert.Equal(vests, day.Vests);
        Assert.True(vests <= day.Settles && day.Settles <= day.Sells && day.Settles <= day.Deadline && day.Settles <= day.Due);
        Assert.Equal(day.Due > day.Deadline, day.IsHeldToDeadline);
        Assert.True(day.Deadline >= new LocalDate(vests.Year + 1, 3, 15));
    }

    [Law]
    public void A_later_vest_never_settles_earlier(SettlementCalendar calendar, LocalDate vests)
    {
        SettlementDay before = calendar.For(vests), after = calendar.For(vests.PlusDays(1));
        Assert.True(before.Settles <= after.Settles && before.Sells <= after.Sells);
    }

    [Law]
    public void Nothing_is_sold_in_a_blackout_and_it_puts_nothing_forward(LocalDate vests, DateRange[] windows, int[] holidays)
    {
        BusinessCalendar business = BusinessCalendar.MondayToFriday.WithHolidays(holidays.Select(day => new LocalDate(2025, 1, 1).PlusDays(Math.Abs(day % 500))));
        SettlementCalendar open = SettlementCalendar.BusinessDaysAfter(2).On(business);
        foreach (BlackoutReach reach in Enum.GetValues<BlackoutReach>())
        {
            SettlementDay day = open.ClosedDuring(reach, windows).For(vests);
            Assert.True(business.IsBusinessDay(day.Settles) && business.IsBusinessDay(day.Sells));
            Assert.DoesNotContain(windows, window => window.Contains(day.Sells));
            Assert.True(day.Settles >= open.For(vests).Settles);
            // Every business day skipped lay in a window.
            LocalDate from = reach == BlackoutReach.Settlement ? open.For(vests).Settles : day.Settles;
            for (LocalDate skipped = from; skipped < day.Sells && !day.IsHeldToDeadline; skipped = skipped.PlusDays(1))
                Assert.True(!business.IsBusinessDay(skipped) || windows.Any(window => window.Contains(skipped)));
            if (reach == BlackoutReach.Sale)
                Assert.Equal(open.For(vests).Settles, day.Settles);
            else if (!day.IsHeldToDeadline)
                Assert.Equal(day.Settles, day.Sells);
        }
    }
}
