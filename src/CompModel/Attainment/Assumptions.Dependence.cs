namespace CompModel;

// What people, measures and periods share. All of it is on the Gaussian scale, of the normal variates behind attainment.
public sealed partial class Assumptions
{
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
                throw new ArgumentOutOfRangeException(nameof(correlations), correlation, $"The correlation of {first} and {second} is between −1 and 1.");
            int i = IndexOf(first), j = IndexOf(second);
            if (i == j)
                throw new ArgumentException($"{first} correlates with itself by 1.", nameof(correlations));
            changed[i, j] = changed[j, i] = correlation;
        }
        CorrelationMatrix.Check(changed, Models);
        return new(state with { Correlation = changed });
    }

    /// <summary>
    /// A copy with all correlations of a participant's measures: rows and columns in the order of <see cref="Models"/>. Throws for another size, a
    /// diagonal that is not 1, an entry outside −1 to 1, a matrix that is not symmetric to the last digit, and one that is not positive semi-definite;
    /// nothing is repaired.
    /// </summary>
    public Assumptions WithCorrelationMatrix(double[,] matrix)
    {
        CorrelationMatrix.Check(matrix, Models);
        return new(state with { Correlation = (double[,])matrix.Clone() });
    }

    /// <summary>
    /// A copy in which the company's attainment of its plan lies between two fractions in eight years of ten (P10 and P90). How much sellers share follows
    /// from that range, and is derived when the sales force is known.
    /// </summary>
    public Assumptions WithCompanyRange(double p10, double p90) => new(state with { Company = new CompanyEffect.Range(p10, p90) });

    /// <summary>A copy in which any two participants' first measures correlate by ρ, 0 to 1. Throws outside, and where ρ and a team's correlation exceed 1.</summary>
    public Assumptions WithCompanyCorrelation(double rho) => new(state with { Company = new CompanyEffect.Shared(rho) });

    /// <summary>
    /// A copy in which the first measures of two people with one manager correlate by τ more than those of two people of different teams: by ρ + τ
    /// against ρ. A team is known by its manager's id. Who has no manager is in no team, and has an own part in place of the team's. Throws
    /// outside 0 to 1, and where ρ + τ exceeds 1.
    /// </summary>
    public Assumptions WithTeamCorrelation(double tau) =>
        tau is >= 0 and <= 1
            ? new(state with { TeamCorrelation = tau })
            : throw new ArgumentOutOfRangeException(nameof(tau), tau, "What a team correlates by beyond the company is between 0 and 1.");

    /// <summary>
    /// A copy in which the models of a measure, everybody's and every group's, are of the attainment of each quarter, month or half, which is drawn by
    /// itself; annual takes that back. Independent of each other until <see cref="WithPeriodCorrelation"/>. All measures drawn by periods have one
    /// frequency. With a measure that is drawn for the year, periods correlate as if the year's normal variate were their scaled sum.
    /// Throws for a measure without a model, a second frequency, and a period correlation that so many periods cannot have.
    /// </summary>
    public Assumptions WithPeriods(Measure measure, Frequency frequency)
    {
        if (!Enum.IsDefined(frequency))
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Attainment is drawn for the year, by halves, quarters or months.");
        Frequency[] changed = [.. state.Periods];
        changed[IndexOf(measure)] = frequency;
        return new(state with { Periods = changed });
    }

    /// <summary>
    /// A copy in which any two periods of a year correlate by φ: −1/(n − 1) to 1 where there are n. Throws outside, and where no measure is drawn
    /// by periods (<see cref="WithPeriods"/>).
    /// </summary>
    public Assumptions WithPeriodCorrelation(double phi) => new(state with { PeriodCorrelation = phi });

    /// <summary>The correlation of a participant's results in two measures, on the Gaussian scale.</summary>
    public double CorrelationOf(Measure first, Measure second) => Correlation[IndexOf(first), IndexOf(second)];

    /// <summary>What the models of a measure are of: the year, or each of its halves, quarters or months, drawn by itself.</summary>
    public Frequency PeriodsOf(Measure measure) => state.Periods[IndexOf(measure)];

    /// <summary>The frequency of whatever is drawn by periods; annual where nothing is.</summary>
    internal Frequency Drawn => state.Periods.Max();

    // Whatever verb came last, what is said together must be possible.
    private static void CheckDependence(State state)
    {
        if (state.Company is CompanyEffect.Shared { Rho: var rho } && !(rho + state.TeamCorrelation <= 1))
        {
            throw new ArgumentOutOfRangeException(
                "tau", state.TeamCorrelation,
                FormattableString.Invariant($"Two people of a team correlate by the company's {rho} and the team's {state.TeamCorrelation}, together at most 1."));
        }
        Frequency most = state.Periods.Max();
        int other = Array.FindIndex(state.Periods, frequency => frequency != Frequency.Annual && frequency != most);
        if (other >= 0)
        {
            int first = Array.IndexOf(state.Periods, most);
            throw new ArgumentException(
                $"Measures that are drawn by periods have one frequency; {state.Models[first].Measure} is {most} and {state.Models[other].Measure} {state.Periods[other]}.", "frequency");
        }
        double phi = state.PeriodCorrelation;
        if (phi == 0)
            return;
        if (!(phi is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(phi), phi, "The correlation of two periods is between −1/(n − 1), where there are n, and 1.");
        if (most == Frequency.Annual)
            throw new ArgumentException("No measure is drawn by periods, so that none correlate: state WithPeriods first.", nameof(phi));
        // As the quotient is rounded, so is what somebody who means the bound writes.
        double least = -1.0 / ((int)most - 1);
        if (phi < least)
        {
            throw new ArgumentOutOfRangeException(
                nameof(phi), phi, FormattableString.Invariant($"Any two of {(int)most} periods correlate by {least:0.######} to 1: more cannot all go against each other."));
        }
    }
}
