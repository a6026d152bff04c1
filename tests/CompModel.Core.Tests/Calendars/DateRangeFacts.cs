using NodaTime;

namespace CompModel.Tests;

public class DateRangeFacts
{
    private static readonly DateRange January = new(new(2026, 1, 1), new(2026, 2, 1));

    [Fact]
    public void The_start_belongs_to_it_and_the_end_does_not()
    {
        Assert.True(January.Contains(new(2026, 1, 1)));
        Assert.True(January.Contains(new(2026, 1, 31)));
        Assert.False(January.Contains(new(2026, 2, 1)));
        Assert.False(January.Contains(new(2025, 12, 31)));
        Assert.Equal(31, January.Days);
        Assert.Equal("2026-01-01 to 2026-01-31", January.ToString());
    }

    [Fact]
    public void Ranges_that_only_touch_share_no_day()
    {
        DateRange shared = January.Intersect(new(new(2026, 2, 1), new(2026, 3, 1)));
        Assert.True(shared.IsEmpty);
        Assert.Equal("no day", shared.ToString());
        Assert.True(January.Intersect(new(new(2020, 1, 1), new(2020, 2, 1))).IsEmpty);
        Assert.Equal(new DateRange(new(2026, 1, 20), new(2026, 2, 1)), January.Intersect(new(new(2026, 1, 20), new(2027, 1, 1))));
    }

    [Fact]
    public void An_end_before_the_start_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new DateRange(new(2026, 1, 2), new(2026, 1, 1)));
        Assert.Equal(("end", (object)new LocalDate(2026, 1, 1)), (error.ParamName, error.ActualValue));
    }

    [Fact]
    public void The_default_is_empty() => Assert.True(default(DateRange).IsEmpty);
}
