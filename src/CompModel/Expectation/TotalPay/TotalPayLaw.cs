namespace CompModel;

/// <summary>
/// The exact law of one year's total pay: salary, an incentive that is a piecewise linear function of one lognormal attainment, and shares. Given attainment's normal
/// variate, the incentive is known and what vests still lognormal, or a mixture of such; over the variate it is integrated. Amounts are doubles in major units;
/// probabilities to about 1e-12, percentiles as good as these are there.
/// </summary>
public sealed class TotalPayLaw
{
    // Outside nine standard deviations lies 2e-19.
    private const double Reach = 9, Tolerance = 1e-14;

    private readonly double certain, followed, lowest;
    private readonly YearIncentive incentive;
    private readonly LogNormalMixture? equity;

    private TotalPayLaw(double certain, YearIncentive incentive, LogNormalMixture? equity, double followed, double equityMean)
    {
        this.certain = certain;
        this.incentive = incentive;
        this.equity = equity;
        this.followed = followed;
        Mean = certain + (incentive.Discount * incentive.Law.Mean) + equityMean;
        lowest = certain + Ends().Min(attainment => incentive.Discount * incentive.Law.At(attainment));
    }

    /// <summary>Expected total pay.</summary>
    public double Mean { get; }

    internal static ClosedForm<TotalPayLaw> Of(TotalPayDefinition run, double salary, YearIncentive incentive, VestValueLaw shares)
    {
        (double certain, LogNormalMixture? uncertain) = shares.Parts;
        if (uncertain is null || incentive.Together == 0)
            return new ClosedForm<TotalPayLaw>.Available(new(salary + certain, incentive, uncertain, 0, shares.Mean - certain));
        if (run.Vests.Length > 1)
            return new ClosedForm<TotalPayLaw>.NotAvailable($"shares vest on {run.Vests.Length} days at prices that go with attainment; of their sum with the incentive mean and spread are known.");
        // One vest: given the variate z, the Brownian motion at its time t has mean ρ·t·z and variance t − (ρ·t)².
        double volatility = run.Assumptions.SharePrice!.Motion!.Value.Volatility, years = run.Vests[0].Time.ToDouble(), seen = incentive.Together * years;
        double left = years - (seen * seen);
        if (!(left > 0))
            return new ClosedForm<TotalPayLaw>.NotAvailable("attainment and price move as one, and their sum takes the same value at two places.");
        double expected = shares.Mean, scale = expected * PortableMath.Exp(-volatility * volatility * years / 2);
        return new ClosedForm<TotalPayLaw>.Available(new(salary, incentive, new(scale, [1], [0], volatility * Math.Sqrt(left)), volatility * seen, expected));
    }

    /// <summary>The probability of total pay of at most x.</summary>
    public double Cdf(double x) => Over(x, (left, z) => equity?.Below(0, left * PortableMath.Exp(-followed * z)) ?? (left >= 0 ? 1 : 0));

    /// <summary>The probability of total pay strictly above x.</summary>
    public double ProbabilityAbove(double x) => Over(x, (left, z) => equity?.Above(0, left * PortableMath.Exp(-followed * z)) ?? (left < 0 ? 1 : 0));

    /// <summary>By how much total pay is expected to fall short of x: E[max(0, x − pay)].</summary>
    public double ShortfallBelow(double x)
    {
        double scale = Math.Max(1, Math.Abs(x - lowest));
        return scale * Over(x, (left, z) =>
        {
            double price = PortableMath.Exp(followed * z);
            return (left <= 0 ? 0 : equity is null ? left : (left * equity.Below(0, left / price)) - (price * equity.Below(1, left / price))) / scale;
        });
    }

    /// <summary>The total pay that is not exceeded with probability <paramref name="p"/>, strictly between 0 and 1.</summary>
    public double Percentile(double p)
    {
        if (!(p is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Percentiles of total pay are asked for strictly between 0 and 1.");
        Func<double, double> function = p <= 0.5 ? above => Cdf(lowest + above) : above => -ProbabilityAbove(lowest + above);
        double value = p <= 0.5 ? p : p - 1, high = Math.Max(1, Mean - lowest);
        while (function(high) < value)
            high *= 2;
        return lowest + MonotoneRoot.Find(function, value, 0, high);
    }

    /// <summary>The mean of the dearest <paramref name="share"/> of outcomes (0.05 is the dearest 5 %), above 0 and below 1.</summary>
    public double TailAverage(double share)
    {
        double from = Percentile(1 - share);
        return from + ((Mean - from + ShortfallBelow(from)) / share);
    }

    /// <summary>The mean of the lowest <paramref name="share"/> of outcomes (0.1 is the worst tenth), above 0 and below 1.</summary>
    public double LowerTailAverage(double share)
    {
        double to = Percentile(share);
        return to - (ShortfallBelow(to) / share);
    }

    // The integral, over the variate of attainment, of a function of what salary and incentive leave to x.
    private double Over(double x, Func<double, double, double> function)
    {
        double Of(double z) => PortableNormal.Density(z) * function(x - certain - (incentive.Discount * incentive.Law.At(incentive.Model.AtNormal(z))), z);
        double[] corners = [.. Corners(x).Select(incentive.Model.Score).Where(score => Math.Abs(score) < Reach)];
        return AdaptiveQuadrature.Of(Of, [.. Enumerable.Range((int)-Reach, (2 * (int)Reach) + 1).Select(at => (double)at).Concat(corners).Distinct().Order()], Tolerance);
    }

    // Where pay bends or jumps, and where it alone comes to x, so that shares would be worth nothing.
    private IEnumerable<double> Corners(double x)
    {
        foreach (PayoutPiece piece in incentive.Law.Pieces)
        {
            yield return piece.From;
            if (piece.Slope != 0)
                yield return (((x - certain) / incentive.Discount) - piece.Intercept) / piece.Slope;
        }
    }

    // Attainments between which pay takes all its values within reach: pieces' ends, from either side.
    private IEnumerable<double> Ends()
    {
        double least = incentive.Model.AtNormal(-Reach), most = incentive.Model.AtNormal(Reach);
        return incentive.Law.Pieces.SelectMany(piece => new[] { piece.From, Math.BitDecrement(piece.From) }).Where(at => at > least && at < most).Append(least).Append(most);
    }
}
