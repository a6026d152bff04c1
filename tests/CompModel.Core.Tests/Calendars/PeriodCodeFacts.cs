namespace CompModel.Tests;

public class PeriodCodeFacts
{
    private static readonly PlanYear Calendar = PlanYear.Calendar(2026), Fiscal = PlanYear.Starting(new(2026, 2, 1)), Odd = PlanYear.Starting(new(2026, 2, 6)), Weeks = PlanYear.Weeks(new(2026, 2, 1), WeekPattern.FourFourFive);

    public static TheoryData<PlanYear> Years => [Calendar, Fiscal, Odd, Weeks, Weeks.NamedFor(2026), Calendar.NamedFor(2027)];

    [Fact]
    public void A_period_has_the_code_that_files_write()
    {
        Assert.Equal(["2026", "2026-H2", "2026-Q3", "2026-05"], Codes(Calendar));
        // A month of the calendar is written as everywhere, whatever the fiscal year.
        Assert.Equal(["FY2027", "FY2027-H2", "FY2027-Q3", "2026-06"], Codes(Fiscal));
        Assert.Equal(["FY2027", "FY2027-H2", "FY2027-Q3", "FY2027-M05"], Codes(Odd));
        Assert.Equal(["FY2026", "FY2026-H2", "FY2026-Q3", "FY2026-M05"], Codes(Weeks.NamedFor(2026)));
        Assert.Equal("2026, 2026-H1, 2026-Q1 or 2026-01", Calendar.Codes);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_period_is_found_by_its_code_alone(PlanYear year)
    {
        MeasurementPeriod[] periods = [.. Enum.GetValues<Frequency>().SelectMany(year.Periods)];
        Assert.Equal(periods.Length, periods.Select(period => period.Code).Distinct().Count());
        foreach (MeasurementPeriod period in periods)
        {
            Assert.True(year.TryPeriod(period.Code, out MeasurementPeriod found));
            Assert.Equal(period, found);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q1")]
    [InlineData("Q1 2026")]
    [InlineData("2026-1")]
    [InlineData("2026-M01")]
    [InlineData(" 2026-01")]
    public void What_is_no_period_of_the_year_is_not_found(string code) => Assert.False(Calendar.TryPeriod(code, out _));

    private static string[] Codes(PlanYear year) => [year.Whole.Code, year.Half(2).Code, year.Quarter(3).Code, year.Month(5).Code];
}
