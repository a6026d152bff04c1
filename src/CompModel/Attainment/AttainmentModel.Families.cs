namespace CompModel;

/// <content>The families, by their factory methods, and what they check alike.</content>
public abstract partial record AttainmentModel
{
    /// <summary>The lognormal law of a mean and a coefficient of variation (standard deviation ÷ mean), both above zero: σ² = ln(1 + cv²).</summary>
    public static AttainmentModel LogNormal(double mean, double cv) => new LogNormalAttainment(mean, cv);

    /// <summary>
    /// The lognormal law through two percentiles, such as 60 % of quota at 0.1 and 140 % at 0.9. Throws unless both probabilities lie between 0 and 1 and both
    /// attainments above zero, and the two rise together.
    /// </summary>
    public static AttainmentModel LogNormalThrough((double P, double Attainment) lower, (double P, double Attainment) upper)
    {
        Probability(lower.P, nameof(lower));
        Probability(upper.P, nameof(upper));
        Positive(lower.Attainment, nameof(lower));
        Positive(upper.Attainment, nameof(upper));
        if (!(lower.P < upper.P && lower.Attainment < upper.Attainment))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Two percentiles rise together; here attainment is {lower.Attainment} at {lower.P} and {upper.Attainment} at {upper.P}."), nameof(upper));
        }
        double from = PortableNormal.Quantile(lower.P), to = PortableNormal.Quantile(upper.P);
        double sigma = PortableMath.Log(upper.Attainment / lower.Attainment) / (to - from);
        return OfLogs(PortableMath.Log(lower.Attainment) - (sigma * from), sigma);
    }

    /// <summary>The lognormal law by the share of people who reach at least 100 % of quota (between 0 and 1) and a coefficient of variation above zero.</summary>
    public static AttainmentModel LogNormalByShareAtQuota(double share, double cv)
    {
        Probability(share, nameof(share));
        double sigma = Math.Sqrt(NearOne.LogOfOnePlus(Positive(cv, nameof(cv)) * cv));
        // P(A ≥ 1) = Φ(μ/σ), and the mean is e^(μ + σ²/2).
        return new LogNormalAttainment(PortableMath.Exp((sigma * PortableNormal.Quantile(share)) + (sigma * sigma / 2)), cv);
    }

    /// <summary>
    /// A normal law of a mean and standard deviation, with what lies below zero conditioned away or floored. The parameters are those of the
    /// normal law before that; <see cref="Mean"/> and <see cref="StandardDeviation"/> those after.
    /// </summary>
    public static AttainmentModel Normal(double mean, double sd, BelowZero belowZero) => new NormalAttainment(mean, sd, belowZero);

    /// <summary>The gamma law of a mean above zero and a coefficient of variation of 0.01 to 10: shape 1/cv².</summary>
    public static AttainmentModel Gamma(double mean, double cv) => GammaAttainment.OfMean(mean, cv);

    /// <summary>The gamma law of a shape (0.01 to 10,000) and a scale above zero: mean shape·scale.</summary>
    public static AttainmentModel GammaOfShape(double shape, double scale) => new GammaAttainment(shape, scale);

    /// <summary>The Weibull law of a mean above zero and a coefficient of variation, 0.0013 to 15.8, which are those of shapes of 1,000 and 0.2.</summary>
    public static AttainmentModel Weibull(double mean, double cv) => WeibullAttainment.OfMean(mean, cv);

    /// <summary>The Weibull law of a shape (0.2 to 1,000) and a scale above zero: P(A ≤ x) = 1 − exp(−(x/scale)^shape).</summary>
    public static AttainmentModel WeibullOfShape(double shape, double scale) => new WeibullAttainment(shape, scale);

    /// <summary>
    /// The PERT law of a least, a most likely and a greatest attainment, 0 ≤ min ≤ mode ≤ max, min &lt; max: a beta law of mean (min + λ·mode + max)/(λ + 2).
    /// λ, 0.01 to 1,000, says how much the most likely value counts.
    /// </summary>
    public static AttainmentModel Pert(double min, double mode, double max, double lambda = 4) => new PertAttainment(min, mode, max, lambda);

    /// <summary>The triangular law of a least, a most likely and a greatest attainment, 0 ≤ min ≤ mode ≤ max, min &lt; max.</summary>
    public static AttainmentModel Triangular(double min, double mode, double max) => new TriangularAttainment(min, mode, max);

    /// <summary>
    /// What was observed, each with the same probability: a law of steps, with nothing beyond the best year seen. Its percentile at p is the least
    /// observation that at least p of them do not exceed. Throws for fewer than two observations, or equal ones.
    /// </summary>
    public static AttainmentModel Empirical(params IReadOnlyList<double> observations) => new EmpiricalAttainment(Weighted(observations));

    /// <inheritdoc cref="Empirical(IReadOnlyList{double})"/>
    /// <remarks>Weights are above zero; they need not sum to one.</remarks>
    public static AttainmentModel Empirical(IReadOnlyList<(double Attainment, double Weight)> observations) => new EmpiricalAttainment(observations);

    /// <summary>
    /// What was observed, each times a lognormal variate of mean one and coefficient of variation <paramref name="cv"/> (0.001 to 2): the observations' mean is
    /// kept, their variance grows by cv² times the mean of their squares, and what was observed at zero stays there.
    /// </summary>
    public static AttainmentModel Smoothed(IReadOnlyList<double> observations, double cv) => new SmoothedAttainment(Weighted(observations), cv);

    /// <inheritdoc cref="Smoothed(IReadOnlyList{double}, double)"/>
    /// <remarks>Weights are above zero; they need not sum to one.</remarks>
    public static AttainmentModel Smoothed(IReadOnlyList<(double Attainment, double Weight)> observations, double cv) => new SmoothedAttainment(observations, cv);

    /// <summary>Stated attainments, each with its probability; together one, within 1e-9. At least one is above zero. Draws are these values exactly.</summary>
    public static AttainmentModel Discrete(params IReadOnlyList<(double Attainment, double Probability)> outcomes) => DiscreteAttainment.Of(outcomes);

    /// <summary>Groups of people with a law each and their shares, which sum to one within 1e-9: nobody knows beforehand who belongs to which.</summary>
    public static AttainmentModel Mixture(params IReadOnlyList<(double Share, AttainmentModel Model)> groups) => new MixtureAttainment(groups);

    /// <summary>
    /// The law in which a share of people, above 0 and below 1, sells nothing, and this is the law of the others: its mean is theirs. Draws at zero are exactly zero.
    /// </summary>
    public AttainmentModel WithShareAtZero(double share) =>
        new MixtureAttainment([(Probability(share, nameof(share)), DiscreteAttainment.NothingSold), (1 - share, this)]);

    /// <summary>Refuses an order of partial moments other than 0, 1 and 2.</summary>
    internal static ArgumentOutOfRangeException WrongOrder(int order) => new(nameof(order), order, "Partial moments are of order 0, 1 or 2.");

    private protected static double Positive(double value, string name) =>
        double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {name} of an attainment model is a finite number above zero.");

    private protected static double NotNegative(double value, string name) =>
        double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "An attainment is a finite number of at least 0.");

    private protected static double Within(double value, double least, double most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"The {name} of such an attainment model is between {least:0.####} and {most:0.####}."));

    private protected static void CheckRange(double min, double mode, double max)
    {
        NotNegative(min, nameof(min));
        NotNegative(mode, nameof(mode));
        NotNegative(max, nameof(max));
        if (!(min <= mode && mode <= max && min < max))
            throw new ArgumentException(FormattableString.Invariant($"The most likely attainment lies between the least and the greatest, and these differ; here they are {min}, {mode} and {max}."), nameof(mode));
    }

    private protected static void CheckSum(IEnumerable<double> shares, string what, string name)
    {
        double sum = shares.Sum();
        if (!(Math.Abs(sum - 1) <= 1e-9))
            throw new ArgumentException(FormattableString.Invariant($"The {what} sum to 1; here they sum to {sum:R}."), name);
    }

    private static double Probability(double value, string name) =>
        value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "Such a share or probability is above 0 and below 1.");

    private static (double Attainment, double Weight)[] Weighted(IReadOnlyList<double> observations) => [.. observations.Select(one => (one, 1.0))];

    // The mean is e^(μ + σ²/2), the square of the coefficient of variation e^(σ²) − 1.
    private static LogNormalAttainment OfLogs(double mu, double sigma) =>
        new(PortableMath.Exp(mu + (sigma * sigma / 2)), Math.Sqrt(NearOne.ExpMinusOne(sigma * sigma)));
}
