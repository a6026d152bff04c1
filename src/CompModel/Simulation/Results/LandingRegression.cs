namespace CompModel;

/// <summary>Picks the trials around a landing and the weights with which they tell the expected value exactly there.</summary>
internal sealed class LandingRegression
{
    // Bands widen until they hold enough trials for a steady regression; beyond two points of plan the cost curve itself bends.
    private const int EnoughTrials = 400;
    private static readonly double[] HalfWidths = [0.0025, 0.005, 0.01, 0.02];

    private LandingRegression(double halfWidth, int[] trials, double[] weights)
    {
        HalfWidth = halfWidth;
        Trials = trials;
        Weights = weights;
    }

    internal double HalfWidth { get; }

    /// <summary>The trials in the band.</summary>
    internal int[] Trials { get; }

    /// <summary>Their weights, which sum to one and may be negative.</summary>
    internal double[] Weights { get; }

    internal static LandingRegression At(double landing, double[] bookings, double companyPlan)
    {
        int[] inside = [];
        double width = 0;
        foreach (double halfWidth in HalfWidths)
        {
            width = halfWidth;
            double low = (landing - halfWidth) * companyPlan, high = (landing + halfWidth) * companyPlan;
            inside = [.. Enumerable.Range(0, bookings.Length).Where(trial => bookings[trial] >= low && bookings[trial] <= high)];
            if (inside.Length >= EnoughTrials)
                break;
        }
        double mean = 0, spread = 0;
        foreach (int trial in inside)
            mean += bookings[trial] / companyPlan / inside.Length;
        foreach (int trial in inside)
            spread += ((bookings[trial] / companyPlan) - mean) * ((bookings[trial] / companyPlan) - mean);
        double[] weights = [.. inside.Select(trial =>
            (1.0 / inside.Length) + (spread == 0 ? 0 : (landing - mean) * ((bookings[trial] / companyPlan) - mean) / spread))];
        return new(width, inside, weights);
    }

    /// <summary>Whether there are trials enough, and some on either side: beyond the last of them nothing is known.</summary>
    internal bool IsEnough(double landing, double[] bookings, double companyPlan)
    {
        int below = Trials.Count(trial => bookings[trial] < landing * companyPlan);
        return Trials.Length >= LandingCost.FewestTrials && Math.Min(below, Trials.Length - below) >= LandingCost.FewestTrials / 5;
    }

    /// <summary>The expected value of a figure at the landing.</summary>
    internal double Of(double[] samples)
    {
        double sum = 0;
        for (int i = 0; i < Trials.Length; i++)
            sum += Weights[i] * samples[Trials[i]];
        return sum;
    }

    /// <summary>
    /// The standard error of <see cref="Of"/>: the spread of the figure in the band times the length of the weights. What the landing explains inside so
    /// narrow a band is small beside what it does not, so this errs to the safe side.
    /// </summary>
    internal double ErrorOf(double[] samples)
    {
        double mean = 0, squares = 0, length = 0;
        foreach (int trial in Trials)
            mean += samples[trial] / Trials.Length;
        foreach (int trial in Trials)
            squares += (samples[trial] - mean) * (samples[trial] - mean);
        foreach (double weight in Weights)
            length += weight * weight;
        return Math.Sqrt(squares / (Trials.Length - 1) * length);
    }
}
