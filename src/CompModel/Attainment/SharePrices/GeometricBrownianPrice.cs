namespace CompModel;

/// <summary>A price whose logarithm is a Brownian motion with drift. See <see cref="SharePriceModel.GeometricBrownian(string, Money, double, double, double)"/>.</summary>
internal sealed record GeometricBrownianPrice : SharePriceModel
{
    private readonly double drift, volatility, dividendYield, logDriftInOctaves, volatilityInOctaves;

    internal GeometricBrownianPrice(string security, Money price, double drift, double volatility, double dividendYield)
        : base(security, price)
    {
        this.drift = Rate(drift, -10, nameof(drift));
        this.volatility = Rate(volatility, 0, nameof(volatility));
        this.dividendYield = Rate(dividendYield, 0, nameof(dividendYield));
        logDriftInOctaves = (drift - dividendYield - (volatility * volatility / 2)) * PortableMath.Log2E;
        volatilityInOctaves = volatility * PortableMath.Log2E;
    }

    internal override string Canonical =>
        FormattableString.Invariant($"geometric Brownian {Security} {Price} {drift:R} {volatility:R} {dividendYield:R}");

    internal override LogMotion? Motion => new(drift - dividendYield - (volatility * volatility / 2), volatility);

    internal override bool IsUncertain => volatility > 0;

    public override double ExpectedGrowth(double years) => PortableMath.Exp((drift - dividendYield) * years);

    public override double RelativeCovariance(double firstYears, double secondYears) => ExpLessOne(volatility * volatility * Math.Min(firstYears, secondYears));

    internal override void Grow(double years, double[] motion, double[] growth, int count)
    {
        double certain = logDriftInOctaves * years;
        for (int i = 0; i < count; i++)
            growth[i] = PortableMath.FastExp2(Math.FusedMultiplyAdd(volatilityInOctaves, motion[i], certain));
    }

    internal override void CheckReach(double years)
    {
        // A variate is at most 6.24 in size: quarters of 6.24·√¼ add up to 12.5 a year, and bridges inside a quarter to less than 16.
        double reach = (Math.Abs(logDriftInOctaves) * years) + (volatilityInOctaves * ((12.5 * years) + 16));
        if (!(reach <= 1000))
            throw new ArgumentException(FormattableString.Invariant($"Over {years:0.#} years the price of {this} reaches beyond what can be drawn: lower its drift or volatility."), "assumptions");
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Security} from {Price}, drift {drift:0.####}, volatility {volatility:0.####}, dividend yield {dividendYield:0.####}");

    // e^x − 1 without losing a small x in the difference: its series, of which the next term is below 1e-18 of the whole.
    private static double ExpLessOne(double x) => x > 1e-3 ? PortableMath.Exp(x) - 1 : x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5))))))));
}
