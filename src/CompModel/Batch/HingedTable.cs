using System.Numerics;

namespace CompModel;

/// <summary>
/// A table of straight lines in whole numbers. In minor units, on a credited amount s and a unit u (the quota; or one), a table pays
/// <code>r₀·s + Σ (r_k − r_(k−1))·max(0, s − t_k·u) + Σ j_k·u, the last over the breakpoints t_k that are reached and jump by j_k</code>
/// and, times one common <see cref="Divisor"/>, every factor is whole: so the sum is, and the commission is that sum ÷ divisor, rounded once.
/// </summary>
internal sealed class HingedTable
{
    /// <summary>The bits of amounts that doubles are made of, and back, by adding 1.5 × 2^52: whole numbers of at most 51 bits.</summary>
    private const int MostBits = 49;

    internal HingedTable(RateTable table, Rational unitsPerMajor, bool scales)
    {
        TableSegment[] segments = [.. table.Segments];
        Rational unit = scales ? Rational.One : unitsPerMajor;
        Rational[] from = [.. segments.Skip(1).Select(segment => segment.From * unit)];
        Rational[] gains = [.. segments.Skip(1).Select((segment, i) => segment.Rate - segments[i].Rate)];
        Rational[] jumps = [.. segments.Skip(1).Select((segment, i) => (segment.At(segment.From) - segments[i].At(segment.From)) * unit)];
        BigInteger share = from.Aggregate(BigInteger.One, (common, value) => Common(common, value.Denominator));
        Rational[] hinges = [.. gains.Select(gain => gain / Rational.Of(share, 1))];
        BigInteger divisor = hinges.Concat(jumps).Append(segments[0].Rate).Aggregate(BigInteger.One, (common, value) => Common(common, value.Denominator));
        BigInteger Whole(Rational value, BigInteger times) => (value * Rational.Of(times, 1)).Numerator;

        BigInteger[] breakpoints = [.. from.Select(value => Whole(value, share))], slopes = [.. hinges.Select(value => Whole(value, divisor))];
        BigInteger[] steps = [.. jumps.Select(value => Whole(value, divisor))];
        BigInteger first = Whole(segments[0].Rate, divisor);
        Bits = ProvenBits(first, share, divisor, breakpoints, slopes, steps, scales);
        // What is not proven is not read: such a table goes row by row.
        if (Bits < 0)
            return;
        FirstRate = (double)first;
        Share = (double)share;
        Divisor = (double)divisor;
        // A breakpoint that neither bends nor jumps (two tiers of one rate) is none.
        int[] kept = [.. Enumerable.Range(0, slopes.Length).Where(i => !slopes[i].IsZero || !steps[i].IsZero)];
        MinusFrom = [.. kept.Select(i => -(double)breakpoints[i])];
        Slope = [.. kept.Select(i => (double)slopes[i])];
        Step = [.. kept.Select(i => (double)steps[i])];
        Jumps = kept.Any(i => !steps[i].IsZero);
        // One sense holds for all breakpoints of a table.
        FromAbove = segments.Length > 1 && segments[1].Sense == Boundary.Above;
    }

    /// <summary>
    /// Rows are proven exact for −2^bits ≤ credited &lt; 2^bits and 1 ≤ unit ≤ 2^(bits + 1); −1 where no row is.
    /// </summary>
    internal int Bits { get; }

    /// <summary>What all factors were multiplied by.</summary>
    internal double Divisor { get; } = 1;

    /// <summary>The first rate × divisor.</summary>
    internal double FirstRate { get; }

    /// <summary>The common denominator of the breakpoints.</summary>
    internal double Share { get; } = 1;

    /// <summary>Each breakpoint × share, with the opposite sign.</summary>
    internal double[] MinusFrom { get; } = [];

    /// <summary>What the rate gains at each breakpoint × divisor ÷ share.</summary>
    internal double[] Slope { get; } = [];

    /// <summary>What pay jumps by at each breakpoint × divisor, per unit.</summary>
    internal double[] Step { get; } = [];

    /// <summary>Whether pay jumps anywhere.</summary>
    internal bool Jumps { get; }

    /// <summary>Whether an amount must be above a breakpoint to have reached it.</summary>
    internal bool FromAbove { get; }

    // Let |s| ≤ S = 2^bits and u ≤ U = 2^(bits + 1), or u = 1. Whole numbers up to 2^53 are doubles, and sums and products of doubles that are such numbers
    // are exact, fused or not. So, with b the common denominator of the breakpoints n_k/b:
    //   b·s − n_k·u        is exact if b·S + n_k·U ≤ 2^53, and what is left of it above zero is at most b·S, because u and n_k are not below zero;
    //   r₀·s + Σ c_k·(…) + Σ j_k·u   is exact, in any order, if x = |r₀|·S + b·S·Σ|c_k| + U·Σ|j_k| ≤ 2^53.
    // Rounding half away from zero is floor((|x| + d/2 + 1/4) / d) with the sign put back: |x| + d/2 is a multiple of 1/2, so that a quarter more decides no
    // row otherwise and keeps (…)/d at least 1/(4d) away from every whole number. The product with 1/d, rounded to a double, errs by less than 2^-51.9 of
    // itself (two roundings of 2^-53 each), less than 1/(4d) if |x| + d/2 + 1/4 ≤ 2^49. So the floor is exact, and it is below 2^49.
    private static int ProvenBits(BigInteger first, BigInteger share, BigInteger divisor, BigInteger[] breakpoints, BigInteger[] slopes, BigInteger[] steps, bool scales)
    {
        BigInteger most = breakpoints.Aggregate(BigInteger.Zero, BigInteger.Max);
        BigInteger bends = slopes.Aggregate(BigInteger.Zero, (sum, slope) => sum + BigInteger.Abs(slope));
        BigInteger leaps = steps.Aggregate(BigInteger.Zero, (sum, step) => sum + BigInteger.Abs(step));
        for (int bits = MostBits; bits >= 0; bits--)
        {
            BigInteger credited = BigInteger.One << bits, unit = scales ? BigInteger.One << (bits + 1) : BigInteger.One;
            bool hinges = (share * credited) + (most * unit) <= BigInteger.One << 53;
            bool sums = (BigInteger.Abs(first) * credited) + (share * credited * bends) + (unit * leaps) + divisor + 1 <= BigInteger.One << 49;
            if (hinges && sums)
                return bits;
        }
        return -1;
    }

    private static BigInteger Common(BigInteger left, BigInteger right) => left / BigInteger.GreatestCommonDivisor(left, right) * right;
}
