using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CompModel;

/// <summary>Writes a part as <see cref="PartFormat"/> says.</summary>
internal sealed class PartWriter(Stream to)
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal static void Write(SimulationPart part, Stream to)
    {
        var writer = new PartWriter(to);
        writer.Bytes(PartFormat.Magic);
        writer.Number(PartFormat.Version);
        writer.Header(part.Run);
        writer.Number(part.Cut);
        writer.List(part.Chunks, writer.Number);
        writer.List([.. part.Sums.OrderBy(block => block.Key)], writer.Sums);
        writer.List([.. part.Outlooks.Values.OrderBy(its => its.Own.Id, StringComparer.Ordinal)], writer.Outlooks);
        writer.List([.. part.People.OrderBy(block => block.Key)], writer.People);
        to.Write(writer.hash.GetHashAndReset());
        writer.hash.Dispose();
    }

    private void Header(PartRun run)
    {
        Text(run.LibraryVersion);
        Number(run.StreamVersion);
        Text(run.Fingerprint);
        Number(run.Trials);
        Span<byte> seed = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(seed, run.Seed);
        Bytes(seed);
        Number(run.Chunks);
        Number(run.Blocks);
    }

    private void Sums(KeyValuePair<int, double[][]> block)
    {
        Number(block.Key);
        List(block.Value, array => Doubles(array));
    }

    private void Outlooks(PersonOutlooks its)
    {
        Outlook(its.Own);
        Optional(its.Team, Outlook);
    }

    private void Outlook(ParticipantOutlook its)
    {
        Text(its.Id);
        Number(its.Heads);
        Doubles([its.Target, its.Mean, its.SimulationError, its.StandardDeviation, its.P10, its.P50, its.P90, its.TailAverage, its.AboveTarget.Value, its.AboveTarget.Low, its.AboveTarget.High]);
    }

    private void People(KeyValuePair<int, IReadOnlyDictionary<string, PersonSamples>> block)
    {
        Number(block.Key);
        List([.. block.Value.Values.OrderBy(its => its.Own.Id, StringComparer.Ordinal)], its =>
        {
            Pay(its.Own);
            Optional(its.Team, Pay);
        });
    }

    private void Pay(PaySamples its)
    {
        Text(its.Id);
        Number(its.Heads);
        Doubles([its.Target]);
        Doubles(its.Pay);
    }

    private void Optional<T>(T? one, Action<T> write)
        where T : class
    {
        Number(one is null ? 0 : 1);
        if (one is not null)
            write(one);
    }

    private void List<T>(IReadOnlyList<T> all, Action<T> write)
    {
        Number(all.Count);
        foreach (T one in all)
            write(one);
    }

    private void Number(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        Bytes(bytes);
    }

    private void Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Number(bytes.Length);
        Bytes(bytes);
    }

    private void Doubles(ReadOnlySpan<double> numbers)
    {
        Number(numbers.Length);
        if (BitConverter.IsLittleEndian)
        {
            for (int first = 0; first < numbers.Length; first += Arrays.Stretch)
                Bytes(MemoryMarshal.AsBytes(numbers.Slice(first, Math.Min(Arrays.Stretch, numbers.Length - first))));
            return;
        }
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (double number in numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
            Bytes(bytes);
        }
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes);
        hash.AppendData(bytes);
    }
}
