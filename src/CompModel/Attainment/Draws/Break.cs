namespace CompModel;

/// <summary>
/// A place where a law is not smooth: a lump of probability, or an end or corner of its density. Probabilities are said as normal scores, the variates
/// below which a standard normal falls as often.
/// </summary>
/// <param name="At">The attainment.</param>
/// <param name="Below">The score of attainment strictly below.</param>
/// <param name="UpTo">The score of attainment at or below; more than <paramref name="Below"/> where there is a lump.</param>
internal readonly record struct Break(double At, double Below, double UpTo)
{
    /// <summary>The score of a probability and of what it lacks to one: the lesser of them has the digits.</summary>
    internal static double Score(double share, double rest) =>
        share < 0.5 ? PortableNormal.Quantile(Math.Max(0, share)) : PortableNormal.QuantileUpper(Math.Max(0, Math.Min(0.5, rest)));
}
