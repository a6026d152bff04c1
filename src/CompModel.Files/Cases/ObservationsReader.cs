namespace CompModel.Files;

/// <summary>Laws that are lists: what was observed, and stated outcomes with their probabilities.</summary>
internal sealed class ObservationsReader(KeyReader keys)
{
    /// <summary>The law; null, reported, where it is none.</summary>
    public AttainmentModel? Read(bool discrete) => discrete ? Outcomes() : Observations();

    /// <summary>Whether exact shares sum to one; reported where they do not.</summary>
    public static bool SumToOne(YamlNode list, string what, IEnumerable<Rational> shares)
    {
        Rational sum = shares.Aggregate(Rational.Zero, (total, share) => total + share);
        if (sum == Rational.One)
            return true;
        list.Source.Report(list.Start, DiagnosticCode.Definition, FormattableString.Invariant($"the {what} sum to {(sum * 100).ToDouble():0.######} %"), "100 % in sum", "");
        return false;
    }

    private AttainmentModel? Outcomes()
    {
        if (keys.Require("outcomes", "attainments and their probabilities, such as [{ attainment: 50 %, probability: 1/4 }, …]") is not { } list)
            return null;
        (Rational Attainment, Rational Probability)[]? outcomes = list.Each("outcomes", Outcome);
        if (outcomes is null || !SumToOne(list, "probabilities", outcomes.Select(outcome => outcome.Probability)))
            return null;
        return list.Build(() => AttainmentModel.Discrete([.. outcomes.Select(outcome => (outcome.Attainment.ToDouble(), outcome.Probability.ToDouble()))]));
    }

    private static (Rational Attainment, Rational Probability)? Outcome(YamlNode node)
    {
        if (KeyReader.Of(node, "an outcome", ["attainment", "probability"]) is not { } keys)
            return null;
        Rational? attainment = NotNegative(keys.RequireField("attainment", "a fraction of quota, such as 50 %"));
        Rational? probability = keys.RequireField("probability", "a share, such as 25 %")?.Share();
        return attainment is null || probability is null ? null : (attainment.Value, probability.Value);
    }

    private AttainmentModel? Observations()
    {
        if (keys.Require("observations", "attainments that were observed, such as [62 %, 97 %, 118 %]") is not { } list)
            return null;
        Rational[]? observed = list.Each("observations", item => NotNegative(item.Field("an observation")));
        YamlNode? weighing = keys.Find("weights");
        Rational[]? weights = weighing?.Each("weights", item => Weight(item.Field("a weight")));
        Rational? smoothing = keys.FindField("smoothing")?.Fraction();
        if (observed is null || (weighing is not null && weights is null) || (keys.Has("smoothing") && smoothing is null))
            return null;
        if (weights is not null && weights.Length != observed.Length)
        {
            weighing!.Source.Report(
                weighing.Start, DiagnosticCode.Definition, FormattableString.Invariant($"there are {weights.Length} weights for {observed.Length} observations"), "one weight for each", "");
            return null;
        }
        (double, double)[] weighted = [.. observed.Select((one, i) => (one.ToDouble(), weights is null ? 1 : weights[i].ToDouble()))];
        return list.Build(() => smoothing is null ? AttainmentModel.Empirical(weighted) : AttainmentModel.Smoothed(weighted, smoothing.Value.ToDouble()));
    }

    private static Rational? NotNegative(Field? field)
    {
        if (field?.Fraction() is not { } value)
            return null;
        if (value.Sign >= 0)
            return value;
        field.Value.Report(DiagnosticCode.NumberRange, field.Value.Found, "an attainment of at least 0 %", "the law of what people sell begins at nothing sold");
        return null;
    }

    private static Rational? Weight(Field? field)
    {
        if (field?.Fraction() is not { } value)
            return null;
        if (value.Sign > 0)
            return value;
        field.Value.Report(DiagnosticCode.NumberRange, field.Value.Found, "a weight above 0");
        return null;
    }
}
