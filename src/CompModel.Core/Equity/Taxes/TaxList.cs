using NodaTime;

namespace CompModel;

/// <summary>
/// Taxes that a payment bears together: what is withheld from an employee, or what an employer owes on top. Each counts the year's wages for itself; none is on another.
/// Names are unique. Immutable; the verbs answer changed copies. May be empty: no tax. <see cref="UnitedStatesTaxes"/> has lists ready.
/// </summary>
public sealed class TaxList
{
    private readonly Tax[] taxes;

    /// <summary>These taxes. Throws where two have one name.</summary>
    public TaxList(params IEnumerable<Tax> taxes)
    {
        this.taxes = [.. taxes];
        if (this.taxes.CountBy(tax => tax.Name).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            throw new ArgumentException($"Two taxes are called {twice}.", nameof(taxes));
    }

    /// <summary>The taxes, in order.</summary>
    public IReadOnlyList<Tax> Taxes => taxes.AsReadOnly();

    /// <summary>A copy with a tax at the end, or in the place of the one with its name.</summary>
    public TaxList With(Tax tax) =>
        Array.FindIndex(taxes, there => there.Name == tax.Name) is >= 0 and var place ? new([.. taxes[..place], tax, .. taxes[(place + 1)..]]) : new([.. taxes, tax]);

    /// <summary>A copy in which every tax rounds by a convention.</summary>
    public TaxList RoundedTo(Rounding rounding) => new(taxes.Select(tax => tax.RoundedTo(rounding)));

    /// <summary>A copy with the tax of a name at a rate that the employee elected; see <see cref="Tax.AtElectedRate"/>. Throws for a name that is not there.</summary>
    public TaxList AtElectedRate(string name, Rational rate) => With(this[name].AtElectedRate(rate));

    /// <summary>A tax by its name. Throws for a name that is not there, naming those that are.</summary>
    public Tax this[string name] => Array.Find(taxes, tax => tax.Name == name)
        ?? throw new KeyNotFoundException($"There is no tax '{name}' here, only {string.Join(", ", taxes.Select(tax => tax.Name))}.");

    /// <summary>The taxes on a payment, after what the year paid so far. Throws for a payment of an earlier year than <paramref name="toDate"/>, and for another currency.</summary>
    public PaymentTaxes On(WagePayment payment, WagesToDate toDate)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return new(payment, [.. taxes.Select(tax => tax.On(payment, toDate))], toDate.After(payment));
    }

    /// <summary>The taxes on payments in order of date: wages add up from one to the next, and start anew with each calendar year. Throws out of order.</summary>
    public IReadOnlyList<PaymentTaxes> OnEach(IEnumerable<WagePayment> payments, WagesToDate toDate)
    {
        List<PaymentTaxes> all = [];
        LocalDate latest = LocalDate.MinIsoValue;
        foreach (WagePayment payment in payments)
        {
            if (payment.Date < latest)
                throw new ArgumentException($"Payments come in order of date; {payment.Date:uuuu-MM-dd} stands after {latest:uuuu-MM-dd}.", nameof(payments));
            latest = payment.Date;
            all.Add(On(payment, toDate));
            toDate = all[^1].ToDate;
        }
        return all;
    }
}
