namespace CompModel;

/// <summary>
/// The standard normal distribution from <see cref="PortableMath"/> and √ alone, so that every machine returns the same bits.
/// Both tails are functions of their own: near 1 a probability has no digits left for what it lacks to 1,
/// so ask for <see cref="UpperTail"/> and <see cref="QuantileUpper"/> there.
/// </summary>
internal static class PortableNormal
{
    private const double OneOverSqrtTwoPi = 0.3989422804014327;

    /// <summary>
    /// The x below which a standard normal falls with probability <paramref name="p"/>, 0 ≤ p ≤ 1: −∞ at 0, 0 at 0.5, +∞ at 1.
    /// Largest relative error seen 4.9e-16, down to the smallest double; as the function of p it is antisymmetric wherever 1 − p is exact.
    /// Rises with p up to that error.
    /// Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477-484.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">p is not in [0, 1], or is not a number.</exception>
    public static double Quantile(double p)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies in [0, 1].");
        }

        double fromCentre = p - 0.5;
        return Math.Abs(fromCentre) <= 0.425 ? Centre(fromCentre)
            : fromCentre < 0 ? -Tail(p)
            : Tail(1 - p);
    }

    /// <summary>
    /// The x above which a standard normal falls with probability <paramref name="q"/>: −<see cref="Quantile"/>(q), bit by bit.
    /// Keeps its digits for small q, where Quantile(1 − q) has lost them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">q is not in [0, 1], or is not a number.</exception>
    public static double QuantileUpper(double q) => -Quantile(q);

    /// <summary>
    /// Φ(x), the probability of a value at or below x: 0 at −∞, 0.5 at 0, 1 at +∞; NaN gives NaN.
    /// Largest relative error seen 4.1e-16 in both tails; where the result is subnormal (below x = −37.5) 0.6 units of the smallest double.
    /// Cdf(x) is <see cref="UpperTail"/>(−x), bit by bit.
    /// </summary>
    public static double Cdf(double x) => UpperTail(-x);

    /// <summary>
    /// 1 − Φ(x), the probability of a value above x: 1 at −∞, 0.5 at 0, 0 at +∞; NaN gives NaN.
    /// Largest relative error seen 4.1e-16; where the result is subnormal (above x = 37.5) 0.6 units of the smallest double.
    /// Method: density times <see cref="MillsRatio"/> for x ≥ 0.5, one less its mirror image for x ≤ −0.5, the series of Φ between.
    /// </summary>
    public static double UpperTail(double x)
    {
        double size = Math.Abs(x);
        if (!(size < 40))
        {
            return x > 0 ? 0 : x < 0 ? 1 : x;
        }

        // Here, because the tail of 0 must be a half, not a bit beside it.
        if (size < 0.5)
        {
            return Math.FusedMultiplyAdd(-x, SeriesFromHalf(-0.5 * x * x), 0.5);
        }

        double tail = Density(size) * (MillsRatio.Scaled(size) / (1 + size));
        return x >= 0 ? tail : 1 - tail;
    }

    /// <summary>
    /// φ(x) = e^(−x²/2)/√(2π), per unit of x; 0 at ±∞, NaN gives NaN.
    /// Largest relative error seen 2.8e-16; where the result is subnormal 1.2 units of the smallest double.
    /// x² is taken with the remainder of its rounding: at x = 38 that remainder alone would cost 500 units in the last place.
    /// </summary>
    public static double Density(double x)
    {
        if (!(Math.Abs(x) < 40))
        {
            return double.IsNaN(x) ? x : 0;
        }

        double square = x * x;
        double remainder = Math.FusedMultiplyAdd(x, x, -square);
        double e = PortableMath.Exp(-0.5 * square);
        return Math.FusedMultiplyAdd(e, -0.5 * remainder, e) * OneOverSqrtTwoPi;
    }

    // (Φ(x) − 1/2)/x = Σ w^n/(n!·(2n + 1))/√(2π), w = −x²/2. For |w| < 1/8 the terms left out are below 2^-56 of the first.
    private static double SeriesFromHalf(double w)
    {
        double sum = 1.0 / 6894720;
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 685440);
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 75600);
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 9360);
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 1320);
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 216);
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 42);
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 10);
        sum = Math.FusedMultiplyAdd(sum, w, 1.0 / 3);
        return Math.FusedMultiplyAdd(sum, w, 1.0) * OneOverSqrtTwoPi;
    }

    // |p − 1/2| ≤ 0.425.
    private static double Centre(double fromCentre) =>
        fromCentre * Ratio(0.180625 - (fromCentre * fromCentre), WichuraTables.Centre);

    // The x > 0 with upper tail q, for q < 0.075.
    private static double Tail(double q)
    {
        if (q == 0)
        {
            return double.PositiveInfinity;
        }

        double r = Math.Sqrt(-PortableMath.Log(q));
        return r <= 5 ? Ratio(r - 1.6, WichuraTables.Tail) : Ratio(r - 5, WichuraTables.FarTail);
    }

    private static double Ratio(double r, ReadOnlySpan<double> c)
    {
        double above = c[7];
        double below = c[15];
        for (int i = 6; i >= 0; i--)
        {
            above = Math.FusedMultiplyAdd(above, r, c[i]);
            below = Math.FusedMultiplyAdd(below, r, c[8 + i]);
        }

        return above / below;
    }
}
