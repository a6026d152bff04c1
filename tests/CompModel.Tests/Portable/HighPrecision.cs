using System.Numerics;

namespace CompModel.Tests;

/// <summary>
/// Elementary functions by their textbook series in fixed-point integers, with a given number of bits after the point.
/// The reference for the portable functions: it shares neither code nor method nor constants with them.
/// </summary>
internal sealed class HighPrecision
{
    private readonly int bits;
    private readonly BigInteger one;
    private readonly BigInteger ln2;
    private readonly BigInteger oneOverSqrtTwoPi;

    public HighPrecision(int bits)
    {
        this.bits = bits;
        one = BigInteger.One << bits;
        ln2 = 2 * ArTanh(one / 3);
        BigInteger pi = 4 * ((4 * ArcTanOfReciprocal(5)) - ArcTanOfReciprocal(239)); // Machin
        oneOverSqrtTwoPi = (one << bits) / SquareRoot(2 * pi << bits);
    }

    public Real Exp(double x) => Exp(Fixed(Within(x, -2000, 2000)));

    public Real Exp2(double x) => Exp((Fixed(Within(x, -2000, 2000)) * ln2) >> bits);

    public Real Log(double x)
    {
        Within(x, double.Epsilon, double.MaxValue);
        Real r = Real.Of(x);
        int k = (int)r.Mantissa.GetBitLength() - 1;
        BigInteger m = (r.Mantissa << bits) >> k;
        return new Real((2 * ArTanh(((m - one) << bits) / (m + one))) + ((k + r.Exponent) * ln2), -bits);
    }

    public Real Density(double x)
    {
        Real square = Within(x, -40, 40) * Real.Of(x);
        Real e = Exp(-Fixed(square) / 2);
        return new Real(e.Mantissa * oneOverSqrtTwoPi, e.Exponent - bits);
    }

    /// <summary>Φ(x) = 1/2 + φ(x)·(x + x³/3 + x⁵/15 + …); far out on the left it needs 1,100 bits and more.</summary>
    public Real Cdf(double x)
    {
        BigInteger term = Fixed(Within(x, -40, 40)), square = (term * term) >> bits, sum = 0;
        for (int n = 1; !term.IsZero && BigInteger.Abs(term) > 1; n += 2)
        {
            sum += term;
            term = ((term * square) >> bits) / (n + 2);
        }

        return new Real(one / 2, -bits) + (Density(x) * new Real(sum, -bits));
    }

    /// <summary>How far x is from the quantile of p, relative to x: one Newton step.</summary>
    public double QuantileError(double x, double p)
    {
        Real gap = Cdf(x) - Real.Of(p);
        Real slope = Density(x) * Real.Of(x);
        int shift = gap.Exponent - slope.Exponent + 80;
        BigInteger quotient = (shift >= 0 ? gap.Mantissa << shift : gap.Mantissa >> -shift) / slope.Mantissa;
        return Math.Abs(Math.ScaleB((double)quotient, -80));
    }

    // Outside, a series would run for hours or for ever; what asks for it is a fault, and should fail as one.
    private static Real Within(double x, double least, double greatest)
    {
        Assert.InRange(x, least, greatest);
        return Real.Of(x);
    }

    private Real Exp(BigInteger x)
    {
        BigInteger k = BigInteger.DivRem(x, ln2, out BigInteger r);
        BigInteger sum = 0, term = one;
        for (int n = 1; BigInteger.Abs(term) > 1; n++)
        {
            sum += term;
            term = ((term * r) >> bits) / n;
        }

        return new Real(sum, (int)k - bits);
    }

    private BigInteger ArTanh(BigInteger x)
    {
        BigInteger sum = 0, power = x, square = (x * x) >> bits;
        for (int n = 1; BigInteger.Abs(power) > 1; n += 2)
        {
            sum += power / n;
            power = (power * square) >> bits;
        }

        return sum;
    }

    private BigInteger ArcTanOfReciprocal(int x)
    {
        BigInteger sum = 0, power = one / x;
        for (int n = 1; !power.IsZero; n += 2)
        {
            sum += n % 4 == 1 ? power / n : -power / n;
            power /= x * x;
        }

        return sum;
    }

    private static BigInteger SquareRoot(BigInteger square)
    {
        BigInteger root = BigInteger.One << (((int)square.GetBitLength() / 2) + 1);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    private BigInteger Fixed(Real x) =>
        x.Exponent + bits >= 0 ? x.Mantissa << (x.Exponent + bits) : x.Mantissa >> -(x.Exponent + bits);
}
