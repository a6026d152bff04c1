namespace CompModel.Files;

/// <summary>
/// How a component pays: along a <c>curve</c>, by a <c>commission</c>, by a <c>matrix</c> of two measures; or it is an <c>objective</c> or a <c>spiff</c>, which bring
/// their own.
/// </summary>
internal sealed class RuleReader(MeasureCatalog measures, Currency currency)
{
    private static readonly string[] Forms = ["commission", "matrix", "curve"];

    /// <summary>The keys that say it.</summary>
    internal static readonly string[] Keys = ["measure", "objective", "spiff", "rate", .. WorthReader.Keys, .. Forms];

    /// <summary>The component, not yet named; null, reported, where something is wrong with it.</summary>
    public Func<Component?>? Read(KeyReader keys, Measure? paysOn)
    {
        if (keys.Has("spiff"))
            return Spiff(keys, paysOn);
        keys.Refuse(["rate"], "without spiff", "a spiff, or no rate", "a commission has its rates in its tiers");
        if (keys.Has("objective"))
            return Objective(keys);
        switch (keys.Single(Forms, "a component pays in one way"))
        {
            case "commission":
                return Commission(keys, paysOn);
            case "matrix":
                return Matrix(keys);
            default:
                Measure? measure = MeasureOf(keys);
                Func<Measure, PayoutCurve, Component>? worth = WorthReader.Read(keys, currency);
                PayoutCurve? curve = keys.Require("curve", "a curve, such as linear; or commission, or matrix") is { } shape ? CurveReader.Read(shape) : null;
                return measure is null || worth is null || curve is null ? null : () => worth(measure, curve);
        }
    }

    private Measure? MeasureOf(KeyReader keys) => keys.RequireField("measure", "what is measured, such as bookings") is { } named ? measures.Find(named) : null;

    private Func<Component>? Objective(KeyReader keys)
    {
        bool idle = keys.Refuse(["name", "measure", .. Forms], "beside objective", "one of the two", "an objective pays its share of what it is worth, at most all of it");
        Measure? score = keys.FindField("objective") is { } named ? measures.Find(named) : null;
        Func<Measure, PayoutCurve, Component>? worth = WorthReader.Read(keys, currency);
        return idle || score is null || worth is null ? null : () => worth(score, PayoutCurve.Linear.CapAt(payout: 1));
    }

    private Func<Component>? Spiff(KeyReader keys, Measure? paysOn)
    {
        bool idle = keys.Refuse(["name", "objective", .. WorthReader.Keys, .. Forms], "beside spiff", "one of the two", "a Spiff pays a rate on what is credited in its days");
        string? name = keys.FindField("spiff")?.Required("a name");
        Measure? measure = MeasureOf(keys);
        bool isMoney = (paysOn ?? measure) is not { IsMoney: false };
        Field? stated = keys.RequireField("rate", isMoney ? "a percentage such as 2 %" : "money a unit, such as 250");
        Rational? rate = isMoney ? stated?.Percent() : stated?.Decimal();
        _ = keys.Require("from", "the first day that counts");
        _ = keys.Require("to", "the last day that counts");
        return idle || name is null || measure is null || rate is not { } pays || !keys.Has("from") || !keys.Has("to")
            ? null
            : () => Component.Commission(measure, paysOn ?? measure, RateTable.Marginal((0, pays))).Named(name);
    }

    private Func<Component>? Commission(KeyReader keys, Measure? paysOn)
    {
        bool idle = keys.Refuse(WorthReader.Keys, "beside commission", "one of the two", "a commission is no share of the target incentive");
        Measure? measure = MeasureOf(keys);
        RateTable? table = TableReader.Read(keys.Find("commission")!, ratesArePercentages: (paysOn ?? measure) is not { IsMoney: false });
        return idle || measure is null || table is null ? null : () => Component.Commission(measure, paysOn ?? measure, table);
    }

    private Func<Component>? Matrix(KeyReader keys)
    {
        bool idle = keys.Refuse(["measure"], "beside matrix", "one of the two", "rows and columns name the measures");
        Func<Measure, PayoutCurve, Component>? worth = WorthReader.Read(keys, currency);
        var read = new MatrixReader(measures).Read(keys.Find("matrix")!);
        return idle || worth is null || read is not { } two
            ? null
            : () => worth(two.Rows, PayoutCurve.Step((0, 1))).Times(Multiplier.Of(two.Rows, two.Columns, two.Matrix));
    }
}
