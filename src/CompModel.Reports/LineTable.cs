namespace CompModel.Reports;

/// <summary>Simulation error and closed form of sums of lines.</summary>
internal sealed class LineTable
{
    /// <summary>Half of a 95 % interval, in standard errors.</summary>
    private const double NormalInterval = 1.959963984540054;

    private readonly SimulatedCost cost;

    // In whole thousands that foot, as the other columns do; null where there is none.
    private readonly double?[] closed;

    private LineTable(SimulatedCost cost, double?[] closed)
    {
        this.cost = cost;
        this.closed = closed;
    }

    internal static LineTable Of(SimulatedCost cost)
    {
        double?[] exact = [.. cost.ExpectedInClosedForm().Select(form => form is ClosedForm<double>.Available available ? (double?)available.Answer : null)];
        double[] printed = Figures.Footed([.. exact.OfType<double>()]);
        int next = 0;
        return new(cost, [.. exact.Select(form => form is null ? (double?)null : printed[next++])]);
    }

    /// <summary>Half the 95 % interval of a mean; NaN where one trial tells nothing of it.</summary>
    internal static double IntervalOf(double standardError, int trials) => trials < 2 ? double.NaN : NormalInterval * standardError;

    /// <summary>Half the 95 % interval of a sum of lines.</summary>
    internal double Interval(int[] lines) => IntervalOf(cost.Sum(lines).SimulationError, cost.Run.Trials);

    /// <summary>Whether a line's closed form prints as other than nothing.</summary>
    internal bool HasClosedForm(int line) => closed[line] is not null and not 0;

    /// <summary>The closed form of a sum of lines and, it may be, of something certain in thousands beside them; or a dash.</summary>
    internal string ClosedForm(int[] lines, double certain = 0) =>
        lines.All(line => closed[line] is not null) ? Figures.ThousandUnits(certain + lines.Sum(line => closed[line]!.Value)) : Figures.NotAvailable;
}
