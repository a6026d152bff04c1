namespace CompModel;

/// <summary>Normal attainment, conditioned on or floored at zero. See <see cref="AttainmentModel.Normal"/>.</summary>
internal sealed record NormalAttainment : AttainmentModel
{
    private readonly double mu, sd, below, above;
    private readonly BelowZero belowZero;

    internal NormalAttainment(double mean, double sd, BelowZero belowZero)
    {
        if (!double.IsFinite(mean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean of an attainment model is a finite number.");
        mu = mean;
        this.sd = Positive(sd, nameof(sd));
        this.belowZero = belowZero;
        below = PortableNormal.Cdf(-mu / sd);
        above = PortableNormal.Cdf(mu / sd);
        // What is left after conditioning must be there to divide by.
        if (belowZero == BelowZero.Conditioned && above < 1e-9)
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A normal law conditioned on zero and above needs a share above zero of at least 1e-9.");
    }

    public override double Mean => PartialMoment(1, double.PositiveInfinity);

    public override double StandardDeviation
    {
        get
        {
            // About the normal law's own mean unless that is cut off, so that nothing is lost in a difference where attainment hardly varies.
            double m = mu / sd, density = PortableNormal.Density(m), lump = density - (m * below), rest = density + (m * above);
            double variance = belowZero == BelowZero.Conditioned ? 1 - (density / above * (m + (density / above)))
                : mu >= 0 ? above - (m * lump) - (lump * lump)
                : (((m * m) + 1) * above) + (m * density) - (rest * rest);
            return sd * Math.Sqrt(variance);
        }
    }

    internal override string Canonical => FormattableString.Invariant($"normal {mu:R} {sd:R} {belowZero}");

    public override double Cdf(double x) => x < 0 ? 0 : PartialMoment(0, x) + (x == 0 && belowZero == BelowZero.Floored ? below : 0);

    internal override double Above(double x) => x < 0 ? 1 : PortableNormal.UpperTail((x - mu) / sd) / (belowZero == BelowZero.Floored ? 1 : above);

    internal override double AtOrAbove(double x) => x <= 0 ? 1 : Above(x);

    public override double Quantile(double p) => belowZero == BelowZero.Floored
        ? Math.Max(0, mu + (sd * PortableNormal.Quantile(p)))
        : Conditioned(below + (above * p), above * (1 - p));

    public override double PartialMoment(int order, double x)
    {
        if (x <= 0)
            return 0;
        double from = -mu / sd, to = (x - mu) / sd;
        double densityFrom = PortableNormal.Density(from), densityTo = double.IsInfinity(to) ? 0 : PortableNormal.Density(to);
        // Below the normal law's own mean the lower tails have the digits.
        double share = to <= 0 ? PortableNormal.Cdf(to) - PortableNormal.Cdf(from)
            : PortableNormal.UpperTail(from) - (double.IsInfinity(to) ? 0 : PortableNormal.UpperTail(to));
        // x may be infinite where its density is zero: the product is taken as zero.
        double edge = double.IsInfinity(x) ? 0 : x * densityTo;
        double moment = order switch
        {
            0 => share + (belowZero == BelowZero.Floored ? below : 0),
            1 => (mu * share) + (sd * (densityFrom - densityTo)),
            2 => (((mu * mu) + (sd * sd)) * share) + (sd * ((mu * (densityFrom - densityTo)) - edge)),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Partial moments are of order 0, 1 or 2."),
        };
        return belowZero == BelowZero.Floored ? moment : moment / above;
    }

    public override double FromNormal(double z)
    {
        if (belowZero == BelowZero.Floored)
            return Math.Max(0, Math.FusedMultiplyAdd(z, sd, mu));
        return Conditioned(Math.FusedMultiplyAdd(above, PortableNormal.Cdf(z), below), above * PortableNormal.UpperTail(z));
    }

    // The attainment with a probability of the normal law below it and one above it, which sum to one: the lesser of them has the digits.
    private double Conditioned(double under, double over) =>
        Math.Max(0, Math.FusedMultiplyAdd(under < 0.5 ? PortableNormal.Quantile(under) : PortableNormal.QuantileUpper(over), sd, mu));

    public override string ToString() =>
        FormattableString.Invariant($"normal, mean {mu:0.####}, sd {sd:0.####}, {(belowZero == BelowZero.Floored ? "floored at" : "conditioned on")} zero");
}
