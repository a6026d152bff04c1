namespace CompModel;

/// <summary>
/// The exact law of what shares are worth on the days they vest, in sum, at prices of one path of geometric Brownian motion: what vests at once is certain, the rest
/// a mixture of lognormal laws. Doubles, amounts in major units: to about 1e-12 of the mean, and probabilities to 1e-13.
/// <see cref="ExpectedVestValue"/> has its first two moments alone, for every price model.
/// </summary>
public sealed class VestValueLaw
{
    // In years: 3 ms. Times that differ by a rounding are one, and what vests so soon is certain.
    private const double Instant = 1e-10;

    // Volatility below which a price moves by less than doubles of it are apart, or little more.
    private const double LeastVolatility = 1e-13;

    private readonly double certain;
    private readonly LogNormalMixture? uncertain;

    private VestValueLaw(ExpectedVestValue moments, double certain, LogNormalMixture? uncertain)
    {
        (Mean, StandardDeviation) = moments;
        this.certain = certain;
        this.uncertain = uncertain;
    }

    /// <summary>Of no shares.</summary>
    internal static VestValueLaw Nothing { get; } = new(default, 0, null);

    /// <summary>The expected value.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation.</summary>
    public double StandardDeviation { get; }

    /// <summary>Of what is worth so much at today's price and vests after so many years.</summary>
    internal static ClosedForm<VestValueLaw> Of(SharePriceModel price, IReadOnlyList<(double Years, double Worth)> vests)
    {
        if (price.Motion is not { } motion)
            return new ClosedForm<VestValueLaw>.NotAvailable($"sums of prices that are drawn from history ({price}) have no simple law; their mean and spread are known.");
        ExpectedVestValue moments = ExpectedVestValue.Of(price, vests);
        bool Moves((double Years, double Worth) vest) => vest.Years > Instant && vest.Worth > 0 && motion.Volatility > LeastVolatility;
        double certain = vests.Where(vest => !Moves(vest)).Sum(vest => vest.Worth * price.ExpectedGrowth(vest.Years));
        var moving = new List<(double Years, double Worth)>();
        foreach ((double years, double worth) in vests.Where(Moves).OrderBy(vest => vest.Years))
        {
            if (moving.Count > 0 && years - moving[^1].Years <= Instant)
                moving[^1] = (moving[^1].Years, moving[^1].Worth + (worth * price.ExpectedGrowth(years - moving[^1].Years)));
            else
                moving.Add((years, worth));
        }
        LogNormalMixture? uncertain = moving.Count == 0 ? null : PriceSum.Of(motion, moving);
        // Numbers that leave the range of doubles would show here, and nowhere else.
        return uncertain is null || Math.Abs(uncertain.Above(1, 0) + certain - moments.Mean) <= 1e-10 * moments.Mean
            ? new ClosedForm<VestValueLaw>.Available(new(moments, certain, uncertain))
            : new ClosedForm<VestValueLaw>.NotAvailable($"over so long a time the price of {price} leaves the range of numbers.");
    }

    /// <summary>The probability of a value of at most x.</summary>
    public double Cdf(double x) => uncertain?.Below(0, x - certain) ?? (x >= certain ? 1 : 0);

    /// <summary>The probability of a value strictly below x.</summary>
    public double ProbabilityBelow(double x) => uncertain?.Below(0, x - certain) ?? (x > certain ? 1 : 0);

    /// <summary>The probability of a value strictly above x.</summary>
    public double ProbabilityAbove(double x) => uncertain?.Above(0, x - certain) ?? (x < certain ? 1 : 0);

    /// <summary>The value that is not exceeded with probability <paramref name="p"/>, 0 to 1; infinite at 1 where any of it is uncertain.</summary>
    public double Percentile(double p) => !(p is >= 0 and <= 1)
        ? throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies in [0, 1].")
        : certain + (uncertain is null ? 0 : p <= 0.5 ? uncertain.Quantile(p) : uncertain.QuantileUpper(1 - p));

