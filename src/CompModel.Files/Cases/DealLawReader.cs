namespace CompModel.Files;

/// <summary>Laws of the number and size of deals, and values with their probabilities.</summary>
internal static class DealLawReader
{
    private static readonly string[] Counts = ["fixed", "binomial", "poisson", "negative_binomial"];
    private static readonly string[] Sizes = ["fixed", "discrete", "gamma", "lognormal"];

    /// <summary>How many deals a year has; null, reported, where something is wrong with it.</summary>
    public static DealCount? Count(YamlNode node)
    {
        if (KeyReader.Of(node, "count", Counts) is not { } keys || One(keys, Counts, "a law of the number of deals") is not { } law)
            return null;
        YamlNode of = keys.Find(law)!;
        switch (law)
        {
            case "fixed":
                return of.Field(law)?.Whole(0, DealMix.MostDeals) is { } deals ? of.Build(() => DealCount.Fixed((int)deals)) : null;
            case "poisson":
                return of.Field(law)?.Positive("a mean number of deals above 0") is { } mean ? of.Build(() => DealCount.Poisson(Double(mean))) : null;
            case "binomial":
                if (KeyReader.Of(of, law, ["opportunities", "win_rate"]) is not { } won)
                    return null;
                long? opportunities = won.RequireField("opportunities", "how many there are, such as 40")?.Whole(1, 1_000_000);
                Rational? rate = won.RequireField("win_rate", "the share of them that is won, such as 25 %")?.Share();
                return opportunities is null || rate is null ? null : of.Build(() => DealCount.Binomial((int)opportunities.Value, rate.Value.ToDouble()));
            default:
                if (KeyReader.Of(of, law, ["mean", "r"]) is not { } spread)
                    return null;
                decimal? average = spread.RequireField("mean", "the mean number of deals")?.Positive("a mean number of deals above 0"), r = spread.RequireField("r", "the shape: the variance is mean + mean² ÷ r")?.Positive("a number above 0");
                return average is null || r is null ? null : of.Build(() => DealCount.NegativeBinomial(Double(r.Value), Double(average.Value)));
        }
    }

    /// <summary>How large a deal is; null, reported, where something is wrong with it.</summary>
    public static DealSize? Size(YamlNode node)
    {
        if (KeyReader.Of(node, "size", Sizes) is not { } keys || One(keys, Sizes, "a law of the size of a deal") is not { } law)
            return null;
        YamlNode of = keys.Find(law)!;
        switch (law)
        {
            case "fixed":
                return of.Field(law)?.Positive("a size above 0") is { } size ? of.Build(() => DealSize.Fixed(size)) : null;
            case "discrete":
                return Weighted(of, law, key => One(key.Positive("a size above 0"))) is { } sizes
                    ? of.Build(() => DealSize.Discrete(sizes)) : null;
            default:
                string spread = law == "gamma" ? "shape" : "cv";
                if (KeyReader.Of(of, law, ["mean", spread]) is not { } two)
                    return null;
                decimal? mean = two.RequireField("mean", "the mean size")?.Positive("a size above 0");
                Rational? by = two.RequireField(spread, law == "gamma" ? "the shape: the variance is mean² ÷ shape" : "the standard deviation as a part of the mean, such as 0.8")?.Fraction();
                return mean is null || by is null ? null
                    : of.Build(() => law == "gamma" ? DealSize.Gamma(Double(mean.Value), by.Value.ToDouble()) : DealSize.LogNormal(Double(mean.Value), by.Value.ToDouble()));
        }
    }

    /// <summary>Values and their probabilities, as keys and what they stand for; null, reported, where one is refused.</summary>
    public static (T Value, Rational Probability)[]? Weighted<T>(YamlNode node, string what, Func<Field, T[]?> read)
    {
        if (node is not YamlNode.Mapping mapping || mapping.Entries.Count == 0)
        {
            node.Source.Report(node.Start, DiagnosticCode.Type, $"{what} is {(node is YamlNode.Mapping ? "empty" : node.Kind)}", "values and their probabilities, such as { 12: 60 %, 36: 40 % }", "");
            return null;
        }
        var values = new List<(T, Rational)>();
        foreach ((YamlNode.Scalar key, YamlNode value) in mapping.Entries)
        {
            T[]? known = read(new(key.Source, what, key.Text, key.Start));
            Rational? probability = value.Field(what)?.Share();
            if (known is [T its] && probability is { } share)
                values.Add((its, share));
        }
        return values.Count == mapping.Entries.Count ? [.. values] : null;
    }

    /// <summary>A value that was read; null where it was refused.</summary>
    public static T[]? One<T>(T? value)
        where T : struct => value is { } known ? [known] : null;

    private static string? One(KeyReader keys, string[] laws, string what)
    {
        if (keys.Single(laws, "one law") is { } law)
            return law;
        // A key that is not known was reported.
        if (!keys.Keys.Any())
            keys.Node.Source.Report(keys.Node.Start, DiagnosticCode.KeyMissing, $"there is no {what[2..]}", $"one of {string.Join(", ", laws)}", "");
        return null;
    }

    private static double Double(decimal value) => ((Rational)value).ToDouble();
}
