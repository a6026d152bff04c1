namespace CompModel;

/// <summary>
/// Where the spread of cost comes from, as variances that add up to the whole: what the company's year does to everybody, what teams share beyond it, and what each
/// person's own year adds. Shares of the spread are shares of these.
/// </summary>
/// <param name="Company">The variance of what cost is expected to be once the company's effect is known.</param>
/// <param name="Teams">What knowing the teams' effects adds to that.</param>
/// <param name="Individuals">The rest: it averages out over many people.</param>
/// <param name="SimulationError">The standard error of the company's part; the others' are of its size.</param>
public sealed record SpreadParts(double Company, double Teams, double Individuals, double SimulationError)
{
    /// <summary>The variance of the incentive.</summary>
    public double Whole => Company + Teams + Individuals;

    // Two runs that share what is not redrawn covary by the variance of what is expected given that: the classical pick-and-freeze estimator (Sobol' 1993).
    internal static SpreadParts Of(double[] incentive, double[] samePeopleApart, double[]? sameCompanyAlone)
    {
        double whole = Covariance(incentive, incentive).Covariance;
        (double shared, double error) = Covariance(incentive, samePeopleApart);
        if (sameCompanyAlone is null)
            return new(shared, 0, whole - shared, error);
        (double company, double companyError) = Covariance(incentive, sameCompanyAlone);
        return new(company, shared - company, whole - shared, companyError);
    }

    private static (double Covariance, double Error) Covariance(double[] first, double[] second)
    {
        int n = first.Length;
        if (n < 2)
            return (0, double.NaN);
        // Both have one law: the mean of both together is the better centre.
        double centre = (TileSum.OfMoments(first, 0).First + TileSum.OfMoments(second, 0).First) / (2.0 * n);
        double[] products = new double[n];
        for (int i = 0; i < n; i++)
            products[i] = (first[i] - centre) * (second[i] - centre);
        (double sum, double squares) = TileSum.OfMoments(products, 0);
        double mean = sum / n;
        return (mean * n / (n - 1), Math.Sqrt(Math.Max(0, (squares / n) - (mean * mean)) / n));
    }
}
