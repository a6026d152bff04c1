namespace CompModel;

/// <summary>
/// The sixteen powers 2^(j/16), j = 0..15, each as a correctly rounded double and what that rounding left over.
/// <see cref="High"/> + <see cref="Low"/> has a relative error below 2^-105; both are dimensionless, in [1, 2) and below 2^-53.
/// The spans have sixteen elements in the order of j and are constants: reading them starts nothing.
/// A test recomputes them from their definition (the sixteenth power of a neighbour midpoint lies on the right side of 2^j).
/// </summary>
internal static class Exp2Table
{
    private static readonly long[] Shifted = ShiftHigh();

    /// <summary>2^(j/16), rounded to the nearest double.</summary>
    public static ReadOnlySpan<double> High =>
    [
        1.0, 1.0442737824274138, 1.0905077326652577, 1.1387886347566916,
        1.189207115002721, 1.241857812073484, 1.2968395546510096, 1.3542555469368927,
        1.4142135623730951, 1.4768261459394993, 1.5422108254079407, 1.6104903319492543,
        1.681792830507429, 1.7562521603732995, 1.8340080864093424, 1.9152065613971474,
    ];

    /// <summary>2^(j/16) − <see cref="High"/>[j], rounded to the nearest double.</summary>
    public static ReadOnlySpan<double> Low =>
    [
        0.0, 8.551889705537965e-17, -3.046782079812471e-17, 8.912812676025408e-17,
        3.982015231465646e-17, 4.658027591836937e-17, 2.5382502794888315e-17, 7.70094837980299e-17,
        -9.667293313452913e-17, -3.483994556892796e-17, 7.949834809697621e-17, 2.4707192569797888e-17,
        8.199010020581497e-17, 2.960140695448873e-17, 3.283107224245627e-17, -1.0619946056195963e-16,
    ];

    /// <summary>
    /// The bits of <see cref="High"/>[j] less j·2^48: adding n·2^48, where n mod 16 = j, gives the bits of 2^(n/16)
    /// as long as that is a normal number. Sixteen elements; a kernel loads them before its loop.
    /// </summary>
    public static ReadOnlySpan<long> Biased => Shifted;

    private static long[] ShiftHigh()
    {
        var shifted = new long[16];
        for (int j = 0; j < 16; j++)
        {
            shifted[j] = BitConverter.DoubleToInt64Bits(High[j]) - ((long)j << 48);
        }

        return shifted;
    }
}
