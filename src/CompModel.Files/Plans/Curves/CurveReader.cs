namespace CompModel.Files;

/// <summary>
/// A payout curve: <c>linear</c>; or a shape, bent by accelerators and decelerators, that starts at a threshold, has a floor and a cap. Attainments and payouts are
/// percentages, multipliers are of the base rate. The verbs apply in this order, whatever the order in the file.
/// </summary>
internal static class CurveReader
{
    private static readonly string[] Keys = [.. CurveShapeReader.Keys, "accelerators", "decelerators", "threshold", "starting_at", "times", "floor", "cap"];

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
        PayoutCurve? curve = CurveShapeReader.Read(keys);
        curve = WithBends(curve, keys);
        curve = Started(curve, keys);
        if (keys.Find("times") is { } times)
            curve = Changed(curve, times, times.Field("times")?.Factor(), (before, factor) => before * factor);
        if (keys.Find("floor") is { } floor)
            curve = Changed(curve, floor, floor.Field("floor")?.Percent(), (before, payout) => before.AtLeast(payout));
        return WithCap(curve, keys.Find("cap"));
    }

    private static PayoutCurve? WithBends(PayoutCurve? curve, KeyReader keys)
    {
        var bends = new List<(Rational Above, Rational Multiplier, YamlNode Node, bool Up)>();
        bool good = true;
        foreach (string list in new[] { "accelerators", "decelerators" })
        {
            if (keys.Find(list) is not { } node)
                continue;
            var read = node.Each(list, ReadBend);
            good &= read is not null;
            bends.AddRange((read ?? []).Select(bend => (bend.Above, bend.Multiplier, bend.Node, list == "accelerators")));
        }
        // A verb replaces what lay above before, so they go from the lowest up, in whatever order they were written.
        foreach ((Rational above, Rational multiplier, YamlNode node, bool up) in bends.OrderBy(bend => bend.Above))
            curve = Changed(curve, node, multiplier, (before, by) => up ? before.Accelerate(above, by) : before.Decelerate(above, by));
        foreach (var twice in bends.GroupBy(bend => bend.Above).Where(group => group.Count() > 1))
        {
            twice.Last().Node.Source.Report(
                twice.Last().Node.Start, DiagnosticCode.Definition, $"two bends at {twice.Key * 100} %", "one at each attainment", "");
        }
        return good ? curve : null;
    }

    private static (Rational Above, Rational Multiplier, YamlNode Node)? ReadBend(YamlNode item)
    {
        KeyReader? bend = KeyReader.Of(item, "a bend of the curve", ["above", "multiplier"]);
        Rational? above = bend?.RequireField("above", "the attainment from which it holds, such as 100 %")?.Percent();
        Rational? multiplier = bend?.RequireField("multiplier", "the multiple of the base rate, such as 2")?.Multiplier();
        return above is { } place && multiplier is { } by ? (place, by, item) : null;
    }

    // Nothing below a place: then everything from the first dollar, or only what lies above it.
    private static PayoutCurve? Started(PayoutCurve? curve, KeyReader keys)
    {
        if (keys.Find("starting_at") is { } start)
        {
            keys.Refuse(["threshold"], "beside starting_at", "one of the two", "a threshold pays from the first dollar, starting_at only what lies above it");
            return Changed(curve, start, start.Field("starting_at")?.Percent(), (before, place) => before.StartingAt(place));
        }
        if (keys.Find("threshold") is not { } node)
            return curve;
        (Rational Place, Boundary Sense)? threshold = PlaceReader.Read(node, "threshold", field => field.Percent(), "below");
        if (node is not YamlNode.Mapping mapping || mapping.Entries.FirstOrDefault(entry => entry.Key.Text == "below").Value is not { } other)
            return Changed(curve, node, threshold?.Place, (before, place) => before.WithThreshold(place, threshold!.Value.Sense));
        PayoutCurve? below = Read(other);
        return below is null ? null : Changed(curve, node, threshold?.Place, (before, place) => before.WithThreshold(place, below, threshold!.Value.Sense));
    }

    private static PayoutCurve? WithCap(PayoutCurve? curve, YamlNode? node)
    {
        if (node is null or YamlNode.Scalar { Text: "none" })
            return curve;
        if (KeyReader.Of(node, "a cap", ["payout", "attainment"]) is not { } keys)
            return null;
        Rational? payout = keys.FindField("payout")?.Percent(), attainment = keys.FindField("attainment")?.Percent();
        if (keys.Keys.Count() != 1)
            node.Source.Report(node.Start, DiagnosticCode.KeyConflict, "a cap has not one key", "payout: 300 % or attainment: 200 %", "");
        return curve is null || (payout is null) == (attainment is null) ? null : node.Build(() => curve.CapAt(payout, attainment));
    }

    private static PayoutCurve? Changed(PayoutCurve? curve, YamlNode node, Rational? value, Func<PayoutCurve, Rational, PayoutCurve> verb) =>
        curve is null || value is not { } stated ? null : node.Build(() => verb(curve, stated));
}
