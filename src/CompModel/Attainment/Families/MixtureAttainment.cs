namespace CompModel;

/// <summary>
/// Groups of people of which each has a law of its own, and nobody knows who belongs to which: probabilities and moments are weighted sums.
/// See <see cref="AttainmentModel.Mixture"/> and <see cref="AttainmentModel.WithShareAtZero"/>.
/// </summary>
internal sealed record MixtureAttainment : TabulatedAttainment
{
    private readonly (double Share, AttainmentModel Model)[] groups;
    private readonly Break[] breaks;

    internal MixtureAttainment(IReadOnlyList<(double Share, AttainmentModel Model)> groups)
    {
        if (groups.Count < 2)
            throw new ArgumentException(FormattableString.Invariant($"A mixture has at least two groups; here {(groups.Count == 0 ? "are none" : "is one")}."), nameof(groups));
        foreach ((double share, AttainmentModel model) in groups)
        {
            if (!(share is > 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(groups), share, $"The share of a group ({model}) is above 0 and below 1.");
        }
        CheckSum(groups.Select(group => group.Share), "shares of a mixture's groups", nameof(groups));
        // What decimals leave of one is divided away, so that nothing is lost or added.
        double total = groups.Sum(group => group.Share);
        this.groups = [.. groups.Select(group => (group.Share / total, group.Model))];
        breaks = [.. Breaks];
    }

    public override double Mean => Sum(model => model.Mean);

    public override double StandardDeviation
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(Sum(model => (model.StandardDeviation * model.StandardDeviation) + ((model.Mean - mean) * (model.Mean - mean))));
        }
    }

    internal override string Canonical => $"mixture {string.Join(' ', groups.Select(group => FormattableString.Invariant($"{group.Share:R}({group.Model.Canonical})")))}";

    internal override IReadOnlyList<double> Corners => [.. groups.SelectMany(group => group.Model.Corners).Distinct().Order()];

    public override double Cdf(double x) => Math.Min(1, Sum(model => model.Cdf(x)));

    internal override double Above(double x) => Math.Min(1, Sum(model => model.Above(x)));

    internal override double AtOrAbove(double x) => Math.Min(1, Sum(model => model.AtOrAbove(x)));

    public override double PartialMoment(int order, double x) => order == 0 ? Math.Min(1, Sum(model => model.PartialMoment(0, x))) : Sum(model => model.PartialMoment(order, x));

    internal override double AtNormal(double z, double low, double high)
    {
        int i = 0;
        while (i + 1 < breaks.Length && breaks[i + 1].Below < z)
            i++;
        if (z <= breaks[i].UpTo)
            return breaks[i].At;
        low = Math.Max(low, breaks[i].At);
        high = i + 1 < breaks.Length ? Math.Min(high, breaks[i + 1].At) : high;
        if (double.IsPositiveInfinity(high))
        {
            // The mixture's quantile lies between those of its groups.
            double[] quantiles = [.. groups.Select(group => group.Model.AtNormal(z))];
            low = Math.Max(low, quantiles.Min());
            high = quantiles.Max();
        }
        return double.IsPositiveInfinity(z) ? high : MonotoneRoot.Find(Score, z, Math.Min(low, high), high);
    }

    public bool Equals(MixtureAttainment? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    private double Sum(Func<AttainmentModel, double> term)
    {
        double sum = 0;
        foreach ((double share, AttainmentModel model) in groups)
            sum += share * term(model);
        return sum;
    }

    public override string ToString() => string.Join("; ", groups.Select(group =>
        group.Model.Equals(DiscreteAttainment.NothingSold) ? FormattableString.Invariant($"{group.Share:0.####} of people at zero")
            : FormattableString.Invariant($"{group.Share:0.####} of people: {group.Model}")));
}
