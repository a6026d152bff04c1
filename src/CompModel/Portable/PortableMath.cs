namespace CompModel;

/// <summary>
/// Exponentials and the logarithm from + − × ÷, explicit fused multiply-add and bit operations alone, so that every machine
/// returns the same bits. <see cref="Math"/> differs from it in calling the platform's C library, whose last bits vary.
/// Use it for whatever feeds a draw: σ from a coefficient of variation, quantile tables, control variates.
/// Nothing here throws: values without a result give NaN, as in IEEE 754.
/// </summary>
internal static class PortableMath
{
    /// <summary>log2(e), for callers who fold it into the argument of <see cref="FastExp2"/>.</summary>
    public const double Log2E = 1.4426950408889634;

    /// <summary>The least argument of <see cref="FastExp2"/>: below it the exponent field would wrap.</summary>
    public const double FastExp2Lowest = -1022;

    /// <summary>The greatest argument of <see cref="FastExp2"/>.</summary>
    public const double FastExp2Highest = 1023;

    private const double Ln2High = 0.693147180559663;           // 41 bits: times any exponent it is exact
    private const double Ln2Low = 2.8235290563031577e-13;
    private const double SixteenthOfLn2High = 0.04332169878499658;
    private const double SixteenthOfLn2Low = 1.4494042586539372e-18;
    private const double SixteenOverLn2 = 23.083120654223414;
    private const double RoundToInteger = 6755399441055744.0;   // 1.5 · 2^52
    private const double RoundToSixteenth = 422212465065984.0;  // 1.5 · 2^48
    private const long SqrtOfHalf = 0x3FE6A09E667F3BCD;

    // 2^f = 1 + f·q(f) for |f| ≤ 1/32, where q interpolates (2^f − 1)/f at cos((2k+1)π/10)/32, k = 0..4: the zeros of the fifth
    // Chebyshev polynomial. One of them is 0, hence C1 = ln2. A test computes them again.
    internal const double FastExp2C1 = 0.6931471805599453;
    internal const double FastExp2C2 = 0.24022650691319414;
    internal const double FastExp2C3 = 0.05550410866027587;
    internal const double FastExp2C4 = 0.009618317140580765;
    internal const double FastExp2C5 = 0.0013333744338239965;

    /// <summary>
    /// e^x. Largest error seen 0.55 units in the last place; below 2^-1022, where the result is subnormal, 0.75 of the smallest double.
    /// Exact at 0. Above 709.782712893384 the result is +∞, below −745.1332191019412 it is 0; NaN gives NaN.
    /// Method: x = n·ln2/16 + r, 2^(n/16) from <see cref="Exp2Table"/>, e^r by seven terms of its series (the rest is below 2^-59).
    /// </summary>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) < 750))
        {
            return x > 0 ? double.PositiveInfinity : x < 0 ? 0 : x;
        }

