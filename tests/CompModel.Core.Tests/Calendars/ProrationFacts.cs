using NodaTime;

namespace CompModel.Tests;

public class ProrationFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static DateRange Active(LocalDate first, LocalDate last) => new(first, last.PlusDays(1));

    [Fact]
    public void By_days_exactly_the_active_days_count()
    {
        DateRange active = Active(new(2026, 2, 16), new(2026, 11, 3));
        Assert.Equal(active, Proration.ByDays.Counting(Year, active));
    }

    [Theory]
    // Of February's 28 days the 15th leaves 14, exactly half; the 16th leaves 13.
    [InlineData(15, "2026-02-01")]
    [InlineData(16, "2026-03-01")]
    [InlineData(1, "2026-02-01")]
    [InlineData(28, "2026-03-01")]
    public void By_whole_months_a_hire_counts_the_month_from_half_of_its_days_on(int day, string start)
    {
        DateRange counting = Proration.ByWholeMonths.Counting(Year, Active(new(2026, 2, day), new(2026, 12, 31)));
        Assert.Equal(start, counting.Start.ToString("uuuu-MM-dd", null));
        Assert.Equal(Year.End, counting.End);
    }

    [Theory]
    // Of January's 31 days the 15th is less than half, the 16th more.
    [InlineData(15, 0)]
    [InlineData(16, 31)]
    public void By_whole_months_a_leaver_counts_the_month_from_half_of_its_days_on(int lastDay, int days) =>
        Assert.Equal(days, Proration.ByWholeMonths.Counting(Year, Active(new(2026, 1, 1), new(2026, 1, lastDay))).Days);

    [Fact]
    public void By_whole_months_hire_and_leave_inside_one_month_count_it_by_the_days_between()
    {
        // Eleven of 31 days: not at all, though the hire was in the first half and the end in the second.
        Assert.True(Proration.ByWholeMonths.Counting(Year, Active(new(2026, 1, 10), new(2026, 1, 20))).IsEmpty);
        Assert.Equal(Year.Month(1).Days, Proration.ByWholeMonths.Counting(Year, Active(new(2026, 1, 8), new(2026, 1, 23))));
    }

    [Fact]
    public void Months_of_a_fiscal_year_count_from_its_own_boundaries()
    {
        PlanYear year = PlanYear.Starting(new(2026, 2, 15));
        Assert.Equal(new LocalDate(2026, 3, 15), Proration.ByWholeMonths.Counting(year, Active(new(2026, 3, 20), new(2027, 2, 14))).Start);
    }

    [Fact]
    public void With_none_any_active_day_counts_the_whole_year_and_no_active_day_nothing()
    {
        Assert.Equal(Year.Days, Proration.None.Counting(Year, Active(new(2026, 12, 31), new(2026, 12, 31))));
        DateRange never = new(new(2026, 5, 1), new(2026, 5, 1));
        foreach (Proration rule in Enum.GetValues<Proration>())
            Assert.True(rule.Counting(Year, never).IsEmpty);
    }
}
