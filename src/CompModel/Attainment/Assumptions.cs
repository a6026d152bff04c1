namespace CompModel;

/// <summary>
/// What is assumed about a year that has not happened: a model of attainment for each measure, for everybody or by role, tenure and person; what people
/// share; and how sales fall on the year. One immutable value, taken alike by simulation and closed form. A model is one of the whole year, spread over
/// periods by weights that sum to one, so that the year has the stated spread; or, by <see cref="WithPeriods"/>, one of each period. Unless something is
/// said here, people are independent, and results say so.
/// </summary>
public sealed partial class Assumptions
{
    // A draw's index keeps eight bits for a measure's place.
    private const int MostMeasures = 256;

    private readonly State state;

    private Assumptions(State state)
    {
        CheckDependence(state);
        this.state = state;
        index = new(() => state.Groups.ToDictionary(model => (model.Group, model.Measure)));
        tenures = new(() => [.. Tenures(state.Groups)]);
    }

    private sealed record State(
        MeasureModel[] Models, Frequency[] Periods, GroupModel[] Groups, double[,] Correlation, CompanyEffect Company,
        double TeamCorrelation, double PeriodCorrelation, Seasonality? Seasonality)
    {
        public Pricing Pricing { get; init; }

        public DealMix? Deals { get; init; }

        public HeadcountPlan? Headcount { get; init; }
    }

    /// <summary>The models for everybody, in the order in which they were stated. The first measure carries the company effect.</summary>
    public IReadOnlyList<MeasureModel> Models => state.Models;

    /// <summary>The models of roles, tenures and persons that differ from those for everybody, in the order in which they were stated.</summary>
    public IReadOnlyList<GroupModel> Groups => state.Groups;

    /// <summary>What people share through the company's year.</summary>
    public CompanyEffect Company => state.Company;

    /// <summary>By how much more the first measures of two people with one manager correlate than those of two without, on the Gaussian scale.</summary>
    public double TeamCorrelation => state.TeamCorrelation;

    /// <summary>By how much any two periods of what is drawn by periods correlate, on the Gaussian scale.</summary>
    public double PeriodCorrelation => state.PeriodCorrelation;

    /// <summary>How sales fall on the year; null is as the quotas do, so that every period has the year's attainment.</summary>
    public Seasonality? Seasonality => state.Seasonality;

    /// <summary>Who comes and who leaves in the year; null is fully staffed: the roster as it is.</summary>
    public HeadcountPlan? Headcount => state.Headcount;

    /// <summary>Correlations of one participant's measures, on the Gaussian scale, in the order of <see cref="Models"/>.</summary>
    internal double[,] Correlation => state.Correlation;

    /// <summary>Assumptions about one measure. More follow with <see cref="And"/>.</summary>
    public static Assumptions For(Measure measure, AttainmentModel model) =>
        new(new State([new(measure, model)], [Frequency.Annual], [], new double[,] { { 1 } }, new CompanyEffect.None(), 0, 0, null));

    /// <summary>
    /// A copy that also has a model for another measure, independent of the others until <see cref="WithCorrelation"/>. Throws for a measure twice, and
    /// for the 257th.
    /// </summary>
    public Assumptions And(Measure measure, AttainmentModel model)
    {
        if (Models.Any(other => other.Measure == measure))
            throw new ArgumentException($"There is a model for {measure} already.", nameof(measure));
        int count = Models.Count;
        if (count == MostMeasures)
            throw new ArgumentException($"There are models for {MostMeasures} measures, and {measure} is one more than can be drawn.", nameof(measure));
        double[,] larger = new double[count + 1, count + 1];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
                larger[i, j] = Correlation[i, j];
        }
        larger[count, count] = 1;
        return new(state with { Models = [.. Models, new(measure, model)], Periods = [.. state.Periods, Frequency.Annual], Correlation = larger });
    }

    /// <summary>A copy with another model, for everybody, of a measure that has one.</summary>
    public Assumptions With(Measure measure, AttainmentModel model)
    {
        MeasureModel[] changed = [.. Models];
        changed[IndexOf(measure)] = new(measure, model);
        return new(state with { Models = changed });
    }

    /// <summary>A copy in which sales fall on the year by weights of their own.</summary>
    public Assumptions WithSeasonality(Seasonality seasonality) => new(state with { Seasonality = seasonality });

    /// <summary>A copy with a plan of who comes and who leaves.</summary>
    public Assumptions WithHeadcount(HeadcountPlan headcount) => new(state with { Headcount = headcount });

    /// <summary>The model of a measure for everybody who is in no group. Throws where there is none.</summary>
    public AttainmentModel ModelOf(Measure measure) => Models[IndexOf(measure)].Model;

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
/// <param name="Model">How uncertain attainment in it is: of a year, or of each period where it is drawn by periods.</param>
public readonly record struct MeasureModel(Measure Measure, AttainmentModel Model);
