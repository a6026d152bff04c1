namespace CompModel;

/// <summary>
/// What becomes of shares that vest: some are given up for the tax, the others delivered, and what is left over comes back in cash. Always: given up + delivered = vested;
/// proceeds − fees − tax = cash, exactly. Where shares are sold or withheld, the cash is from zero to less than what one unit fetches; at a rate, rounding of the tax alone may
/// move it across either end. Only the verbs of a <see cref="VestValue"/> make one.
/// </summary>
public sealed class Settlement
{
    internal Settlement(VestValue vest, SettlementMethod method, Rational needed, Rational givenUp, Amount proceeds, Amount fees, Money tax) =>
        (Vest, Method, Needed, GivenUp, Proceeds, Fees, Tax) = (vest, method, needed, givenUp, proceeds, fees, tax);

    /// <summary>What vested, and at which price.</summary>
    public VestValue Vest { get; }

    /// <summary>How it was settled.</summary>
    public SettlementMethod Method { get; }

    /// <summary>The exact number of shares that the tax takes, before it is rounded up to units; in cash, all.</summary>
    public Rational Needed { get; }

    /// <summary>Shares sold to cover, or withheld by the employer; in cash, all.</summary>
    public Rational GivenUp { get; }

    /// <summary>Shares the employee receives.</summary>
    public Rational Delivered => Vest.Shares - GivenUp;

    /// <summary>What the shares given up fetch, before fees: at the sale's price where they are sold, otherwise at the vest's.</summary>
    public Amount Proceeds { get; }

    /// <summary>The fees of the sale.</summary>
    public Amount Fees { get; }

    /// <summary>The tax.</summary>
    public Money Tax { get; }

    /// <summary>What the employee receives in cash: proceeds less fees and tax, exactly. Rounded where it is paid.</summary>
    public Amount Cash => Proceeds - Fees - Tax;

    /// <summary>The value of the shares delivered, at the vest's price.</summary>
    public Amount NetValue => Vest.Price * Delivered;

    /// <summary>The tax as a fraction of the value (1 is 100 %).</summary>
    public Rational TaxRate => Tax / Vest.Value;

    /// <summary>The shares given up as a fraction of those that vest; above <see cref="TaxRate"/> by fees and by rounding up to units.</summary>
    public Rational GivenUpShare => GivenUp / Vest.Shares;

    /// <summary>"1,000 shares at 152.10 USD: 420 sold, 580 delivered, tax 63,805.95 USD, cash 63.45 USD".</summary>
    public override string ToString()
    {
        string verb = Method switch
        {
            SettlementMethod.SellToCover => "sold",
            SettlementMethod.Cash => "paid in cash",
            _ => "withheld",
        };
        return $"{Vest}: {Text.Number(GivenUp, 6)} {verb}, {Text.Number(Delivered, 6)} delivered, tax {Tax}, cash {Cash}";
    }
}
