namespace CompModel;

/// <summary>
/// The law of Σ wᵢS(tᵢ) for one path of geometric Brownian motion, without simulation. The sum is R₁(w₁ + R₂(w₂ + R₃(…))) with independent lognormal ratios R. From
/// the last date back, ln of what follows a date has a density that is a mixture of normal ones; its values on an even grid are the shares of the next mixture, and
/// the first date's mixture is the answer. Grid sums of such densities (the trapezoidal rule) converge faster than any power of the step.
/// </summary>
internal static class PriceSum
{
    // Beyond nine standard deviations lies less than 1e-18. A product of two normal densities with the spread s, summed in steps of s/1.6, is exact to 2·e^(−2π²·1.6²) = 1e-22;
    // ln(w + e^v) is singular at ±iπ, which a step of 3/8 keeps below e^(−37) = 1e-16 however wide the spread.
    private const double Reach = 9, StepsInSpread = 1.6, WidestStep = 0.375;

    private const int InRow = 64;

    /// <summary>The sum's law. Dates rise from above zero, and no worth and not the volatility is zero.</summary>
    internal static LogNormalMixture Of(LogMotion motion, IReadOnlyList<(double Years, double Worth)> vests)
    {
        int last = vests.Count - 1;
        double Spread(int vest) => motion.Volatility * Math.Sqrt(vests[vest].Years - (vest == 0 ? 0 : vests[vest - 1].Years));
        double Drift(int vest) => PortableMath.Exp(motion.Drift * (vests[vest].Years - (vest == 0 ? 0 : vests[vest - 1].Years)));
        // Logarithms are taken from the middle path, so that nothing is lost where the price hardly varies; this is what follows a date on it.
        double following = 0;
        double[] shares = [1], places = [0];
        for (int vest = last - 1; vest >= 0; vest--)
        {
            following = Drift(vest + 1) * (vests[vest + 1].Worth + following);
            double share = following / (vests[vest].Worth + following), ratio = Spread(vest + 1), next = Spread(vest);
            double step = Math.Min(WidestStep, 1 / (StepsInSpread * Math.Sqrt((1 / (ratio * ratio)) + (1 / (next * next)))));
            double spread = motion.Volatility * Math.Sqrt(vests[last].Years - vests[vest].Years), low = -Reach * spread;
            // Second moments weigh by e^2v, which moves a normal law by twice its variance.
            double[] density = new double[(int)(((2 * Reach * spread) + (2 * spread * spread)) / step) + 2];
            for (int i = 0; i < shares.Length; i++)
                Add(shares[i], places[i], ratio, low, step, density);
            shares = density;
            places = [.. Enumerable.Range(0, density.Length).Select(i => NearOne.LogOfOnePlus(share * NearOne.ExpMinusOne(low + (i * step))))];
        }
        return new(Drift(0) * (vests[0].Worth + following), shares, places, Spread(0));
    }

    // Adds share·step times the normal density about a place to a grid, from the nearest point outwards.
    private static void Add(double share, double place, double sigma, double low, double step, double[] density)
    {
        if (share == 0)
            return;
        double inSpreads = step / sigma, fall = PortableMath.Exp(-inSpreads * inSpreads);
        int first = (int)Math.Max(0, (place - (Reach * sigma) - low) / step), end = (int)Math.Min(density.Length, ((place + (Reach * sigma) + (2 * sigma * sigma) - low) / step) + 1);
        int middle = (int)Math.Clamp((place - low) / step, 0, density.Length - 1);
        for (int from = middle; from < end; from += InRow)
            Row(from, Math.Min(from + InRow, end) - from, 1);
        for (int from = middle - 1; from >= first; from -= InRow)
            Row(from, from - Math.Max(from - InRow, first - 1), -1);

        // Each value is the last times a ratio that itself falls evenly. What a ratio rounds away grows with the square of the number of steps: a row is short.
        void Row(int from, int count, int direction)
        {
            double score = (low + (from * step) - place) / sigma;
            double value = share * inSpreads * PortableNormal.Density(score), ratio = PortableMath.Exp(-inSpreads * ((direction * score) + (inSpreads / 2)));
            for (int i = from; count > 0; count--, i += direction, value *= ratio, ratio *= fall)
                density[i] += value;
        }
    }
}
