namespace CompModel;

/// <summary>
/// The quantile function of the gamma law of scale 1, as a function of a standard normal variate, by a table: cubic Hermite pieces of its logarithm, 1/32 apart.
/// Between nodes the error is below (1/32)⁴/384 of the fourth derivative: below 1e-8 relative for the shapes allowed (a test measures it).
/// Portable: the law's own probabilities are a series or a continued fraction from <see cref="PortableMath"/>.
/// </summary>
internal sealed class GammaQuantiles
{
    private const double Reach = 6.5, Step = 1.0 / 32;
    private const double HalfLogTwoPi = 0.9189385332046727;

    // Least and greatest shape for which logarithms of quantiles stay where they can be drawn.
    private const double LeastShape = 0.05, MostShape = 10_000;

    private readonly double[] octaves, slopes;

    internal GammaQuantiles(double shape)
    {
        if (!(shape is >= LeastShape and <= MostShape))
            throw new ArgumentOutOfRangeException(nameof(shape), shape, $"The shape of a gamma law is {LeastShape} to {MostShape}.");
        int nodes = (int)(2 * Reach / Step) + 1;
        octaves = new double[nodes];
        slopes = new double[nodes];
        double logGamma = LogGamma(shape), log = 0;
        for (int i = 0; i < nodes; i++)
        {
            double z = -Reach + (i * Step);
            log = LogQuantile(shape, logGamma, z, i == 0 ? double.NaN : log);
            octaves[i] = log * PortableMath.Log2E;
            // d ln x / dz = φ(z) / (x f(x)).
            slopes[i] = PortableNormal.Density(z) / PortableMath.Exp((shape * log) - PortableMath.Exp(log) - logGamma) * PortableMath.Log2E * Step;
        }
    }

    /// <summary>The quantile at Φ(z), for |z| ≤ 6.5.</summary>
    internal double FromNormal(double z)
    {
        double place = (z + Reach) / Step;
        int i = Math.Clamp((int)place, 0, octaves.Length - 2);
        double t = place - i, s = 1 - t;
        double log = (octaves[i] * s * s * (1 + (2 * t))) + (octaves[i + 1] * t * t * (1 + (2 * s))) + (slopes[i] * t * s * s) - (slopes[i + 1] * t * t * s);
        return PortableMath.FastExp2(Math.Max(log, -1000));
    }

    /// <summary>ln Γ(a) for a above zero, by Stirling's series from 12 on and the recurrence below.</summary>
    internal static double LogGamma(double a)
    {
        double below = 1;
        while (a < 12)
        {
            below *= a;
            a++;
        }
        double r = 1 / a, r2 = r * r;
        // B₂ₙ/(2n(2n − 1)): the first term left out is below 1e-15 at 12.
        double series = r * ((1.0 / 12) - (r2 * ((1.0 / 360) - (r2 * ((1.0 / 1260) - (r2 * ((1.0 / 1680) - (r2 * ((1.0 / 1188) - (r2 * 691 / 360360))))))))));
        return ((a - 0.5) * PortableMath.Log(a)) - a + HalfLogTwoPi + series - PortableMath.Log(below);
    }

    /// <summary>Both tails of the law at x.</summary>
    internal static (double Below, double Above) Tails(double shape, double logGamma, double x)
    {
        double density = PortableMath.Exp((shape * PortableMath.Log(x)) - x - logGamma);
        if (x < shape + 1)
        {
            double term = 1 / shape, sum = term;
            for (int n = 1; term > sum * 1e-17 && n < 100_000; n++)
            {
                term *= x / (shape + n);
                sum += term;
            }
            return (density * sum, 1 - (density * sum));
        }
        // Lentz's continued fraction of the upper tail.
        const double Tiny = 1e-300;
        double b = x + 1 - shape, c = 1 / Tiny, d = 1 / b, h = d;
        for (int n = 1; n < 100_000; n++)
        {
            double an = -n * (n - shape);
            b += 2;
            d = (an * d) + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (an / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            double step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 1e-16)
                break;
        }
        return (1 - (density * h), density * h);
    }

    // Newton's steps on the logarithm of the nearer tail, kept in a bracket; the node before is a lower bound.
    private static double LogQuantile(double shape, double logGamma, double z, double before)
    {
        bool lower = z < 0;
        double wanted = PortableMath.Log(lower ? PortableNormal.Cdf(z) : PortableNormal.UpperTail(z));
        // Where the tail is thin the law is x^a / (a Γ(a)); that bounds the quantile from below everywhere.
        double least = double.IsNaN(before) ? (wanted + PortableMath.Log(shape) + logGamma) / shape : before;
        double most = PortableMath.Log(shape + 60 + (12 * Math.Sqrt(shape))), log = least;
        for (int step = 0; step < 200; step++)
        {
            double x = PortableMath.Exp(log);
            (double under, double over) = Tails(shape, logGamma, x);
            double tail = lower ? under : over, miss = PortableMath.Log(tail) - wanted;
            bool low = lower ? miss < 0 : miss > 0;
            (least, most) = low ? (log, most) : (least, log);
            // d ln tail / d ln x = ± x f(x) / tail.
            double slope = PortableMath.Exp((shape * log) - x - logGamma) / tail;
            double next = lower ? log - (miss / slope) : log + (miss / slope);
            if (!(next >= least && next <= most))
                next = (least + most) / 2;
            if (Math.Abs(next - log) <= 1e-15 * Math.Max(1, Math.Abs(log)))
                return next;
            log = next;
        }
        return log;
    }
}
