using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(PayCalendarLaws)])]
public class PayCalendarLaws
{
    private static readonly LocalDate Origin = new(2026, 1, 1);

    /// <summary>Calendars of every rule, in which holidays are dense enough to fall in rows.</summary>
    public static Arbitrary<PayCalendar> Calendars() =>
        (from rule in Gen.OneOf(
            Gen.Choose(1, 12).Select(PayCalendar.BusinessDays),
            Gen.Choose(1, 7).SelectMany(day => Gen.Choose(1, 3).Select(count => PayCalendar.Weekday((IsoDayOfWeek)day, count))),
            Gen.Choose(1, 31).SelectMany(day => Gen.Choose(1, 3).Select(months => PayCalendar.DayOfMonth(day, months))),
            Gen.ArrayOf(Gen.Choose(0, 500), 12).Select(days => PayCalendar.Dates(days.Append(600).Distinct().Order().Select(Origin.PlusDays))))
         from move in Gen.Elements(Enum.GetValues<DayOffMove>())
         from holidays in Gen.Choose(0, 120).SelectMany(count => Gen.ArrayOf(Gen.Choose(-10, 620), count))
         from weekend in Gen.Elements<IsoDayOfWeek[]>([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], [IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday], [])
         select rule.Moving(move).WithHolidays(holidays.Select(Origin.PlusDays)).WithWeekend(weekend)).ToArbitrary();

    [Law]
    public void A_pay_date_comes_after_the_close_and_on_a_business_day_unless_it_stays(PayCalendar calendar)
    {
        for (LocalDate closes = Origin; closes < Origin.PlusDays(500); closes = closes.PlusDays(1))
        {
            LocalDate paid = calendar.PayDate(new DateRange(closes, closes.PlusDays(1)));
            Assert.True(paid > closes);
            Assert.True(calendar.Move == DayOffMove.None || calendar.IsBusinessDay(paid));
        }
    }

    [Law]
    public void A_later_period_is_never_paid_before_an_earlier_one(PayCalendar calendar)
    {
        LocalDate[] paid = [.. Enumerable.Range(0, 500).Select(day => calendar.PayDate(new DateRange(Origin.PlusDays(day), Origin.PlusDays(day + 1))))];
        Assert.Equal(paid.Order(), paid);
    }

    [Law]
    public void A_date_moves_to_the_nearest_business_day_on_its_side(PayCalendar calendar, NonNegativeInt day)
    {
        LocalDate closes = Origin.PlusDays(day.Get * 11 % 500);
        DateRange period = new(closes, closes.PlusDays(1));
        LocalDate named = calendar.Moving(DayOffMove.None).PayDate(period), back = calendar.Moving(DayOffMove.Back).PayDate(period), forward = calendar.Moving(DayOffMove.Forward).PayDate(period);
        int BusinessDaysWithin(LocalDate from, LocalDate to) => Enumerable.Range(0, Period.DaysBetween(from, to)).Count(step => calendar.IsBusinessDay(from.PlusDays(step)));
        Assert.Equal(0, BusinessDaysWithin(named, forward));
        if (back <= named)
            Assert.Equal(0, BusinessDaysWithin(back.PlusDays(1), named.PlusDays(back == named ? 1 : 0)));
        else
            Assert.Equal((forward, 0), (back, BusinessDaysWithin(closes.PlusDays(1), named)));
    }

    [Law]
    public void A_week_holds_its_day_and_closes_on_its_weekday(NonNegativeInt day, NonNegativeInt weekday)
    {
        LocalDate date = Origin.PlusDays(day.Get % 1000);
        IsoDayOfWeek closes = (IsoDayOfWeek)(1 + (weekday.Get % 7));
        DateRange week = DateRange.WeekOf(date, closes);
        Assert.True(week.Contains(date));
        Assert.Equal((7, closes), (week.Days, week.End.PlusDays(-1).DayOfWeek));
    }
}
