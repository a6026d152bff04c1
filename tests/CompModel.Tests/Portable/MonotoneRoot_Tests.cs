namespace CompModel.Tests;

public class MonotoneRoot_Tests
{
    [Theory]
    [InlineData(1e-300)]
    [InlineData(3e-7)]
    [InlineData(0.3)]
    [InlineData(1.9999999999999998)]
    [InlineData(2.1)]
    [InlineData(5e12)]
    public void A_root_is_found_wherever_it_lies_between_zero_and_the_greatest_number(double root)
    {
        int asked = 0;
        double found = MonotoneRoot.Find(x => { asked++; return Math.Log(x); }, Math.Log(root), 0, 1e300);
        // A logarithm of up to 690 is rounded to 6e-14, and so is what it belongs to.
        Assert.Equal(1, found / root, 2.3e-16 * (2 + Math.Abs(Math.Log(root))));
        Assert.InRange(asked, 1, 90);
    }

    [Fact]
    public void A_jump_is_closed_in_on_from_both_sides() =>
        Assert.Equal(0.7, MonotoneRoot.Find(x => x < 0.7 ? x : 5 + x, 3, 0, 100), 4e-16);

    [Fact]
    public void An_end_is_the_answer_where_the_function_does_not_reach_the_value()
    {
        Assert.Equal(2, MonotoneRoot.Find(x => x, 1, 2, 3));
        Assert.Equal(3, MonotoneRoot.Find(x => x, 4, 2, 3));
        Assert.Equal(3, MonotoneRoot.Find(x => x < 3 ? double.NegativeInfinity : double.PositiveInfinity, 0, 2, 3), 1e-15);
    }
}
