namespace CompModel;

/// <summary>
/// How uncertain the price of a security is from today on: a law of its path as a function of one Brownian motion, so that pay can go with it. Time is in years.
/// The price today is stated money; rates are doubles, for they are estimates. Families are in files of their own; each offers the first two moments (for
/// closed forms) and a map from the Brownian motion (for draws).
/// </summary>
public abstract record SharePriceModel
{
    // Ten is 1,000 % a year: beyond it a percentage was typed as a number.
    private const double Most = 10;

    private protected SharePriceModel(string security, Money price)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(security);
        if (price.Value <= 0)
            throw new ArgumentOutOfRangeException(nameof(price), price, $"The price of a share of {security} today is above zero.");
        Security = security;
        Price = price;
    }

    /// <summary>The security's name: it names the draws of the price, so that everybody paid in it meets one path.</summary>
    public string Security { get; }

    /// <summary>The price of one share today.</summary>
    public Money Price { get; }

    /// <summary>
    /// Geometric Brownian motion: ln of the price moves by (drift − dividend yield − volatility²/2)·t and a normal variate of variance volatility²·t, so that
    /// the expected price grows by drift − dividend yield. All three are continuous and by the year (0.45 is 45 %). Throws for what is no finite number, for
    /// a drift outside −10 to 10, and for a volatility or dividend yield outside 0 to 10.
    /// </summary>
    public static SharePriceModel GeometricBrownian(string security, Money price, double drift, double volatility, double dividendYield = 0) =>
        new GeometricBrownianPrice(security, price, drift, volatility, dividendYield);

    /// <summary>The price of today for all time: what a grant is worth at its stated value.</summary>
    public static SharePriceModel Fixed(string security, Money price) => new FixedPrice(security, price);

    /// <summary>Geometric Brownian motion as a price history has it: see <see cref="PriceHistory.Fit"/>, and what it says of the drift.</summary>
    public static SharePriceModel GeometricBrownian(string security, Money price, PriceFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return GeometricBrownian(security, price, fit.Drift, fit.Volatility);
    }

    /// <summary>
    /// Months of a history, drawn with replacement: each month of a plan year has the whole log return of one of the months, all as likely, or each quarter those of
    /// three months in a row (<paramref name="monthsAtOnce"/> is 1 or 3), any such run as likely. It keeps fat tails, and by quarters how months follow each other,
    /// and the drift of the history. Inside a month the logarithm moves evenly. A month's rank among the returns is that of the security's Brownian motion,
    /// so that pay goes with the price by the same correlation, on the Gaussian scale. Throws for a history that is not monthly or has too few months.
    /// </summary>
    public static SharePriceModel Bootstrap(string security, Money price, PriceHistory history, int monthsAtOnce = 1) => new BootstrapPrice(security, price, history, monthsAtOnce);

    /// <summary>Family and parameters, every digit of them: what a run's fingerprint is taken of.</summary>
    internal abstract string Canonical { get; }

    /// <summary>Whether the price depends on chance at all.</summary>
    internal abstract bool IsUncertain { get; }

    /// <summary>The expected price after some years, as a multiple of today's.</summary>
    public abstract double ExpectedGrowth(double years);

    /// <summary>
    /// The covariance of two prices, each divided by its own expectation: e^(σ²·min(first, second)) − 1 for geometric Brownian motion. With twice the same
    /// time it is the square of that price's coefficient of variation.
    /// </summary>
    public abstract double RelativeCovariance(double firstYears, double secondYears);

    /// <summary>
    /// The drift and volatility of the price's logarithm by the year, where that is a Brownian motion with drift (a certain price has no volatility); null for
    /// any other law. What closed forms of sums of prices need.
    /// </summary>
    internal virtual LogMotion? Motion => null;

    /// <summary>The months of history that its moves are drawn from; null where the price follows the Brownian motion itself.</summary>
    internal virtual HistoricMonths? Months => null;

    /// <summary>
    /// The price after some years, as a multiple of today's, trial by trial: a function of the Brownian motion there, of variance <paramref name="years"/>; of
    /// what its logarithm has moved by where <see cref="Months"/> are drawn. In portable arithmetic.
    /// </summary>
    internal abstract void Grow(double years, double[] motion, double[] growth, int count);

    /// <summary>Throws where a path of so many years may leave what can be drawn.</summary>
    internal abstract void CheckReach(double years);

    private protected static double Rate(double value, double least, string name) => value >= least && value <= Most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"The {name} of a share price is a number by the year from {least} to {Most} (0.45 is 45 %)."));
}

/// <summary>How the logarithm of a price moves by the year: its mean, and the standard deviation after one year.</summary>
internal readonly record struct LogMotion(double Drift, double Volatility);
