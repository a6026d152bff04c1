namespace CompModel;

/// <summary>The closed form of total pay, in present value: means, and where they are known spreads and how incentive and shares go together.</summary>
/// <param name="Salary">Base salary, which is certain.</param>
/// <param name="Incentive">The expected incentive.</param>
/// <param name="Equity">The value of shares that vest.</param>
public sealed record ExpectedTotalPay(double Salary, ClosedForm<double> Incentive, ExpectedVestValue Equity)
{
    /// <summary>Expected total pay.</summary>
    public ClosedForm<double> Mean => Besides is ClosedForm<double>.NotAvailable ? Besides : Incentive.Select(incentive => Salary + incentive + Equity.Mean + Besides.Value);

    /// <summary>What an offer promises besides: its sign-on bonus and benefits; none without an offer. Not available with a 401(k) or refreshers of a value.</summary>
    public required ClosedForm<double> Besides { get; init; }

    /// <summary>The standard deviation of the incentive. Years are drawn one by one, so that their variances add.</summary>
    public required ClosedForm<double> IncentiveStandardDeviation { get; init; }

    /// <summary>The covariance of incentive and shares: by how much the incentive is expected to be more in proportion to the price.</summary>
    public required ClosedForm<double> Covariance { get; init; }

    /// <summary>The correlation of incentive and shares; not a number where one of them is certain.</summary>
    public ClosedForm<double> Correlation => Both((spread, covariance) => covariance / spread / Equity.StandardDeviation);

    /// <summary>The standard deviation of total pay.</summary>
    public ClosedForm<double> StandardDeviation => Besides is ClosedForm<double>.NotAvailable ? Besides :
        Both((spread, covariance) => Math.Sqrt(Math.Max(0, (spread * spread) + (2 * covariance) + (Equity.StandardDeviation * Equity.StandardDeviation))));

    private ClosedForm<double> Both(Func<double, double, double> of) => Covariance is ClosedForm<double>.NotAvailable
        ? Covariance
        : IncentiveStandardDeviation.Select(spread => of(spread, Covariance.Value));
}
