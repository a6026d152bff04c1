namespace CompModel;

/// <summary>Logarithm and exponential where their digits would be lost beside a one: ln(1 + x) and e^x − 1 to a few units in the last place, for small x too.</summary>
internal static class NearOne
{
    /// <summary>ln(1 + x), x above −1: what the sum rounded away comes back as a factor (W. Kahan; Goldberg 1991, theorem 4).</summary>
    internal static double LogOfOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : PortableMath.Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x − 1, by the same device near zero: the power's rounding is measured by its logarithm. Elsewhere the difference is exact or loses nothing.</summary>
    internal static double ExpMinusOne(double x)
    {
        double power = PortableMath.Exp(x);
        return power == 1 ? x : power is > 0.5 and < 2 ? (power - 1) * (x / PortableMath.Log(power)) : power - 1;
    }
}
