namespace CompModel;

/// <summary>
/// How many deals somebody wins in a year: a law on 0, 1, 2 … drawn by inversion of one random word. Made from ratios of neighbouring probabilities, in portable
/// arithmetic. A law that a word of 32 bits could take beyond <see cref="DealMix.MostDeals"/> is refused, so that nothing is ever cut off.
/// </summary>
public sealed class DealCount
{
    // One word's uniforms are the middles of 2^32 cells.
    private const double LastUniform = 1 - (0.5 / 4294967296.0);

    // What is so small beside the likeliest number lies far below any cell.
    private const double Negligible = 1e-30;

    private readonly int first;
    private readonly double[] cumulative;

    private DealCount(string text, double mean, double variance, int mode, Func<int, double> ratio)
    {
        Text = text;
        Mean = mean;
        Variance = variance;
        (first, cumulative) = Law(mode, ratio);
        if (Of(LastUniform) > DealMix.MostDeals || mode > DealMix.MostDeals)
            throw new ArgumentException($"A simulated year has at most {DealMix.MostDeals} deals; {text} may have more: state fewer, larger deals.");
    }

    /// <summary>The mean number of deals.</summary>
    public double Mean { get; }

    /// <summary>The variance of their number.</summary>
    public double Variance { get; }

    private string Text { get; }

    /// <summary>Always the same number. Throws below zero.</summary>
    public static DealCount Fixed(int deals) => deals >= 0
        ? new($"{deals} deals", deals, 0, deals, _ => 0)
        : throw new ArgumentOutOfRangeException(nameof(deals), deals, "A number of deals is at least zero.");

    /// <summary>So many opportunities, each won with a probability (the win rate) by itself. Throws for none, and for a rate outside (0, 1].</summary>
    public static DealCount Binomial(int opportunities, double winRate)
    {
        if (opportunities < 1)
            throw new ArgumentOutOfRangeException(nameof(opportunities), opportunities, "There is at least one opportunity.");
        if (!(winRate > 0 && winRate <= 1))
            throw new ArgumentOutOfRangeException(nameof(winRate), winRate, "A win rate is above 0 and at most 1 (100 %).");
        double odds = winRate / (1 - winRate);
        return new(
            FormattableString.Invariant($"binomial, {opportunities} opportunities won with {winRate:R}"), opportunities * winRate, opportunities * winRate * (1 - winRate),
            winRate == 1 ? opportunities : (int)Math.Min(opportunities, (opportunities + 1) * winRate), k => winRate == 1 ? 0 : (opportunities - k) / (k + 1.0) * odds);
    }

    /// <summary>Deals that arrive one by one at a steady rate: the Poisson law. Throws unless the mean is finite and above zero.</summary>
    public static DealCount Poisson(double mean)
    {
        double rate = Checked(mean, nameof(mean));
        return new(FormattableString.Invariant($"Poisson, mean {mean:R}"), rate, rate, ModeAt(rate), k => rate / (k + 1));
    }

    /// <summary>
    /// A Poisson law whose mean is itself uncertain, by a gamma law of shape <paramref name="r"/>: the negative binomial, of variance mean + mean² ÷ r.
    /// Throws unless both are finite and above zero.
    /// </summary>
    public static DealCount NegativeBinomial(double r, double mean)
    {
        double shape = Checked(r, nameof(r)), rate = Checked(mean, nameof(mean)), q = rate / (shape + rate);
        return new(
            FormattableString.Invariant($"negative binomial, mean {mean:R}, r {r:R}"), rate, rate + (rate * rate / shape),
            shape <= 1 ? 0 : ModeAt((shape - 1) * rate / shape), k => (shape + k) / (k + 1) * q);
    }

    /// <summary>Family and parameters.</summary>
    public override string ToString() => Text;

    /// <summary>The number that a uniform variate stands for.</summary>
    internal int Of(double uniform) => first + Inversion.PlaceOf(cumulative, uniform);

    private static double Checked(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The {name} of a number of deals is a finite number above zero.");

    private static int ModeAt(double place) => (int)Math.Min(place, DealMix.MostDeals + 1.0);

    // Weights relative to the likeliest number, down and up from there, then scaled to sum to one.
    private static (int First, double[] Cumulative) Law(int mode, Func<int, double> ratio)
    {
        List<double> below = [], above = [1];
        for (int k = mode - 1; k >= 0; k--)
        {
            double step = ratio(k), weight = step == 0 ? 0 : (below.Count > 0 ? below[^1] : 1) / step;
            if (weight < Negligible)
                break;
            below.Add(weight);
        }
        for (int k = mode; k <= mode + (4 * DealMix.MostDeals); k++)
        {
            double weight = above[^1] * ratio(k);
            if (weight < Negligible)
                break;
            above.Add(weight);
        }
        below.Reverse();
        return (mode - below.Count, Inversion.Cumulative([.. below, .. above]));
    }
}
