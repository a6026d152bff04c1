namespace CompModel;

/// <summary>
/// What a year's payments follow from, besides plan and participant: credits, the events of deals, and corrections. All known ones, of any date and
/// deal: the ledger picks those that count. Throws where the portions of one event of one deal sum to more than one.
/// </summary>
public sealed class PaymentInputs
{
    /// <summary>Credits alone.</summary>
    public PaymentInputs(params IEnumerable<Credit> credits)
        : this([.. credits], [], [])
    {
    }

    private PaymentInputs(Credit[] credits, DealEvent[] events, Correction[] corrections)
    {
        foreach (var group in events.GroupBy(each => (each.Reference, each.Happened)))
        {
            Rational sum = group.Aggregate(Rational.Zero, (total, each) => total + each.Portion);
            if (sum > Rational.One)
                throw new ArgumentException($"Portions of {group.Key.Happened} of deal '{group.Key.Reference}' sum to at most 1; these sum to {sum}.", nameof(events));
        }
        Credits = credits;
        Events = events;
        Corrections = corrections;
    }

    /// <summary>The credits.</summary>
    public IReadOnlyList<Credit> Credits { get; }

    /// <summary>Invoices and cash.</summary>
    public IReadOnlyList<DealEvent> Events { get; }

    /// <summary>True-ups and clawbacks of the participant.</summary>
    public IReadOnlyList<Correction> Corrections { get; }

    /// <summary>A copy with these events besides.</summary>
    public PaymentInputs With(params DealEvent[] events) => new([.. Credits], [.. Events, .. events], [.. Corrections]);

    /// <summary>A copy with these corrections besides.</summary>
    public PaymentInputs With(params Correction[] corrections) => new([.. Credits], [.. Events], [.. Corrections, .. corrections]);
}
