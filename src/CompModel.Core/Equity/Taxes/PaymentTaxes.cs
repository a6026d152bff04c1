namespace CompModel;

/// <summary>The taxes on one payment of wages, one line a tax, in the order of the list; their total is the sum of the rounded lines. Only a <see cref="TaxList"/> makes one.</summary>
public sealed class PaymentTaxes
{
    private readonly TaxLine[] lines;

    internal PaymentTaxes(WagePayment payment, TaxLine[] lines, WagesToDate toDate)
    {
        (Payment, this.lines, ToDate) = (payment, lines, toDate);
        Total = lines.Aggregate(new Money(0, payment.Amount.Currency), (sum, line) => sum + line.Money);
    }

    /// <summary>What is taxed.</summary>
    public WagePayment Payment { get; }

    /// <summary>One line a tax; those that add nothing are there with zero.</summary>
    public IReadOnlyList<TaxLine> Lines => lines.AsReadOnly();

    /// <summary>The sum of the lines as they are rounded: what is withheld or due.</summary>
    public Money Total { get; }

    /// <summary>The sum of the lines before rounding, for estimates that round their total alone: lines of 217.50 and 1,534.50 in whole dollars are 218 and 1,535, and 1,752 together.</summary>
    public Amount Exact => lines.Aggregate(Amount.Zero(Payment.Amount.Currency), (sum, line) => sum + line.Exact);

    /// <summary>The year's wages, this payment included: where the next one starts.</summary>
    public WagesToDate ToDate { get; }

    /// <summary>The total as a fraction of the payment (1 is 100 %); zero where nothing is paid.</summary>
    public Rational Rate => Payment.Amount.Value.Sign == 0 ? 0 : Total / Payment.Amount;

    /// <summary>The amount of a tax by its name. Throws for a name that is not there, naming those that are.</summary>
    public Money this[string name]
    {
        get
        {
            foreach (TaxLine line in lines)
            {
                if (line.Tax.Name == name)
                    return line.Money;
            }
            throw new KeyNotFoundException($"There is no tax '{name}' here, only {string.Join(", ", lines.Select(line => line.Tax.Name))}.");
        }
    }
}
