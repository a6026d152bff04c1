namespace CompModel.Tests;

public class PayoutCurveFacts
{
    private static readonly PayoutCurve Enterprise = PayoutCurve.Linear
        .WithThreshold(50.Percent)
        .Accelerate(above: 100.Percent, multiplier: 2m)
        .Accelerate(above: 150.Percent, multiplier: 3m);

    private static readonly Rational Hair = (Rational)1 / 1_000_000_000;

    [Fact]
    public void Linear_pays_one_percent_for_one_percent_without_end()
    {
        Assert.Equal(0, PayoutCurve.Linear.PayoutAt(0));
        Assert.Equal((Rational)1 / 3, PayoutCurve.Linear.PayoutAt((Rational)1 / 3));
        Assert.Equal(1_000_000, PayoutCurve.Linear.PayoutAt(1_000_000));
        Assert.True(PayoutCurve.Linear.IsUncapped);
        Assert.True(PayoutCurve.Linear.IsNonDecreasing);
    }

    [Fact]
    public void A_curve_pays_zero_below_zero_attainment()
    {
        Assert.Equal(0, PayoutCurve.Linear.PayoutAt(-Hair));
        Assert.Equal(0, PayoutCurve.Through(BeyondLastKnot.Flat, (0, 50.Percent), (1, 1)).PayoutAt(-1));
    }

