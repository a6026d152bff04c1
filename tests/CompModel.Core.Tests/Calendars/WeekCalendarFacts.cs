using NodaTime;
using NodaTime.Calendars;

namespace CompModel.Tests;

public class WeekCalendarFacts
{
    [Theory]
    // National Retail Federation, nrf.com/resources/4-5-4-calendar: 53 weeks in fiscal 2012, 2017 and 2023 ("FY'12 … FY'17 … will occur in FY'23").
    // Fiscal 2023 ended on 3 February 2024 (Coresight, "The 4-5-4 US Retail Calendar, 2023–24"); week 53 of 2012 ran from 27 January to
    // 2 February 2013 (help.toolio.com, "Understanding Restated Calendars").
    [InlineData(2011, "2011-01-30", "2012-01-28")]
    [InlineData(2012, "2012-01-29", "2013-02-02")]
    [InlineData(2013, "2013-02-03", "2014-02-01")]
    [InlineData(2017, "2017-01-29", "2018-02-03")]
    [InlineData(2023, "2023-01-29", "2024-02-03")]
    [InlineData(2026, "2026-02-01", "2027-01-30")]
    public void Retail_years_end_on_the_Saturday_nearest_to_31_January(int number, string first, string last)
    {
        PlanYear year = WeekCalendar.Retail.Year(number);
        Assert.Equal($"{first} to {last}", year.Days.ToString());
        Assert.Equal($"FY{number}", year.Name);
        Assert.Equal(WeekPattern.FourFiveFour, year.Pattern);
    }

    [Fact]
    public void Retail_years_of_53_weeks_are_2000_2006_2012_2017_2023_and_then_2028() =>
        // nrf.com names the first five; 2028 follows from the rule.
        Assert.Equal([2000, 2006, 2012, 2017, 2023, 2028], Enumerable.Range(2000, 30).Where(number => WeekCalendar.Retail.Year(number).Days.Days == 53 * 7));

    [Fact]
    public void The_examples_of_the_tax_regulation_hold()
    {
        // 26 CFR 1.441-2(a)(4): the last Saturday in November 2001 is the 24th; the Saturday nearest to the end of November is 1 December.
        Assert.Equal(new LocalDate(2001, 11, 25), WeekCalendar.EndingOnLast(IsoDayOfWeek.Saturday, 11, WeekPattern.FourFourFive).Year(2001).End);
        Assert.Equal(new LocalDate(2001, 12, 2), WeekCalendar.EndingNearest(IsoDayOfWeek.Saturday, 11, WeekPattern.FourFourFive).Year(2001).End);
        // 26 CFR 1.441-2T of 2002: for 1956 the same two are 24 November and 1 December.
        Assert.Equal(new LocalDate(1956, 11, 25), WeekCalendar.EndingOnLast(IsoDayOfWeek.Saturday, 11, WeekPattern.FourFourFive).Year(1956).End);
        Assert.Equal(new LocalDate(1956, 12, 2), WeekCalendar.EndingNearest(IsoDayOfWeek.Saturday, 11, WeekPattern.FourFourFive).Year(1956).End);
    }

    [Fact]
    public void A_53rd_week_in_the_first_quarter_makes_the_quarters_a_company_reported()
    {
        // Apple Inc.: years ended 26 September 2020, 25 September 2021 and 24 September 2022 (Form 10-K 2022, p. 29) and 30 September 2023 (Form 10-K 2023);
        // the first quarter of 2023 ended on 31 December 2022 (Form 10-Q), which leaves it 14 weeks.
        WeekCalendar calendar = WeekCalendar.EndingOnLast(IsoDayOfWeek.Saturday, 9, WeekPattern.FourFourFive).WithExtraWeekIn(3);
        Assert.Equal(
            [new(2020, 9, 26), new(2021, 9, 25), new(2022, 9, 24), new(2023, 9, 30)],
            new[] { 2020, 2021, 2022, 2023 }.Select(number => calendar.Year(number).End.PlusDays(-1)));
        Assert.Equal("2022-09-25 to 2022-12-31", calendar.Year(2023).Quarter(1).Days.ToString());
        Assert.Equal("Q1 FY2023", calendar.Year(2023).Quarter(1).Name);
    }

    [Fact]
    public void Years_that_end_on_the_Sunday_nearest_to_31_December_are_those_of_ISO_8601()
    {
        WeekCalendar calendar = WeekCalendar.EndingNearest(IsoDayOfWeek.Sunday, 12, WeekPattern.FourFourFive);
        for (int number = 1900; number < 2200; number++)
        {
            Assert.Equal(WeekYearRules.Iso.GetLocalDate(number, 1, IsoDayOfWeek.Monday), calendar.Year(number).Start);
            Assert.Equal(WeekYearRules.Iso.GetWeeksInWeekYear(number) * 7, calendar.Year(number).Days.Days);
            Assert.Equal($"FY{number}", calendar.Year(number).Name);
            Assert.Equal(calendar.Year(number), calendar.NamedForStart().Year(number));
        }
    }

    [Fact]
    public void Calendars_of_equal_rules_are_equal()
    {
        Assert.Equal(WeekCalendar.EndingNearest(IsoDayOfWeek.Saturday, 1, WeekPattern.FourFiveFour).NamedForStart(), WeekCalendar.Retail);
        Assert.NotEqual(WeekCalendar.EndingNearest(IsoDayOfWeek.Saturday, 1, WeekPattern.FourFiveFour), WeekCalendar.EndingOnLast(IsoDayOfWeek.Saturday, 1, WeekPattern.FourFiveFour));
        Assert.Equal(12, WeekCalendar.Retail.ExtraWeekIn);
    }

    [Fact]
    public void What_is_no_calendar_is_refused()
    {
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => WeekCalendar.EndingOnLast(IsoDayOfWeek.None, 1, WeekPattern.FourFourFive)).ParamName);
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => WeekCalendar.EndingNearest(IsoDayOfWeek.Friday, 13, WeekPattern.FourFourFive)).ParamName);
        Assert.Equal("pattern", Assert.Throws<ArgumentOutOfRangeException>(() => WeekCalendar.EndingNearest(IsoDayOfWeek.Friday, 1, default)).ParamName);
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => WeekCalendar.Retail.WithExtraWeekIn(0)).ParamName);
        Assert.Equal((object)0, Assert.Throws<ArgumentOutOfRangeException>(() => WeekCalendar.Retail.Year(0)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => WeekCalendar.Retail.Year(9991));
    }
}
