namespace CompModel;

/// <summary>What becomes of the part of a normal law that lies below zero.</summary>
public enum BelowZero
{
    /// <summary>It is left out, and the rest scaled up: attainment given that it is at least zero.</summary>
    Conditioned,

    /// <summary>It counts as zero: a lump of probability at nothing sold.</summary>
    Floored,
}

/// <summary>
/// How uncertain a year's attainment is: a law on [0, ∞) as a function of one standard normal variate, so that people can share causes.
/// Attainment is a fraction of the quota that the model was stated for (1 is 100 %). Parameters are doubles, for they are estimates.
/// Families are nested in their own files; each offers distribution, quantile and partial moments (for closed forms) and a map from normal variates (for draws).
/// </summary>
public abstract partial record AttainmentModel
{
    private protected AttainmentModel()
    {
    }

    /// <summary>The expected attainment.</summary>
    public abstract double Mean { get; }

    /// <summary>The standard deviation of attainment.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The share of people who reach at least 100 % of quota.</summary>
    public double ShareAtQuota => 1 - PartialMoment(0, 1);

    /// <summary>Family and parameters, every digit of them: what a run's fingerprint is taken of.</summary>
    internal abstract string Canonical { get; }

    /// <summary>The probability of attainment at most <paramref name="x"/>.</summary>
    public abstract double Cdf(double x);

    /// <summary>The attainment that is not exceeded with probability <paramref name="p"/>, 0 to 1.</summary>
    public abstract double Quantile(double p);

    /// <summary>The probability of attainment above x: what <see cref="Cdf"/> lacks to one, with digits of its own.</summary>
    internal abstract double Above(double x);

    /// <summary>The probability of attainment of at least x; more than <see cref="Above"/> where there is a lump.</summary>
    internal virtual double AtOrAbove(double x) => Above(x);

    /// <summary>Where the law has a lump of probability, or its density an end or a corner: rising, the first below everything.</summary>
    internal virtual IReadOnlyList<double> Corners => [0];

    /// <summary>The <see cref="Corners"/>, with the normal scores of what lies below and up to each.</summary>
    internal IEnumerable<Break> Breaks => Corners.Select(x => new Break(x, Break.Score(PartialMoment(0, x), AtOrAbove(x)), Score(x)));

    /// <summary>The standard normal variate below which a variate falls as often as attainment at most x.</summary>
    internal double Score(double x) => Cdf(x) is var share and < 0.5 ? Break.Score(share, 1) : Break.Score(1, Above(x));

    /// <summary>E[A^order; A &lt; x], the moment (order 0, 1 or 2) over attainment strictly below <paramref name="x"/>.</summary>
    public abstract double PartialMoment(int order, double x);

    /// <summary>Attainment as a function of a standard normal variate: non-decreasing, in portable arithmetic.</summary>
    public abstract double FromNormal(double z);

    /// <summary>The attainment at a standard normal variate in full precision, of which <see cref="FromNormal"/> may be a table.</summary>
    internal virtual double AtNormal(double z) => FromNormal(z);

    /// <summary>
    /// The coefficients E[A(Z)·hₖ(Z)], k = 0 … count − 1, on the orthonormal Hermite polynomials hₖ: the covariance of two attainments whose normal
    /// variates correlate by r is the sum of their products times rᵏ over k ≥ 1. Here by the trapezoidal rule.
    /// </summary>
    internal virtual double[] HermiteCoefficients(int count)
    {
        // ±9 standard deviations hold all but 1e-18; at this step the rule's error for the kink of a floored law is below 1e-6 of it.
        const double Reach = 9, Step = 1.0 / 256;
        double[] coefficients = new double[count];
        for (int i = 0; i <= (int)(2 * Reach / Step); i++)
        {
            double z = -Reach + (i * Step), weight = FromNormal(z) * PortableNormal.Density(z) * Step, before = 0, now = 1;
            for (int k = 0; k < count; k++)
            {
                coefficients[k] += weight * now;
                (before, now) = (now, ((z * now) - (Math.Sqrt(k) * before)) / Math.Sqrt(k + 1));
            }
        }
        return coefficients;
    }
}
