using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>Curves as plans have them: thresholds, accelerators and decelerators, caps, and curves through knots with jumps.</summary>
public static class CurveCases
{
    public static Gen<CurveRules> Any => Gen.Frequency((1, Gen.Constant(CurveRules.Linear)), (5, Tiered), (2, ThroughKnots));

    private static Gen<CurveRules> Tiered =>
        from threshold in Gen.OneOf(Gen.Constant<int?>(null), Gen.Elements<int?>(1, 40, 50, 75, 90, 100))
        from sense in Gen.Elements(Boundary.AtOrAbove, Boundary.Above)
        from count in Gen.Choose(0, 3)
        from places in Gen.Shuffle(new[] { 50, 80, 100, 101, 125, 150, 200 })
        from multipliers in Gen.ArrayOf(Gen.Elements(0, 50, 100, 150, 200, 333), count)
        from payout in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Elements<int?>(80, 100, 150, 200, 250)))
        from attainment in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Elements<int?>(101, 120, 150, 300)))
        from comes in Gen.Elements(ThresholdComes.First, ThresholdComes.BeforeCap, ThresholdComes.Last)
        let bends = places.Take(count).Order().Select((place, i) => (place, multipliers[i])).ToArray()
        let first = comes == ThresholdComes.First && bends.Length > 0 && bends[0].place <= threshold ? ThresholdComes.Last : comes
        select new CurveRules(threshold, sense, [.. bends], payout, attainment, first, [], BeyondLastKnot.Flat);

    private static Gen<CurveRules> ThroughKnots =>
        from count in Gen.Choose(1, 5)
        from places in Gen.Shuffle(new[] { 0, 0, 50, 50, 90, 100, 100, 110, 150, 200, 200 })
        from payouts in Gen.ArrayOf(Gen.Elements(0, 25, 50, 90, 100, 120, 200, 333), count)
        from rising in Gen.Elements(true, true, false)
        from beyond in Gen.Elements(BeyondLastKnot.Flat, BeyondLastKnot.SameSlope)
        let paid = rising ? [.. payouts.Order()] : payouts
        let knots = places.Take(count).Order().Select((place, i) => (Place: place, Paid: paid[i])).ToArray()
        let last = Enumerable.Range(1, count).LastOrDefault(i => i < count && knots[i].Place > knots[i - 1].Place)
        // A last slope that falls cannot go on for ever.
        let falls = last > 0 && knots[last].Paid < knots[last - 1].Paid
        select new CurveRules(null, Boundary.AtOrAbove, [], null, null, ThresholdComes.First, [.. knots], falls ? BeyondLastKnot.Flat : beyond);
}
