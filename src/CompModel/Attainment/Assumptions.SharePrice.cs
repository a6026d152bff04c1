namespace CompModel;

// What grants are worth: the price of the shares, how it goes with attainment, and what money later is worth today.
public sealed partial class Assumptions
{
    /// <summary>How uncertain the price of the company's share is; null where nothing is said, and then no grant can be valued.</summary>
    public SharePriceModel? SharePrice => state.Pricing.Model;

    /// <summary>
    /// The correlation, on the Gaussian scale, of a participant's attainment in the first measure with the share's log return over the same plan year, or the
    /// same period where it is drawn by periods; with a lognormal model that of ln attainment with ln of the price. Zero where nothing is said.
    /// </summary>
    public double PriceCorrelation => state.Pricing.Correlation;

    /// <summary>The continuous rate, by the year, at which later pay counts less today; zero where nothing is said.</summary>
    public double DiscountRate => state.Pricing.DiscountRate;

    /// <summary>A copy with a model of the share's price. Total pay reads it; the cost of a sales force has no shares in it.</summary>
    public Assumptions WithSharePrice(SharePriceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(state with { Pricing = state.Pricing with { Model = model } });
    }

    /// <summary>
    /// A copy in which attainment in the first measure and the share's return over the same plan year or period correlate, on the Gaussian scale, −1 to 1. It is the
    /// participant's whole variate of the year that does, what is shared with the company and what is not; other measures go with the price as far as they go
    /// with the first. A price path is the same for everybody, so two people share the square of this beside what the company effect says.
    /// </summary>
    public Assumptions WithPriceCorrelation(double correlation) => Math.Abs(correlation) <= 1
        ? new(state with { Pricing = state.Pricing with { Correlation = correlation } })
        : throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation of pay and price is between −1 and 1.");

    /// <summary>A copy in which pay after t years counts e^(−rate·t) of its amount. The rate is continuous and by the year (0.05 is 5 %), −1 to 1.</summary>
    public Assumptions WithDiscountRate(double rate) => Math.Abs(rate) <= 1
        ? new(state with { Pricing = state.Pricing with { DiscountRate = rate } })
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "A continuous discount rate by the year is between −1 and 1 (0.05 is 5 %).");

    /// <summary>What is said of the price, every digit of it.</summary>
    internal string PricingCanonical =>
        FormattableString.Invariant($"share price {SharePrice?.Canonical ?? "none"}, with pay {PriceCorrelation:R}, discounted at {DiscountRate:R}");

    private readonly record struct Pricing(SharePriceModel? Model, double Correlation, double DiscountRate);
}
