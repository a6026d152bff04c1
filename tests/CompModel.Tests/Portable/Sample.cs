using System.Security.Cryptography;
using System.Runtime.InteropServices;

namespace CompModel.Tests;

/// <summary>Fixed samples and digests for the tests of portable arithmetic.</summary>
internal static class Sample
{
    /// <summary>Evenly spread over [from, to] by a Weyl sequence, so with no pattern in the last bits.</summary>
    public static IEnumerable<double> Between(double from, double to, int count)
    {
        ulong state = 0;
        for (int i = 0; i < count; i++)
        {
            state += 0x9E3779B97F4A7C15;
            yield return from + ((to - from) * ((state >> 11) * (1.0 / (1L << 53))));
        }
    }

    public static string Digest<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Assert.True(BitConverter.IsLittleEndian);
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)));
    }
}
