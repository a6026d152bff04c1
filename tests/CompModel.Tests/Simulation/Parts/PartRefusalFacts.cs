using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CompModel.Tests;

/// <summary>Parts that do not make one run are refused, saying what was found.</summary>
public sealed class PartRefusalFacts
{
    private static readonly SalesForce Force = Forces.Hierarchical(teams: 3, alone: 4);
    private static readonly RunDefinition Run = PartFacts.Run(Force, 2500);
    private static readonly SimulationPart[] Parts = [.. Enumerable.Range(1, 3).Select(number => Simulate.Part(Run, new(number, 3)))];

    [Fact]
    public void A_part_of_another_run_is_refused_by_what_differs()
    {
        Assert.Contains("it has 2600 trials, not 2500", Other(PartFacts.Run(Force, 2600)), StringComparison.Ordinal);
        Assert.Contains("its seed is 8, not 7", Other(PartFacts.Run(Force, 2500, seed: 8)), StringComparison.Ordinal);
        Assert.Contains("people, plans or assumptions differ", Other(PartFacts.Run(Forces.Hierarchical(teams: 3, alone: 5), 2500)), StringComparison.Ordinal);

        static string Other(RunDefinition other)
        {
            SimulationPart part = Simulate.Part(other, new(2, 3));
            string merging = Refused(PartProblem.OtherRun, () => SimulationPart.Merge([Parts[0], part]));
            Assert.Equal(merging, Refused(PartProblem.OtherRun, () => Simulate.Cost(Run, [Parts[0], part, Parts[2]])));
            Assert.Equal(merging, Refused(PartProblem.OtherRun, () => Simulate.Part(Run, Shard.Whole, part)));
            return merging;
        }
    }

    [Fact]
    public void A_chunk_in_two_parts_is_refused_by_its_number()
    {
        SimulationPart whole = Simulate.Part(Run, Shard.Whole);
        Assert.Contains("A chunk is in two of the parts: 2; expected each of the run's 3 chunks once", Refused(PartProblem.Repeated, () => SimulationPart.Merge([Parts[1], Parts[0], Parts[1]])), StringComparison.Ordinal);
        Assert.Contains("3 chunks are in two of the parts: 1 to 3;", Refused(PartProblem.Repeated, () => Simulate.Cost(Run, [whole, whole])), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_chunks_are_counted_and_their_shard_is_named()
    {
        Assert.Contains("1 of the run's 3 chunks is missing: 2 (shard 2/3);", Refused(PartProblem.Missing, () => Simulate.Cost(Run, [Parts[2], Parts[0]])), StringComparison.Ordinal);
        Assert.Contains("2 of the run's 3 chunks are missing: 1, 3 (shard 1/3, 3/3);", Refused(PartProblem.Missing, () => Simulate.Cost(Run, [Parts[1]])), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Simulate.Cost(Run, []));
    }

    [Fact]
    public void A_changed_bit_and_a_missing_end_are_found_wherever_they_are()
    {
        byte[] good = PartFacts.Bytes(Parts[0]);
        // All of the header, and spots all over the rest.
        foreach (int at in Enumerable.Range(0, 200).Concat(Enumerable.Range(0, 100).Select(i => (int)((long)good.Length * i / 100))).Append(good.Length - 1))
        {
            byte[] changed = [.. good];
            changed[at] ^= 0x10;
            Assert.IsType<PartException>(Record.Exception(() => PartFacts.Read(changed)));
        }
        foreach (int length in (int[])[0, 1, 8, 11, 12, 13, 40, 44, 100, good.Length / 2, good.Length - 32, good.Length - 1])
            Refused(PartProblem.Damaged, () => PartFacts.Read(good[..length]));
        Refused(PartProblem.Damaged, () => PartFacts.Read([.. good, 0]));
        Refused(PartProblem.Damaged, () => PartFacts.Read("participant_id,amount\nR01,5\n"u8.ToArray()));
    }

    [Fact]
    public void Counts_that_a_file_cannot_hold_are_refused_before_memory_is_taken_for_them()
    {
        byte[] good = PartFacts.Bytes(Parts[0]);
        for (int at = 12; at < good.Length - 36; at += at < 400 ? 1 : 4099)
        {
            byte[] forged = [.. good];
            BinaryPrimitives.WriteInt32LittleEndian(forged.AsSpan(at), 0x7FFFFFF0);
            // With a checksum that agrees: what is wrong shows when it is read, or is a figure, a text or a run like another.
            SHA256.HashData(forged.AsSpan(0, good.Length - 32), forged.AsSpan(good.Length - 32));
            Assert.True(Record.Exception(() => PartFacts.Read(forged)) is null or PartException { Problem: PartProblem.Damaged });
        }
    }

    [Fact]
    public void A_part_of_another_version_of_format_library_or_streams_is_refused_with_both()
    {
        byte[] format = PartFacts.Bytes(Parts[0]);
        format[8] = 2;
        Assert.Contains("file format is version 2; expected 1", Refused(PartProblem.OtherVersion, () => PartFacts.Read(format)), StringComparison.Ordinal);
        byte[] library = PartFacts.Bytes(Parts[0]);
        int at = library.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Simulate.LibraryVersion));
        library[at + Simulate.LibraryVersion.Length - 1] = (byte)'9';
        SHA256.HashData(library.AsSpan(0, library.Length - 32), library.AsSpan(library.Length - 32));
        string refusal = Refused(PartProblem.OtherVersion, () => Simulate.Cost(Run, [PartFacts.Read(library), Parts[1], Parts[2]]));
        Assert.Contains($"expected {Simulate.LibraryVersion} with version {Simulate.StreamVersion}", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(1, 0)]
    [InlineData(1, 10_001)]
    public void A_shard_is_one_of_so_many(int number, int of)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shard(number, of));
        Assert.False(Shard.TryParse($"{number}/{of}", out _));
    }

    [Theory]
    [InlineData("2/5", true)]
    [InlineData("2", false)]
    [InlineData("2/5/7", false)]
    [InlineData("+2/5", false)]
    [InlineData(" 2/5", false)]
    [InlineData("", false)]
    public void A_shard_is_typed_as_it_is_printed(string text, bool reads)
    {
        Assert.Equal(reads, Shard.TryParse(text, out Shard shard));
        Assert.Equal(reads ? text : "0/0", shard.ToString());
    }

    private static string Refused(PartProblem problem, Action action)
    {
        PartException refused = Assert.Throws<PartException>(action);
        Assert.Equal(problem, refused.Problem);
        return refused.Message;
    }
}
