using System.Globalization;

namespace CompModel;

/// <summary>
/// The wages of a calendar year paid so far, by kind: what decides the bracket the next payment lies in. A payment of a later year starts from nothing.
/// Exact amounts of one currency, at least zero. <c>default</c> is nothing, before any year.
/// </summary>
public readonly record struct WagesToDate
{
    /// <summary>What was paid in a year so far. Throws below zero, and <see cref="InvalidOperationException"/> for two currencies.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="regular">Regular wages, such as salary.</param>
    /// <param name="supplemental">Supplemental wages, such as commissions and shares that vested.</param>
    public WagesToDate(int year, Amount regular, Amount supplemental)
    {
        if (regular.Value.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(regular), regular, "Wages of a year so far are at least zero.");
        if (supplemental.Value.Sign < 0)
            throw new ArgumentOutOfRangeException(nameof(supplemental), supplemental, "Wages of a year so far are at least zero.");
        _ = regular + supplemental;
        (Year, Regular, Supplemental) = (year, regular, supplemental);
    }

    /// <summary>The calendar year.</summary>
    public int Year { get; }

    /// <summary>Regular wages so far.</summary>
    public Amount Regular { get; }

    /// <summary>Supplemental wages so far.</summary>
    public Amount Supplemental { get; }

    /// <summary>What a tax on such wages counts of them.</summary>
    public Amount Of(TaxedWages wages) => wages switch
    {
        TaxedWages.All => Regular + Supplemental,
        TaxedWages.Supplemental => Supplemental,
        TaxedWages.Regular => Regular,
        _ => throw new ArgumentOutOfRangeException(nameof(wages), wages, "A tax is on all, supplemental or regular wages."),
    };

    /// <summary>What stands when a payment comes: these wages in their own year, nothing in a later one. Throws for a payment of an earlier year.</summary>
    public WagesToDate Before(WagePayment payment) =>
        payment.Date.Year == Year ? this
        : payment.Date.Year > Year ? new(payment.Date.Year, Amount.Zero(payment.Amount.Currency), Amount.Zero(payment.Amount.Currency))
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Wages stand at {Year}; a payment of {payment.Date:uuuu-MM-dd} comes before that year."), nameof(payment));

    /// <summary>The wages of the payment's year, the payment included. Throws as <see cref="Before"/> does, and for another currency.</summary>
    public WagesToDate After(WagePayment payment)
    {
        WagesToDate before = Before(payment);
        return new(before.Year, before.Regular + payment.Of(TaxedWages.Regular), before.Supplemental + payment.Of(TaxedWages.Supplemental));
    }
}
