using NodaTime;

namespace CompModel;

/// <summary>
/// What of a deal (or of a result that is no deal) counts for a participant, in a measure, on a date: an exact share of the deal's amount, never rounded.
/// A refund is a credit of a negative amount.
/// </summary>
/// <param name="ParticipantId">For whom it counts.</param>
/// <param name="Measure">What it counts in.</param>
/// <param name="Date">The day it counts on.</param>
/// <param name="DealAmount">The whole amount of the deal.</param>
/// <param name="Share">The part that counts, as a fraction (1 is 100 %).</param>
/// <param name="Reference">The deal's or result's id, by which the statement names it.</param>
/// <param name="Scope">The participant's own, rolled up from the people below, or of the territory.</param>
public sealed record Credit(
    string ParticipantId, Measure Measure, LocalDate Date, Amount DealAmount, Rational Share, string Reference, CreditScope Scope = CreditScope.Own)
{
    /// <summary>A whole deal for one participant.</summary>
    public Credit(string participantId, Measure measure, LocalDate date, Amount amount, string reference)
        : this(participantId, measure, date, amount, Rational.One, reference)
    {
    }

    /// <summary>What else is known of the deal.</summary>
    public DealAttributes Attributes { get; init; } = DealAttributes.None;

    /// <summary>A part of the deal, or an overlay on top of it.</summary>
    public SplitKind Split { get; init; }

    /// <summary>What counts: the share of the deal's amount, exactly.</summary>
    public Amount Amount => DealAmount * Share;
}
