namespace CompModel.Files;

/// <summary>
/// A payout curve: <c>linear</c>; or a threshold, accelerators, decelerators and a cap on it; or knots of (attainment, payout), with what lies beyond
/// the last. Attainments are percentages, multipliers are of the base rate.
/// </summary>
internal static class CurveReader
{
    private static readonly string[] Keys = ["threshold", "accelerators", "decelerators", "knots", "beyond", "cap"];

    public static PayoutCurve? Read(YamlNode node)
    {
        if (node is YamlNode.Scalar { Text: "linear" })
            return PayoutCurve.Linear;
        if (node is YamlNode.Scalar)
        {
            node.Field("curve")?.OneOf(("linear", true));
            return null;
        }
        if (KeyReader.Of(node, "a curve", Keys) is not { } keys)
            return null;
        PayoutCurve? curve = keys.Find("knots") is { } knots ? Through(knots, keys) : PayoutCurve.Linear;
        if (keys.Find("knots") is null && keys.Find("beyond") is { } beyond)
            beyond.Source.Report(beyond.Start, DiagnosticCode.KeyConflict, "beyond without knots", "knots, or no beyond", "");
        curve = WithThreshold(curve, keys.Find("threshold"));
        curve = WithBends(curve, keys);
        return WithCap(curve, keys.Find("cap"));
    }

    private static PayoutCurve? Through(YamlNode node, KeyReader keys)
    {
        BeyondLastKnot? beyond = keys.RequireField("beyond", "flat or same_slope: what the curve does beyond the last knot")?.OneOf(
            ("flat", BeyondLastKnot.Flat), ("same_slope", BeyondLastKnot.SameSlope));
        foreach (string key in new[] { "accelerators", "decelerators" })
        {
            if (keys.Find(key) is { } idle)
                idle.Source.Report(idle.Start, DiagnosticCode.KeyConflict, $"{key} beside knots", "one of the two", "add a knot instead");
        }
        var knots = new List<(Rational, Rational)>();
        bool good = true;
        foreach (YamlNode item in node.Items("knots") ?? [])
        {
            if (item.Items("a knot") is { Count: 2 } pair)
            {
                Rational? attainment = pair[0].Field("attainment")?.Percent(), payout = pair[1].Field("payout")?.Percent();
                if (attainment is not null && payout is not null)
                    knots.Add((attainment.Value, payout.Value));
                good &= attainment is not null && payout is not null;
                continue;
            }
            if (item is YamlNode.Sequence)
                item.Source.Report(item.Start, DiagnosticCode.Type, "a knot has not two values", "attainment and payout, such as [50 %, 25 %]", "");
            good = false;
        }
        return beyond is null || !good || node is not YamlNode.Sequence ? null : node.Build(() => PayoutCurve.Through(beyond.Value, [.. knots]));
    }

    private static PayoutCurve? WithThreshold(PayoutCurve? curve, YamlNode? node)
    {
        if (node is null)
            return curve;
        Rational? threshold;
        Boundary sense = Boundary.AtOrAbove;
        if (node is YamlNode.Mapping)
        {
            if (KeyReader.Of(node, "a threshold", ["at", "above"]) is not { } keys)
                return null;
            sense = keys.Find("above") is null ? Boundary.AtOrAbove : Boundary.Above;
            threshold = keys.RequireField(sense == Boundary.Above ? "above" : "at", "'at: 50 %' (50 % itself pays) or 'above: 50 %' (it does not)")?.Percent();
            if (keys.Keys.Count() > 1)
                node.Source.Report(node.Start, DiagnosticCode.KeyConflict, "a threshold has more than one key", "at or above", "");
        }
        else
        {
            threshold = node.Field("threshold")?.Percent();
        }
        return curve is null || threshold is null ? null : node.Build(() => curve.WithThreshold(threshold.Value, sense));
    }

    private static PayoutCurve? WithBends(PayoutCurve? curve, KeyReader keys)
    {
        var bends = new List<(Rational Above, Rational Multiplier, YamlNode Node, bool Up)>();
        bool good = true;
        foreach (string list in new[] { "accelerators", "decelerators" })
        {
            foreach (YamlNode item in keys.Find(list)?.Items(list) ?? [])
            {
                KeyReader? bend = KeyReader.Of(item, "a bend of the curve", ["above", "multiplier"]);
                Rational? above = bend?.RequireField("above", "the attainment from which it holds, such as 100 %")?.Percent();
                Rational? multiplier = bend?.RequireField("multiplier", "the multiple of the base rate, such as 2")?.Multiplier();
                if (above is null || multiplier is null)
                    good = false;
                else
                    bends.Add((above.Value, multiplier.Value, item, list == "accelerators"));
            }
            good &= keys.Find(list) is null or YamlNode.Sequence;
        }
        // A verb replaces what lay above before, so they go from the lowest up, in whatever order they were written.
        foreach ((Rational above, Rational multiplier, YamlNode node, bool up) in bends.OrderBy(bend => bend.Above))
        {
            PayoutCurve? before = curve;
            curve = before is null ? null : node.Build(() => up ? before.Accelerate(above, multiplier) : before.Decelerate(above, multiplier));
        }
        foreach (var twice in bends.GroupBy(bend => bend.Above).Where(group => group.Count() > 1))
            twice.Last().Node.Source.Report(
                twice.Last().Node.Start, DiagnosticCode.Definition, $"two bends at {twice.Key * 100} %", "one at each attainment", "");
        return good ? curve : null;
    }

    private static PayoutCurve? WithCap(PayoutCurve? curve, YamlNode? node)
    {
        if (node is null)
            return curve;
        if (node is YamlNode.Scalar { Text: "none" })
            return curve;
        if (KeyReader.Of(node, "a cap", ["payout", "attainment"]) is not { } keys)
            return null;
        Rational? payout = keys.FindField("payout")?.Percent(), attainment = keys.FindField("attainment")?.Percent();
        if (keys.Keys.Count() != 1)
            node.Source.Report(node.Start, DiagnosticCode.KeyConflict, "a cap has not one key", "payout: 300 % or attainment: 200 %", "");
        return curve is null || (payout is null) == (attainment is null) ? null : node.Build(() => curve.CapAt(payout, attainment));
    }
}
