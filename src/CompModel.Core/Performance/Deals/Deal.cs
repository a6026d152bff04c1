using NodaTime;

namespace CompModel;

/// <summary>
/// Business signed on a day: its amounts by measure, what else is known of it, whose it is, and what of it was taken back. Immutable; the verbs answer changed copies.
/// Unlike a <see cref="Credit"/> it is no one's yet: <see cref="Credits(ContractValue)"/> says what counts for whom. Splits sum to at most the whole (overlays come on
/// top); what they leave is the owner's of its territory, or nobody's.
/// </summary>
public sealed partial class Deal
{
    private readonly State state;

    /// <summary>A deal in a measure counted in money.</summary>
    public Deal(string id, LocalDate date, Measure measure, Money amount)
        : this(new(id, date, [new(measure, Checked(id, measure, amount), null)], DealAttributes.None, null, [], []))
    {
    }

    /// <summary>A deal in a measure counted in units.</summary>
    public Deal(string id, LocalDate date, Measure measure, decimal units)
        : this(id, date, measure, new Money(units, Currency.None))
    {
    }

    private Deal(State state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state.Id);
        this.state = state;
    }

    private sealed record State(
        string Id, LocalDate Date, DealValue[] Values, DealAttributes Attributes, string? TerritoryId, DealSplit[] Splits, DealRefund[] Refunds);

    /// <summary>The id, by which statements name it.</summary>
    public string Id => state.Id;

    /// <summary>The day it counts on.</summary>
    public LocalDate Date => state.Date;

    /// <summary>What it is worth in each of its measures.</summary>
    public IReadOnlyList<DealValue> Values => state.Values;

    /// <summary>What else is known of it: account, product, term, discount.</summary>
    public DealAttributes Attributes => state.Attributes;

    /// <summary>The territory it belongs to; null for none.</summary>
    public string? TerritoryId => state.TerritoryId;

    /// <summary>Whose it is, and overlays.</summary>
    public IReadOnlyList<DealSplit> Splits => state.Splits;

    /// <summary>What was taken back, in order of date.</summary>
    public IReadOnlyList<DealRefund> Refunds => state.Refunds;

    /// <summary>The share of the deal that its splits leave, as a fraction; overlays leave it as it is.</summary>
    public Rational Unassigned => Rational.One - SumOf(Splits);

    /// <summary>A copy that is worth an amount in another measure too. Throws for a measure it has.</summary>
    public Deal With(Measure measure, Money amount) => state.Values.All(value => value.Measure != measure)
        ? new(state with { Values = [.. state.Values, new(measure, Checked(Id, measure, amount), null)] })
        : throw new ArgumentException($"Deal '{Id}' has an amount in {measure} already.", nameof(measure));

    /// <summary>A copy that is worth units in another measure too. Throws for a measure it has.</summary>
    public Deal With(Measure measure, decimal units) => With(measure, new Money(units, Currency.None));

    /// <summary>A copy of which a text is known.</summary>
    public Deal With(DealAttribute attribute, string text) => new(state with { Attributes = Attributes.With(attribute, text) });

    /// <summary>A copy of which a number is known. Throws for a term of no months.</summary>
    public Deal With(DealAttribute attribute, Rational number) => attribute != DealAttribute.TermMonths || number.Sign > 0
        ? new(state with { Attributes = Attributes.With(attribute, number) })
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"The term of deal '{Id}' is above zero months.");

    /// <summary>A copy that states what a year of it is worth in a measure. Throws for units, below zero, above the total, and in another currency.</summary>
    public Deal WithAnnualValue(Measure measure, Money annual)
    {
        DealValue value = ValueIn(measure);
        if (!measure.IsMoney)
            throw new ArgumentException($"{measure} is counted in units, of which deal '{Id}' has no value a year.", nameof(measure));
        if (annual.Value < 0 || annual > value.Total)
            throw new ArgumentOutOfRangeException(nameof(annual), annual, $"What a year of deal '{Id}' is worth in {measure} is at least zero and at most the total, {value.Total}.");
        return new(state with { Values = [.. state.Values.Select(each => each == value ? value with { Annual = annual } : each)] });
    }

    /// <summary>A copy in a territory.</summary>
    public Deal InTerritory(string territoryId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(territoryId);
        return new(state with { TerritoryId = territoryId });
    }

    /// <summary>A copy of which a share is a participant's. Throws for a second split of one participant and for splits over the whole deal, naming deal and sum.</summary>
    public Deal SplitTo(string participantId, Rational share)
    {
        DealSplit[] splits = Added(new(participantId, share, SplitKind.Split));
        return SumOf(splits) is var sum && sum <= Rational.One
            ? new(state with { Splits = splits })
            : throw new ArgumentException($"The splits of deal '{Id}' sum to {Text.Percent(sum)}; they are at most 100 %, and what comes on top is an overlay.", nameof(share));
    }

    /// <summary>A copy that is credited to a participant on top of the deal. Throws for a second overlay of one participant.</summary>
    public Deal OverlayTo(string participantId, Rational share) => new(state with { Splits = Added(new(participantId, share, SplitKind.Overlay)) });

    /// <summary>
    /// A copy of which an amount was taken back. It is stated above zero, and of the total. Throws before the deal, and for more than is left of the booking.
    /// </summary>
    public Deal Refunded(LocalDate date, Measure measure, Money amount)
    {
        Amount left = LeftIn(measure);
        if (date < Date)
            throw new ArgumentOutOfRangeException(nameof(date), date, $"Deal '{Id}' of {Date:uuuu-MM-dd} cannot be refunded before, on {date:uuuu-MM-dd}.");
        if (amount.Value <= 0)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"A refund of deal '{Id}' is stated above zero.");
        if (amount > left)
            throw new ArgumentException($"Refunds of deal '{Id}' exceed its booking of {ValueIn(measure).Total} by {(Amount)amount - left}.", nameof(amount));
        return Refunded([new(date, measure, amount)]);
    }

    /// <summary>A copy of which all that is left was taken back, in every measure. Throws before the deal.</summary>
    public Deal Cancelled(LocalDate date) => date >= Date
        ? Refunded([.. Values.Select(value => new DealRefund(date, value.Measure, LeftIn(value.Measure))).Where(refund => refund.Amount.Value.Sign > 0)])
        : throw new ArgumentOutOfRangeException(nameof(date), date, $"Deal '{Id}' of {Date:uuuu-MM-dd} cannot be cancelled before, on {date:uuuu-MM-dd}.");

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private static Rational SumOf(IEnumerable<DealSplit> splits) =>
        splits.Where(split => split.Kind == SplitKind.Split).Aggregate(Rational.Zero, (sum, split) => sum + split.Share);

    private static Amount Checked(string id, Measure measure, Money amount)
    {
        if (amount.Value < 0)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Deal '{id}' is worth at least zero; what is taken back is a refund of it.");
        if (measure.IsMoney == (amount.Currency == Currency.None))
            throw new ArgumentException($"{measure} is counted in {(measure.IsMoney ? "money" : "units")}; deal '{id}' has {amount}.", nameof(amount));
        return amount;
    }

    private DealValue ValueIn(Measure measure) => Values.FirstOrDefault(value => value.Measure == measure)
        ?? throw new ArgumentException($"Deal '{Id}' has no amount in {measure}.", nameof(measure));

    private Amount LeftIn(Measure measure) =>
        Refunds.Where(refund => refund.Measure == measure).Aggregate(ValueIn(measure).Total, (left, refund) => left - refund.Amount);

    private DealSplit[] Added(DealSplit split) => Splits.All(other => (other.ParticipantId, other.Kind) != (split.ParticipantId, split.Kind))
        ? [.. Splits, split]
        : throw new ArgumentException($"'{split.ParticipantId}' stands twice among the {(split.Kind == SplitKind.Split ? "splits" : "overlays")} of deal '{Id}': give one share.", nameof(split));

    private Deal Refunded(DealRefund[] more) => new(state with { Refunds = [.. Refunds.Concat(more).OrderBy(refund => refund.Date)] });
}
