namespace CompModel;

/// <summary>Lognormal attainment: never zero, skewed to the right. See <see cref="AttainmentModel.LogNormal"/>.</summary>
internal sealed record LogNormalAttainment : AttainmentModel
{
    private const double Log2E = 1.4426950408889634;
    private readonly double mean, cv, mu, sigma, muInOctaves, sigmaInOctaves;

    internal LogNormalAttainment(double mean, double cv)
    {
        this.mean = Positive(mean, nameof(mean));
        this.cv = Positive(cv, nameof(cv));
        double variance = NearOne.LogOfOnePlus(cv * cv);
        sigma = Math.Sqrt(variance);
        mu = PortableMath.Log(mean) - (variance / 2);
        sigmaInOctaves = sigma * Log2E;
        muInOctaves = mu * Log2E;
        // Correlated variates stay inside ±16; so far out the fast exponential must still hold.
        if (!(Math.Abs(muInOctaves) + (16 * sigmaInOctaves) <= 1000))
            throw new ArgumentOutOfRangeException(nameof(cv), cv, $"A lognormal law of mean {mean} and cv {cv} reaches beyond what can be drawn.");
    }

    /// <summary>The standard deviation of ln attainment.</summary>
    internal double Sigma => sigma;

    public override double Mean => mean;

    public override double StandardDeviation => mean * cv;

    internal override string Canonical => FormattableString.Invariant($"lognormal {mean:R} {cv:R}");

    public override double Cdf(double x) => PartialMoment(0, x);

    internal override double Above(double x) => x <= 0 ? 1 : PortableNormal.UpperTail((PortableMath.Log(x) - mu) / sigma);

    public override double Quantile(double p) => PortableMath.Exp(mu + (sigma * PortableNormal.Quantile(p)));

    public override double PartialMoment(int order, double x)
    {
        if (x <= 0)
            return 0;
        double share = PortableNormal.Cdf(((PortableMath.Log(x) - mu) / sigma) - (order * sigma));
        return order switch
        {
            0 => share,
            1 => mean * share,
            2 => mean * mean * (1 + (cv * cv)) * share,
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Partial moments are of order 0, 1 or 2."),
        };
    }

    /// <summary>The same law with every attainment e^shift times what it was.</summary>
    internal LogNormalAttainment Shifted(double shift) => new(mean * PortableMath.Exp(shift), cv);

    public override double FromNormal(double z) => PortableMath.FastExp2(Math.FusedMultiplyAdd(z, sigmaInOctaves, muInOctaves));

    internal override double AtNormal(double z) => PortableMath.Exp(mu + (sigma * z));

    internal override double[] HermiteCoefficients(int count)
    {
        double[] coefficients = new double[count];
        coefficients[0] = mean;
        for (int k = 1; k < count; k++)
            coefficients[k] = coefficients[k - 1] * sigma / Math.Sqrt(k);
        return coefficients;
    }

    public override string ToString() => FormattableString.Invariant($"lognormal, mean {mean:0.####}, cv {cv:0.####}");
}
