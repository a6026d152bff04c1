using FsCheck.Xunit;

namespace CompModel.Tests;

public sealed class RandomStream_Tests
{
    private const ulong Seed = 0x0123456789ABCDEF;
    private const ulong Entity = 0xFEDCBA9876543210;
    private static readonly RandomStream Stream = new(Seed, StreamPurpose.TeamEffect, 0x00ABCDEF, Entity);

    [Theory]
    [InlineData(0L, 0u, 0)]
    [InlineData(15L, 15u, 0)]
    [InlineData(16L, 0u, 1)]
    [InlineData(63L, 15u, 3)]
    [InlineData(64L, 16u, 0)]
    [InlineData(100L, 20u, 2)]
    [InlineData((1L << 34) - 1, uint.MaxValue, 3)]
    public void Trial_takes_the_word_that_version_1_names(long trial, uint block, int word)
    {
        var words = new uint[4];
        Philox.Block(block, 0x03ABCDEF, 0x76543210, 0xFEDCBA98, 0x89ABCDEF, 0x01234567, words);
        Assert.Equal(words[word], Stream.Word(trial));
    }

    [Property(MaxTest = 300)]
    public bool Words_are_the_word_of_every_trial(uint tile, byte length)
    {
        long first = 64 * (long)(tile % ((1u << 28) - 4));
        var words = new uint[length];
        Stream.Words(first, words);
        return words.Select((word, i) => word == Stream.Word(first + i)).All(same => same);
    }

    [Property(MaxTest = 100)]
    public bool Cutting_a_run_of_trials_leaves_its_words_unchanged(byte tilesBefore, byte rest)
    {
        var whole = new uint[(64 * tilesBefore) + rest];
        var parts = new uint[whole.Length];
        Stream.Words(6400, whole);
        Stream.Words(6400, parts.AsSpan(0, 64 * tilesBefore));
        Stream.Words(6400 + (64 * tilesBefore), parts.AsSpan(64 * tilesBefore));
        return whole.AsSpan().SequenceEqual(parts);
    }

    [Fact]
    public void Every_part_of_the_name_changes_the_words()
    {
        RandomStream[] others =
        [
            new(Seed + 1, StreamPurpose.TeamEffect, 0x00ABCDEF, Entity), new(Seed + (1ul << 32), StreamPurpose.TeamEffect, 0x00ABCDEF, Entity),
            new(Seed, StreamPurpose.SharePrice, 0x00ABCDEF, Entity), new(Seed, StreamPurpose.TeamEffect, 0x00ABCDEE, Entity),
            new(Seed, StreamPurpose.TeamEffect, 0x00ABCDEF, Entity + 1), new(Seed, StreamPurpose.TeamEffect, 0x00ABCDEF, Entity + (1ul << 32)),
        ];
        Assert.All(others, other => Assert.NotEqual(Stream.Word(0), other.Word(0)));
    }

    [Fact]
    public void The_last_trial_is_2_to_the_34_less_one()
    {
        var words = new uint[64];
        Stream.Words(RandomStream.MaxTrials - 64, words);
        Assert.Equal(Stream.Word(RandomStream.MaxTrials - 1), words[63]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.Word(RandomStream.MaxTrials));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.Words(RandomStream.MaxTrials - 64, new uint[65]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.Words(RandomStream.MaxTrials, new uint[1]));
    }

    [Fact]
    public void A_run_of_trials_starts_at_a_multiple_of_64()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.Words(32, new uint[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.Words(-64, new uint[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.Word(-1));
    }

    [Fact]
    public void Names_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, StreamPurpose.Attainment, 1 << 24, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, StreamPurpose.Attainment, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, default, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, (StreamPurpose)8, 0, 0));
        Assert.Equal((1 << 24) - 1, new RandomStream(0, StreamPurpose.Attainment, (1 << 24) - 1, 0).Draw);
    }

    [Fact]
    public void Default_has_no_purpose_and_counts_from_zero()
    {
        var words = new uint[4];
        Philox.Block(0, 0, 0, 0, 0, 0, words);
        Assert.Equal(words[0], default(RandomStream).Word(0));
        Assert.False(Enum.IsDefined(default(RandomStream).Purpose));
    }

    [Theory]
    [InlineData(StreamPurpose.Attainment, 1)]
    [InlineData(StreamPurpose.CompanyEffect, 2)]
    [InlineData(StreamPurpose.TeamEffect, 3)]
    [InlineData(StreamPurpose.SharePrice, 4)]
    [InlineData(StreamPurpose.Headcount, 5)]
    [InlineData(StreamPurpose.Deals, 6)]
    [InlineData(StreamPurpose.Bootstrap, 7)]
    internal void Purposes_keep_their_numbers(StreamPurpose purpose, byte number) => Assert.Equal(number, (byte)purpose);
}
