namespace CompModel.Tests;

public class CurveAlgebraFacts
{
    private static readonly Rational Hair = (Rational)1 / 1_000_000_000;

    [Fact]
    public void Slopes_are_continuous_from_zero_and_the_last_goes_on()
    {
        PayoutCurve curve = PayoutCurve.Slopes((0, 0.5m), (40.Percent, 0.75m), (60.Percent, 2), (80.Percent, 1.25m));
        Assert.Equal(20.Percent, curve.PayoutAt(40.Percent));
        Assert.Equal(27.5m.Percent, curve.PayoutAt(50.Percent));
        Assert.Equal(100.Percent, curve.PayoutAt(100.Percent));
        Assert.Equal(225.Percent, curve.PayoutAt(200.Percent));
        Assert.True(curve.IsUncapped);
        Assert.Equal(["0 % to 40 %", "40 % to 60 %", "60 % to 80 %", "above 80 %"], curve.Segments.Select(segment => segment.Label));
    }

    [Fact]
    public void Slopes_refuse_a_first_tier_off_zero_tiers_that_do_not_rise_and_percentages_without_their_sign()
    {
        Assert.Equal((Rational)0.1m, Refused(() => PayoutCurve.Slopes((0.1m, 1))).ActualValue);
        Assert.Contains("rise", Assert.Throws<ArgumentException>(() => PayoutCurve.Slopes((0, 1), (1, 2), (0.5m, 3))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PayoutCurve.Slopes((0, 1), (1, 2), (1, 3)));
        Assert.Throws<ArgumentException>(() => PayoutCurve.Slopes());
        Assert.Equal((Rational)(-1), Refused(() => PayoutCurve.Slopes((0, -1))).ActualValue);
        Assert.Contains("150.Percent", Refused(() => PayoutCurve.Slopes((0, 150))).Message, StringComparison.Ordinal);
        Assert.Equal(100, PayoutCurve.Slopes((0, 100)).PayoutAt(1));
    }

    [Fact]
    public void What_starts_at_a_place_counts_only_what_lies_above()
    {
        PayoutCurve curve = PayoutCurve.Linear.Accelerate(100.Percent, 2).StartingAt(75.Percent);
        Assert.Equal(0, curve.PayoutAt(75.Percent));
        Assert.Equal(Hair, curve.PayoutAt(75.Percent + Hair));
        Assert.Equal(25.Percent, curve.PayoutAt(100.Percent));
        Assert.Equal(65.Percent, curve.PayoutAt(120.Percent));
        Assert.Equal(["up to 75 %", "base rate", "2× above 100 %"], curve.Segments.Select(segment => segment.Label));
    }

    [Fact]
    public void What_starts_at_a_jump_begins_behind_it()
    {
        PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent).StartingAt(50.Percent);
        Assert.Equal(0, curve.PayoutAt(50.Percent));
        Assert.Equal(50.Percent, curve.PayoutAt(100.Percent));
    }

