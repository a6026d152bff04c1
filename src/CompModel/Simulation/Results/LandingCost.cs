namespace CompModel;

/// <summary>
/// Cost given that the company lands at a multiple of its plan: exact where one variate makes the company's year; elsewhere a local linear regression of every figure
/// on the landing over the trials in a band around it, so that a band's slope does not bias it.
/// </summary>
/// <param name="Landing">The company's attainment of its plan; 1 is 100 %.</param>
/// <param name="HalfWidth">Half the width of the band, in the same unit; zero where it is exact.</param>
/// <param name="Trials">Trials inside it; all, where it is exact.</param>
/// <param name="Cost">The figures at the landing; null where fewer than <see cref="FewestTrials"/> trials land in the widest band, or hardly any on one side.</param>
/// <param name="SimulationError">The standard error of the incentive there.</param>
public sealed record LandingCost(double Landing, double HalfWidth, int Trials, CostBreakdown? Cost, double SimulationError)
{
    /// <summary>With fewer trials than this nothing is said.</summary>
    public const int FewestTrials = 50;
}
