using NodaTime;

namespace CompModel.Tests;

public class EffectiveDatedFacts
{
    private static readonly EffectiveDated<string> Values = new EffectiveDated<string>("a").From(new(2026, 4, 1), "b").From(new(2026, 7, 1), "c");

    [Fact]
    public void A_value_holds_from_its_date_up_to_the_next()
    {
        Assert.Equal("a", Values.At(new(2026, 3, 31)));
        Assert.Equal("b", Values.At(new(2026, 4, 1)));
        Assert.Equal("b", Values.At(new(2026, 6, 30)));
        Assert.Equal("c", Values.At(new(2099, 1, 1)));
        Assert.Equal("a", Values.First);
        Assert.Equal([new LocalDate(2026, 4, 1), new LocalDate(2026, 7, 1)], Values.Changes);
    }

    [Fact]
    public void A_span_is_cut_at_every_change_in_it()
    {
        Assert.Equal(
            [
                (new DateRange(new(2026, 3, 1), new(2026, 4, 1)), "a"),
                (new DateRange(new(2026, 4, 1), new(2026, 7, 1)), "b"),
                (new DateRange(new(2026, 7, 1), new(2026, 7, 2)), "c"),
            ],
            Values.Within(new(new(2026, 3, 1), new(2026, 7, 2))));
        Assert.Equal(["b"], Values.Within(new(new(2026, 4, 1), new(2026, 7, 1))).Select(part => part.Value));
        Assert.Empty(Values.Within(new(new(2026, 4, 1), new(2026, 4, 1))));
    }

    [Fact]
    public void Changes_come_in_order_of_date()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Values.From(new(2026, 7, 1), "d"));
        Assert.Equal(("date", (object)new LocalDate(2026, 7, 1)), (error.ParamName, error.ActualValue));
        Assert.Contains("2026-07-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_answers_a_copy()
    {
        EffectiveDated<string> more = Values.From(new(2027, 1, 1), "d");
        Assert.Equal("c", Values.At(new(2027, 1, 1)));
        Assert.Equal("d", more.At(new(2027, 1, 1)));
    }
}
