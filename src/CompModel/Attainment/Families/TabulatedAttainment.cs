namespace CompModel;

/// <summary>
/// A family whose quantile is too dear to be computed for every trial: draws come from a <see cref="NormalTable"/>, built when the first is asked for.
/// Two of them are equal where family and parameters are, to every digit.
/// </summary>
internal abstract record TabulatedAttainment : AttainmentModel
{
    // Built twice where two threads ask at once: the same bits, so it does not matter whose stays.
    private NormalTable? table;

    internal NormalTable Table => table ??= NormalTableBuilder.Build(this);

    public sealed override double FromNormal(double z) => Table.At(z);

    public override double Quantile(double p) => AtNormal(PortableNormal.Quantile(p));

    /// <summary>The quantile at a variate's probability, when it is known to lie between two attainments.</summary>
    internal abstract double AtNormal(double z, double low, double high);

    internal sealed override double AtNormal(double z) => AtNormal(z, 0, double.PositiveInfinity);

    internal sealed override double[] HermiteCoefficients(int count) => Table.HermiteCoefficients(count);

    public virtual bool Equals(TabulatedAttainment? other) => other is not null && EqualityContract == other.EqualityContract && Canonical == other.Canonical;

    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);
}
