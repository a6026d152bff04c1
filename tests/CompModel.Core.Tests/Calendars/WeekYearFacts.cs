using NodaTime;

namespace CompModel.Tests;

public class WeekYearFacts
{
    private static readonly PlanYear Year = PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFiveFour);

    private static int[] WeeksOf(PlanYear year, Frequency frequency) => [.. year.Periods(frequency).Select(period => period.Days.Days / 7)];

    [Fact]
    public void Months_have_the_weeks_of_the_pattern()
    {
        Assert.Equal([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5], WeeksOf(PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive), Frequency.Monthly));
        Assert.Equal([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4], WeeksOf(Year, Frequency.Monthly));
        Assert.Equal([5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4], WeeksOf(PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FiveFourFour), Frequency.Monthly));
        Assert.Equal([13, 13, 13, 13], WeeksOf(Year, Frequency.Quarterly));
        Assert.Equal([26, 26], WeeksOf(Year, Frequency.SemiAnnual));
    }

    [Fact]
    public void A_53rd_week_belongs_to_the_last_month_unless_another_is_named()
    {
        PlanYear late = PlanYear.Weeks(new(2023, 1, 29), WeekPattern.FourFiveFour, 53);
        Assert.Equal([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5], WeeksOf(late, Frequency.Monthly));
        Assert.Equal([13, 13, 13, 14], WeeksOf(late, Frequency.Quarterly));
        PlanYear early = PlanYear.Weeks(new(2023, 1, 29), WeekPattern.FourFiveFour, 53, extraWeekIn: 3);
        Assert.Equal([4, 5, 5, 4, 5, 4, 4, 5, 4, 4, 5, 4], WeeksOf(early, Frequency.Monthly));
        Assert.Equal([27, 26], WeeksOf(early, Frequency.SemiAnnual));
        Assert.Equal(371, early.Days.Days);
    }

    [Fact]
    public void A_year_of_weeks_may_start_on_any_day() =>
        Assert.Equal("2026-01-31 to 2026-02-27", PlanYear.Weeks(new(2026, 1, 31), WeekPattern.FourFourFive).Month(1).Days.ToString());

    [Fact]
    public void A_year_of_weeks_is_named_for_the_year_in_which_most_of_its_last_week_lies()
    {
        // Ends on Saturday 2 January 2027, whose week has five days of 2026.
        Assert.Equal("Q3 FY2026", PlanYear.Weeks(new(2026, 1, 4), WeekPattern.FourFourFive).Quarter(3).Name);
        // Ends on Sunday 3 January 2027, with four.
        Assert.Equal("FY2026", PlanYear.Weeks(new(2026, 1, 5), WeekPattern.FourFourFive).Name);
        // Ends on 4 January, with three.
        Assert.Equal("FY2027", PlanYear.Weeks(new(2026, 1, 6), WeekPattern.FourFourFive).Name);
        Assert.Equal("FY2026", PlanYear.Weeks(new(2026, 1, 1), WeekPattern.FourFourFive).Name);
        Assert.Equal("FY2027", Year.Name);
    }

    [Fact]
    public void Another_name_may_be_given_to_any_year_and_its_periods()
    {
        Assert.Equal("M05 FY2026", Year.NamedFor(2026).Month(5).Name);
        Assert.Equal(Year.Days, Year.NamedFor(2026).Days);
        Assert.Equal("FY2026", PlanYear.Starting(new(2026, 2, 1)).NamedFor(2026).Name);
        Assert.Equal("2026", PlanYear.Calendar(2026).NamedFor(2026).Name);
        foreach (int year in new[] { 0, 10_000 })
            Assert.Equal((object)year, Assert.Throws<ArgumentOutOfRangeException>(() => Year.NamedFor(year)).ActualValue);
    }

    [Fact]
    public void Years_are_equal_where_days_periods_and_name_are()
    {
        Assert.Equal(Year, PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFiveFour));
        Assert.Equal(Year.GetHashCode(), PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFiveFour).GetHashCode());
        Assert.Equal(Year, Year.NamedFor(2026).NamedFor(2027));
        Assert.Equal(Year.Quarter(2), PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFiveFour, 52, extraWeekIn: 6).Quarter(2));
        PlanYear[] others =
        [
            PlanYear.Starting(new(2026, 2, 1)),
            PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive),
            PlanYear.Weeks(new(2026, 2, 2), WeekPattern.FourFiveFour),
            PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFiveFour, 53),
            PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFiveFour, 53, extraWeekIn: 1),
            Year.NamedFor(2026),
        ];
        Assert.DoesNotContain(Year, others);
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Fact]
    public void The_default_year_is_one_of_calendar_months()
    {
        Assert.Equal(PlanYear.Calendar(1), default(PlanYear));
        Assert.Null(default(PlanYear).Pattern);
        Assert.Equal(WeekPattern.FourFiveFour, Year.Pattern);
    }

    [Fact]
    public void A_description_says_what_the_year_is_made_of()
    {
        Assert.Equal("12 months from 2026-02-01", PlanYear.Starting(new(2026, 2, 1)).Description);
        Assert.Equal("52 weeks (4-5-4) from 2026-02-01", Year.Description);
        Assert.Equal("53 weeks (5-4-4, the 53rd in month 3) from 2026-02-01", PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FiveFourFour, 53, 3).Description);
    }

    [Theory]
    [InlineData(WeekPattern.FourFourFive, 51, 12, "weeks")]
    [InlineData(WeekPattern.FourFourFive, 54, 12, "weeks")]
    [InlineData(WeekPattern.FourFourFive, 53, 0, "extraWeekIn")]
    [InlineData(WeekPattern.FourFourFive, 52, 13, "extraWeekIn")]
    [InlineData((WeekPattern)455, 52, 12, "pattern")]
    [InlineData(default(WeekPattern), 52, 12, "pattern")]
    public void What_is_no_year_of_weeks_is_refused(WeekPattern pattern, int weeks, int extraWeekIn, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => PlanYear.Weeks(new(2026, 2, 1), pattern, weeks, extraWeekIn)).ParamName);

    [Fact]
    public void Equal_months_are_twelfths_of_four_weeks_and_of_five_and_one_annual_weight_goes_by_days()
    {
        Assert.Equal((Rational)1 / 12, Seasonality.EqualMonths.Share(Year, Year.Month(1).Days));
        Assert.Equal((Rational)1 / 12, Seasonality.EqualMonths.Share(Year, Year.Month(2).Days));
        // A week of the five of month 2.
        Assert.Equal((Rational)1 / 60, Seasonality.EqualMonths.Share(Year, new(new(2026, 3, 1), new(2026, 3, 8))));
        Seasonality byDays = Seasonality.Of(Frequency.Annual, 1);
        Assert.Equal((Rational)5 / 52, byDays.Share(Year, Year.Month(2).Days));
        Assert.Equal((Rational)14 / 53, byDays.Share(PlanYear.Weeks(Year.Start, WeekPattern.FourFiveFour, 53), PlanYear.Weeks(Year.Start, WeekPattern.FourFiveFour, 53).Quarter(4).Days));
    }

    [Theory]
    // Month 2 is 1 March to 4 April, 35 days: a hire on 18 March leaves 18, on the 19th 17.
    [InlineData(18, "2026-03-01")]
    [InlineData(19, "2026-04-05")]
    public void By_whole_months_a_month_of_five_weeks_counts_from_18_days_on(int hired, string counts)
    {
        DateRange counting = Proration.ByWholeMonths.Counting(Year, new(new(2026, 3, hired), Year.End));
        Assert.Equal(counts, counting.Start.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void A_statement_of_a_week_year_reads_its_own_quarters()
    {
        var plan = new CompensationPlan(
            "Store", new OnTargetEarnings(52_000.Usd, 24_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(100.Percent, 2)).ToDate(Frequency.Quarterly));
        var seller = new Participant("S", plan, new Quota(Measure.Bookings, 1_200_000.Usd));
        // 2 May is the last day of the first quarter, 3 May the first of the second.
        Credit[] credits =
        [
            new("S", Measure.Bookings, new(2026, 5, 2), 300_000.Usd, "D1"), new("S", Measure.Bookings, new(2026, 5, 3), 330_000.Usd, "D2"), new("S", Measure.Bookings, new(2027, 1, 31), 1.Usd, "next year"),
        ];
        Statement first = seller.Statement(Year.Quarter(1), credits), second = seller.Statement(Year.Quarter(2), credits);
        Assert.Equal("2026-02-01 to 2026-05-02", first.Days.ToString());
        Assert.Equal(6_000.Usd, first.Earned);
        // 630,000 of 600,000 to date: 12,000 at 100 %, 5 % over at twice the rate.
        Assert.Equal(7_200.Usd, second.Earned);
        Assert.Equal((Amount)13_000.Usd, second.Salary);
        Assert.Contains("Q2 FY2027 (2026-05-03 to 2026-08-01)", second.Explain(), StringComparison.Ordinal);
        Assert.Equal((Amount)52_000.Usd, seller.StatementThrough(Year.End.PlusDays(-1), Year, credits).Salary);
    }
}
