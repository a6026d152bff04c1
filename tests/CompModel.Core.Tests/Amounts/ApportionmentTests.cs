using FsCheck.Xunit;

namespace CompModel.Tests.Amounts;

[Properties(Arbitrary = [typeof(AmountGenerators)], MaxTest = 500)]
public class ApportionmentTests
{
    [Fact]
    public void Units_left_over_go_to_the_largest_remainders() =>
        Assert.Equal([1, 2, 3], Apportionment.LargestRemainder([1.2m, 1.7m, 3.1m], 1));

    [Fact]
    public void Ties_go_to_the_first() => Assert.Equal(
        [0.34m, 0.33m, 0.33m],
        Apportionment.LargestRemainder([(Rational)1 / 3, (Rational)1 / 3, (Rational)1 / 3], 0.01m));

    // 1,000,000 over twelve equal months in units of 100: 83,300 each leaves four units of 100.
    [Fact]
    public void An_annual_quota_falls_on_months_in_whole_units()
    {
        Rational[] months = Apportionment.LargestRemainder([.. Enumerable.Repeat((Rational)1_000_000 / 12, 12)], 100);
        Assert.Equal([83_400, 83_400, 83_400, 83_400, .. Enumerable.Repeat((Rational)83_300, 8)], months);
    }

    [Fact]
    public void A_sum_between_units_rounds_half_away_from_zero()
    {
        Assert.Equal([1, 0], Apportionment.LargestRemainder([0.25m, 0.25m], 1));
        Assert.Equal([0, -1], Apportionment.LargestRemainder([-0.25m, -0.25m], 1));
        Assert.Equal([], Apportionment.LargestRemainder([], 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_unit_not_above_zero_is_refused(int unit) =>
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => Apportionment.LargestRemainder([1], unit));

    [Property]
    public bool Parts_are_whole_units_that_add_up_to_the_rounded_sum(Rational[] exact)
    {
        foreach (Rational unit in new Rational[] { 1, 0.01m, (Rational)7 / 3 })
        {
            Rational[] parts = Apportionment.LargestRemainder(exact, unit);
            Rational sum = Sum(exact), total = Sum(parts);
            if (parts.Length != exact.Length || !parts.All(part => (part / unit).IsInteger) || (total - sum).Abs() > unit / 2)
                return false;
            if ((total - sum).Abs() == unit / 2 && total.Abs() < sum.Abs())
                return false;
        }
        return true;
    }

    [Property]
    public bool No_part_moves_by_a_unit_or_more(Rational[] exact) =>
        exact.Zip(Apportionment.LargestRemainder(exact, 1)).All(part => (part.First - part.Second).Abs() < 1);

    [Property]
    public bool A_part_that_is_whole_stays(Rational[] exact) =>
        exact.Zip(Apportionment.LargestRemainder(exact, 1)).All(part => !part.First.IsInteger || part.First == part.Second);

    [Property]
    public bool No_part_gains_before_one_with_a_larger_remainder(Rational[] exact)
    {
        Rational[] floors = [.. exact.Select(part => Rational.Of(part.Floor(), 1))];
        var parts = Apportionment.LargestRemainder(exact, 1).Select((given, i) => (Gains: given > floors[i], Remainder: exact[i] - floors[i])).ToArray();
        return parts.All(gaining => !gaining.Gains || parts.All(other => other.Gains || other.Remainder <= gaining.Remainder));
    }

    private static Rational Sum(Rational[] values) => values.Aggregate(Rational.Zero, (sum, value) => sum + value);
}
