using BenchmarkDotNet.Attributes;

namespace CompModel.Benchmarks;

/// <summary>
/// The workload W4 (a million participant-periods, five marginal tiers) beside decimals: totals in a batch, and statements with their lines from ready terms.
/// All figures are per row.
/// </summary>
[MemoryDiagnoser]
public class ExactWorkloadBenchmarks
{
    private const int Statements = 12_000;
    private static readonly BatchTotals Batch = BatchTotals.Of(StatementPeer.Shares, Currency.Usd);
    private readonly long[] quotas, sales, earned = new long[StatementPeer.Rows];
    private readonly decimal[] quotaAmounts, salesAmounts, lines = new decimal[5 * StatementPeer.Rows], totals = new decimal[StatementPeer.Rows];
    private readonly ParticipantTerms terms;
    private readonly Position[] openings;
    private readonly MeasurementPeriod[] months = Cases.Year.Periods(Frequency.Monthly);
    private readonly Credit[][] credits;

    public ExactWorkloadBenchmarks()
    {
        (quotas, sales) = StatementPeer.Inputs();
        quotaAmounts = [.. quotas.Select(cents => cents / 100m)];
        salesAmounts = [.. sales.Select(cents => cents / 100m)];
        var plan = new CompensationPlan("W4", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Bookings, StatementPeer.Table).Each(Frequency.Monthly));
        terms = new Participant("R1", plan).TermsFor(Cases.Year);
        openings = [.. months.Select(month => terms.PositionAt(month.Start, []))];
        // One credit a statement, the sales of a quota of 50,000.
        credits = [.. Enumerable.Range(0, Statements).Select(i => (Credit[])
            [new("R1", Measure.Bookings, months[i % 12].Start, (5_000_000L * (i * 104_729L % 20_011) / 10_000 / 100m).Usd, "D1")])];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = StatementPeer.Rows)]
    public decimal DecimalPeer() => Checked(StatementPeer.Earned(quotaAmounts, salesAmounts, lines, totals) * 100);

    [Benchmark(OperationsPerInvoke = StatementPeer.Rows)]
    public decimal BatchOfTotals() => Checked((decimal)Batch.Earned(quotas, sales, earned));

    [Benchmark(OperationsPerInvoke = Statements)]
    public decimal StreamedStatements()
    {
        decimal sum = 0;
        for (int i = 0; i < Statements; i++)
            sum += terms.Statement(openings[i % 12], months[i % 12], credits[i]).Earned.Value;
        return sum;
    }

    private static decimal Checked(decimal cents) =>
        cents == StatementPeer.Total ? cents : throw new InvalidOperationException($"The rows earn {cents} cents together, not {StatementPeer.Total}.");
}
