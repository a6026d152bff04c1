namespace CompModel.Files;

/// <summary>A model of attainment: a family, what states its law, and the share of people who sell nothing, if any.</summary>
internal sealed class ModelReader(Func<Field, double?> landsAtPlan)
{
    private const string LandsAtPlan = AttainmentReader.LandsAtPlan;

    // What states a family's law; of keys that are alternatives the first is what is asked for where there is none.
    private static readonly (string Family, string[] Keys)[] Families =
    [
        ("lognormal", ["mean", "share_at_quota", "percentiles", "cv"]),
        ("normal", ["mean", "sd", "below_zero"]),
        ("gamma", ["mean", "cv", "shape", "scale"]),
        ("weibull", ["mean", "cv", "shape", "scale"]),
        ("pert", ["min", "mode", "max", "lambda"]),
        ("triangular", ["min", "mode", "max"]),
        ("empirical", ["observations", "weights", "smoothing"]),
        ("discrete", ["outcomes"]),
        ("mixture", ["groups"]),
    ];

    private static readonly string[] Keys = ["family", "share_at_zero", .. Families.SelectMany(family => family.Keys).Distinct()];

    /// <summary>The model; null, reported, where it is none.</summary>
    public AttainmentModel? Read(YamlNode node) => KeyReader.Of(node, "a model", Keys) is { } keys ? Model(keys, inGroup: false) : null;

    private AttainmentModel? Model(KeyReader keys, bool inGroup)
    {
        string[] names = [.. Families.Select(family => family.Family)];
        if (keys.RequireField("family", $"one of {string.Join(", ", names)}")?.OneOf([.. names.Select((name, i) => (name, i))]) is not { } chosen)
            return null;
        (string name, string[] own) = Families[chosen];
        bool fits = !keys.Refuse(
            [.. Keys.Except([.. own, "family", "share_at_zero"])], $"has no place in a {name} model", $"what states a {name} model: {string.Join(", ", own)}", "");
        Rational? zero = null;
        if (keys.FindField("share_at_zero") is { } field && (zero = Below100(field)) is null)
            fits = false;
        AttainmentModel? model = name switch
        {
            "lognormal" => LogNormal(keys, inGroup, zero),
            "normal" => Normal(keys, inGroup, zero),
            "gamma" => ByMeanOrShape(keys, inGroup, zero, AttainmentModel.Gamma, AttainmentModel.GammaOfShape),
            "weibull" => ByMeanOrShape(keys, inGroup, zero, AttainmentModel.Weibull, AttainmentModel.WeibullOfShape),
            "pert" or "triangular" => OfRange(keys, name == "pert"),
            "mixture" => Mixture(keys),
            _ => new ObservationsReader(keys).Read(name == "discrete"),
        };
        return !fits || model is null || zero is null ? (fits ? model : null) : keys.Node.Build(() => model.WithShareAtZero(zero.Value.ToDouble()));
    }

    private AttainmentModel? LogNormal(KeyReader keys, bool inGroup, Rational? zero)
    {
        string[] places = ["mean", "share_at_quota", "percentiles"];
        string? place = keys.Single(places, "a lognormal model is stated by one of them");
        if (places.Count(keys.Has) > 1)
            return null;
        switch (place)
        {
            case "percentiles":
                bool alone = !keys.Refuse(["cv"], "has no place beside percentiles", "two percentiles alone", "they state the spread, too");
                AttainmentModel? through = Percentiles(keys.Require("percentiles", "")!);
                return alone ? through : null;
            case "share_at_quota":
                Rational? share = Below100(keys.RequireField("share_at_quota", ""));
                double? spread = Variation(keys);
                return share is null || spread is null ? null : keys.Node.Build(() => AttainmentModel.LogNormalByShareAtQuota(share.Value.ToDouble(), spread.Value));
            default:
                double? mean = Mean(keys, inGroup, zero), cv = Variation(keys);
                return mean is null || cv is null ? null : keys.Node.Build(() => AttainmentModel.LogNormal(mean.Value, cv.Value));
        }
    }

    private static AttainmentModel? Percentiles(YamlNode node)
    {
        if (node is not YamlNode.Mapping { Entries: { Count: 2 } entries })
        {
            node.Source.Report(node.Start, DiagnosticCode.Type, "percentiles are not two", "two percentiles, such as { p10: 60 %, p90: 140 % }", "");
            return null;
        }
        var read = new List<(double P, double Attainment)>();
        foreach ((YamlNode.Scalar key, YamlNode value) in entries)
        {
            int p = key.Text is ['p', .. var digits] && digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 0;
            if (p == 0)
                node.Source.Report(key.Start, DiagnosticCode.KeyUnknown, $"percentiles have the key {Field.Quote(key.Text)}", "a percentile from p1 to p99", "");
            Rational? at = value.Field(key.Text)?.Fraction();
            if (p > 0 && at is not null)
                read.Add((p / 100.0, at.Value.ToDouble()));
        }
        (double P, double Attainment)[] rising = [.. read.OrderBy(one => one.P)];
        return rising.Length == 2 ? node.Build(() => AttainmentModel.LogNormalThrough(rising[0], rising[1])) : null;
    }

