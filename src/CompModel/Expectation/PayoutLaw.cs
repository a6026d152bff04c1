namespace CompModel;

/// <summary>
/// The exact law of a component's pay for a year, in major units of its currency: pay as a piecewise linear function of one uncertain attainment.
/// Mean and variance are sums of the attainment's partial moments; for pay that never falls with attainment the percentile of pay is the pay at the
/// percentile of attainment. Doubles, to about 1e-13 of the scale of pay.
/// </summary>
public sealed class PayoutLaw
{
    private readonly AttainmentModel model;
    private readonly PayoutPiece[] pieces;

    internal PayoutLaw(AttainmentModel model, PayoutPiece[] pieces, bool neverFalls)
    {
        this.model = model;
        this.pieces = pieces;
        NeverFalls = neverFalls;
        Mean = Sum((piece, moments) => (piece.Intercept * moments.Share) + (piece.Slope * moments.First), 0);
        // About the mean, so that nothing is lost where pay hardly varies.
        double variance = Sum(
            (piece, moments) =>
            {
                double centred = piece.Intercept - Mean;
                return (centred * centred * moments.Share) + (2 * centred * piece.Slope * moments.First) + (piece.Slope * piece.Slope * moments.Second);
            },
            0);
        StandardDeviation = Math.Sqrt(Math.Max(0, variance));
    }

    /// <summary>The law of attainment.</summary>
    internal AttainmentModel Model => model;

    /// <summary>Pay by attainment, from the lowest piece up.</summary>
    internal IReadOnlyList<PayoutPiece> Pieces => pieces;

    /// <summary>The law of the same pay where attainment has another.</summary>
    internal PayoutLaw Under(AttainmentModel other) => new(other, pieces, NeverFalls);

    /// <summary>Whether more attainment never pays less.</summary>
    public bool NeverFalls { get; }

    /// <summary>Expected pay.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of pay.</summary>
    public double StandardDeviation { get; }

    /// <summary>The pay that is not exceeded with probability <paramref name="p"/> (0 to 1). Not available where pay falls with attainment.</summary>
    public ClosedForm<double> Percentile(double p) => NeverFalls
        ? new ClosedForm<double>.Available(At(model.Quantile(p)))
        : new ClosedForm<double>.NotAvailable("pay falls somewhere as attainment rises, so percentiles of pay are not pay at percentiles.");

    /// <summary>The mean of the dearest <paramref name="share"/> of outcomes (0.05 is the dearest 5 %; expected shortfall). Not available where pay falls.</summary>
    public ClosedForm<double> TailAverage(double share)
    {
        if (!(share is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A tail is a share above 0 and at most 1.");
        if (!NeverFalls)
            return new ClosedForm<double>.NotAvailable("pay falls somewhere as attainment rises, so the dearest outcomes are not those of the highest attainment.");
        double from = model.Quantile(1 - share);
        double above = Sum((piece, moments) => (piece.Intercept * moments.Share) + (piece.Slope * moments.First), from);
        // A lump of probability at the percentile itself belongs to the tail only as far as it is needed to fill it.
        double missing = share - (1 - model.PartialMoment(0, from));
        return new ClosedForm<double>.Available((above + (missing * At(from))) / share);
    }

    /// <summary>The pay at an attainment.</summary>
    public double At(double attainment)
    {
        PayoutPiece piece = pieces.Last(piece => piece == pieces[0] || piece.From <= attainment);
        // The percentile at 1 is the pay at infinity, where a flat piece still pays its cap.
        return piece.Slope == 0 ? piece.Intercept : piece.Intercept + (piece.Slope * attainment);
    }

    private double Sum(Func<PayoutPiece, Moments, double> term, double from)
    {
        double sum = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            double lower = Math.Max(from, pieces[i].From), upper = i + 1 < pieces.Length ? pieces[i + 1].From : double.PositiveInfinity;
            if (upper > lower)
                sum += term(pieces[i], Moments.Between(model, lower, upper));
        }
        return sum;
    }
}

/// <summary>Pay = intercept + slope × attainment, from an attainment up to the next piece.</summary>
internal readonly record struct PayoutPiece(double From, double Intercept, double Slope);

/// <summary>Probability, first and second moment of attainment in [lower, upper).</summary>
internal readonly record struct Moments(double Share, double First, double Second)
{
    internal static Moments Between(AttainmentModel model, double lower, double upper) => new(
        model.PartialMoment(0, upper) - model.PartialMoment(0, lower),
        model.PartialMoment(1, upper) - model.PartialMoment(1, lower),
        model.PartialMoment(2, upper) - model.PartialMoment(2, lower));
}
