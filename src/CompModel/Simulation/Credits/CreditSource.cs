namespace CompModel;

/// <summary>Where an array of credits to date comes from.</summary>
internal abstract record CreditSource
{
    private CreditSource()
    {
    }

    /// <summary>The credits where everybody is at exactly 100 % of quota.</summary>
    internal double AtTarget { get; init; }

    /// <summary>What has happened of them; zero where everything is drawn.</summary>
    internal double Known { get; init; }

    /// <summary>Own credits: the draws of a measure, each times its weight.</summary>
    /// <param name="Measure">The place of the measure among the assumptions.</param>
    /// <param name="Weights">For each draw, the credits to date at an attainment of 100 %.</param>
    internal sealed record Own(int Measure, double[] Weights) : CreditSource
    {
        /// <summary>Where simulated deals tell the credits: which of them; null where draws times weights do.</summary>
        internal DealtBy? Dealt { get; init; }

        /// <summary>The credits, trial by trial, of the attainment drawn.</summary>
        internal void Fill(double[][][] attainment, double[] to, int count)
        {
            double[][] draws = attainment[Measure];
            double weight = Weights[0];
            for (int i = 0; i < count; i++)
                to[i] = draws[0][i] * weight;
            for (int draw = 1; draw < Weights.Length; draw++)
            {
                weight = Weights[draw];
                if (weight == 0)
                    continue;
                for (int i = 0; i < count; i++)
                    to[i] = Math.FusedMultiplyAdd(draws[draw][i], weight, to[i]);
            }
            for (int i = 0; Known != 0 && i < count; i++)
                to[i] += Known;
        }
    }

    /// <summary>Credits of a team: sums of the people below by a cut.</summary>
    internal sealed record Team(int Measure, int Cut, double Rate) : CreditSource;
}
