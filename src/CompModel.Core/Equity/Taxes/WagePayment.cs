using NodaTime;

namespace CompModel;

/// <summary>
/// Wages paid on a day: salary, a commission, the value of shares that vest. Exact, at least zero; whoever taxes rounded wages gives rounded money.
/// </summary>
public sealed class WagePayment
{
    /// <summary>A payment of wages. Throws below zero, for units without currency, and for an undefined kind.</summary>
    public WagePayment(LocalDate date, Amount amount, WageKind kind)
    {
        if (amount.Value.Sign < 0 || amount.Currency == Currency.None)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Wages are an amount of a currency, at least zero.");
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Wages are regular or supplemental.");
        (Date, Amount, Kind) = (date, amount, kind);
    }

    /// <summary>The day of payment; its calendar year is the year the wages count in.</summary>
    public LocalDate Date { get; }

    /// <summary>The wages, before any tax.</summary>
    public Amount Amount { get; }

    /// <summary>What kind of wages they are.</summary>
    public WageKind Kind { get; }

    /// <summary>What of the payment a tax on such wages counts: all of it or nothing.</summary>
    public Amount Of(TaxedWages wages) =>
        wages == TaxedWages.All || (wages == TaxedWages.Supplemental) == (Kind == WageKind.Supplemental) ? Amount : Amount.Zero(Amount.Currency);

    /// <summary>"10,000.00 USD of supplemental wages on 2026-03-01".</summary>
    public override string ToString() => $"{Amount} of {(Kind == WageKind.Regular ? "regular" : "supplemental")} wages on {Date:uuuu-MM-dd}";
}
