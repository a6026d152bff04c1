namespace CompModel;

/// <summary>
/// The file of a part, little endian: eight bytes that name it; the version of the format (int32); versions of library (text) and streams (int32); fingerprint
/// (text); trials (int32); seed (uint64); chunks and blocks of the run (int32 each); of how many shards (int32, 0 for mixed); a count and the part's chunks;
/// a count of blocks, each with number, count of arrays, arrays of doubles; a count of outlooks; a count of blocks of pay, each with number, count of people, and of each
/// person pay and target. Text is a count of bytes and UTF-8. The last 32 bytes are the SHA-256 of all before.
/// </summary>
internal static class PartFormat
{
    internal const int Version = 1;

    internal const int ChecksumBytes = 32;

    /// <summary>"CMPART" and the end of line by which a transfer as text is found out.</summary>
    internal static ReadOnlySpan<byte> Magic => "CMPART\r\n"u8;
}
