namespace CompModel;

/// <summary>Gamma attainment: never zero, less skewed than a lognormal of the same spread. See <see cref="AttainmentModel.Gamma"/>.</summary>
internal sealed record GammaAttainment : TabulatedAttainment
{
    private const double LeastShape = 0.01, GreatestShape = 10_000;
    private readonly double shape, scale;

    internal GammaAttainment(double shape, double scale)
    {
        this.shape = Within(shape, LeastShape, GreatestShape, nameof(shape));
        this.scale = Positive(scale, nameof(scale));
    }

    /// <summary>By mean and coefficient of variation: shape 1/cv², scale mean·cv².</summary>
    internal static GammaAttainment OfMean(double mean, double cv)
    {
        Positive(mean, nameof(mean));
        Within(cv, 0.01, 10, nameof(cv));
        // Rounding must not take the ends of the range of cv out of that of shapes.
        return new(Math.Min(GreatestShape, Math.Max(LeastShape, 1 / (cv * cv))), mean * cv * cv);
    }

    public override double Mean => shape * scale;

    public override double StandardDeviation => Math.Sqrt(shape) * scale;

    internal override string Canonical => FormattableString.Invariant($"gamma {shape:R} {scale:R}");

    public override double Cdf(double x) => IncompleteGamma.Lower(shape, x / scale);

    internal override double Above(double x) => IncompleteGamma.Upper(shape, x / scale);

    public override double PartialMoment(int order, double x) => order switch
    {
        0 => Cdf(x),
        1 => Mean * IncompleteGamma.Lower(shape + 1, x / scale),
        2 => Mean * (shape + 1) * scale * IncompleteGamma.Lower(shape + 2, x / scale),
        _ => throw WrongOrder(order),
    };

    internal override double AtNormal(double z, double low, double high)
    {
        if (double.IsInfinity(z))
            return z < 0 ? 0 : z;
        if (double.IsPositiveInfinity(high))
        {
            // P(a, x) is at most x^a/Γ(a + 1): no quantile lies below where that bound has its probability.
            double least = scale * PortableMath.Exp((PortableMath.Log(PortableNormal.Cdf(z)) + Stirling.LogFactorial(shape)) / shape);
            low = Math.Max(low, least * (1 - 1e-9));
            high = Math.Max(2 * low, Mean);
            while (Score(high) < z)
                high *= 2;
        }
        return MonotoneRoot.Find(Score, z, Math.Min(low, high), high);
    }

    public override string ToString() => FormattableString.Invariant($"gamma, mean {Mean:0.####}, cv {1 / Math.Sqrt(shape):0.####}");
}
