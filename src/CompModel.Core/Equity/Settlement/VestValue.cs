using System.Numerics;
using NodaTime;

namespace CompModel;

/// <summary>
/// Shares that vest and the price they vest at: together the value that is wages, on which taxes fall, and from which a <see cref="Settlement"/> follows by the verb that
/// names the method. Shares may be a fraction (reinvested dividends); values are exact. Shares are sold or withheld in whole units unless
/// <see cref="InUnitsOf"/> says otherwise, rounded up so that the tax is covered. Immutable.
/// </summary>
public sealed class VestValue
{
    private readonly Rational unit;

    /// <summary>Shares at a price. Throws for shares or a price of zero or less, and a price without currency.</summary>
    public VestValue(Rational shares, Money price)
        : this(shares, price, 1)
    {
    }

    private VestValue(Rational shares, Money price, Rational unit)
    {
        if (shares.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(shares), shares, "Shares that vest are more than zero.");
        if (price.Value <= 0 || price.Currency == Currency.None)
            throw new ArgumentOutOfRangeException(nameof(price), price, "Shares vest at a price of a currency, above zero.");
        if (unit.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "The unit in which shares are sold or withheld is above zero: 1 for whole shares.");
        (Shares, Price, this.unit) = (shares, price, unit);
    }

    /// <summary>The shares that vest.</summary>
    public Rational Shares { get; }

    /// <summary>The price of a share on the vest date.</summary>
    public Money Price { get; }

    /// <summary>Shares × price, exactly. As reported wages it is rounded: <c>Value.Round(Rounding.ToMinorUnit)</c>.</summary>
    public Amount Value => Price * Shares;

    /// <summary>A copy whose shares are sold or withheld in other units than whole shares: 0.01 where a broker sells hundredths. Throws for zero or less.</summary>
    public VestValue InUnitsOf(Rational unit) => new(Shares, Price, unit);

    /// <summary>The value as supplemental wages paid on a day: what a <see cref="TaxList"/> takes.</summary>
    public WagePayment PaidOn(LocalDate date) => new(date, Value, WageKind.Supplemental);

    /// <summary>The tax at one flat rate, rounded: to the minor unit, midpoints away from zero, unless said. Throws for a rate outside 0 to 1.</summary>
    public Money TaxAt(Rational rate, Rounding rounding = default) => (Value * Fraction(rate)).Round(rounding);

    /// <summary>As the other, sold at the price of the vest and free of charge.</summary>
    public Settlement SellToCover(Money tax) => SellToCover(tax, SaleTerms.Free);

    /// <summary>
    /// As many units sold as cover the tax and the fees of the sale; what they fetch beyond that comes back in cash. Throws for a tax below zero or above the value, for a sale that
    /// leaves nothing of a share's price, and where more would be sold than vests.
    /// </summary>
    public Settlement SellToCover(Money tax, SaleTerms terms)
    {
        Covered(tax);
        ArgumentNullException.ThrowIfNull(terms);
        Amount price = terms.Price ?? Price, net = terms.NetOf(price);
        if (net.Value.Sign <= 0)
            throw new ArgumentException($"At {price} a share the fees leave nothing of a sale: no number of shares covers the tax.", nameof(terms));
        Rational needed = tax.Value == 0 ? 0 : (tax + terms.TradeFeeIn(price.Currency)) / net;
        Rational sold = RoundedUp(needed);
        return sold <= Shares
            ? new(this, SettlementMethod.SellToCover, needed, sold, price * sold, terms.FeesOf(sold, price), tax)
            : throw new ArgumentOutOfRangeException(nameof(tax), tax, $"To cover the tax, {sold} shares would be sold at {price}, which leaves {net} each after fees; {Shares} vest.");
    }

    /// <summary>
    /// As many units withheld as the amount of the tax is worth; what they are worth beyond that comes back in cash. Throws for a tax below zero or above the value, and where
    /// more would be withheld than vests.
    /// </summary>
    public Settlement NetShares(Money tax)
    {
        Covered(tax);
        return Withheld(SettlementMethod.NetShares, tax / (Amount)Price, tax, nameof(tax));
    }

    /// <summary>
    /// The rate's share of the shares withheld, in units rounded up, whatever the price; what they are worth beyond the tax at that rate comes back in cash. Only rounding of the
    /// tax can bring the cash below zero, by less than its unit. Throws for a rate outside 0 to 1, and where more would be withheld than vests.
    /// </summary>
    public Settlement NetSharesAtRate(Rational rate, Rounding rounding = default) =>
        Withheld(SettlementMethod.NetSharesAtRate, Shares * Fraction(rate), TaxAt(rate, rounding), nameof(rate));

    /// <summary>The value less the tax in cash, and no share. Throws for a tax below zero or above the value.</summary>
    public Settlement InCash(Money tax)
    {
        Covered(tax);
        return new(this, SettlementMethod.Cash, Shares, Shares, Value, Amount.Zero(Price.Currency), tax);
    }

    /// <summary>"1,000 shares at 152.10 USD".</summary>
    public override string ToString() => $"{Text.Number(Shares, 6)} shares at {Price}";

    private Settlement Withheld(SettlementMethod method, Rational needed, Money tax, string parameter)
    {
        Rational withheld = RoundedUp(needed);
        return withheld <= Shares
            ? new(this, method, needed, withheld, Price * withheld, Amount.Zero(Price.Currency), tax)
            : throw new ArgumentOutOfRangeException(parameter, $"In units of {unit}, {withheld} shares would be withheld; {Shares} vest.");
    }

    private Rational RoundedUp(Rational shares)
    {
        BigInteger units = -(-shares / unit).Floor();
        return unit * Rational.Of(units, 1);
    }

    private void Covered(Money tax)
    {
        if (tax.Value < 0 || tax > Value)
            throw new ArgumentOutOfRangeException(nameof(tax), tax, $"The tax on {this} is from zero to their value, {Value}.");
    }

    private static Rational Fraction(Rational rate) => rate.Sign >= 0 && rate <= 1
        ? rate
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "A withholding rate is a fraction of the value, from 0 to 1 (100 %).");
}
