using System.Runtime.InteropServices;
using FsCheck.Xunit;
using Xunit.Abstractions;

namespace CompModel.Tests;

public sealed class NormalVariates_Tests(ITestOutputHelper output)
{
    [Property(MaxTest = 300)]
    public bool Fill_is_Of_for_every_word(uint[] words)
    {
        var normals = new float[words.Length];
        NormalVariates.Fill(words, normals);
        return words.Select((word, i) => Bits(NormalVariates.Of(word)) == Bits(normals[i])).All(same => same);
    }

    [Property(MaxTest = 1000)]
    public bool Flipping_the_top_bit_flips_the_sign_and_nothing_else(uint word) =>
        Bits(NormalVariates.Of(word ^ 0x80000000)) == (Bits(NormalVariates.Of(word)) ^ 0x80000000);

    [Property(MaxTest = 1000)]
    public bool The_lowest_bit_does_not_count(uint word) => Bits(NormalVariates.Of(word | 1)) == Bits(NormalVariates.Of(word & ~1u));

    [Fact]
    public void Words_may_be_overwritten_by_their_normals()
    {
        uint[] words = Words(1000);
        float[] expected = [.. words.Select(NormalVariates.Of)];
        NormalVariates.Fill(words, MemoryMarshal.Cast<uint, float>(words.AsSpan()));
        Assert.Equal(expected, MemoryMarshal.Cast<uint, float>(words.AsSpan()));
    }

    [Fact]
    public void Too_short_a_span_is_refused() => Assert.Throws<ArgumentException>(() => NormalVariates.Fill(new uint[2], new float[1]));

    [Fact]
    public void Extremes_are_the_quantiles_of_the_outermost_cells()
    {
        // Φ⁻¹(2^-32) = -6.2302; the bound of the approximation is 1e-6.
        Assert.InRange(NormalVariates.Of(0) - PortableNormal.Quantile(Math.ScaleB(1, -32)), -1e-6, 1e-6);
        Assert.Equal(NormalVariates.Of(0), -NormalVariates.Of(0x80000000));
        Assert.Equal(0f, NormalVariates.Of(0x7FFFFFFF));
        Assert.Equal(0f, NormalVariates.Of(0xFFFFFFFF));
        Assert.All(Words(1 << 16), word => Assert.InRange(Math.Abs(NormalVariates.Of(word)), 0f, -NormalVariates.Of(0)));
    }

    [Fact]
    public void Error_against_the_double_quantile_is_below_1e_minus_6()
    {
        // Interpolation: over an octave z is nearly linear in log v, with slope s = q/φ(z), the Mills ratio: 0.79 at |z| = 0.67, 0.66 at 1,
        // 0.42 at 2, 0.24 at 4. The logarithm is singular 3 half-widths off the middle, so degree 6 leaves (2/7)(3 + √8)^-7 = 1.25e-6 of it.
        // Floats: the constant coefficient and the last multiply-add, half a unit each, at |z| = 1, 2, 4 together 1.2e-7, 2.4e-7, 4.8e-7.
        // Sums at |z| = 0.67 … 6: 1.05e-6, 9.5e-7, 7.7e-7, 7.8e-7; curvature in log v lowers the first two.
        uint[] words = [.. Words(1 << 20), .. Boundaries()];
        double absolute = 0, relative = 0, variance = 0;
        foreach (uint word in words)
        {
            double exact = Exact(word);
            double error = Math.Abs(NormalVariates.Of(word) - exact);
            variance += (NormalVariates.Of(word) + exact) * (NormalVariates.Of(word) - exact);
            absolute = Math.Max(absolute, error);
            relative = Math.Abs(exact) >= 1 ? Math.Max(relative, error / Math.Abs(exact)) : relative;
        }

        output.WriteLine($"absolute {absolute:E3}, relative for |z| >= 1 {relative:E3}, variance {variance / words.Length:E2}, {words.Length} words");
        foreach (int octave in Enumerable.Range(0, 32))
        {
            double worst = Octave(octave).Max(word => Math.Abs(NormalVariates.Of(word) - Exact(word)));
            output.WriteLine($"octave {octave}: {worst:E3}");
            Assert.InRange(worst, 0, 1e-6);
        }

        Assert.InRange(absolute, 0, 1e-6);
        Assert.InRange(relative, 0, 1e-6);

        // Errors of either sign inside each octave all but cancel in the variance; all of one sign would make it 2·1e-6·E|z| = 1.6e-6.
        Assert.InRange(variance / words.Length, -5e-8, 5e-8);
    }

    [Fact]
    public void Moments_of_a_million_normals_are_those_of_the_standard_normal()
    {
        // n = 2^20. Variances of one term: z 1; z² 2; z³ 15; z⁴ 96 = 105 − 9. Standard error √(variance/n) = √variance/1024.
        const int N = 1 << 20;
        var normals = new float[N];
        NormalVariates.Fill(Words(N), normals);
        double[] expected = [0, 1, 0, 3];
        double[] variances = [1, 2, 15, 96];
        for (int power = 1; power <= 4; power++)
        {
            double sum = 0;
            foreach (float z in normals)
            {
                double term = z;
                for (int i = 1; i < power; i++)
                {
                    term *= z;
                }

                sum += term;
            }

            double errors = ((sum / N) - expected[power - 1]) / (Math.Sqrt(variances[power - 1]) / 1024);
            output.WriteLine($"moment {power}: {sum / N:F6}, {errors:F2} standard errors");
            Assert.InRange(errors, -4.5, 4.5);
        }
    }

    // The definition: the quantile of U, with v as a float.
    private static double Exact(uint word)
    {
        double lower = PortableNormal.Quantile((float)(int)((word & 0x7FFFFFFF) | 1) * Math.ScaleB(1, -32));
        return word >> 31 == 0 ? lower : -lower;
    }

    private static uint[] Words(int count)
    {
        var words = new uint[count];
        new RandomStream(20261, StreamPurpose.Attainment, 0, EntityHash.Of("R-0001")).Words(0, words);
        return words;
    }

    private static IEnumerable<uint> Boundaries() =>
        Enumerable.Range(0, 32).SelectMany(octave => Enumerable.Range(-300, 601).Select(step => (uint)((1L << octave) + step) & 0x7FFFFFFF));

    // Up to 4,097 words of one octave, both ends among them.
    private static IEnumerable<uint> Octave(int octave)
    {
        long first = 1L << octave;
        int count = (int)Math.Min(first, 4096);
        return octave == 31
            ? [0x7FFFFFFF, 0x7FFFFFC1]
            : Enumerable.Range(0, count + 1).Select(i => (uint)(first + Math.Min(first - 1, first * i / count)));
    }

    private static uint Bits(float x) => BitConverter.SingleToUInt32Bits(x);
}
