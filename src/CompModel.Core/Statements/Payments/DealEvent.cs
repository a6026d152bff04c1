using NodaTime;

namespace CompModel;

/// <summary>
/// A day on which a deal was invoiced, or its cash came in, in whole or in part. It moves when pay is payable, never what is earned. Portions of one
/// event of one deal sum to at most one.
/// </summary>
public sealed record DealEvent
{
    /// <summary>An event of a deal, named as its credits name it. Throws for a portion outside (0, 1], and for a booking, which the credit itself is.</summary>
    public DealEvent(string reference, PaymentEvent happened, LocalDate date, Rational? portion = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        if (happened is not (PaymentEvent.Invoice or PaymentEvent.Cash))
            throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event is an invoice or cash; a deal's credit is its booking.");
        Rational part = portion ?? Rational.One;
        if (part.Sign <= 0 || part > Rational.One)
            throw new ArgumentOutOfRangeException(nameof(portion), part, "The portion of a deal that is invoiced or paid is above 0 and at most 1 (100 %).");
        Reference = reference;
        Happened = happened;
        Date = date;
        Portion = part;
    }

    /// <summary>The deal.</summary>
    public string Reference { get; }

    /// <summary>What happened.</summary>
    public PaymentEvent Happened { get; }

    /// <summary>When.</summary>
    public LocalDate Date { get; }

    /// <summary>To which part of the deal; 1 is all of it.</summary>
    public Rational Portion { get; }
}
