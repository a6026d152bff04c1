namespace CompModel;

/// <summary>
/// The regularised incomplete beta function from portable arithmetic: I(a, b; x), the share of a beta law below x. Both x and y = 1 − x are asked for,
/// so that neither end loses its digits; the share above is I(b, a; y). Largest relative error seen 2e-13 over parameters of 0.5 to 951, down to 5e-217; 1e-14 above 1e-50.
/// Method: the continued fraction of Abramowitz and Stegun 26.5.8 (modified Lentz), on the side of the mean where it converges fast.
/// </summary>
internal static class IncompleteBeta
{
    private const double OneOverSqrtTwoPi = 0.3989422804014327;

    /// <summary>I(a, b; x) for x + y = 1, both at least 0.</summary>
    internal static double Lower(double a, double b, double x, double y)
    {
        if (!(x > 0))
            return 0;
        if (!(y > 0))
            return 1;
        return x < (a + 1) / (a + b + 2) ? Math.Min(1, Direct(a, b, x, y)) : 1 - Math.Min(1, Direct(b, a, y, x));
    }

    // x^a·y^b/(a·B(a, b)), times the fraction.
    private static double Direct(double a, double b, double x, double y)
    {
        double n = a + b;
        double exponent = Stirling.Remainder(n) - Stirling.Remainder(a) - Stirling.Remainder(b) - Stirling.Deviance(a, n * x) - Stirling.Deviance(b, n * y);
        return PortableMath.Exp(exponent) * OneOverSqrtTwoPi * Math.Sqrt(b / (a * n)) * Fraction(a, b, x);
    }

    private static double Fraction(double a, double b, double x)
    {
        double c = 1, d = 1 / NotZero(1 - ((a + b) * x / (a + 1))), h = d;
        for (int m = 1; ; m++)
        {
            double even = m * (b - m) * x / ((a - 1 + (2 * m)) * (a + (2 * m)));
            d = 1 / NotZero(Math.FusedMultiplyAdd(even, d, 1));
            c = NotZero(1 + (even / c));
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + 1 + (2 * m)));
            d = 1 / NotZero(Math.FusedMultiplyAdd(odd, d, 1));
            c = NotZero(1 + (odd / c));
            double factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) < 1e-15 || double.IsNaN(h))
                return h;
        }
    }

    private static double NotZero(double x) => Math.Abs(x) < 1e-300 ? 1e-300 : x;
}
