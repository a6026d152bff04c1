namespace CompModel;

/// <summary>
/// In place of a model: the measure is the sum of simulated deals, of which attainment follows only when a quota is known. What asks for a law of attainment is told so.
/// </summary>
internal sealed record DealtAttainment : AttainmentModel
{
    /// <summary>Not a number: it depends on whose quota it is held against.</summary>
    public override double Mean => double.NaN;

    public override double StandardDeviation => double.NaN;

    internal override string Canonical => "deals";

    public override double Cdf(double x) => double.NaN;

    public override double Quantile(double p) => double.NaN;

    internal override double Above(double x) => double.NaN;

    public override double PartialMoment(int order, double x) => double.NaN;

    public override double FromNormal(double z) => 0;

    internal override double[] HermiteCoefficients(int count) => throw new ArgumentException(
        "A company range is derived from the attainment model of the first measure, and simulated deals make that one, each participant's by itself: state no company range, or let deals split what a model draws.");

    public override string ToString() => "simulated deals";
}
