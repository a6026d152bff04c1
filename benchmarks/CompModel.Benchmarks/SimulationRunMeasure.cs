using System.Diagnostics;

namespace CompModel.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release -- simulation [PEOPLE] [TRIALS] [THREADS]</c>: how long the definition of a run and the run take, the most managed memory in use
/// during the run above what was in use before it with the definition made, and how soon either stops when it is told to, at twenty moments spread over it.
/// </summary>
internal static class SimulationRunMeasure
{
    private const int Stops = 20;

    private static readonly PlanYear Year = PlanYear.Calendar(2026);

    private static readonly Assumptions Assumed = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35)).WithCompanyCorrelation(0.15);

    private static readonly CompensationPlan Seller = new(
        "Seller", new OnTargetEarnings(100_000.Usd, 90_000.Usd),
        Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear.WithThreshold(50.Percent).Accelerate(100.Percent, 2).Accelerate(150.Percent, 3)).ToDate(Frequency.Quarterly));

    private static readonly CompensationPlan Lead = new(
        "Lead", new OnTargetEarnings(150_000.Usd, 120_000.Usd),
        Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear.Accelerate(100.Percent, 2)).OfTeam().ToDate(Frequency.Quarterly));

    internal static void Run(int people, int trials, int threads)
    {
        _ = Simulate.Cost(Definition(Force(200), 2_000, CancellationToken.None), threads);
        SalesForce force = Force(people);
        var clock = Stopwatch.StartNew();
        RunDefinition run = Definition(force, trials, CancellationToken.None);
        TimeSpan defining = clock.Elapsed;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        long idle = GC.GetTotalMemory(true), peak = 0;
        using var sampling = new CancellationTokenSource();
        var sampler = new Thread(() =>
        {
            while (!sampling.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                Thread.Sleep(5);
            }
        });
        sampler.Start();
        clock.Restart();
        SimulatedCost cost = Simulate.Cost(run, threads);
        TimeSpan running = clock.Elapsed;
        sampling.Cancel();
        sampler.Join();
        Console.WriteLine(FormattableString.Invariant(
            $"{people:#,##0} people, {trials:#,##0} trials, {threads} thread(s): definition {defining.TotalSeconds:0.00} s, run {running.TotalSeconds:0.00} s, mean {cost.Incentive.Mean:0}; managed memory before {idle / 1e6:0.0} MB, peak above it {(peak - idle) / 1e6:0.0} MB"));
        Print("definition", StopsOf(defining, cancel => Definition(force, trials, cancel)));
        Print("run", StopsOf(running, cancel => Simulate.Cost(run, threads, cancel)));
        SimulationPart[] parts = [.. Enumerable.Range(1, 2).Select(number => Simulate.Part(run, new(number, 2), threads: threads))];
        clock.Restart();
        _ = Simulate.Cost(run, parts, threads);
        Print("merge", StopsOf(clock.Elapsed, cancel => Simulate.Cost(run, parts, threads, cancel)));
    }

    private static double[] StopsOf(TimeSpan takes, Action<CancellationToken> work)
    {
        var waits = new List<double>();
        for (int stop = 0; stop < Stops; stop++)
        {
            using var cancel = new CancellationTokenSource();
            long told = 0;
            var teller = new Thread(() =>
            {
                Thread.Sleep(takes * ((stop + 0.5) / Stops));
                told = Stopwatch.GetTimestamp();
                cancel.Cancel();
            });
            teller.Start();
            try
            {
                work(cancel.Token);
            }
            catch (OperationCanceledException)
            {
                waits.Add(Stopwatch.GetElapsedTime(told).TotalMilliseconds);
            }
            teller.Join();
        }
        return [.. waits.Order()];
    }

    private static void Print(string what, double[] waits) => Console.WriteLine(waits.Length == 0
        ? $"{what}: too short to be stopped"
        : FormattableString.Invariant($"{what} told to stop: after {waits[waits.Length / 2]:0.0} ms in the middle of {waits.Length} tries, {waits[^1]:0.0} ms at most"));

    private static RunDefinition Definition(SalesForce force, int trials, CancellationToken cancel) => new(force, Year, Assumed, trials, 7, cancel: cancel);

    // Teams of nine under leads, who lead for themselves.
    private static SalesForce Force(int people) => new([.. Enumerable.Range(0, people).Select(number => number % 10 == 0
        ? new Participant($"L{number}", Lead, new Quota(Measure.Bookings, 4_500_000.Usd))
        : new Participant($"S{number}", Seller, new Quota(Measure.Bookings, 500_000.Usd)).ManagedBy($"L{number - (number % 10)}"))]);
}
