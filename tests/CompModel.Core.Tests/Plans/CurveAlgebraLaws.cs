using FsCheck;
using FsCheck.Xunit;

namespace CompModel.Tests;

[Properties(Arbitrary = [typeof(PlanYearCases), typeof(CreditedCase)])]
public class CurveAlgebraLaws
{
    [Law(MaxTest = 500)]
    public void A_sum_pays_what_both_pay_everywhere(CurveRules one, CurveRules other, CreditedCase credited) =>
        Agrees(one, other, credited, (left, right) => left + right, (left, right) => left + right);

    [Law(MaxTest = 500)]
    public void The_lesser_of_two_pays_the_lesser_everywhere(CurveRules one, CurveRules other, CreditedCase credited) =>
        Agrees(one, other, credited, PayoutCurve.Min, Rational.Min);

    [Law(MaxTest = 500)]
    public void The_greater_of_two_pays_the_greater_everywhere(CurveRules one, CurveRules other, CreditedCase credited) =>
        Agrees(one, other, credited, PayoutCurve.Max, Rational.Max);

    [Law(MaxTest = 300)]
    public void A_multiple_pays_the_multiple_everywhere(CurveRules rules, NonNegativeInt tenths, CreditedCase credited)
    {
        Rational factor = (Rational)tenths.Get / 10;
        PayoutCurve curve = rules.Curve(), multiple = curve * factor;
        Assert.All(Places(curve, credited), at => Assert.Equal(curve.PayoutAt(at) * factor, multiple.PayoutAt(at)));
    }

    [Law(MaxTest = 300)]
    public void A_floor_pays_the_greater_of_floor_and_payout(CurveRules rules, PositiveInt tenths, CreditedCase credited)
    {
        PayoutCurve curve = rules.Curve();
        Rational floor = (Rational)(tenths.Get % 40) / 10 + ((Rational)1 / 10);
        if (!curve.IsUncapped && floor > curve.Segments.Select(segment => segment.At(segment.From)).Concat(curve.Segments.Skip(1).Select((segment, i) => curve.Segments[i].At(segment.From))).Aggregate(Rational.Max))
            Assert.Throws<ArgumentOutOfRangeException>(() => curve.AtLeast(floor));
        else
            // Below zero a curve pays nothing, floor or not.
            Assert.All(Places(curve.AtLeast(floor), credited).Where(at => at.Sign >= 0), at => Assert.Equal(Rational.Max(floor, curve.PayoutAt(at)), curve.AtLeast(floor).PayoutAt(at)));
    }

    [Law(MaxTest = 300)]
    public void What_starts_at_a_place_adds_what_the_curve_adds_from_there(CurveRules rules, PositiveInt percent, CreditedCase credited)
    {
        PayoutCurve curve = rules.Curve();
        Rational place = (1 + (percent.Get % 200)).Percent;
        if (!curve.IsNonDecreasing)
            return;
        PayoutCurve starting = curve.StartingAt(place);
        Rational hair = (Rational)1 / 1_000_000_000_000;
        Rational tier = curve.Segments[curve.TierAt(place + hair)].At(place);
        Assert.Equal(0, starting.PayoutAt(place));
        Assert.All(Places(curve, credited), at => Assert.Equal(at <= place ? 0 : curve.PayoutAt(at) - tier, starting.PayoutAt(at)));
    }

    [Law(MaxTest = 300)]
    public void A_threshold_pays_one_curve_below_it_and_the_other_above(CurveRules one, CurveRules other, PositiveInt percent, CreditedCase credited)
    {
        Rational place = (1 + (percent.Get % 200)).Percent;
        PayoutCurve curve = one.Curve().WithThreshold(place, below: other.Curve());
        foreach (Rational at in Places(curve, credited).Where(at => at != place))
            Assert.Equal((at < place ? other : one).Curve().PayoutAt(at), curve.PayoutAt(at));
    }

    [Law(MaxTest = 300)]
    public void Slopes_say_again_what_accelerators_and_decelerators_say(CurveRules rules, CreditedCase credited)
    {
        PayoutCurve curve = rules.Curve();
        if (curve.Segments.Where((_, i) => curve.JumpInto(i).Sign != 0).Any() || curve.Segments.Any(segment => segment.Slope.Sign < 0))
            return;
        PayoutCurve slopes = PayoutCurve.Slopes([.. curve.Segments.Select(segment => (segment.From, segment.Slope))]);
        Assert.All(Places(curve, credited), at => Assert.Equal(curve.PayoutAt(at), slopes.PayoutAt(at)));
    }

    private static void Agrees(
        CurveRules one, CurveRules other, CreditedCase credited, Func<PayoutCurve, PayoutCurve, PayoutCurve> curves, Func<Rational, Rational, Rational> payouts)
    {
        PayoutCurve left = one.Curve(), right = other.Curve();
        PayoutCurve joined;
        try
        {
            joined = curves(left, right);
        }
        catch (ArgumentException)
        {
            // Refused only where both jump at one place, on different sides.
            Assert.Contains(left.Segments, a => right.Segments.Any(b => a.From == b.From && a.Sense != b.Sense));
            return;
        }
        foreach (Rational at in Places(left, credited).Concat(Places(right, credited)).Concat(Places(joined, credited)))
            Assert.Equal(payouts(left.PayoutAt(at), right.PayoutAt(at)), joined.PayoutAt(at));
        Assert.All(joined.Segments.Zip(joined.Segments.Skip(1)), pair => Assert.True(pair.First.From < pair.Second.From));
        Assert.All(joined.Segments, segment => Assert.False(string.IsNullOrWhiteSpace(segment.Label)));
    }

    // Every breakpoint, a hair beside it, and one place anywhere.
    private static IEnumerable<Rational> Places(PayoutCurve curve, CreditedCase credited)
    {
        Rational hair = (Rational)1 / 1_000_000_000;
        return curve.Segments.SelectMany(segment => new[] { segment.From - hair, segment.From, segment.From + hair })
            .Append(credited.Attainment.Ratio).Append(curve.Segments[^1].From + 7);
    }
}