    [Fact]
    public void A_threshold_pays_nothing_below_and_from_the_first_dollar_at_it()
    {
        PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent);
        Assert.Equal(0, curve.PayoutAt(50.Percent - Hair));
        Assert.Equal(50.Percent, curve.PayoutAt(50.Percent));
        Assert.Equal(50.Percent + Hair, curve.PayoutAt(50.Percent + Hair));
        Assert.Equal(50.Percent, curve.JumpInto(1));
    }

    [Fact]
    public void A_threshold_in_excess_of_which_is_paid_pays_nothing_at_it()
    {
        PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent, Boundary.Above);
        Assert.Equal(0, curve.PayoutAt(50.Percent));
        Assert.Equal(50.Percent + Hair, curve.PayoutAt(50.Percent + Hair));
        Assert.Equal(0, curve.TierAt(50.Percent));
        Assert.Equal(1, curve.TierAt(50.Percent + Hair));
    }

    [Fact]
    public void Multipliers_are_of_the_base_rate_and_never_of_the_tier_below()
    {
        Assert.Equal(100.Percent, Enterprise.PayoutAt(100.Percent));
        Assert.Equal(200.Percent, Enterprise.PayoutAt(150.Percent));
        // 100 + 50 × 2 + 50 × 3, not × 6.
        Assert.Equal(350.Percent, Enterprise.PayoutAt(200.Percent));
        Assert.True(Enterprise.IsUncapped);
    }

    [Fact]
    public void An_accelerator_takes_the_place_of_whatever_was_above_it() =>
        Assert.Equal(
            PayoutCurve.Linear.Accelerate(100.Percent, 2m),
            PayoutCurve.Linear.Accelerate(150.Percent, 3m).Accelerate(100.Percent, 2m));

    [Fact]
    public void A_decelerator_pays_less_and_down_to_nothing()
    {
        PayoutCurve curve = PayoutCurve.Linear.Decelerate(120.Percent, 0.5m).Decelerate(200.Percent, 0);
        Assert.Equal(130.Percent, curve.PayoutAt(140.Percent));
        Assert.Equal(160.Percent, curve.PayoutAt(200.Percent));
        Assert.Equal(160.Percent, curve.PayoutAt(900.Percent));
        Assert.False(curve.IsUncapped);
    }

    [Fact]
    public void An_accelerator_below_the_rate_in_force_is_refused_with_the_rate()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Enterprise.Accelerate(200.Percent, 2m));
        Assert.Equal("multiplier", error.ParamName);
        Assert.Equal((Rational)2, error.ActualValue);
        Assert.Contains("3×", error.Message, StringComparison.Ordinal);
        Assert.Contains("Decelerate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decelerator_above_the_rate_in_force_or_below_zero_is_refused()
    {
        var faster = Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.Decelerate(100.Percent, 1.5m));
        Assert.Equal(("multiplier", (Rational)1.5m), (faster.ParamName, faster.ActualValue));
        var negative = Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.Decelerate(100.Percent, -0.5m));
        Assert.Equal(("multiplier", (Rational)(-0.5m)), (negative.ParamName, negative.ActualValue));
    }

    [Fact]
    public void The_rate_in_force_at_a_threshold_is_that_below_it()
    {
        PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent).Accelerate(50.Percent, 0.5m);
        Assert.Equal(50.Percent, curve.PayoutAt(50.Percent));
        Assert.Equal(75.Percent, curve.PayoutAt(100.Percent));
    }

    [Fact]
    public void A_bend_at_a_threshold_keeps_its_jump_on_its_side()
    {
        PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent, Boundary.Above).Accelerate(50.Percent, 2m);
        Assert.Equal(0, curve.PayoutAt(50.Percent));
        Assert.Equal(50.Percent + (Hair * 2), curve.PayoutAt(50.Percent + Hair));
    }

    [Fact]
    public void A_second_threshold_at_the_place_of_the_first_leaves_what_lies_above()
    {
        foreach (Boundary first in new[] { Boundary.AtOrAbove, Boundary.Above })
        {
            foreach (Boundary second in new[] { Boundary.AtOrAbove, Boundary.Above })
            {
                PayoutCurve curve = PayoutCurve.Linear.WithThreshold(50.Percent, first).WithThreshold(50.Percent, second);
                bool bothPay = first == Boundary.AtOrAbove && second == Boundary.AtOrAbove;
                Assert.Equal(bothPay ? 50.Percent : 0, curve.PayoutAt(50.Percent));
                Assert.Equal(75.Percent, curve.PayoutAt(75.Percent));
            }
        }
    }

    [Fact]
    public void A_cap_on_the_payout_holds_from_where_it_is_reached()
    {
        PayoutCurve curve = Enterprise.CapAt(payout: 275.Percent);
        Assert.Equal(275.Percent - (Hair * 3), curve.PayoutAt(175.Percent - Hair));
        Assert.Equal(275.Percent, curve.PayoutAt(175.Percent));
        Assert.Equal(275.Percent, curve.PayoutAt(10_000.Percent));
        Assert.False(curve.IsUncapped);
        Assert.Equal("capped at 275 % of target", curve.Segments[^1].Label);
    }

    [Fact]
    public void A_cap_on_the_payout_below_a_jump_holds_from_the_jump()
    {
        PayoutCurve curve = PayoutCurve.Linear.WithThreshold(80.Percent).CapAt(payout: 60.Percent);
        Assert.Equal(0, curve.PayoutAt(80.Percent - Hair));
        Assert.Equal(60.Percent, curve.PayoutAt(80.Percent));
        Assert.Equal(2, curve.Segments.Count);
    }

    [Fact]
    public void A_cap_that_is_never_reached_changes_nothing() =>
        Assert.Equal(
            PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1)),
            PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1)).CapAt(payout: 3));

    [Fact]
    public void A_cap_on_the_payout_lets_go_where_the_curve_falls_below_it()
    {
        PayoutCurve hill = PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 2), (3, 0));
        PayoutCurve capped = hill.CapAt(payout: 1);
        Assert.Equal(1, capped.PayoutAt(1));
        Assert.Equal(1, capped.PayoutAt(2));
        Assert.Equal(50.Percent, capped.PayoutAt(2.5m));
    }

    [Fact]
    public void A_cap_at_the_very_top_of_a_hill_leaves_both_its_sides()
    {
        PayoutCurve hill = PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1), (2, 0));
        Assert.Equal(50.Percent, hill.CapAt(payout: 1).PayoutAt(1.5m));
    }

    [Fact]
    public void A_cap_on_the_attainment_holds_what_is_paid_there()
    {
        PayoutCurve curve = Enterprise.CapAt(attainment: 160.Percent);
        Assert.Equal(230.Percent, curve.PayoutAt(160.Percent));
        Assert.Equal(230.Percent, curve.PayoutAt(500.Percent));
        Assert.Equal(230.Percent - (Hair * 3), curve.PayoutAt(160.Percent - Hair));
    }

    [Fact]
    public void A_cap_names_one_of_payout_and_attainment_above_zero()
    {
        Assert.Throws<ArgumentException>(() => PayoutCurve.Linear.CapAt());
        Assert.Throws<ArgumentException>(() => PayoutCurve.Linear.CapAt(payout: 2, attainment: 2));
        Assert.Equal("payout", Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.CapAt(payout: 0)).ParamName);
        var negative = Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.CapAt(attainment: -1));
        Assert.Equal(("attainment", (Rational)(-1)), (negative.ParamName, negative.ActualValue));
    }

    [Fact]
    public void Thresholds_and_bends_at_zero_or_below_are_refused_with_the_value()
    {
        var threshold = Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.WithThreshold(0));
        Assert.Equal(("threshold", (Rational)0), (threshold.ParamName, threshold.ActualValue));
        var bend = Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Linear.Accelerate(above: -0.5m, multiplier: 2m));
        Assert.Equal((Rational)(-0.5m), bend.ActualValue);
        Assert.Contains("-0.5", bend.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Through_joins_its_knots_by_straight_lines()
    {
        PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.SameSlope, (50.Percent, 25.Percent), (100.Percent, 100.Percent), (150.Percent, 250.Percent));
        Assert.Equal(0, curve.PayoutAt(50.Percent - Hair));
        Assert.Equal(25.Percent, curve.PayoutAt(50.Percent));
        Assert.Equal(62.5m.Percent, curve.PayoutAt(75.Percent));
        Assert.Equal(100.Percent, curve.PayoutAt(100.Percent));
        Assert.Equal(400.Percent, curve.PayoutAt(200.Percent));
        Assert.True(curve.IsUncapped);
    }

    [Fact]
    public void Through_with_a_flat_end_is_capped_at_its_last_knot()
    {
        PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1), (2, 3));
        Assert.Equal(3, curve.PayoutAt(2));
        Assert.Equal(3, curve.PayoutAt(7));
        Assert.False(curve.IsUncapped);
    }

    [Fact]
    public void Two_knots_at_one_place_are_a_jump_that_belongs_to_the_upper_side()
    {
        PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 50.Percent), (1, 1), (2, 2), (2, 5));
        Assert.Equal(50.Percent - (Hair / 2), curve.PayoutAt(1 - Hair));
        Assert.Equal(1, curve.PayoutAt(1));
        Assert.Equal(2 - Hair, curve.PayoutAt(2 - Hair));
        Assert.Equal(5, curve.PayoutAt(2));
    }

    [Fact]
    public void A_jump_at_zero_pays_at_zero_attainment() =>
        Assert.Equal(20.Percent, PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (0, 20.Percent), (1, 1)).PayoutAt(0));

    [Fact]
    public void A_single_knot_is_a_step()
    {
        PayoutCurve curve = PayoutCurve.Through(BeyondLastKnot.SameSlope, (1, 1));
        Assert.Equal(0, curve.PayoutAt(1 - Hair));
        Assert.Equal(1, curve.PayoutAt(1));
        Assert.Equal(1, curve.PayoutAt(3));
    }

    [Fact]
    public void Knots_that_fall_back_or_stand_three_at_one_place_are_refused()
    {
        var back = Assert.Throws<ArgumentException>(() => PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1), (0.5m, 2)));
        Assert.Contains("50 % follows 100 %", back.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1), (1, 2), (1, 3)));
        Assert.Throws<ArgumentException>(() => PayoutCurve.Through(BeyondLastKnot.Flat));
        var negative = Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Through(BeyondLastKnot.Flat, (-1, 0), (1, 1)));
        Assert.Equal((Rational)(-1), negative.ActualValue);
    }

    [Fact]
    public void A_curve_says_whether_it_ever_falls()
    {
        Assert.False(PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1), (2, 0)).IsNonDecreasing);
        Assert.False(PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1), (1, 0.5m), (2, 2)).IsNonDecreasing);
        Assert.True(Enterprise.IsNonDecreasing);
    }

    [Fact]
    public void Segments_stand_in_rising_order_from_zero_each_with_its_label()
    {
        Assert.Equal([0, 50.Percent, 100.Percent, 150.Percent], Enterprise.Segments.Select(segment => segment.From));
        Assert.Equal(["below 50 %", "base rate", "2× above 100 %", "3× above 150 %"], Enterprise.Segments.Select(segment => segment.Label));
        Assert.Equal([0, 1, 2, 3], Enterprise.Segments.Select(segment => segment.Slope));
    }

    [Fact]
    public void Curves_are_equal_by_what_they_pay_and_say()
    {
        PayoutCurve same = PayoutCurve.Linear.WithThreshold(0.5m).Accelerate(1, 2).Accelerate(1.5m, 3);
        Assert.Equal(Enterprise, same);
        Assert.Equal(Enterprise.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Enterprise, PayoutCurve.Linear);
        Assert.NotEqual(PayoutCurve.Linear.WithThreshold(0.5m), PayoutCurve.Linear.WithThreshold(0.5m, Boundary.Above));
    }

    [Fact]
    public void A_curve_prints_its_tiers() =>
        Assert.Equal("below 50 %: 0×; base rate: 1×; 2× above 100 %: 2×; 3× above 150 %: 3×; uncapped", Enterprise.ToString());
}