        double shifted = (x * SixteenOverLn2) + RoundToInteger;
        double n = shifted - RoundToInteger;
        double r = Math.FusedMultiplyAdd(-n, SixteenthOfLn2High, x);
        r = Math.FusedMultiplyAdd(-n, SixteenthOfLn2Low, r);
        double p = 1.0 / 5040;
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 720);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 120);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 24);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 6);
        p = Math.FusedMultiplyAdd(p, r, 0.5);
        return TimesPower(Math.FusedMultiplyAdd(p * r, r, r), (int)n);
    }

    /// <summary>
    /// 2^x. Largest error seen 0.55 units in the last place; below 2^-1022, where the result is subnormal, 0.75 of the smallest double.
    /// Exact at every integer. From 1024 on the result is +∞, at or below −1075 it is 0; NaN gives NaN.
    /// Method: as <see cref="Exp"/>, with sixteenths taken off exactly.
    /// Slower than <see cref="FastExp2"/> but accurate to the last bit or so, and safe for every argument.
    /// </summary>
    public static double Exp2(double x)
    {
        if (!(Math.Abs(x) < 1100))
        {
            return x > 0 ? double.PositiveInfinity : x < 0 ? 0 : x;
        }

        double shifted = x + RoundToSixteenth;
        double n = shifted - RoundToSixteenth;
        double f = x - n;

        // ln2^k / k!, correctly rounded.
        double p = 1.5252733804059841e-05;
        p = Math.FusedMultiplyAdd(p, f, 0.0001540353039338161);
        p = Math.FusedMultiplyAdd(p, f, 0.0013333558146428443);
        p = Math.FusedMultiplyAdd(p, f, 0.009618129107628477);
        p = Math.FusedMultiplyAdd(p, f, 0.05550410866482158);
        p = Math.FusedMultiplyAdd(p, f, 0.24022650695910072);
        p = Math.FusedMultiplyAdd(p, f, 0.6931471805599453);
        return TimesPower(p * f, (int)(n * 16));
    }

    /// <summary>
    /// The natural logarithm. Largest error seen 0.83 units in the last place, for subnormal arguments too. Exact at 1.
    /// 0 of either sign gives −∞, +∞ gives +∞, a negative number or NaN gives NaN.
    /// Method: x = 2^k·(1 + f) with 1 + f in [√½, √2), s = f/(2 + f), and log(1 + f) = 2 artanh(s) by its series,
    /// arranged round f − f²/2 so that the division's rounding hardly counts (the arrangement of fdlibm's log).
    /// </summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        }

        int k = 0;
        if (x < 2.2250738585072014E-308)
        {
            k = -54;
            x *= 18014398509481984.0; // 2^54: subnormal numbers become normal
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits - SqrtOfHalf) >> 52;
        k += (int)exponent;
        double f = BitConverter.Int64BitsToDouble(bits - (exponent << 52)) - 1;

        double s = f / (2 + f);
        double z = s * s;
        double p = 2.0 / 21; // z < 0.0295: the next term, z^11/23, is below 2^-60 of the sum
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 19);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 17);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 15);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 13);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 11);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 9);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 7);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 5);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 3);
        double half = 0.5 * f * f;
        double small = Math.FusedMultiplyAdd(s, Math.FusedMultiplyAdd(p, z, half), k * Ln2Low);
        return (k * Ln2High) - (half - small - f);
    }

    /// <summary>
    /// 2^x for the draws, for x in [<see cref="FastExp2Lowest"/>, <see cref="FastExp2Highest"/>]: the caller guarantees the range, it is
    /// not checked (outside it the bits are meaningless, though the same everywhere).
    /// Relative error below 1e-14 (largest seen 9.4e-15; 9.1e-15 is the polynomial's); exact at every multiple of 1/16 where the power is a double,
    /// so that no spread means exactly the mean: 2^0 is 1, not a hair below the quota. Rises from sixteenth to sixteenth;
    /// where two pieces meet, halfway, it may step back by less than 2e-14.
    /// A vector kernel repeats these operations one by one: add, subtract, subtract, five fused multiply-adds, one integer add, multiply.
    /// </summary>
    public static double FastExp2(double x)
    {
        double shifted = x + RoundToSixteenth;
        double f = x - (shifted - RoundToSixteenth);
        double p = Math.FusedMultiplyAdd(FastExp2C5, f, FastExp2C4);
        p = Math.FusedMultiplyAdd(p, f, FastExp2C3);
        p = Math.FusedMultiplyAdd(p, f, FastExp2C2);
        p = Math.FusedMultiplyAdd(p, f, FastExp2C1);
        p = Math.FusedMultiplyAdd(p, f, 1.0);
        long n = BitConverter.DoubleToInt64Bits(shifted);
        return p * BitConverter.Int64BitsToDouble(Exp2Table.Biased[(int)n & 15] + (n << 48));
    }

    // 2^(n/16)·(1 + p).
    private static double TimesPower(double p, int n)
    {
        double high = Exp2Table.High[n & 15];
        double y = high + Math.FusedMultiplyAdd(high, p, Exp2Table.Low[n & 15]);

        // In two steps, the first exact: one factor alone would leave the range of exponents before the product does.
        int exponent = n >> 4;
        int first = exponent >> 1;
        return y * PowerOfTwo(first) * PowerOfTwo(exponent - first);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);
}
