namespace CompModel;

/// <summary>A law that is all steps: some attainments, each with its share.</summary>
internal abstract record SteppedAttainment : TabulatedAttainment
{
    private protected SteppedAttainment(StepLaw law) => Law = law;

    /// <summary>The steps.</summary>
    private protected StepLaw Law { get; }

    public override double Mean => Law.Mean;

    public override double StandardDeviation => Law.StandardDeviation;

    internal override IReadOnlyList<double> Corners => Law.Values;

    public override double Cdf(double x) => Law.Cdf(x);

    internal override double Above(double x) => Law.Above(x);

    internal override double AtOrAbove(double x) => Law.AtOrAbove(x);

    public override double Quantile(double p) => Law.Quantile(p);

    public override double PartialMoment(int order, double x) => Law.PartialMoment(order, x);

    internal override double AtNormal(double z, double low, double high) => Law.AtNormal(z);

    public virtual bool Equals(SteppedAttainment? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}