    private AttainmentModel? Normal(KeyReader keys, bool inGroup, Rational? zero)
    {
        double? mean = Mean(keys, inGroup, zero);
        Rational? sd = keys.RequireField("sd", "the standard deviation, such as 0.15")?.Fraction();
        BelowZero? below = keys.RequireField("below_zero", "floored (it counts as zero) or conditioned (it is left out)")?.OneOf(
            ("floored", BelowZero.Floored), ("conditioned", BelowZero.Conditioned));
        return mean is null || sd is null || below is null ? null : keys.Node.Build(() => AttainmentModel.Normal(mean.Value, sd.Value.ToDouble(), below.Value));
    }

    private AttainmentModel? ByMeanOrShape(
        KeyReader keys, bool inGroup, Rational? zero, Func<double, double, AttainmentModel> ofMean, Func<double, double, AttainmentModel> ofShape)
    {
        if (!keys.Has("shape") && !keys.Has("scale"))
        {
            double? mean = Mean(keys, inGroup, zero), cv = Variation(keys);
            return mean is null || cv is null ? null : keys.Node.Build(() => ofMean(mean.Value, cv.Value));
        }
        bool alone = !keys.Refuse(["mean", "cv"], "has no place beside shape and scale", "mean and cv, or shape and scale", "");
        Rational? shape = keys.RequireField("shape", "the shape of the law, such as 2.2")?.Fraction(), scale = keys.RequireField("scale", "the scale of the law, such as 1.05")?.Fraction();
        return shape is null || scale is null || !alone ? null : keys.Node.Build(() => ofShape(shape.Value.ToDouble(), scale.Value.ToDouble()));
    }

    private static AttainmentModel? OfRange(KeyReader keys, bool pert)
    {
        Rational? min = keys.RequireField("min", "the least attainment, such as 20 %")?.Fraction();
        Rational? mode = keys.RequireField("mode", "the most likely attainment, such as 95 %")?.Fraction();
        Rational? max = keys.RequireField("max", "the greatest attainment, such as 220 %")?.Fraction();
        Rational? lambda = keys.FindField("lambda") is { } field ? field.Fraction() : 4;
        if (min is null || mode is null || max is null || lambda is null)
            return null;
        return keys.Node.Build(() => pert
            ? AttainmentModel.Pert(min.Value.ToDouble(), mode.Value.ToDouble(), max.Value.ToDouble(), lambda.Value.ToDouble())
            : AttainmentModel.Triangular(min.Value.ToDouble(), mode.Value.ToDouble(), max.Value.ToDouble()));
    }

    private AttainmentModel? Mixture(KeyReader keys)
    {
        if (keys.Require("groups", "groups of people, such as [{ share: 60 %, family: … }, { share: 40 %, family: … }]") is not { } list)
            return null;
        (Rational Share, AttainmentModel Model)[]? groups = list.Each("groups", Group);
        if (groups is null || !ObservationsReader.SumToOne(list, "shares of the groups", groups.Select(group => group.Share)))
            return null;
        return list.Build(() => AttainmentModel.Mixture([.. groups.Select(group => (group.Share.ToDouble(), group.Model))]));
    }

    private (Rational Share, AttainmentModel Model)? Group(YamlNode node)
    {
        if (KeyReader.Of(node, "a group", ["share", .. Keys]) is not { } keys)
            return null;
        Rational? share = keys.RequireField("share", "the share of people in the group, such as 40 %")?.Share();
        AttainmentModel? model = Model(keys, inGroup: true);
        return share is null || model is null ? null : (share.Value, model);
    }

    // Where some sell nothing, the others' mean is what lets all of them land.
    private double? Mean(KeyReader keys, bool inGroup, Rational? zero)
    {
        if (keys.RequireField("mean", $"a fraction such as 95 %, or {LandsAtPlan}") is not { } field)
            return null;
        if (field.Text == LandsAtPlan && inGroup)
        {
            field.Report(DiagnosticCode.Value, field.Found, "a fraction such as 95 %", "one group alone does not land at the plan");
            return null;
        }
        if (field.Text == LandsAtPlan)
            return landsAtPlan(field) / (Rational.One - (zero ?? Rational.Zero)).ToDouble();
        return field.Text.All(c => char.IsAsciiLetter(c) || c == '_') && !field.IsEmpty ? field.OneOf((LandsAtPlan, 0.0)) : field.Fraction()?.ToDouble();
    }

    private static double? Variation(KeyReader keys) => keys.RequireField("cv", "the standard deviation as a part of the mean, such as 0.35")?.Fraction()?.ToDouble();

    private static Rational? Below100(Field? field)
    {
        if (field?.Share() is not { } share)
            return null;
        if (share < Rational.One)
            return share;
        field.Value.Report(DiagnosticCode.NumberRange, field.Value.Found, "a share above 0 % and below 100 %");
        return null;
    }
}
