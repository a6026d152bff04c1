namespace CompModel;

/// <summary>
/// The gamma function as Stirling's formula and what it leaves: Γ(a + 1) = √(2πa)·(a/e)^a·e^δ(a). In this form the powers of densities
/// cancel before they are taken, and nothing is lost at large arguments (C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
/// </summary>
internal static class Stirling
{
    private const double HalfLogOfTwoPi = 0.9189385332046728;

    /// <summary>ln Γ(a + 1), a above 0: to about 1e-15 of the greater of 1 and itself.</summary>
    internal static double LogFactorial(double a)
    {
        double log = PortableMath.Log(a);
        return HalfLogOfTwoPi + (log / 2) + Math.FusedMultiplyAdd(a, log, -a) + Remainder(a);
    }

    /// <summary>δ(a), a above 0, to about 5e-16. From 10 on by its series, of which the first term left out is below 3e-17; below, stepped up to it.</summary>
    internal static double Remainder(double a)
    {
        double steps = 0;
        for (; a < 10; a++)
            steps += ((a + 0.5) * NearOne.LogOfOnePlus(1 / a)) - 1;
        double square = 1 / (a * a), series = 1.0 / 156;
        series = Math.FusedMultiplyAdd(series, square, -691.0 / 360360);
        series = Math.FusedMultiplyAdd(series, square, 1.0 / 1188);
        series = Math.FusedMultiplyAdd(series, square, -1.0 / 1680);
        series = Math.FusedMultiplyAdd(series, square, 1.0 / 1260);
        series = Math.FusedMultiplyAdd(series, square, -1.0 / 360);
        series = Math.FusedMultiplyAdd(series, square, 1.0 / 12);
        return (series / a) + steps;
    }

    /// <summary>a·ln(a/x) + x − a, never below zero: how far x is from a, in nats. By its series where the two are close and the terms would cancel.</summary>
    internal static double Deviance(double a, double x)
    {
        double difference = a - x;
        if (!(Math.Abs(difference) < 0.1 * (a + x)))
            return (a * PortableMath.Log(a / x)) + x - a;
        double v = difference / (a + x), square = v * v, sum = difference * v, power = 2 * a * v;
        for (int odd = 3; ; odd += 2)
        {
            power *= square;
            double next = sum + (power / odd);
            if (next == sum)
                return sum;
            sum = next;
        }
    }
}
