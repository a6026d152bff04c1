namespace CompModel.Reports;

/// <summary>Simulation error and closed form of sums of lines.</summary>
internal sealed class LineTable
{
    /// <summary>Half of a 95 % interval, in standard errors.</summary>
    internal const double NormalInterval = 1.959963984540054;

    private readonly SimulatedCost cost;
    private readonly ClosedForm<double>[] closed;

    private LineTable(SimulatedCost cost, ClosedForm<double>[] closed)
    {
        this.cost = cost;
        this.closed = closed;
    }

    internal static LineTable Of(SimulatedCost cost) => new(cost, [.. cost.ExpectedInClosedForm()]);

    /// <summary>Half the 95 % interval of a sum of lines.</summary>
    internal double Interval(int[] lines) => NormalInterval * cost.Sum(lines).SimulationError;

    /// <summary>The closed form of a sum of lines, or a dash.</summary>
    internal string ClosedForm(int[] lines) =>
        lines.All(line => closed[line] is ClosedForm<double>.Available) ? Figures.Thousands(lines.Sum(line => closed[line].Value)) : Figures.NotAvailable;
}
