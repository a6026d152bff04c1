namespace CompModel.Tests;

public class PayoutBelowZeroFacts
{
    [Fact]
    public void A_payout_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, -1)));

    [Fact]
    public void A_curve_that_falls_for_ever_is_refused_and_may_end_flat()
    {
        Assert.Contains("flat", Assert.Throws<ArgumentException>(() => PayoutCurve.Through(BeyondLastKnot.SameSlope, (0, 1), (1, 0.5m))).Message);
        Assert.Equal((Rational)0.5m, PayoutCurve.Through(BeyondLastKnot.Flat, (0, 1), (1, 0.5m)).PayoutAt(10));
    }
}
