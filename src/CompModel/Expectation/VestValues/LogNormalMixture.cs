namespace CompModel;

/// <summary>
/// A law that is a mixture of lognormal ones of one spread: scale·e^(places[j] + sigma·Z) with probability shares[j]. Shares sum to one and are not negative; sigma is
/// above zero. One component alone is the lognormal law itself.
/// </summary>
internal sealed class LogNormalMixture
{
    private readonly double scale, sigma;
    private readonly double[] places;

    // By order 0, 1, 2: share·E[(component / scale)^order].
    private readonly double[][] weights;

    internal LogNormalMixture(double scale, double[] shares, double[] places, double sigma)
    {
        this.scale = scale;
        this.sigma = sigma;
        this.places = places;
        weights = [.. Enumerable.Range(0, 3).Select(order => (double[])[.. shares.Select((share, i) => share * PortableMath.Exp(order * (places[i] + (order * sigma * sigma / 2))))])];
    }

    /// <summary>E[D^order; D &lt; x], of order 0, 1 or 2.</summary>
    internal double Below(int order, double x) => x > 0 ? Sum(order, x, PortableNormal.Cdf) : 0;

    /// <summary>E[D^order; D &gt; x], with digits of its own where it is small.</summary>
    internal double Above(int order, double x) => Sum(order, Math.Max(0, x), PortableNormal.UpperTail);

    /// <summary>The value that is not exceeded with probability p.</summary>
    internal double Quantile(double p) => Find(x => Below(0, x), p, PortableNormal.Quantile(p));

    /// <summary>The value that is exceeded with probability q.</summary>
    internal double QuantileUpper(double q) => Find(x => -Above(0, x), -q, PortableNormal.QuantileUpper(q));

    private double Sum(int order, double x, Func<double, double> share)
    {
        double sum = 0, score = PortableMath.Log(x / scale);
        for (int i = 0; i < places.Length; i++)
            sum += weights[order][i] * share(((score - places[i]) / sigma) - (order * sigma));
        return order == 0 ? sum : order == 1 ? sum * scale : sum * scale * scale;
    }

    // Each component's lies between those of the lowest and highest.
    private double Find(Func<double, double> function, double value, double score)
    {
        double Of(double place) => scale * PortableMath.Exp(place + (sigma * score));
        return places.Length == 1 || double.IsInfinity(score) ? Of(places[0]) : MonotoneRoot.Find(function, value, Of(places.Min()), Of(places.Max()));
    }
}
