namespace CompModel;

/// <summary>
/// The periods whose normal variates a run draws: rows, each with the number that names its draws. The year is number 0, alone where every model is
/// one of the year; halves, quarters or months are 1 and on. Where some measures are drawn for the year and others by periods, both are there, and the
/// year's variate goes with the periods' as if it were their scaled sum, so that what is stated of measures and of people holds between the two as well.
/// </summary>
internal sealed class DrawnPeriods
{
    private readonly Assumptions assumptions;

    internal DrawnPeriods(Assumptions assumptions)
    {
        this.assumptions = assumptions;
        int periods = (int)assumptions.Drawn;
        HasYear = assumptions.Models.Any(model => assumptions.PeriodsOf(model.Measure) == Frequency.Annual);
        Numbers = periods == 1 ? [0] : [.. Enumerable.Range(HasYear ? 0 : 1, periods + (HasYear ? 1 : 0))];
        AreIndependent = Numbers.Length == 1 || (!HasYear && assumptions.PeriodCorrelation == 0);
    }

    /// <summary>The number of each row, rising.</summary>
    internal int[] Numbers { get; }

    /// <summary>Whether some measure is drawn for the year as a whole: it is the first row.</summary>
    internal bool HasYear { get; }

    /// <summary>Whether no row follows from others.</summary>
    internal bool AreIndependent { get; }

    /// <summary>The rows that a measure's attainment is drawn from: the year's, or one for each period.</summary>
    internal (int First, int Count) RowsOf(int measure)
    {
        int periods = (int)assumptions.PeriodsOf(assumptions.Models[measure].Measure);
        return periods == 1 ? (0, 1) : (Numbers.Length - periods, periods);
    }

    /// <summary>How any two rows correlate, on the Gaussian scale.</summary>
    internal double[,] Correlation()
    {
        double phi = assumptions.PeriodCorrelation;
        int rows = Numbers.Length, periods = (int)assumptions.Drawn;
        // Of n variates that correlate by φ, each correlates with their sum by √((1 + (n − 1)φ)/n); the bound −1/(n − 1) may be missed by a rounding.
        double withYear = Math.Sqrt(Math.Max(0, 1 + ((periods - 1) * phi)) / periods);
        double[,] correlation = new double[rows, rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
                correlation[i, j] = i == j ? 1 : Numbers[i] == 0 || Numbers[j] == 0 ? withYear : phi;
        }
        return correlation;
    }
}
