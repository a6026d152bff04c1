namespace CompModel;

/// <summary>A stretch of normal variates over which attainment is one polynomial of degree seven, held between its values at the two ends.</summary>
internal readonly struct NormalCell
{
    private readonly double centre, scale, low, high, c0, c1, c2, c3, c4, c5, c6, c7;

    private NormalCell(double from, double to, double low, double high, ReadOnlySpan<double> c)
    {
        (From, To, this.low, this.high) = (from, to, low, high);
        centre = from + ((to - from) / 2);
        scale = to > from ? 2 / (to - from) : 0;
        (c0, c1, c2, c3, c4, c5, c6, c7) = (c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
    }

    /// <summary>The least variate of the cell.</summary>
    internal double From { get; }

    /// <summary>The least variate beyond it.</summary>
    internal double To { get; }

    /// <summary>Whether attainment is the same all over the cell.</summary>
    internal bool IsConstant => low == high;

    /// <summary>The attainment at the lower end.</summary>
    internal double Low => low;

    /// <summary>The attainment at the upper end.</summary>
    internal double High => high;

    /// <summary>One attainment: a lump of probability.</summary>
    internal static NormalCell Constant(double from, double to, double attainment) => new(from, to, attainment, attainment, [attainment, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A straight line between the ends. It rises without exception, for a fused product and sum is rounded once.</summary>
    internal static NormalCell Line(double from, double to, double low, double high) =>
        new(from, to, low, high, [low + ((high - low) / 2), (high - low) / 2, 0, 0, 0, 0, 0, 0]);

    /// <summary>A polynomial in (variate − centre) ÷ half the width.</summary>
    internal static NormalCell Of(double from, double to, double low, double high, ReadOnlySpan<double> coefficients) => new(from, to, low, high, coefficients);

    /// <summary>The attainment at a variate of the cell.</summary>
    internal double At(double z)
    {
        double t = (z - centre) * scale;
        double x = Math.FusedMultiplyAdd(c7, t, c6);
        x = Math.FusedMultiplyAdd(x, t, c5);
        x = Math.FusedMultiplyAdd(x, t, c4);
        x = Math.FusedMultiplyAdd(x, t, c3);
        x = Math.FusedMultiplyAdd(x, t, c2);
        x = Math.FusedMultiplyAdd(x, t, c1);
        x = Math.FusedMultiplyAdd(x, t, c0);
        return Math.Min(high, Math.Max(low, x));
    }
}
