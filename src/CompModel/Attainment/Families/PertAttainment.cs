namespace CompModel;

/// <summary>PERT attainment: a beta law on a range with a most likely value. See <see cref="AttainmentModel.Pert"/>.</summary>
internal sealed record PertAttainment : TabulatedAttainment
{
    private readonly double min, mode, max, lambda, a, b;

    internal PertAttainment(double min, double mode, double max, double lambda)
    {
        CheckRange(min, mode, max);
        (this.min, this.mode, this.max) = (min, mode, max);
        this.lambda = Within(lambda, 0.01, 1000, nameof(lambda));
        a = 1 + (lambda * (mode - min) / (max - min));
        b = 1 + (lambda * (max - mode) / (max - min));
    }

    public override double Mean => (min + (lambda * mode) + max) / (lambda + 2);

    public override double StandardDeviation => (max - min) * Math.Sqrt(a * b / (a + b + 1)) / (a + b);

    internal override string Canonical => FormattableString.Invariant($"pert {min:R} {mode:R} {max:R} {lambda:R}");

    internal override IReadOnlyList<double> Corners => [min, max];

    public override double Cdf(double x) => Beta(a, x);

    internal override double Above(double x) => x <= min ? 1 : x >= max ? 0 : IncompleteBeta.Lower(b, a, (max - x) / (max - min), (x - min) / (max - min));

    public override double PartialMoment(int order, double x)
    {
        // A = min + width·B for a beta variate B, and E[Bⁿ; B < u] is E[Bⁿ] times the share of a beta law of n more in its first parameter.
        double width = max - min, first = width * a / (a + b), second = first * width * (a + 1) / (a + b + 1);
        return order switch
        {
            0 => Cdf(x),
            1 => (min * Beta(a, x)) + (first * Beta(a + 1, x)),
            2 => (min * min * Beta(a, x)) + (2 * min * first * Beta(a + 1, x)) + (second * Beta(a + 2, x)),
            _ => throw WrongOrder(order),
        };
    }

    internal override double AtNormal(double z, double low, double high) => MonotoneRoot.Find(Score, z, Math.Max(low, min), Math.Min(high, max));

    private double Beta(double first, double x) => x <= min ? 0 : x >= max ? 1 : IncompleteBeta.Lower(first, b, (x - min) / (max - min), (max - x) / (max - min));

    public override string ToString() =>
        FormattableString.Invariant($"PERT, {min:0.####} to {max:0.####}, most likely {mode:0.####}{(lambda == 4 ? "" : FormattableString.Invariant($", lambda {lambda:0.####}"))}");
}
