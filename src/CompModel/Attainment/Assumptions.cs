namespace CompModel;

/// <summary>
/// What is assumed about a year that has not happened: a model of attainment for each measure, what people share, and how sales fall on the year.
/// One immutable value, taken alike by simulation and closed form. A model is one of the whole year; it is spread over periods by weights that sum to one,
/// so that the year has the stated spread. Unless something is said here, people are independent, and results say so.
/// </summary>
public sealed class Assumptions
{
    private Assumptions(MeasureModel[] models, double[,] correlation, CompanyEffect company, Seasonality? seasonality)
    {
        Models = models;
        Correlation = correlation;
        Company = company;
        Seasonality = seasonality;
    }

    /// <summary>The models, in the order in which they were stated. The first measure carries the company effect.</summary>
    public IReadOnlyList<MeasureModel> Models { get; }

    /// <summary>What people share through the company's year.</summary>
    public CompanyEffect Company { get; }

    /// <summary>How sales fall on the year; null is as the quotas do, so that every period has the year's attainment.</summary>
    public Seasonality? Seasonality { get; }

    /// <summary>Correlations of one participant's measures, on the Gaussian scale, in the order of <see cref="Models"/>.</summary>
    internal double[,] Correlation { get; }

    /// <summary>Assumptions about one measure. More follow with <see cref="And"/>.</summary>
    public static Assumptions For(Measure measure, AttainmentModel model) =>
        new([new(measure, model)], new double[,] { { 1 } }, new CompanyEffect.None(), null);

    /// <summary>A copy that also has a model for another measure, independent of the others until <see cref="WithCorrelation"/>. Throws for a measure twice.</summary>
    public Assumptions And(Measure measure, AttainmentModel model)
    {
        if (Models.Any(other => other.Measure == measure))
            throw new ArgumentException($"There is a model for {measure} already.", nameof(measure));
        int count = Models.Count;
        double[,] larger = new double[count + 1, count + 1];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
                larger[i, j] = Correlation[i, j];
        }
        larger[count, count] = 1;
        return new([.. Models, new(measure, model)], larger, Company, Seasonality);
    }

    /// <summary>
    /// A copy in which a participant's results in two measures correlate, on the Gaussian scale, −1 to 1. Throws where the correlations together
    /// are not possible (the matrix is not positive semi-definite); nothing is repaired. Several that need each other are stated by
    /// <see cref="WithCorrelations"/>.
    /// </summary>
    public Assumptions WithCorrelation(Measure first, Measure second, double correlation) => WithCorrelations((first, second, correlation));

    /// <summary>
    /// A copy with several correlations at once: 0.9 between each two of three measures is possible, but one by one the first two would not be.
    /// Throws as <see cref="WithCorrelation"/> does, for all of them together.
    /// </summary>
    public Assumptions WithCorrelations(params (Measure First, Measure Second, double Correlation)[] correlations)
    {
        double[,] changed = (double[,])Correlation.Clone();
        foreach ((Measure first, Measure second, double correlation) in correlations)
        {
            if (!(Math.Abs(correlation) <= 1))
                throw new ArgumentOutOfRangeException(nameof(correlations), correlation, "A correlation is between −1 and 1.");
            int i = IndexOf(first), j = IndexOf(second);
            if (i == j)
                throw new ArgumentException($"{first} correlates with itself by 1.", nameof(correlations));
            changed[i, j] = changed[j, i] = correlation;
        }
        _ = Cholesky.Of(changed);
        return new([.. Models], changed, Company, Seasonality);
    }

    /// <summary>
    /// A copy in which the company's attainment of its plan lies between two fractions in eight years of ten (P10 and P90). How much sellers share follows
    /// from that range, and is derived when the sales force is known.
    /// </summary>
    public Assumptions WithCompanyRange(double p10, double p90) => new([.. Models], Correlation, new CompanyEffect.Range(p10, p90), Seasonality);

    /// <summary>A copy in which any two participants' first measures correlate by ρ, on the Gaussian scale, 0 to 1.</summary>
    public Assumptions WithCompanyCorrelation(double rho) => new([.. Models], Correlation, new CompanyEffect.Shared(rho), Seasonality);

    /// <summary>A copy in which sales fall on the year by weights of their own.</summary>
    public Assumptions WithSeasonality(Seasonality seasonality) => new([.. Models], Correlation, Company, seasonality);

    /// <summary>A copy with another model for a measure that has one.</summary>
    public Assumptions With(Measure measure, AttainmentModel model)
    {
        MeasureModel[] changed = [.. Models];
        changed[IndexOf(measure)] = new(measure, model);
        return new(changed, Correlation, Company, Seasonality);
    }

    /// <summary>The model of a measure. Throws where there is none.</summary>
    public AttainmentModel ModelOf(Measure measure) => Models[IndexOf(measure)].Model;

    /// <summary>The correlation of a participant's results in two measures, on the Gaussian scale.</summary>
    public double CorrelationOf(Measure first, Measure second) => Correlation[IndexOf(first), IndexOf(second)];

    internal int IndexOf(Measure measure)
    {
        for (int i = 0; i < Models.Count; i++)
        {
            if (Models[i].Measure == measure)
                return i;
        }
        throw new ArgumentException(
            $"There is no attainment model for {measure}; there is one for {string.Join(", ", Models.Select(model => model.Measure.Name))}.", nameof(measure));
    }
}

/// <summary>The model of one measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Model">How uncertain a year's attainment in it is.</param>
public readonly record struct MeasureModel(Measure Measure, AttainmentModel Model);