    [Fact]
    public void What_would_add_less_than_nothing_is_refused()
    {
        PayoutCurve hill = PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 2), (3, 0));
        Assert.Equal((Rational)0.5m, Refused(() => hill.StartingAt(0.5m)).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.StartingAt(0));
    }

    [Fact]
    public void A_threshold_may_have_another_curve_below_it()
    {
        foreach (Boundary sense in new[] { Boundary.AtOrAbove, Boundary.Above })
        {
            PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent, below: PayoutCurve.Linear * 0.5m, sense);
            Assert.Equal(20.Percent, curve.PayoutAt(40.Percent));
            Assert.Equal(sense == Boundary.AtOrAbove ? 50.Percent : 25.Percent, curve.PayoutAt(50.Percent));
            Assert.Equal(60.Percent, curve.PayoutAt(60.Percent));
        }
    }

    [Fact]
    public void A_staircase_pays_the_same_from_step_to_step()
    {
        PayoutCurve curve = PayoutCurve.Step((80.Percent, 50.Percent), (100.Percent, 1));
        Assert.Equal([0, 50.Percent, 50.Percent, 1, 1], new Rational[] { 0.79m, 0.8m, 0.99m, 1, 9 }.Select(curve.PayoutAt));
        PayoutCurve above = PayoutCurve.Step(Boundary.Above, (80.Percent, 50.Percent), (100.Percent, 1));
        Assert.Equal([0, 0, 50.Percent, 50.Percent, 1], new Rational[] { 0.79m, 0.8m, 0.99m, 1, 9 }.Select(above.PayoutAt));
        Assert.Throws<ArgumentException>(() => PayoutCurve.Step((1, 1), (0.5m, 2)));
        Assert.Equal((Rational)(-1), Refused(() => PayoutCurve.Step((1, -1))).ActualValue);
        Assert.Equal((Rational)(-1), Refused(() => PayoutCurve.Step((-1, 1))).ActualValue);
    }

    [Fact]
    public void A_floor_holds_at_zero_and_lets_go_where_more_is_paid()
    {
        PayoutCurve curve = PayoutCurve.Linear.AtLeast(30.Percent);
        Assert.Equal([30.Percent, 30.Percent, 40.Percent], new Rational[] { 0, 0.3m, 0.4m }.Select(curve.PayoutAt));
        Assert.Equal(["at least 30 % of target", "base rate"], curve.Segments.Select(segment => segment.Label));
        Assert.Equal(30.Percent, curve.LeastPayout);
        Assert.Equal(curve, curve.AtLeast(20.Percent));
    }

    [Fact]
    public void A_cap_below_a_floor_and_a_floor_above_a_cap_are_refused()
    {
        Assert.Equal((Rational)0.2m, Refused(() => PayoutCurve.Linear.AtLeast(30.Percent).CapAt(payout: 20.Percent)).ActualValue);
        Assert.Equal((Rational)3, Refused(() => PayoutCurve.Linear.CapAt(payout: 2).AtLeast(3)).ActualValue);
        Assert.Equal(30.Percent, PayoutCurve.Linear.AtLeast(30.Percent).CapAt(payout: 30.Percent).PayoutAt(9));
        Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.AtLeast(0));
    }

    [Fact]
    public void A_sum_keeps_the_labels_of_both_unless_one_pays_nothing()
    {
        PayoutCurve curve = PayoutCurve.Linear + PayoutCurve.Linear.StartingAt(100.Percent);
        Assert.Equal(150.Percent, curve.PayoutAt(125.Percent));
        Assert.Equal(["base rate", "base rate"], curve.Segments.Select(segment => segment.Label));
        Assert.Equal("base rate + 100 % to 200 %", (PayoutCurve.Linear + PayoutCurve.Step((1, 1), (2, 3))).Segments[1].Label);
    }

    [Fact]
    public void A_multiple_says_so_and_is_not_below_zero()
    {
        Assert.Equal("base rate, × 0.5", (PayoutCurve.Linear * 0.5m).Segments[0].Label);
        Assert.Equal(PayoutCurve.Linear, 1 * PayoutCurve.Linear);
        Assert.Equal((Rational)(-1), Refused(() => PayoutCurve.Linear * -1).ActualValue);
    }

    [Fact]
    public void Two_jumps_at_one_place_on_different_sides_are_refused_where_neither_side_pays_their_sum()
    {
        PayoutCurve at = PayoutCurve.Step((1, 1)), above = PayoutCurve.Step(Boundary.Above, (1, 1));
        Assert.Contains("100 %", Assert.Throws<ArgumentException>(() => at + above).Message, StringComparison.Ordinal);
        Assert.Equal(1, PayoutCurve.Max(at, above).PayoutAt(1));
        Assert.Equal(0, PayoutCurve.Min(at, above).PayoutAt(1));
    }

    [Fact]
    public void Knots_in_the_measures_own_units_are_those_units_over_the_quota()
    {
        PayoutCurve curve = PayoutCurve.ThroughAmounts(1997, BeyondLastKnot.Flat, (620, 50.Percent), (1997, 1), (2400, 1.5m));
        Assert.Equal(50.Percent, curve.PayoutAt((Rational)620 / 1997));
        Assert.Equal(1.5m, curve.PayoutAt(2));
        Assert.Equal(["below 620", "620 to 1,997", "1,997 to 2,400", "capped at 2,400"], curve.Segments.Select(segment => segment.Label));
        Assert.Equal((Rational)0, Refused(() => PayoutCurve.ThroughAmounts(0, BeyondLastKnot.Flat, (1, 1))).ActualValue);
    }

    private static ArgumentOutOfRangeException Refused(Func<object> define) => Assert.Throws<ArgumentOutOfRangeException>(() => { _ = define(); });
}
