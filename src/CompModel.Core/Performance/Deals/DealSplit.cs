namespace CompModel;

/// <summary>What somebody's part of a deal is.</summary>
public enum SplitKind
{
    /// <summary>A part of the deal itself: those of one deal are at most the whole of it.</summary>
    Split,

    /// <summary>On top of the deal, for somebody who helped to win it: a specialist, a partner manager. Declared, never inferred.</summary>
    Overlay,
}

/// <summary>Whose part of a deal is how large.</summary>
public sealed record DealSplit
{
    /// <summary>A part. Throws for a share outside (0, 1]: it is a fraction, so 60 % is <c>60.Percent</c>, not 60.</summary>
    public DealSplit(string participantId, Rational share, SplitKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(participantId);
        if (share.Sign <= 0 || share > Rational.One)
            throw new ArgumentOutOfRangeException(nameof(share), share, $"The share of '{participantId}' in a deal is above 0 and at most 1 (100 %); write {share} % as {share}.Percent.");
        ParticipantId = participantId;
        Share = share;
        Kind = kind;
    }

    /// <summary>For whom it counts.</summary>
    public string ParticipantId { get; }

    /// <summary>The part, as a fraction of the whole deal.</summary>
    public Rational Share { get; }

    /// <summary>Of the deal, or on top of it.</summary>
    public SplitKind Kind { get; }

    /// <summary>"R1 60 %", "SE1 100 % (overlay)".</summary>
    public override string ToString() => $"{ParticipantId} {Text.Percent(Share)}{(Kind == SplitKind.Overlay ? " (overlay)" : "")}";
}
