namespace CompModel.Files;

/// <summary>
/// What a curve is before it is bent: one percent for one percent; or knots of (attainment, payout) with what lies beyond the last; slopes, a multiple of the base rate
/// for each tier; steps, a fixed payout for each; or what several curves pay together, the lesser or the greater of them.
/// </summary>
internal static class CurveShapeReader
{
    private static readonly string[] Shapes = ["knots", "slopes", "steps", "sum_of", "lesser_of", "greater_of"];

    /// <summary>The keys that say it.</summary>
    internal static readonly string[] Keys = [.. Shapes, "beyond", "quota", "breakpoints"];

    /// <summary>The shape; null, reported, where something is wrong with it.</summary>
    public static PayoutCurve? Read(KeyReader keys)
    {
        string? shape = keys.Single(Shapes, "a curve has one shape");
        if (shape != "knots")
            keys.Refuse(["beyond", "quota"], "without knots", "knots, or neither beyond nor quota", "");
        if (shape != "steps")
            keys.Refuse(["breakpoints"], "without steps", "steps, or no breakpoints", "elsewhere a curve is continuous, or its threshold says it: { above: 50 % }");
        if (shape is null)
            return PayoutCurve.Linear;
        keys.Refuse(["accelerators", "decelerators"], $"beside {shape}", "one of the two", shape == "knots" ? "add a knot instead" : "accelerators bend a linear curve");
        YamlNode node = keys.Find(shape)!;
        return shape switch
        {
            "knots" => Through(node, keys),
            "slopes" => node.Each(shape, item => Tier(item, "multiplier", "the multiple of the base rate, such as 0.5x", field => field.Multiplier())) is { } slopes
                ? node.Build(() => PayoutCurve.Slopes(slopes))
                : null,
            "steps" => Steps(node, keys),
            _ => Combined(node, shape),
        };
    }

    private static PayoutCurve? Through(YamlNode node, KeyReader keys)
    {
        BeyondLastKnot? beyond = keys.RequireField("beyond", "flat or same_slope: what the curve does beyond the last knot")?.OneOf(
            ("flat", BeyondLastKnot.Flat), ("same_slope", BeyondLastKnot.SameSlope));
        bool inAmounts = keys.Has("quota");
        Rational? quota = inAmounts ? keys.FindField("quota")?.Positive("the quota that is 100 %, above 0") : 1;
        (Rational, Rational)[]? knots = node.Each("knots", item => Knot(item, inAmounts));
        if (beyond is not { } ends || quota is not { } whole || knots is null)
            return null;
        return node.Build(() => inAmounts ? PayoutCurve.ThroughAmounts(whole, ends, knots) : PayoutCurve.Through(ends, knots));
    }

    private static (Rational, Rational)? Knot(YamlNode item, bool inAmounts)
    {
        if (item.Items("a knot") is not { } pair)
            return null;
        if (pair.Count != 2)
        {
            item.Source.Report(item.Start, DiagnosticCode.Type, "a knot has not two values", "attainment and payout, such as [50 %, 25 %]", "");
            return null;
        }
        Rational? place = inAmounts ? pair[0].Field("amount")?.Decimal() : pair[0].Field("attainment")?.Percent(), payout = pair[1].Field("payout")?.Percent();
        return place is { } at && payout is { } pays ? (at, pays) : null;
    }

    private static PayoutCurve? Steps(YamlNode node, KeyReader keys)
    {
        Boundary? sense = PlaceReader.Breakpoints(keys);
        var steps = node.Each("steps", item => Tier(item, "payout", "what is paid from there on, such as 80 %", field => field.Percent()));
        return sense is { } side && steps is not null ? node.Build(() => PayoutCurve.Step(side, steps)) : null;
    }

    private static (Rational, Rational)? Tier(YamlNode item, string key, string expected, Func<Field, Rational?> read)
    {
        KeyReader? tier = KeyReader.Of(item, "a tier of the curve", ["from", key]);
        Rational? from = tier?.RequireField("from", "the attainment from which it holds, such as 80 %")?.Percent();
        Rational? value = tier?.RequireField(key, expected) is { } field ? read(field) : null;
        return from is { } place && value is { } stated ? (place, stated) : null;
    }

    private static PayoutCurve? Combined(YamlNode node, string shape)
    {
        PayoutCurve[]? curves = node.EachOf(shape, CurveReader.Read);
        if (curves is { Length: 0 })
            node.Source.Report(node.Start, DiagnosticCode.ValueMissing, $"{shape} is empty", "curves", "");
        return curves is not { Length: > 0 } ? null : node.Build(() => shape switch
        {
            "sum_of" => curves.Aggregate((sum, curve) => sum + curve),
            "lesser_of" => curves.Aggregate(PayoutCurve.Min),
            _ => curves.Aggregate(PayoutCurve.Max),
        });
    }
}
