namespace CompModel;

/// <summary>Drawing a place among weights by one random word, in portable arithmetic.</summary>
internal static class Inversion
{
    /// <summary>The middle of the cell that a word of 32 bits stands for.</summary>
    internal static double Uniform(uint word) => (word + 0.5) * (1 / 4294967296.0);

    /// <summary>Running sums of weights, scaled to end at exactly one.</summary>
    internal static double[] Cumulative(IReadOnlyList<double> weights)
    {
        double[] sums = new double[weights.Count];
        double sum = 0;
        for (int i = 0; i < sums.Length; i++)
            sums[i] = sum += weights[i];
        for (int i = 0; i < sums.Length; i++)
            sums[i] /= sum;
        return sums;
    }

    /// <summary>The first place whose running sum lies above a uniform variate.</summary>
    internal static int PlaceOf(double[] cumulative, double uniform)
    {
        int low = 0, high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = uniform < cumulative[middle] ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    /// <summary>Throws unless probabilities are above zero and sum to exactly one.</summary>
    internal static void CheckShares(IEnumerable<Rational> probabilities, string what)
    {
        Rational sum = Rational.Zero;
        foreach (Rational probability in probabilities)
        {
            if (probability.Sign <= 0)
                throw new ArgumentOutOfRangeException(nameof(probabilities), $"The {what} have probabilities above zero; one is {probability}.");
            sum += probability;
        }
        if (sum != Rational.One)
            throw new ArgumentException($"The {what} have probabilities that sum to 1 (100 %); these sum to {sum}.", nameof(probabilities));
    }
}
