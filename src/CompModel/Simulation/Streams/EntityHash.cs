using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CompModel;

/// <summary>
/// The 64 bits that stand for a participant, team, company or security in the counter of stream version 1: the first eight bytes,
/// little endian, of SHA-256 of the id's UTF-8 in Unicode normalisation form C. An id typed with a combining accent so draws the same
/// as one typed with the ready letter; upper and lower case differ.
/// Two ids share a hash with probability n²/2^65 in a run of n; the run refuses such a pair.
/// </summary>
internal static class EntityHash
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The hash of <paramref name="id"/>, which is neither empty nor malformed UTF-16.</summary>
    /// <exception cref="ArgumentNullException">id is null.</exception>
    /// <exception cref="ArgumentException">id is empty or has half of a surrogate pair.</exception>
    /// <exception cref="PlatformNotSupportedException">
    /// id needs normalising and the process runs in globalization-invariant mode, where .NET leaves text as it is.
    /// </exception>
    public static ulong Of(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        byte[] bytes;
        try
        {
            bytes = Strict.GetBytes(Normalise(id));
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"'{id}' is not well-formed UTF-16: half of a surrogate pair.", nameof(id), e);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    /// <summary>Throws where two ids of a run share a hash and so would share their draws, naming both.</summary>
    public static void RefuseEqual(IEnumerable<string> ids)
    {
        var seen = new Dictionary<ulong, string>();
        foreach (string id in ids)
        {
            if (!seen.TryAdd(Of(id), id))
                throw new ArgumentException($"The ids '{seen[Of(id)]}' and '{id}' would share their random draws: rename one.", nameof(ids));
        }
    }

    private static string Normalise(string id)
    {
        // Text below U+0300, the first combining mark, is in form C already (UAX #15).
        if (!id.AsSpan().ContainsAnyInRange('\u0300', '\uFFFF'))
        {
            return id;
        }

        // Before the platform is blamed, the id: this throws where half of a surrogate pair is left alone.
        _ = Strict.GetByteCount(id);

        // Silently different draws on one machine would be worse than none.
        if ("e\u0301".Normalize(NormalizationForm.FormC) != "\u00E9")
        {
            throw new PlatformNotSupportedException(
                $"The id '{id}' needs Unicode normalisation, which globalization-invariant mode switches off.");
        }

        return id.Normalize(NormalizationForm.FormC);
    }
}
