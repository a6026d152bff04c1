namespace CompModel;

/// <summary>How much participants share: ρ on the Gaussian scale, as stated, or derived from the range of the company's attainment.</summary>
internal static class CompanyDependence
{
    extension(RunDefinition run)
    {
        /// <summary>
        /// ρ. For a stated range it solves Var(company) = (cv · E company)², company being what all sell of the first measure in the year. Throws where the
        /// range is narrower than people make it who share nothing but their teams, or wider than people who all share one fate.
        /// </summary>
        internal double CompanyCorrelation()
        {
            if (run.Assumptions.Company is CompanyEffect.Shared shared)
                return shared.Rho;
            if (run.Assumptions.Company is not CompanyEffect.Range range)
                return 0;
            CompanySpread company = CompanySpread.Of(run);
            if (company.Mean == 0)
                return 0;
            double wanted = range.CoefficientOfVariation * company.Mean, low = 0, high = 1 - run.Assumptions.TeamCorrelation;
            double least = company.Variance(low), most = company.Variance(high);
            if (wanted * wanted < least || wanted * wanted > most)
                throw Impossible(range, run.Assumptions, company.Mean, least, most);
            for (int step = 0; step < 60; step++)
            {
                double middle = (low + high) / 2;
                (low, high) = company.Variance(middle) < wanted * wanted ? (middle, high) : (low, middle);
            }
            return low;
        }
    }

    private static ArgumentException Impossible(CompanyEffect.Range range, Assumptions assumptions, double mean, double least, double most)
    {
        string Wide(double variance) => FormattableString.Invariant($"±{CompanyEffect.Range.NinetiethPercentile * Math.Sqrt(variance) / mean:P1}");
        string butFor = assumptions.TeamCorrelation > 0 ? " but for their teams" : "";
        return new(FormattableString.Invariant($"A company range of P10 {range.P10:P0} to P90 {range.P90:P0} is not possible with these sellers: ")
            + $"independent of each other{butFor} they already spread the company by about {Wide(least)} around its mean, and all of one fate by {Wide(most)}. State a range between the two, or a smaller spread of each.");
    }
}
