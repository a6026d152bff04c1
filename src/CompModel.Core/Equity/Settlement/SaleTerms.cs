namespace CompModel;

/// <summary>
/// What a sale to cover fetches and costs: the price where it is not the one at which the shares vest, a fee per share, a fee per trade, and a fee in percent of the proceeds;
/// fees add up, and are exact. By default the vest's price and no fee. Immutable; the verbs answer changed copies. Withheld shares are not sold: they have no such terms.
/// </summary>
public sealed class SaleTerms
{
    private SaleTerms(Money? price, Money? feePerShare, Money? feePerTrade, Rational feeOfProceeds) =>
        (Price, FeePerShare, FeePerTrade, FeeOfProceeds) = (price, feePerShare, feePerTrade, feeOfProceeds);

    /// <summary>At the price at which the shares vest, free of charge.</summary>
    public static SaleTerms Free { get; } = new(null, null, null, 0);

    /// <summary>The price got for a share; null is the vest's.</summary>
    public Money? Price { get; }

    /// <summary>The fee for each share sold; null is none.</summary>
    public Money? FeePerShare { get; }

    /// <summary>The fee for a sale, whatever its size; null is none. Where nothing is sold it is not due.</summary>
    public Money? FeePerTrade { get; }

    /// <summary>The fee as a fraction of what the sale fetches (0.01 is 1 %).</summary>
    public Rational FeeOfProceeds { get; }

    /// <summary>A copy with a price of its own, such as the average the broker got on the day of sale. Wages stay at the vest's price. Throws for zero or less.</summary>
    public SaleTerms At(Money price) => price.Value > 0
        ? new(price, FeePerShare, FeePerTrade, FeeOfProceeds)
        : throw new ArgumentOutOfRangeException(nameof(price), price, "Shares are sold at a price above zero.");

    /// <summary>A copy with a fee for each share sold. Throws below zero.</summary>
    public SaleTerms WithFeePerShare(Money fee) => new(Price, NotBelowZero(fee), FeePerTrade, FeeOfProceeds);

    /// <summary>A copy with a fee for the sale. Throws below zero.</summary>
    public SaleTerms WithFeePerTrade(Money fee) => new(Price, FeePerShare, NotBelowZero(fee), FeeOfProceeds);

    /// <summary>A copy with a fee in proportion to what the sale fetches. Throws below zero, and from one on.</summary>
    public SaleTerms WithFeeOfProceeds(Rational fraction) => fraction.Sign >= 0 && fraction < 1
        ? new(Price, FeePerShare, FeePerTrade, fraction)
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fee of the proceeds is a fraction from 0 to below 1 (100 %).");

    /// <summary>What is left of the price of one share after the fees that grow with the sale.</summary>
    internal Amount NetOf(Amount price) => (price * (1 - FeeOfProceeds)) - Or(FeePerShare, price.Currency);

    /// <summary>The fee for a sale of any size, or zero in that currency.</summary>
    internal Amount TradeFeeIn(Currency currency) => Or(FeePerTrade, currency);

    /// <summary>The fees of a sale of so many shares.</summary>
    internal Amount FeesOf(Rational shares, Amount price) => shares.Sign == 0
        ? Amount.Zero(price.Currency)
        : (price * shares * FeeOfProceeds) + (Or(FeePerShare, price.Currency) * shares) + TradeFeeIn(price.Currency);

    private static Amount Or(Money? fee, Currency currency) => fee ?? Amount.Zero(currency);

    private static Money NotBelowZero(Money fee) => fee.Value >= 0
        ? fee
        : throw new ArgumentOutOfRangeException(nameof(fee), fee, "A fee is at least zero.");
}
