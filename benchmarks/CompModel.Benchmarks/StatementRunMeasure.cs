using System.Diagnostics;

namespace CompModel.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release -- statements [PARTICIPANTS] [THREADS]</c>: twelve monthly statements each, with the time it takes and the most managed memory in use
/// above what was before. BenchmarkDotNet has no figure for a peak.
/// </summary>
internal static class StatementRunMeasure
{
    private static readonly CompensationPlan Plan = new(
        "Five tiers", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Bookings, StatementPeer.Table).Each(Frequency.Monthly));

    internal static void Run(int participants, int threads)
    {
        StatementRun run = new StatementRun(Cases.Year.Periods(Frequency.Monthly)).WithThreads(threads);
        foreach (StatementOutcome _ in run.Read(People(500), CreditsOf))
        {
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        long idle = GC.GetTotalMemory(false), peak = 0, statements = 0;
        int collections = GC.CollectionCount(0);
        decimal earned = 0;
        var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        foreach (StatementOutcome outcome in run.Read(People(participants), CreditsOf))
        {
            foreach (Statement statement in ((StatementOutcome.Earned)outcome).Statements)
                earned += statement.Earned.Value;
            statements += 12;
            if (statements % 1_200 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(false));
        }
        TimeSpan took = clock.Elapsed;
        process.Refresh();
        TimeSpan worked = process.TotalProcessorTime - before;
        Console.WriteLine(FormattableString.Invariant(
            $"{statements:#,##0} statements of {participants:#,##0} participants on {threads} thread(s): {took.TotalSeconds:0.00} s, {worked.TotalSeconds:0.00} s of processors, {worked.TotalMicroseconds / statements:0.00} µs a statement; earned {earned:#,##0.00}"));
        Console.WriteLine(FormattableString.Invariant(
            $"peak managed memory above idle {(peak - idle) / 1e6:0.0} MB, process peak {process.PeakWorkingSet64 / 1e6:0.0} MB, {GC.CollectionCount(0) - collections:#,##0} collections"));
    }

    private static IEnumerable<Participant> People(int count) => Enumerable.Range(1, count).Select(number => new Participant($"R{number}", Plan));

    private static IEnumerable<Credit> CreditsOf(string id)
    {
        for (int month = 1; month <= 12; month++)
            yield return new Credit(id, Measure.Bookings, new(2026, month, 15), (40_000 + (id.Length * month * 977.25m)).Usd, "D1");
    }
}
