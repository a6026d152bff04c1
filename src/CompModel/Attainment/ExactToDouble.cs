using System.Numerics;

namespace CompModel;

/// <summary>
/// The one way from exact numbers to floating point: correctly rounded to the nearest double, ties to even, whatever the numerator's and denominator's
/// size or scale. (A cast from decimal to double is not.) Nothing leads back: an estimate never becomes money.
/// </summary>
public static class ExactToDouble
{
    private const int Precision = 53;

    // The smallest double is 2^-1074: beyond one place more there is nothing to keep.
    private const int LastPlace = 1075;

    extension(Rational value)
    {
        /// <summary>The nearest double. Beyond the largest it is infinite; below the smallest normal double there are fewer digits, rounded once all the same.</summary>
        public double ToDouble()
        {
            if (value.Sign == 0)
                return 0;
            // Where both sides are doubles, their division rounds once and correctly.
            if (value.IsSmall(out long over, out long under) && Math.Abs(over) <= 1L << Precision && under <= 1L << Precision)
                return (double)over / under;
            BigInteger numerator = BigInteger.Abs(value.Numerator), denominator = value.Denominator;
            // Scaled so that the quotient has 54 or 55 bits: at least one more than a double keeps, so that rounding sees what it needs.
            int shift = Math.Min(LastPlace, Precision + 1 - (int)(numerator.GetBitLength() - denominator.GetBitLength()));
            BigInteger quotient = shift >= 0
                ? BigInteger.DivRem(numerator << shift, denominator, out BigInteger remainder)
                : BigInteger.DivRem(numerator, denominator << -shift, out remainder);
            // A sticky bit stands for everything below: the conversion of a 56-bit integer then rounds once and correctly.
            long bits = ((long)quotient << 1) | (remainder.IsZero ? 0 : 1L);
            double magnitude = Math.ScaleB(bits, -shift - 1);
            return value.Sign < 0 ? -magnitude : magnitude;
        }
    }

    extension(Amount amount)
    {
        /// <summary>The nearest double of the amount, in major units.</summary>
        public double ToDouble() => amount.Value.ToDouble();
    }

    extension(Money money)
    {
        /// <summary>The nearest double of the sum, in major units.</summary>
        public double ToDouble() => ((Amount)money).Value.ToDouble();
    }
}
