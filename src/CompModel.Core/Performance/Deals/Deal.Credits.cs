using NodaTime;

namespace CompModel;

/// <content>What counts of a deal, and for whom.</content>
public sealed partial class Deal
{
    /// <summary>What is credited in a measure, refunds aside. Throws for a measure it has no amount in.</summary>
    public Amount AmountIn(Measure measure, ContractValue counts = ContractValue.Total)
    {
        DealValue value = ValueIn(measure);
        if (counts == ContractValue.Total || !measure.IsMoney)
            return value.Total;
        return value.Annual ?? (Attributes.NumberOf(DealAttribute.TermMonths) is { } term && term > 12 ? value.Total * 12 / term : value.Total);
    }

    /// <summary>
    /// What counts for whom: for each measure the booking and its refunds, each split and overlay its exact share. Credits of one line, overlays aside, sum to its
    /// amount less what is unassigned. A refund is credited in proportion, as the booking was.
    /// </summary>
    public IReadOnlyList<Credit> Credits(ContractValue counts = ContractValue.Total) =>
        [.. Lines(counts).SelectMany(line => Splits, (line, split) => line.For(split))];

    /// <summary>Booking and refunds, each a credit of the whole that is nobody's yet, by measure and in order of date.</summary>
    internal IEnumerable<Line> Lines(ContractValue counts)
    {
        foreach (DealValue value in Values)
        {
            Amount amount = AmountIn(value.Measure, counts);
            yield return new(this, value.Measure, Date, amount);
            foreach (DealRefund refund in Refunds.Where(refund => refund.Measure == value.Measure))
                yield return new(this, value.Measure, refund.Date, -(amount * (refund.Amount / value.Total)));
        }
    }

    /// <summary>Splits and overlays, with what splits leave for an owner, where there is one, who has one split in all.</summary>
    internal IEnumerable<DealSplit> SplitsWith(string? ownerId)
    {
        if (ownerId is null || Unassigned.Sign == 0)
            return Splits;
        bool IsOwners(DealSplit split) => split.Kind == SplitKind.Split && split.ParticipantId == ownerId;
        return Splits.Where(split => !IsOwners(split)).Append(new(ownerId, Unassigned + SumOf(Splits.Where(IsOwners)), SplitKind.Split));
    }

    /// <summary>An amount of the whole deal on a date.</summary>
    internal readonly record struct Line(Deal Deal, Measure Measure, LocalDate Date, Amount Amount)
    {
        internal Credit For(DealSplit split) => For(split.ParticipantId, split.Share) with { Split = split.Kind };

        internal Credit For(string participantId, Rational share, CreditScope scope = CreditScope.Own) =>
            new(participantId, Measure, Date, Amount, share, Deal.Id, scope) { Attributes = Deal.Attributes };
    }
}
