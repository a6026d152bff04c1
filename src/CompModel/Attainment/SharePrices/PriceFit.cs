namespace CompModel;

/// <summary>
/// What a price history says of geometric Brownian motion: volatility and drift by the year, and how far they are known. A volatility is known from some years of
/// prices; a drift hardly is, for its standard error falls with the years alone, however many prices there are in them: read <see cref="Caution"/>.
/// </summary>
/// <param name="Volatility">The standard deviation of log returns (n − 1) × √(returns a year).</param>
/// <param name="Drift">The continuous growth of the expected price: mean log return × returns a year + volatility²/2.</param>
/// <param name="VolatilityError">Its standard error, volatility/√(2(n − 1)), for returns that are normal and independent.</param>
/// <param name="DriftError">Its standard error, volatility/√years; that of volatility²/2 is small beside it and left out.</param>
/// <param name="Returns">The number of returns, n.</param>
/// <param name="Years">The time they span: n ÷ returns a year.</param>
/// <param name="Spacing">How far apart the prices are.</param>
public sealed record PriceFit(double Volatility, double Drift, double VolatilityError, double DriftError, int Returns, double Years, PriceSpacing Spacing)
{
    /// <summary>How little the drift is known, in a sentence.</summary>
    public string Caution => FormattableString.Invariant(
        $"The drift of {Drift:0.0 %} a year is known to about ± {DriftError:0.0 %} (one standard error) from {Years:0.#} years of prices: state one of your own, or none.");

    internal static PriceFit Of(PriceHistory history)
    {
        IReadOnlyList<double> returns = history.LogReturns;
        int count = returns.Count, inYear = history.ReturnsInYear;
        double mean = returns.Sum() / count;
        double volatility = Math.Sqrt(returns.Sum(one => (one - mean) * (one - mean)) / (count - 1) * inYear);
        double years = (double)count / inYear;
        return new(volatility, (mean * inYear) + (volatility * volatility / 2), volatility / Math.Sqrt(2 * (count - 1)), volatility / Math.Sqrt(years), count, years, history.Spacing);
    }

    /// <summary>In figures, with the caution.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"volatility {Volatility:0.0 %} ± {VolatilityError:0.0 %} a year, from {Returns} returns ({Spacing}). {Caution}");
}
