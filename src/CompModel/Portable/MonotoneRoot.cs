namespace CompModel;

/// <summary>
/// Where a non-decreasing function on [0, ∞) takes a value: by halving numbers in their binary form until the bracket spans a factor of two, then by Ridders'
/// method (C. Ridders, IEEE Trans. Circuits Syst. 26, 1979). Portable: comparisons, + − × ÷ √, in an order that the function's values alone decide.
/// </summary>
internal static class MonotoneRoot
{
    private const double Spacing = 2.220446049250313e-16;

    /// <summary>
    /// The x in [low, high], 0 ≤ low ≤ high, where the function passes the value; an end where it lies outside the function's range there.
    /// To a unit or two in the last place of x, and to what the function's own rounding leaves.
    /// </summary>
    internal static double Find(Func<double, double> function, double value, double low, double high)
    {
        double atLow = function(low) - value, atHigh = function(high) - value;
        if (atLow >= 0)
            return low;
        if (atHigh <= 0)
            return high;
        double last = double.NaN;
        while (high - low > Spacing * high)
        {
            bool wide = low < high / 2 || !double.IsFinite(atLow) || !double.IsFinite(atHigh);
            double middle = wide ? Between(low, high) : low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                break;
            double atMiddle = function(middle) - value;
            if (atMiddle == 0)
                return middle;
            if (!wide)
            {
                double root = Math.Sqrt((atMiddle * atMiddle) - (atLow * atHigh));
                double guess = middle - ((middle - low) * atMiddle / root);
                if (Math.Abs(guess - last) <= Spacing * guess)
                    return guess;
                last = guess;
                if (guess > low && guess < high)
                {
                    double atGuess = function(guess) - value;
                    if (atGuess == 0)
                        return guess;
                    if (atGuess < 0)
                        (low, atLow) = (guess, atGuess);
                    else
                        (high, atHigh) = (guess, atGuess);
                }
            }
            if (middle > low && middle < high)
            {
                if (atMiddle < 0)
                    (low, atLow) = (middle, atMiddle);
                else
                    (high, atHigh) = (middle, atMiddle);
            }
        }
        return low + ((high - low) / 2);
    }

    // As many doubles lie below as above.
    private static double Between(double low, double high)
    {
        long from = BitConverter.DoubleToInt64Bits(low), to = BitConverter.DoubleToInt64Bits(high);
        return BitConverter.Int64BitsToDouble(from + ((to - from) / 2));
    }
}
