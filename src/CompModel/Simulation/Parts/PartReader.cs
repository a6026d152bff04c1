using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CompModel;

/// <summary>Reads what <see cref="PartWriter"/> wrote. Nothing in a file is believed before its checksum agrees, and no count beyond what the file can hold.</summary>
internal sealed class PartReader
{
    private readonly Stream from;
    private readonly long end;
    private readonly CancellationToken cancel;

    private PartReader(Stream from, long end, CancellationToken cancel) => (this.from, this.end, this.cancel) = (from, end, cancel);

    internal static SimulationPart Read(Stream from, CancellationToken cancel)
    {
        long start = from.Position, end = from.Length - PartFormat.ChecksumBytes;
        Span<byte> head = stackalloc byte[PartFormat.Magic.Length + sizeof(int)];
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.StartsWith(PartFormat.Magic))
            throw Damaged("it does not begin as one does");
        int version = BinaryPrimitives.ReadInt32LittleEndian(head[PartFormat.Magic.Length..]);
        if (version != PartFormat.Version)
            throw new PartException(PartProblem.OtherVersion, string.Create(CultureInfo.InvariantCulture, $"The part's file format is version {version}; expected {PartFormat.Version}."));
        from.Position = start;
        CheckSum(from, end, cancel);
        from.Position = start + head.Length;
        try
        {
            return new PartReader(from, end, cancel).Part();
        }
        catch (Exception failure) when (failure is ArgumentException or EndOfStreamException or InvalidDataException or OverflowException)
        {
            throw Damaged("its contents contradict each other");
        }
    }

    private static void CheckSum(Stream from, long end, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 18];
        while (from.Position < end)
        {
            cancel.ThrowIfCancellationRequested();
            int count = from.Read(buffer, 0, (int)Math.Min(buffer.Length, end - from.Position));
            if (count == 0)
                break;
            hash.AppendData(buffer, 0, count);
        }
        Span<byte> stated = stackalloc byte[PartFormat.ChecksumBytes];
        if (from.Position != end || from.ReadAtLeast(stated, stated.Length, throwOnEndOfStream: false) < stated.Length || !hash.GetHashAndReset().AsSpan().SequenceEqual(stated))
            throw Damaged("its checksum does not agree with its contents: it was cut short or changed");
    }

    private SimulationPart Part()
    {
        PartRun run = Header();
        int cut = Number(0, Shard.Most);
        int[] chunks = List(() => Number(0, run.Chunks - 1));
        Check(chunks.Zip(chunks.Skip(1)).All(pair => pair.First < pair.Second));
        Dictionary<int, double[][]> sums = Pairs(() => (Number(0, run.Blocks - 1), List(Doubles)));
        Check(sums.Keys.ToHashSet().SetEquals(chunks.Select(run.BlockOf)) && sums.All(block => block.Value.All(array => array.Length == run.TrialsOf(block.Key).Count)));
        Dictionary<string, PersonOutlooks> outlooks = Pairs(() => new PersonOutlooks(Outlook(), Optional(Outlook)) is var its ? (its.Own.Id, its) : default);
        var people = Pairs(() => (Number(0, run.Blocks - 1), People()));
        Check(run.Blocks == 1 ? people.Count == 0 : outlooks.Count == 0 && people.Keys.ToHashSet().SetEquals(sums.Keys)
            && people.All(block => block.Value.Values.All(its => its.Own.Pay.Length == run.TrialsOf(block.Key).Count && (its.Team is null || its.Team.Pay.Length == its.Own.Pay.Length))));
        Check(from.Position == end);
        return new SimulationPart(run, cut, chunks, sums, outlooks, people.ToDictionary(block => block.Key, block => block.Value));
    }

    private PartRun Header()
    {
        string library = Text();
        int stream = Number(0, int.MaxValue);
        string fingerprint = Text();
        int trials = Number(1, RunDefinition.MaxTrials);
        ulong seed = BinaryPrimitives.ReadUInt64LittleEndian(Bytes(sizeof(ulong)));
        int chunks = Number(1, int.MaxValue), blocks = Number(1, Math.Min(chunks, TrialSpan.TilesOf(trials)));
        Check(chunks % blocks == 0);
        return new(library, stream, fingerprint, trials, seed, chunks, blocks);
    }

    private ParticipantOutlook Outlook()
    {
        string id = Text();
        int heads = Number(1, int.MaxValue);
        double[] figures = Doubles();
        Check(figures.Length == 11);
        return new(id, heads, figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6])
        {
            TailAverage = figures[7],
            AboveTarget = new(figures[8], figures[9], figures[10]),
        };
    }

    private IReadOnlyDictionary<string, PersonSamples> People() =>
        Pairs(() => new PersonSamples(Pay(), Optional(Pay)) is var its ? (its.Own.Id, its) : default);

    private PaySamples Pay()
    {
        string id = Text();
        int heads = Number(1, int.MaxValue);
        double[] target = Doubles();
        Check(target.Length == 1);
        return new(id, heads, target[0], Doubles());
    }

    private T? Optional<T>(Func<T> read)
        where T : class => Number(0, 1) == 0 ? null : read();

    private Dictionary<TKey, TValue> Pairs<TKey, TValue>(Func<(TKey, TValue)> read)
        where TKey : notnull
    {
        var pairs = new Dictionary<TKey, TValue>();
        foreach ((TKey key, TValue value) in List(read))
            pairs.Add(key, value);
        return pairs;
    }

    // Every item takes four bytes at least.
    private T[] List<T>(Func<T> read)
    {
        T[] all = new T[Number(0, (int)Math.Min(int.MaxValue, (end - from.Position) / sizeof(int)))];
        for (int i = 0; i < all.Length; i++)
            all[i] = read();
        return all;
    }

    private int Number(int least, int most)
    {
        int number = BinaryPrimitives.ReadInt32LittleEndian(Bytes(sizeof(int)));
        Check(number >= least && number <= most);
        return number;
    }

    private string Text() => Encoding.UTF8.GetString(Bytes(Number(0, (int)Math.Min(int.MaxValue, end - from.Position))));

    private double[] Doubles()
    {
        double[] numbers = new double[Number(0, (int)Math.Min(int.MaxValue, (end - from.Position) / sizeof(double)))];
        for (int first = 0; first < numbers.Length; first += Arrays.Stretch)
        {
            cancel.ThrowIfCancellationRequested();
            Span<double> some = numbers.AsSpan(first, Math.Min(Arrays.Stretch, numbers.Length - first));
            from.ReadExactly(MemoryMarshal.AsBytes(some));
            if (BitConverter.IsLittleEndian)
                continue;
            for (int i = 0; i < some.Length; i++)
                some[i] = BitConverter.Int64BitsToDouble(BinaryPrimitives.ReverseEndianness(BitConverter.DoubleToInt64Bits(some[i])));
        }
        return numbers;
    }

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        from.ReadExactly(bytes);
        return bytes;
    }

    private static void Check(bool holds)
    {
        if (!holds)
            throw new InvalidDataException();
    }

    private static PartException Damaged(string why) => new(PartProblem.Damaged, $"This is no part of a run that can be read: {why}.");
}