    /// <summary>E[V^order; V &lt; x]: the probability (order 0), first or second moment over values strictly below x.</summary>
    public double PartialMoment(int order, double x)
    {
        if (order is < 0 or > 2)
            throw new ArgumentOutOfRangeException(nameof(order), order, "Partial moments are of order 0, 1 or 2.");
        double Below(int of) => uncertain?.Below(of, x - certain) ?? (of == 0 ? ProbabilityBelow(x) : 0);
        return order switch
        {
            0 => Below(0),
            1 => (certain * Below(0)) + Below(1),
            _ => (certain * certain * Below(0)) + (2 * certain * Below(1)) + Below(2),
        };
    }

    /// <summary>By how much the value is expected to fall short of x: E[max(0, x − V)].</summary>
    public double ShortfallBelow(double x) => Math.Max(0, (x * ProbabilityBelow(x)) - PartialMoment(1, x));

    /// <summary>By how much the value is expected to exceed x: E[max(0, V − x)].</summary>
    public double ExcessAbove(double x) => uncertain is null ? Math.Max(0, certain - x) : Math.Max(0, uncertain.Above(1, x - certain) - ((x - certain) * uncertain.Above(0, x - certain)));

    /// <summary>The mean of the highest <paramref name="share"/> of values (0.05 is the best 5 %).</summary>
    public double TailAverage(double share)
    {
        if (Tail(share) == 1 || uncertain is null)
            return Mean;
        // The percentile and what lies beyond it, shared out: where the percentile is off by a rounding, that hardly changes.
        double from = certain + uncertain.QuantileUpper(share);
        return from + (ExcessAbove(from) / share);
    }

    /// <summary>The mean of the lowest <paramref name="share"/> of values (0.1 is the worst tenth; conditional value at risk).</summary>
    public double LowerTailAverage(double share)
    {
        if (Tail(share) == 1 || uncertain is null)
            return Mean;
        double to = certain + uncertain.Quantile(share);
        return to - (ShortfallBelow(to) / share);
    }

    /// <summary>
    /// Mean and spread of what marginal rates take of the value: each bracket's rate on what lies between its own and the next one's amount, nothing below the first.
    /// Amounts rise from at least 0; a rate may be any number, so that 1 − rate tells what is left. Withholding of 22 % to a million and 37 % above is
    /// <c>AtMarginalRates((0, 0.22), (1_000_000, 0.37))</c>.
    /// </summary>
    public ExpectedVestValue AtMarginalRates(params IReadOnlyList<(double From, double Rate)> brackets)
    {
        PayoutPiece[] pieces = Pieces(brackets);
        double mean = Sum(pieces, (piece, share, first, _) => (piece.Intercept * share) + (piece.Slope * first));
        double variance = Sum(pieces, (piece, share, first, second) =>
        {
            double centred = piece.Intercept - mean;
            return (centred * centred * share) + (2 * centred * piece.Slope * first) + (piece.Slope * piece.Slope * second);
        });
        return new(mean, uncertain is null ? 0 : Math.Sqrt(Math.Max(0, variance)));
    }

    /// <summary>What is certain, and what is not; null where all of it is certain.</summary>
    internal (double Certain, LogNormalMixture? Uncertain) Parts => (certain, uncertain);

    private double Sum(PayoutPiece[] pieces, Func<PayoutPiece, double, double, double, double> term)
    {
        double sum = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            double to = i + 1 < pieces.Length ? pieces[i + 1].From : double.PositiveInfinity;
            double In(int order) => PartialMoment(order, to) - PartialMoment(order, pieces[i].From);
            sum += term(pieces[i], In(0), In(1), In(2));
        }
        return sum;
    }

    private static PayoutPiece[] Pieces(IReadOnlyList<(double From, double Rate)> brackets)
    {
        List<PayoutPiece> pieces = [new(double.NegativeInfinity, 0, 0)];
        foreach ((double from, double rate) in brackets)
        {
            if (!(from >= 0 && from > pieces[^1].From && double.IsFinite(from)))
                throw new ArgumentException(FormattableString.Invariant($"Brackets rise from at least 0; {from} does not."), nameof(brackets));
            if (!double.IsFinite(rate))
                throw new ArgumentException(FormattableString.Invariant($"The rate from {from} on is a finite number (0.22 is 22 %), not {rate}."), nameof(brackets));
            pieces.Add(new(from, pieces[^1].Intercept + ((pieces[^1].Slope - rate) * from), rate));
        }
        return [.. pieces];
    }

    private static double Tail(double share) => share is > 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A tail is a share above 0 and at most 1.");
}
