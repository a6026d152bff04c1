namespace CompModel;

/// <summary>
/// Philox4x32-10: a counter of 128 bits and a key of 64 give 128 random bits, with no state between calls, so that any draw can be
/// taken alone and in any order.
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11; checked against its published known answers.
/// <see cref="RandomStream"/> says what key and counter mean here.
/// </summary>
internal static class Philox
{
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint KeyStep0 = 0x9E3779B9;
    internal const uint KeyStep1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>Writes the four words of one block to the first four elements of <paramref name="result"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="result"/> has fewer than four elements.</exception>
    public static void Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, Span<uint> result)
    {
        if (result.Length < 4)
        {
            throw new ArgumentException($"A block is four words; the span has {result.Length}.", nameof(result));
        }

        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += KeyStep0;
            k1 += KeyStep1;
        }

        result[0] = c0;
        result[1] = c1;
        result[2] = c2;
        result[3] = c3;
    }
}
