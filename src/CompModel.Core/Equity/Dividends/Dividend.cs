using NodaTime;

namespace CompModel;

/// <summary>
/// A dividend on one share: who holds shares on the record date receives it on the payment date. To be reinvested it needs a price of the share on the payment date,
/// <see cref="At"/>; paid in cash it needs none.
/// </summary>
public sealed class Dividend
{
    private readonly Money? price;

    /// <summary>A dividend. Throws for an amount of zero or less, and where it is paid before the record date.</summary>
    /// <param name="record">The day on which shares must be outstanding.</param>
    /// <param name="paid">The day of payment, on or after the record date.</param>
    /// <param name="perShare">The amount for one share.</param>
    public Dividend(LocalDate record, LocalDate paid, Money perShare)
        : this(record, paid, perShare, null)
    {
    }

    private Dividend(LocalDate record, LocalDate paid, Money perShare, Money? price)
    {
        if (paid < record)
            throw new ArgumentOutOfRangeException(nameof(paid), paid, $"A dividend of record {record:uuuu-MM-dd} is paid on that day or later.");
        if (perShare.Value <= 0 || perShare.Currency == Currency.None)
            throw new ArgumentOutOfRangeException(nameof(perShare), perShare, "A dividend per share is an amount of a currency, above zero.");
        (Record, Paid, PerShare, this.price) = (record, paid, perShare, price);
    }

    /// <summary>The record date.</summary>
    public LocalDate Record { get; }

    /// <summary>The payment date.</summary>
    public LocalDate Paid { get; }

    /// <summary>The amount for one share.</summary>
    public Money PerShare { get; }

    /// <summary>A copy with the price of a share on the payment date, at which it may be reinvested. Throws for zero or less, and for another currency.</summary>
    public Dividend At(Money sharePrice) => sharePrice.Value > 0 && sharePrice.Currency == PerShare.Currency
        ? new(Record, Paid, PerShare, sharePrice)
        : throw new ArgumentOutOfRangeException(nameof(sharePrice), sharePrice, $"A share has a price above zero, here in {PerShare.Currency}.");

    /// <summary>"0.50 USD a share of record 2026-03-01, paid 2026-03-15".</summary>
    public override string ToString() => $"{PerShare} a share of record {Record:uuuu-MM-dd}, paid {Paid:uuuu-MM-dd}";

    /// <summary>The units that an amount buys on the payment date.</summary>
    internal Rational UnitsFor(Amount amount) => price is { } known
        ? amount / known
        : throw new InvalidOperationException($"The dividend of {this} has no price of the share to reinvest it at: give one with At.");
}
