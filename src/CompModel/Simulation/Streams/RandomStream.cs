namespace CompModel;

/// <summary>
/// One named draw of stream version 1: a random word of 32 bits for every trial from 0 to 2^34 − 1, which depends on nothing but
/// seed, purpose, draw index, entity and trial. Threads, chunks and vector widths cannot change it.
/// Philox4x32-10 with key = seed, low word first; counter words: block, purpose·2^24 + draw, entity's low 32 bits, its high 32 bits.
/// Trial s has word (s/16) mod 4 of block 16·(s/64) + s mod 16: sixteen lanes read four blocks' worth of neighbours at once.
/// `default` is a stream without a purpose: it gives the words of purpose 0, draw 0, entity 0 under seed 0, which no run uses.
/// </summary>
internal readonly record struct RandomStream
{
    /// <summary>The version of this definition, which results carry.</summary>
    public const int Version = 1;

    /// <summary>One more than the largest draw index: 2^24.</summary>
    public const int Draws = 1 << 24;

    /// <summary>Number of trials a stream can serve, 2^34: the block number has 32 bits and serves four trials.</summary>
    public const long MaxTrials = 1L << 34;

    /// <summary>Trials per tile of sixteen blocks: <see cref="Words"/> starts at a multiple of it.</summary>
    public const int TileTrials = 64;

    /// <summary>Names a stream.</summary>
    /// <param name="seed">The run's seed; every value is as good as any other.</param>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="draw">Period, step or other index within the purpose, 0 to 2^24 − 1.</param>
    /// <param name="entity"><see cref="EntityHash"/> of whom it is for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The purpose has no name, or the draw index is out of range.</exception>
    public RandomStream(ulong seed, StreamPurpose purpose, int draw, ulong entity)
    {
        if (!Enum.IsDefined(purpose))
        {
            throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A stream has one of the named purposes.");
        }

        if ((uint)draw >= Draws)
        {
            throw new ArgumentOutOfRangeException(nameof(draw), draw, "A draw index lies in [0, 16777215].");
        }

        Seed = seed;
        Purpose = purpose;
        Draw = draw;
        Entity = entity;
    }

    /// <summary>The run's seed: the key.</summary>
    public ulong Seed { get; }

    /// <summary>What the draw is for: the top 8 bits of the second counter word.</summary>
    public StreamPurpose Purpose { get; }

    /// <summary>Period or step, 0 to 2^24 − 1: the other 24 bits of the second counter word.</summary>
    public int Draw { get; }

    /// <summary>Whom the draw is for: the third (low) and fourth (high) counter words.</summary>
    public ulong Entity { get; }

    /// <summary>The second counter word.</summary>
    internal uint NameWord => ((uint)Purpose << 24) | (uint)Draw;

    /// <summary>The word of one trial, 0 ≤ trial &lt; 2^34. For a run of trials use <see cref="Words"/>: the same bits, faster.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The trial is out of range.</exception>
    public uint Word(long trial)
    {
        if ((ulong)trial >= MaxTrials)
        {
            throw new ArgumentOutOfRangeException(nameof(trial), trial, "A trial lies in [0, 2^34).");
        }

        Span<uint> words = stackalloc uint[4];
        Block((uint)((16 * (trial / TileTrials)) + (trial % 16)), words);
        return words[(int)(trial / 16 % 4)];
    }

    /// <summary>
    /// The words of trials <paramref name="firstTrial"/>, firstTrial + 1, … in that order, one for each element of
    /// <paramref name="destination"/>, whose length is free. Equal to <see cref="Word"/> of every trial.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// firstTrial is negative or no multiple of 64, or the last trial is not below 2^34.
    /// </exception>
    public void Words(long firstTrial, Span<uint> destination)
    {
        if (firstTrial < 0 || firstTrial % TileTrials != 0 || firstTrial > MaxTrials - destination.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(firstTrial), firstTrial, $"With {destination.Length} trials: a multiple of 64 in [0, 2^34 − {destination.Length}].");
        }

        Span<uint> words = stackalloc uint[4];
        uint block = (uint)(firstTrial / 4);
        for (int tile = 0; tile < destination.Length; tile += TileTrials)
        {
            Span<uint> target = destination[tile..];
            for (int lane = 0; lane < Math.Min(16, target.Length); lane++)
            {
                Block(block++, words);
                for (int word = 0; word < 4 && (16 * word) + lane < target.Length; word++)
                {
                    target[(16 * word) + lane] = words[word];
                }
            }
        }
    }

    private void Block(uint block, Span<uint> words) => Philox.Block(
        block, NameWord, (uint)Entity, (uint)(Entity >> 32), (uint)Seed, (uint)(Seed >> 32), words);
}
