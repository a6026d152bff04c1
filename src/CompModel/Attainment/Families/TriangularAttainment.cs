namespace CompModel;

/// <summary>Triangular attainment: a least, a most likely and a greatest value, and straight lines between. See <see cref="AttainmentModel.Triangular"/>.</summary>
internal sealed record TriangularAttainment : TabulatedAttainment
{
    private readonly double min, mode, max, rising, falling;

    internal TriangularAttainment(double min, double mode, double max)
    {
        CheckRange(min, mode, max);
        (this.min, this.mode, this.max) = (min, mode, max);
        // P(A ≤ x) = (x − min)²/rising below the mode, P(A > x) = (max − x)²/falling above.
        rising = (max - min) * (mode - min);
        falling = (max - min) * (max - mode);
    }

    public override double Mean => (min + mode + max) / 3;

    // A sum of squares, so that nothing is lost in a narrow range: (u² + uv + v²)/18 for the two legs.
    public override double StandardDeviation => Math.Sqrt((((mode - min) * (mode - min)) + ((mode - min) * (max - mode)) + ((max - mode) * (max - mode))) / 18);

    internal override string Canonical => FormattableString.Invariant($"triangular {min:R} {mode:R} {max:R}");

    internal override IReadOnlyList<double> Corners => [min, mode, max];

    public override double Cdf(double x) => x <= min ? 0 : x < mode ? (x - min) * (x - min) / rising : 1 - Above(x);

    internal override double Above(double x) => x >= max ? 0 : x >= mode ? (max - x) * (max - x) / falling : 1 - Cdf(x);

    public override double PartialMoment(int order, double x)
    {
        if (order is < 0 or > 2)
            throw WrongOrder(order);
        if (order == 0)
            return Cdf(x);
        double lower = Math.Min(x, mode) - min, upper = Math.Min(x, max) - mode, moment = 0;
        // ∫ (min + u)ⁿ·2u/rising du over the left leg, and ∫ (mode + u)ⁿ·2(max − mode − u)/falling du over the right one: sums without a minus but for the second.
        if (lower > 0)
            moment += lower * lower / rising * (order == 1 ? min + (2 * lower / 3) : (min * min) + (4 * min * lower / 3) + (lower * lower / 2));
        if (upper > 0)
        {
            double leg = max - mode, rest = leg - upper;
            // The density at the mode is 2/(max − min); u·(leg − u) is split into the rectangle that remains and the triangle above it.
            double rectangle = order == 1 ? mode + (upper / 2) : (mode * mode) + (mode * upper) + (upper * upper / 3);
            double triangle = order == 1 ? mode + (upper / 3) : (mode * mode) + (2 * mode * upper / 3) + (upper * upper / 6);
            moment += upper / falling * ((2 * rest * rectangle) + (upper * triangle));
        }
        return moment;
    }

    internal override double AtNormal(double z, double low, double high)
    {
        double share = PortableNormal.Cdf(z), rest = PortableNormal.UpperTail(z);
        return share * (max - min) < mode - min ? min + Math.Sqrt(share * rising) : max - Math.Sqrt(rest * falling);
    }

    public override string ToString() => FormattableString.Invariant($"triangular, {min:0.####} to {max:0.####}, most likely {mode:0.####}");
}
