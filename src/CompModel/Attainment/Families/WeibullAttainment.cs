namespace CompModel;

/// <summary>Weibull attainment: skewed to the left from a shape of about 3.6 on, to the right below. See <see cref="AttainmentModel.Weibull"/>.</summary>
internal sealed record WeibullAttainment : TabulatedAttainment
{
    private const double LeastShape = 0.2, GreatestShape = 1000;
    private readonly double shape, scale;

    internal WeibullAttainment(double shape, double scale)
    {
        this.shape = Within(shape, LeastShape, GreatestShape, nameof(shape));
        this.scale = Positive(scale, nameof(scale));
    }

    /// <summary>By mean and coefficient of variation: the shape solves Γ(1 + 2/k)/Γ(1 + 1/k)² = 1 + cv².</summary>
    internal static WeibullAttainment OfMean(double mean, double cv)
    {
        Positive(mean, nameof(mean));
        Positive(cv, nameof(cv));
        double least = VariationOf(GreatestShape), most = VariationOf(LeastShape);
        Within(cv, least, most, nameof(cv));
        // The variation rises with 1/k.
        double inverse = MonotoneRoot.Find(candidate => VariationOf(1 / candidate), cv, 1 / GreatestShape, 1 / LeastShape);
        return new(Math.Min(GreatestShape, Math.Max(LeastShape, 1 / inverse)), mean / Factorial(inverse));
    }

    public override double Mean => scale * Factorial(1 / shape);

    public override double StandardDeviation => Mean * VariationOf(shape);

    internal override string Canonical => FormattableString.Invariant($"weibull {shape:R} {scale:R}");

    public override double Cdf(double x) => x > 0 ? -NearOne.ExpMinusOne(-Hazard(x)) : 0;

    internal override double Above(double x) => x > 0 ? PortableMath.Exp(-Hazard(x)) : 1;

    public override double PartialMoment(int order, double x)
    {
        if (order is < 0 or > 2)
            throw WrongOrder(order);
        if (!(x > 0))
            return 0;
        if (order == 0)
            return Cdf(x);
        double power = order / shape;
        return (order == 1 ? scale : scale * scale) * Factorial(power) * IncompleteGamma.Lower(1 + power, Hazard(x));
    }

    internal override double AtNormal(double z, double low, double high)
    {
        double hazard = z < 0 ? -NearOne.LogOfOnePlus(-PortableNormal.Cdf(z)) : -PortableMath.Log(PortableNormal.UpperTail(z));
        return scale * PortableMath.Exp(PortableMath.Log(hazard) / shape);
    }

    // (x/scale)^shape, the exponential variate that belongs to x.
    private double Hazard(double x) => PortableMath.Exp(shape * PortableMath.Log(x / scale));

    // Γ(1 + x).
    private static double Factorial(double x) => PortableMath.Exp(Stirling.LogFactorial(x));

    // √(Γ(1 + 2/k)/Γ(1 + 1/k)² − 1). For large shapes the logarithm of that ratio is a difference of near equals: there it is the series
    // Σ (−1)ⁿ ζ(n)/n (2ⁿ − 2) k⁻ⁿ, n from 2, with ζ(n) = 1 + 2⁻ⁿ + 3⁻ⁿ …; forty terms at 2/k ≤ 0.2 leave nothing.
    private static double VariationOf(double shape)
    {
        double x = 1 / shape, log = 0;
        if (x > 0.1)
        {
            log = Stirling.LogFactorial(2 * x) - (2 * Stirling.LogFactorial(x));
        }
        else
        {
            for (int n = 40; n >= 2; n--)
                log += (n % 2 == 0 ? 1 : -1) * Zeta(n) / n * (Power(2 * x, n) - (2 * Power(x, n)));
        }
        return Math.Sqrt(NearOne.ExpMinusOne(log));
    }

    // Euler-Maclaurin after twelve terms: for n ≥ 2 the rest is below 1e-16.
    private static double Zeta(int n)
    {
        const double Last = 12;
        double power = Power(1 / Last, n);
        double sum = (power * Last / (n - 1)) + (power / 2) + (power * n / (12 * Last))
            - (power * n * (n + 1) * (n + 2) / (720 * Last * Last * Last))
            + (power * n * (n + 1.0) * (n + 2) * (n + 3) * (n + 4) / (30240 * Last * Last * Last * Last * Last))
            - (power * n * (n + 1.0) * (n + 2) * (n + 3) * (n + 4) * (n + 5) * (n + 6) / (1209600 * Last * Last * Last * Last * Last * Last * Last));
        for (int i = (int)Last - 1; i >= 1; i--)
            sum += Power(1.0 / i, n);
        return sum;
    }

    private static double Power(double x, int n)
    {
        double product = 1;
        for (int i = 0; i < n; i++)
            product *= x;
        return product;
    }

    public override string ToString() => FormattableString.Invariant($"Weibull, mean {Mean:0.####}, cv {VariationOf(shape):0.####}");
}
