namespace CompModel.Tests;

/// <summary>
/// What the portable functions ask of the platform: a fused multiply-add that rounds once, in hardware or in software,
/// and conversions and roots that round to the nearest.
/// </summary>
public sealed class FusedMultiplyAdd_Tests
{
    private const int Count = 20000;

    [Fact]
    public void Double_fused_multiply_add_rounds_once()
    {
        foreach ((double a, double b, double c) in Doubles())
        {
            Real exact = (Real.Of(a) * Real.Of(b)) + Real.Of(c);
            if (!exact.Mantissa.IsZero)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(exact.ToDouble()), BitConverter.DoubleToInt64Bits(Math.FusedMultiplyAdd(a, b, c)));
            }
        }
    }

    [Fact]
    public void Single_fused_multiply_add_rounds_once()
    {
        foreach ((double x, double y, double z) in Doubles())
        {
            float a = (float)x, b = (float)y, c = (float)z;
            Real exact = (Real.Of(a) * Real.Of(b)) + Real.Of(c);
            if (!exact.Mantissa.IsZero)
            {
                Assert.Equal(BitConverter.SingleToInt32Bits(exact.ToSingle()), BitConverter.SingleToInt32Bits(MathF.FusedMultiplyAdd(a, b, c)));
            }
        }
    }

    [Fact]
    public void Single_fused_multiply_add_is_not_a_double_one_rounded_again()
    {
        // a·b = 2^-24 − 2^-64, so a·b + c lies just below the middle of 1 + 2^-23 and 1 + 2^-22. A double cannot see that.
        float a = MathF.ScaleB(1, -24) * (1 + MathF.ScaleB(1, -20));
        float b = 1 - MathF.ScaleB(1, -20);
        float c = 1 + MathF.ScaleB(1, -23);
        Assert.NotEqual(c, (float)Math.FusedMultiplyAdd(a, b, (double)c));
        Assert.Equal(c, MathF.FusedMultiplyAdd(a, b, c));
        Assert.Equal(-c, MathF.FusedMultiplyAdd(-a, b, -c));
    }

    // Of like size, products nearly cancelled, results at and below the normal range, and terms that decide a tie from far below.
    private static IEnumerable<(double A, double B, double C)> Doubles()
    {
        uint[] words = new uint[8 * Count];
        new RandomStream(1, StreamPurpose.Bootstrap, 0, 0).Words(0, words);
        for (int i = 0; i < Count; i++)
        {
            double a = Wide(words[8 * i], words[(8 * i) + 1], 6), b = Wide(words[(8 * i) + 2], words[(8 * i) + 3], 6);
            double c = Wide(words[(8 * i) + 4], words[(8 * i) + 5], 6);
            int pick = (int)(words[(8 * i) + 6] % 5);
            yield return pick switch
            {
                0 => (a, b, c),
                1 => (a, b, -(a * b)),
                2 => (a, b, Math.BitIncrement(-(a * b))),
                3 => (Math.ScaleB(a, -35), Math.ScaleB(b, -35), 1 + (Math.ScaleB(1, -23) * (words[(8 * i) + 7] % 7)) + Math.ScaleB(1, -24)),
                _ => (Math.ScaleB(a, -530), Math.ScaleB(b, -530), Math.ScaleB(c, -1060)),
            };
        }
    }

    private static double Wide(uint high, uint low, int spread) =>
        Math.ScaleB(((long)((ulong)high << 32 | low) | 1) * Math.ScaleB(1.0, -63), (int)(low % (2 * spread)) - spread);
}
