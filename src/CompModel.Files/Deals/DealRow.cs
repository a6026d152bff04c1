using NodaTime;

namespace CompModel.Files;

/// <summary>Whether a deal's row adds or takes back.</summary>
public enum DealType
{
    /// <summary>Business signed; amount at least zero.</summary>
    Booking,

    /// <summary>Business taken back; amount below zero.</summary>
    Refund,
}

/// <summary>
/// One row of deals.csv: what of one deal (or of its refund) counts for one participant. Unlike a <see cref="CompModel.Credit"/> it keeps what the deal was;
/// a <see cref="CompModel.Deal"/> is the whole deal, with all its splits.
/// </summary>
/// <param name="Id">The deal's id, shared by the rows of a split and by refunds.</param>
/// <param name="Type">Booking or refund.</param>
/// <param name="Credit">What counts, for whom, when, in which measure: in the currency of the case.</param>
/// <param name="Account">The customer; empty where it is not stated.</param>
/// <param name="Product">The product; empty where it is not stated.</param>
/// <param name="TermMonths">The contract's length in months; null where it is not stated.</param>
/// <param name="AnnualValue">The contract's value a year, as stated; null where it is not stated.</param>
/// <param name="InvoiceDate">When it was invoiced; null where it is not stated.</param>
/// <param name="PaidDate">When the customer paid; null where that is not stated.</param>
public sealed record DealRow(
    string Id, DealType Type, Credit Credit, string Account, string Product, int? TermMonths, Money? AnnualValue, LocalDate? InvoiceDate, LocalDate? PaidDate)
{
    /// <summary>The discount from the list price, as a fraction; null where it is not stated.</summary>
    public Rational? Discount => Credit.Attributes.NumberOf(DealAttribute.Discount);
}
