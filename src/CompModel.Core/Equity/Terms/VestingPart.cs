using NodaTime;

namespace CompModel;

/// <summary>One of several terms side by side: the portion of the grant they are for, and the day they count from. Unlike an
/// <see cref="Installment"/> it vests over time.</summary>
public sealed record VestingPart
{
    /// <summary>A part. Throws for a portion that is not above zero.</summary>
    /// <param name="portion">The portion of the grant, above 0 and at most 1 (1 is 100 %).</param>
    /// <param name="terms">How it vests.</param>
    /// <param name="start">The day it counts from; the grant's vesting start unless said.</param>
    public VestingPart(Rational portion, VestingTerms terms, LocalDate? start = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (portion.Sign <= 0 || portion > 1)
            throw new ArgumentOutOfRangeException(nameof(portion), portion, "A part of a grant is above 0 and at most 1 (1 is 100 %).");
        (Portion, Terms, Start) = (portion, terms, start);
    }

    /// <summary>The portion of the grant.</summary>
    public Rational Portion { get; }

    /// <summary>How it vests.</summary>
    public VestingTerms Terms { get; }

    /// <summary>The day it counts from; null is the grant's vesting start.</summary>
    public LocalDate? Start { get; }

    /// <summary>"1/2: monthly 48".</summary>
    public override string ToString() => Start is { } day ? $"{Portion} from {new VestingTime.On(day)}: {Terms}" : $"{Portion}: {Terms}";
}
