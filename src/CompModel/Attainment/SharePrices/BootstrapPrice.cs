using System.Globalization;

namespace CompModel;

/// <summary>A price whose months are drawn from a history with replacement. See <see cref="SharePriceModel.Bootstrap"/>.</summary>
internal sealed record BootstrapPrice : SharePriceModel
{
    private readonly string drawn;

    internal BootstrapPrice(string security, Money price, PriceHistory history, int monthsAtOnce)
        : base(security, price)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (monthsAtOnce is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(monthsAtOnce), monthsAtOnce, "Months are drawn from history one by one (1), or a quarter at a time (3).");
        if (history.Spacing != PriceSpacing.Monthly)
            throw new ArgumentException($"Months are drawn from monthly prices; these are {history.Spacing}.", nameof(history));
        if (history.LogReturns.Count <= monthsAtOnce)
            throw new ArgumentException($"{history.LogReturns.Count} months of history are one block of {monthsAtOnce}: there is nothing to draw from.", nameof(history));
        Months = new HistoricMonths(history.LogReturns, monthsAtOnce);
        if (!Months.Differ)
            throw new ArgumentException($"All {Months.Count} blocks of {monthsAtOnce} in the history move alike: they do not say how uncertain the price is.", nameof(history));
        drawn = FormattableString.Invariant($"{monthsAtOnce} at once of {string.Join(' ', history.LogReturns.Select(one => one.ToString("R", CultureInfo.InvariantCulture)))}");
    }

    internal override HistoricMonths Months { get; }

    internal override string Canonical => FormattableString.Invariant($"bootstrap {Security} {Price} {drawn}");

    internal override bool IsUncertain => true;

    public override double ExpectedGrowth(double years)
    {
        (int blocks, double rest) = Split(years);
        return PortableMath.Exp(blocks * PortableMath.Log(Months.ExpectedGrowth(Months.Months))) * Months.ExpectedGrowth(rest);
    }

    public override double RelativeCovariance(double firstYears, double secondYears)
    {
        // Blocks that both prices have seen whole, then the one in which the earlier stands; later ones are independent of it.
        (int blocks, double first) = Split(Math.Min(firstYears, secondYears));
        (int others, double second) = Split(Math.Max(firstYears, secondYears));
        double log = (blocks * NearOne.LogOfOnePlus(Months.RelativeCovariance(Months.Months, Months.Months)))
            + NearOne.LogOfOnePlus(Months.RelativeCovariance(first, others > blocks ? Months.Months : second));
        return NearOne.ExpMinusOne(log);
    }

    internal override void Grow(double years, double[] motion, double[] growth, int count)
    {
        for (int i = 0; i < count; i++)
            growth[i] = PortableMath.FastExp2(motion[i] * PortableMath.Log2E);
    }

    internal override void CheckReach(double years)
    {
        if (!(Months.MostInMonth * PortableMath.Log2E * 12 * years <= 1000))
            throw new ArgumentException(FormattableString.Invariant($"Over {years:0.#} years the price of {this} reaches beyond what can be drawn."), "assumptions");
    }

    public bool Equals(BootstrapPrice? other) => other is not null && Canonical == other.Canonical;

    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => FormattableString.Invariant($"{Security} from {Price}, months of {Months.Count + Months.Months - 1}, {Months.Months} at once");

    private (int Blocks, double Months) Split(double years)
    {
        double months = 12 * years;
        int blocks = (int)(months / Months.Months);
        return (blocks, months - (blocks * Months.Months));
    }
}
