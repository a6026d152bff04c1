namespace CompModel;

/// <summary>How much participants share: ρ on the Gaussian scale, as stated, or derived from the range of the company's attainment.</summary>
internal static class CompanyDependence
{
    // Terms of a series in ρ. A lognormal's coefficients fall like a factorial; those of a law with a kink as k^-5/2, but ρ^k falls beside them for any ρ short of 1.
    private const int Terms = 24;

    extension(RunDefinition run)
    {
        /// <summary>
        /// ρ. For a stated range it solves Var(Σ quota·A) = (cv · E Σ quota·A)², where the covariance of two people follows from their model's Hermite
        /// coefficients. Throws where the range is narrower than independent people alone make it, or wider than people who all share one fate.
        /// </summary>
        internal double CompanyCorrelation()
        {
            if (run.Assumptions.Company is CompanyEffect.Shared shared)
                return shared.Rho;
            if (run.Assumptions.Company is not CompanyEffect.Range range)
                return 0;
            Measure measure = run.Assumptions.Models[0].Measure;
            double[] quotas = [.. run.Terms.Where(terms => terms.Participant.Sells(measure)).Select(terms => terms.OwnComponent(measure).Quota.ToDouble())];
            double sum = 0, squares = 0;
            foreach (double quota in quotas)
            {
                sum += quota;
                squares += quota * quota;
            }
            if (sum == 0)
                return 0;
            AttainmentModel model = run.Assumptions.Models[0].Model;
            double[] hermite = model.HermiteCoefficients(Terms);
            double wanted = range.CoefficientOfVariation * model.Mean * sum;
            double alone = squares * model.StandardDeviation * model.StandardDeviation;
            double pairs = (sum * sum) - squares;
            double Variance(double rho) => alone + (pairs * Covariance(hermite, rho));
            double together = sum * sum * model.StandardDeviation * model.StandardDeviation;
            if (wanted * wanted < alone || wanted * wanted > together)
                throw Impossible(range, model.Mean * sum, alone, together);
            double low = 0, high = 1;
            for (int step = 0; step < 60; step++)
            {
                double middle = (low + high) / 2;
                (low, high) = Variance(middle) < wanted * wanted ? (middle, high) : (low, middle);
            }
            return low;
        }
    }

    private static double Covariance(double[] hermite, double rho)
    {
        double sum = 0;
        for (int k = hermite.Length - 1; k >= 1; k--)
            sum = (sum + (hermite[k] * hermite[k])) * rho;
        return sum;
    }

    private static ArgumentException Impossible(CompanyEffect.Range range, double mean, double least, double most)
    {
        string Wide(double variance) => FormattableString.Invariant($"±{CompanyEffect.Range.NinetiethPercentile * Math.Sqrt(variance) / mean:P1}");
        return new(FormattableString.Invariant($"A company range of P10 {range.P10:P0} to P90 {range.P90:P0} is not possible with these sellers: ")
            + $"independent of each other they already spread the company by about {Wide(least)} around its mean, and all of one fate by {Wide(most)}. State a range between the two, or a smaller spread of each.");
    }
}
