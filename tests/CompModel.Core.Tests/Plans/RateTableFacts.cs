namespace CompModel.Tests;

public class RateTableFacts
{
    private static readonly (Rational, Rational)[] Tiers = [(0, 5.Percent), (100_000, 6.Percent), (125_000, 7.Percent)];

    private static readonly Rational Cent = (Rational)1 / 100;

    [Fact]
    public void One_table_pays_differently_in_each_reading()
    {
        Assert.Equal(5_000 + 1_500 + 1_750, RateTable.Marginal(Tiers).CommissionOn(150_000));
        Assert.Equal(10_500, RateTable.Retroactive(Tiers).CommissionOn(150_000));
        Assert.Equal(5_000 + 3_500, RateTable.OverageAtTopRate(Tiers).CommissionOn(150_000));
        Assert.Equal(10_500, RateTable.InterpolatedRate(Tiers).CommissionOn(150_000));
        Assert.Equal(50_000 * 5.5m.Percent, RateTable.InterpolatedRate(Tiers).CommissionOn(50_000));
    }

    [Fact]
    public void A_breakpoint_belongs_to_the_tier_above_unless_said_otherwise()
    {
        RateTable table = RateTable.Retroactive(Tiers), above = table.WithBreakpoints(Boundary.Above);
        Assert.Equal(6_000, table.CommissionOn(100_000));
        Assert.Equal((100_000 - Cent) * 5.Percent, table.CommissionOn(100_000 - Cent));
        Assert.Equal(5_000, above.CommissionOn(100_000));
        Assert.Equal((100_000 + Cent) * 6.Percent, above.CommissionOn(100_000 + Cent));
        Assert.Equal(table, above.WithBreakpoints(Boundary.AtOrAbove));
        Assert.NotEqual(table, above);
    }

    [Fact]
    public void Below_zero_the_first_rate_runs_on() =>
        Assert.All(
            new[] { RateTable.Marginal(Tiers), RateTable.Retroactive(Tiers), RateTable.OverageAtTopRate(Tiers), RateTable.InterpolatedRate(Tiers) },
            table => Assert.Equal(-5, table.CommissionOn(-100)));

    [Fact]
    public void A_tier_adds_its_amount_as_it_is_crossed_and_a_share_of_it_inside()
    {
        RateTable table = RateTable.ProportionalAmounts((0, 1_000, 10), (1_000, 3_000, 40), (3_000, 8_000, 100));
        Assert.Equal([2, 10, 30, 50, 150, 150], new Rational[] { 200, 1_000, 2_000, 3_000, 8_000, 9_000 }.Select(table.CommissionOn));
        Assert.Equal(["0 to 1,000", "1,000 to 3,000", "3,000 to 8,000", "above 8,000"], table.Segments.Select(segment => segment.Label));
    }

    [Fact]
    public void A_top_rate_may_fall_and_only_a_reading_that_jumps_down_or_bends_down_pays_less_for_more()
    {
        (Rational, Rational)[] falling = [(0, 25.Percent), (100, 20.Percent)];
        Assert.True(RateTable.Marginal(falling).IsNonDecreasing);
        Assert.False(RateTable.Retroactive(falling).IsNonDecreasing);
        Assert.True(RateTable.InterpolatedRate(falling).IsNonDecreasing);
        Assert.False(RateTable.InterpolatedRate((0, 50.Percent), (100, 5.Percent)).IsNonDecreasing);
        Assert.False(RateTable.InterpolatedRate(falling).IsPiecewiseLinear);
        Assert.True(RateTable.Retroactive(falling).IsPiecewiseLinear);
    }

    [Fact]
    public void Tiers_that_do_not_start_at_zero_do_not_rise_or_overlap_are_refused_with_the_value()
    {
        foreach (Func<(Rational, Rational)[], RateTable> verb in new Func<(Rational, Rational)[], RateTable>[] { RateTable.Marginal, RateTable.Retroactive, RateTable.OverageAtTopRate, RateTable.InterpolatedRate })
        {
            Assert.Throws<ArgumentException>(() => verb([]));
            Assert.Equal((Rational)10, Assert.Throws<ArgumentOutOfRangeException>(() => verb([(10, 5.Percent)])).ActualValue);
            Assert.Contains("100 follows 100", Assert.Throws<ArgumentException>(() => verb([(0, 0), (100, 0), (100, 0)])).Message, StringComparison.Ordinal);
            Assert.Contains("50 follows 100", Assert.Throws<ArgumentException>(() => verb([(0, 0), (100, 0), (50, 0)])).Message, StringComparison.Ordinal);
            Assert.Equal((Rational)(-1), Assert.Throws<ArgumentOutOfRangeException>(() => verb([(0, -1)])).ActualValue);
        }
        Assert.Contains("gap", Assert.Throws<ArgumentException>(() => RateTable.ProportionalAmounts((0, 10, 1), (20, 30, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("overlap", Assert.Throws<ArgumentException>(() => RateTable.ProportionalAmounts((0, 10, 1), (5, 30, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RateTable.ProportionalAmounts((0, 0, 1)));
        Assert.Throws<ArgumentException>(() => RateTable.ProportionalAmounts());
        Assert.Throws<ArgumentOutOfRangeException>(() => RateTable.ProportionalAmounts((5, 10, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateTable.ProportionalAmounts((0, 10, -1)));
    }

    [Fact]
    public void Text_names_reading_tiers_and_rates() =>
        Assert.Equal("Marginal: 0 to 100,000 at 0.05; 100,000 to 125,000 at 0.06; above 125,000 at 0.07", RateTable.Marginal(Tiers).ToString());
}
