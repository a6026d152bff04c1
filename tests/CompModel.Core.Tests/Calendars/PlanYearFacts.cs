using NodaTime;

namespace CompModel.Tests;

public class PlanYearFacts
{
    [Fact]
    public void A_calendar_year_runs_from_January_to_December()
    {
        PlanYear year = PlanYear.Calendar(2026);
        Assert.Equal(new LocalDate(2026, 1, 1), year.Start);
        Assert.Equal(new LocalDate(2027, 1, 1), year.End);
        Assert.Equal("2026", year.Name);
        Assert.Equal(365, year.Days.Days);
        Assert.Equal(366, PlanYear.Calendar(2028).Days.Days);
    }

    [Fact]
    public void A_fiscal_year_is_named_for_the_year_it_ends_in()
    {
        Assert.Equal("FY2027", PlanYear.Starting(new(2026, 2, 1)).Name);
        Assert.Equal("FY2027", PlanYear.Starting(new(2026, 7, 1)).Name);
        Assert.Equal("2026", PlanYear.Starting(new(2026, 1, 1)).Name);
    }

    [Fact]
    public void Boundaries_are_counted_from_the_first_day()
    {
        PlanYear year = PlanYear.Starting(new(2026, 10, 28));
        Assert.Equal(new LocalDate(2027, 2, 28), year.Month(5).Start);
        Assert.Equal(new LocalDate(2027, 3, 28), year.Month(6).Start);
        Assert.Equal(new LocalDate(2027, 10, 28), year.Month(12).End);
    }

    [Fact]
    public void A_year_cannot_start_where_months_have_no_fixed_boundary()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => PlanYear.Starting(new(2026, 1, 29)));
        Assert.Equal("start", error.ParamName);
        Assert.Equal(new LocalDate(2026, 1, 29), error.ActualValue);
        Assert.Equal(new LocalDate(2026, 1, 28), PlanYear.Starting(new(2026, 1, 28)).Start);
    }

    [Fact]
    public void Quarters_halves_and_months_lie_in_a_fiscal_year()
    {
        PlanYear year = PlanYear.Starting(new(2026, 4, 1));
        Assert.Equal("2026-10-01 to 2026-12-31", year.Quarter(3).Days.ToString());
        Assert.Equal("2026-10-01 to 2027-03-31", year.Half(2).Days.ToString());
        Assert.Equal("2027-02-01 to 2027-02-28", year.Month(11).Days.ToString());
        Assert.Equal(year.Days, year.Whole.Days);
    }

    [Fact]
    public void Periods_are_named_for_their_place()
    {
        PlanYear year = PlanYear.Calendar(2026);
        Assert.Equal(["Q3 2026", "H1 2026", "M05 2026", "M12 2026", "2026"], new[] { year.Quarter(3), year.Half(1), year.Month(5), year.Month(12), year.Whole }.Select(period => period.Name));
        Assert.Equal("Q1 FY2027", PlanYear.Starting(new(2026, 7, 1)).Quarter(1).ToString());
    }

    [Fact]
    public void A_period_outside_the_year_is_refused_with_its_number()
    {
        PlanYear year = PlanYear.Calendar(2026);
        foreach (int number in new[] { 0, 5, -1 })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => year.Quarter(number));
            Assert.Equal(("number", (object)number), (error.ParamName, error.ActualValue));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => year.Half(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => year.Month(13));
    }

    [Fact]
    public void A_frequency_that_does_not_divide_the_year_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => PlanYear.Calendar(2026).Period((Frequency)5, 1));
        Assert.Equal(("frequency", (object)(Frequency)5), (error.ParamName, error.ActualValue));
    }

    [Fact]
    public void Years_of_one_first_day_are_equal()
    {
        Assert.Equal(PlanYear.Calendar(2026), PlanYear.Starting(new(2026, 1, 1)));
        Assert.Equal(PlanYear.Calendar(2026).Quarter(2), PlanYear.Starting(new(2026, 1, 1)).Quarter(2));
        Assert.NotEqual(PlanYear.Calendar(2026).Quarter(2), PlanYear.Calendar(2026).Quarter(3));
    }

    [Fact]
    public void The_default_year_is_the_first_of_the_calendar() => Assert.Equal(new LocalDate(1, 1, 1), default(PlanYear).Start);
}
