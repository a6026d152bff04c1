using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CompModel.Tests;

/// <summary>Credited and quota in whole cents, often exactly at a place where plans change, or a cent beside it.</summary>
public sealed record CreditedCase(long CreditedCents, long QuotaCents)
{
    public Attainment Attainment => new(Of(CreditedCents), Of(QuotaCents));

    public static Arbitrary<CreditedCase> Arbitrary() => Arb.From(
        from quota in Gen.Choose(1, 2_000_000)
        from percent in Gen.Frequency((3, Gen.Elements(0, 1, 40, 50, 75, 80, 90, 100, 101, 120, 125, 150, 200, 300)), (2, Gen.Choose(-20, 400)))
        from beside in Gen.Frequency((3, Gen.Elements(-1, 0, 1)), (1, Gen.Choose(-10_000, 10_000)))
        select new CreditedCase((quota * (long)percent) + beside, quota * 100L));

    private static Amount Of(long cents) => new((Rational)cents / 100, Currency.Usd);
}

[Properties(Arbitrary = [typeof(PlanYearCases), typeof(CreditedCase)])]
public class PayoutCurveLaws
{
    private static readonly Amount Target = 122_500.Usd;

    [Law(MaxTest = 500)]
    public void A_non_decreasing_curve_never_pays_less_for_more(CurveRules rules, CreditedCase one, CreditedCase other)
    {
        PayoutCurve curve = rules.Curve();
        Rational a = one.Attainment.Ratio, b = other.Attainment.Ratio;
        if (curve.IsNonDecreasing)
            Assert.True(curve.PayoutAt(Rational.Min(a, b)) <= curve.PayoutAt(Rational.Max(a, b)));
    }

    [Law(MaxTest = 500)]
    public void A_curve_that_says_it_falls_pays_less_for_more_somewhere(CurveRules rules)
    {
        PayoutCurve curve = rules.Curve();
        Rational hair = (Rational)1 / 1_000_000;
        // Each place, a hair beside it, and between the places: a falling piece or jump shows between two of these.
        List<Rational> at = [.. curve.Segments.SelectMany(segment => new[] { segment.From - hair, segment.From, segment.From + hair }).Append(curve.Segments[^1].From + 1).Order()];
        bool falls = at.Zip(at.Skip(1)).Any(pair => curve.PayoutAt(pair.Second) < curve.PayoutAt(pair.First));
        Assert.Equal(!falls, curve.IsNonDecreasing);
    }

    [Law(MaxTest = 500)]
    public void Segments_rise_strictly_from_zero(CurveRules rules)
    {
        IReadOnlyList<CurveSegment> segments = rules.Curve().Segments;
        Assert.Equal(Rational.Zero, segments[0].From);
        Assert.Equal(Boundary.AtOrAbove, segments[0].Sense);
        Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.True(pair.First.From < pair.Second.From));
        Assert.All(segments, segment => Assert.False(string.IsNullOrWhiteSpace(segment.Label)));
    }

    [Law(MaxTest = 500)]
    public void The_lines_of_a_curve_sum_to_target_times_payout(CurveRules rules, CreditedCase credited)
    {
        PayoutCurve curve = rules.Curve();
        StatementLine[] lines = [.. curve.Lines(credited.Attainment, Target, DealMoves.None)];
        Assert.Equal(Target * curve.PayoutAt(credited.Attainment.Ratio), Sum(lines));
        Assert.All(lines, line => Assert.Equal(line.Amount.Value, line.Base.Value * line.Rate));
    }

    [Law(MaxTest = 300)]
    public void Scaling_the_currency_scales_what_is_paid_and_moves_no_boundary(CurveRules rules, CreditedCase credited, PositiveInt by, PositiveInt over)
    {
        Rational scale = (Rational)by.Get / over.Get;
        PayoutCurve curve = rules.Curve();
        var scaled = new Attainment(credited.Attainment.Credited * scale, credited.Attainment.Quota * scale);
        Assert.Equal(curve.TierAt(credited.Attainment.Ratio), curve.TierAt(scaled.Ratio));
        Assert.Equal(Sum(curve.Lines(credited.Attainment, Target, DealMoves.None)) * scale, Sum(curve.Lines(scaled, Target * scale, DealMoves.None)));
    }

    [Law(MaxTest = 500)]
    public void Refining_a_segment_changes_nothing(CurveRules rules, PositiveInt thousandths, CreditedCase credited)
    {
        PayoutCurve curve = rules.Curve();
        Rational place = (Rational)thousandths.Get / 1000;
        CurveSegment here = curve.Segments[curve.TierAt(place)];
        if (here.Slope.Sign < 0 || curve.Segments.Any(segment => segment.From == place))
            return;
        // The same multiplier again, from a place inside a segment on: all the rest of that segment is as before.
        PayoutCurve refined = curve.Accelerate(place, here.Slope);
        Rational end = curve.Segments.FirstOrDefault(segment => segment.From > place) is { Label: not null } next ? next.From : place + 10;
        foreach (Rational at in new[] { place, place - ((Rational)1 / 100_000), (place + end) / 2, Rational.Min(credited.Attainment.Ratio, place) })
            Assert.Equal(curve.PayoutAt(at), refined.PayoutAt(at));
    }

    [Law(MaxTest = 300)]
    public void Another_knot_on_the_line_changes_nothing(CurveRules rules, PositiveInt part, CreditedCase credited)
    {
        if (rules.Knots.Count < 2)
            return;
        (Rational Attainment, Rational Payout)[] knots = [.. rules.Knots.Select(knot => (knot.Attainment.Percent, knot.Payout.Percent))];
        int left = part.Get % (knots.Length - 1);
        if (knots[left].Attainment == knots[left + 1].Attainment)
            return;
        Rational share = (Rational)1 / (1 + part.Get);
        (Rational, Rational) between = (
            knots[left].Attainment + ((knots[left + 1].Attainment - knots[left].Attainment) * share),
            knots[left].Payout + ((knots[left + 1].Payout - knots[left].Payout) * share));
        PayoutCurve refined = PayoutCurve.Through(rules.Beyond, [.. knots.Take(left + 1), between, .. knots.Skip(left + 1)]);
        Assert.Equal(rules.Curve().PayoutAt(credited.Attainment.Ratio), refined.PayoutAt(credited.Attainment.Ratio));
    }

    [Law(MaxTest = 300)]
    public void A_capped_payout_is_the_lesser_of_cap_and_payout(CurveRules rules, PositiveInt cap, CreditedCase credited)
    {
        PayoutCurve curve = rules.Curve();
        Rational most = (Rational)(cap.Get % 40) / 10 + ((Rational)1 / 10);
        if (most < curve.LeastPayout)
        {
            Assert.Equal(("payout", most), Assert.Throws<ArgumentOutOfRangeException>(() => curve.CapAt(payout: most)) is var refused ? (refused.ParamName, (Rational)refused.ActualValue!) : default);
            return;
        }
        Assert.Equal(Rational.Min(most, curve.PayoutAt(credited.Attainment.Ratio)), curve.CapAt(payout: most).PayoutAt(credited.Attainment.Ratio));
    }

    private static Amount Sum(IEnumerable<StatementLine> lines) => lines.Aggregate(Amount.Zero(Currency.Usd), (sum, line) => sum + line.Amount);
}
