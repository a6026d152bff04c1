namespace CompModel;

/// <summary>
/// What was observed, each times a lognormal variate of mean one: the kernel is as wide as the observation is large, conserves the mean, never falls below zero
/// and leaves what was observed at zero there. See <see cref="AttainmentModel.Smoothed(IReadOnlyList{double}, double)"/>.
/// </summary>
internal sealed record SmoothedAttainment : TabulatedAttainment
{
    // Beyond 8.5 standard deviations a normal share is one to the last bit; terms of 1e-20 of a sum leave none in it, however many follow.
    private const double Whole = 8.5, Nothing = 1e-20;

    private readonly StepLaw law;
    private readonly int count;
    private readonly double cv, sigma, atZero;
    private readonly double[] mus, values, shares;
    private readonly Break zero;

    internal SmoothedAttainment(IReadOnlyList<(double Attainment, double Weight)> observations, double cv)
    {
        law = EmpiricalAttainment.Observed(observations);
        count = observations.Count;
        this.cv = Within(cv, 0.001, 2, nameof(cv));
        double variance = NearOne.LogOfOnePlus(cv * cv);
        sigma = Math.Sqrt(variance);
        int zeros = law.Values[0] == 0 ? 1 : 0;
        atZero = zeros == 1 ? law.Shares[0] : 0;
        values = law.Values[zeros..];
        shares = law.Shares[zeros..];
        mus = [.. values.Select(value => PortableMath.Log(value) - (variance / 2))];
        zero = Breaks.First();
    }

    public override double Mean => law.Mean;

    public override double StandardDeviation => Math.Sqrt((law.StandardDeviation * law.StandardDeviation) + (cv * cv * law.PartialMoment(2, double.PositiveInfinity)));

    internal override string Canonical => FormattableString.Invariant($"smoothed {cv:R} {law.Canonical}");

    public override double Cdf(double x)
    {
        if (!(x > 0))
            return x < 0 ? 0 : atZero;
        double log = PortableMath.Log(x);
        // Kernels far below x are below it whole; of those far above, what is left no longer counts.
        int i = First(log - (Whole * sigma));
        double sum = i == 0 ? atZero : law.Cdf(values[i - 1]);
        for (double share = 1; i < mus.Length && share > Nothing * sum; i++)
        {
            share = PortableNormal.Cdf((log - mus[i]) / sigma);
            sum += shares[i] * share;
        }
        return Math.Min(1, sum);
    }

    internal override double Above(double x)
    {
        if (!(x > 0))
            return x < 0 ? 1 : law.Above(0);
        double log = PortableMath.Log(x);
        int i = First(log + (Whole * sigma)) - 1;
        double sum = i < 0 ? law.Above(0) : law.Above(values[i]);
        for (double share = 1; i >= 0 && share > Nothing * sum; i--)
        {
            share = PortableNormal.UpperTail((log - mus[i]) / sigma);
            sum += shares[i] * share;
        }
        return Math.Min(1, sum);
    }

    internal override double AtOrAbove(double x) => x > 0 ? Above(x) : 1;

    public override double PartialMoment(int order, double x)
    {
        if (order is < 0 or > 2)
            throw WrongOrder(order);
        if (!(x > 0))
            return 0;
        if (order == 0)
            return Cdf(x);
        double log = PortableMath.Log(x), sum = 0;
        for (int i = 0; i < mus.Length; i++)
        {
            double moment = order == 1 ? values[i] : values[i] * values[i] * (1 + (cv * cv));
            sum += shares[i] * moment * PortableNormal.Cdf(((log - mus[i]) / sigma) - (order * sigma));
        }
        return sum;
    }

    internal override double AtNormal(double z, double low, double high)
    {
        if (z <= zero.UpTo)
            return 0;
        if (double.IsPositiveInfinity(z))
            return z;
        double spread = sigma * z;
        if (atZero == 0)
            low = Math.Max(low, PortableMath.Exp(mus[0] + spread));
        return MonotoneRoot.Find(Score, z, low, Math.Min(high, PortableMath.Exp(mus[^1] + spread)));
    }

    // The first kernel at or above a logarithm.
    private int First(double log) => Array.BinarySearch(mus, log) is var i && i < 0 ? ~i : i;

    public bool Equals(SmoothedAttainment? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() =>
        FormattableString.Invariant($"empirical, {count} observations smoothed by {cv:0.####}, mean {Mean:0.####}, sd {StandardDeviation:0.####}");
}
