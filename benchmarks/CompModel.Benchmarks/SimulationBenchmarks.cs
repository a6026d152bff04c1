using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Distributions;

namespace CompModel.Benchmarks;

/// <summary>A participant's year, beside what a .NET user writes today: System.Random, MathNet sampling without locks, a sort for percentiles.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private const int Trials = 1_000_000;
    private static readonly double Sigma = Math.Sqrt(Math.Log(1 + (0.35 * 0.35)));
    private readonly Participant seller = Cases.Seller("W1");
    private readonly SalesForce force = Cases.Force(40);

    [Benchmark(Baseline = true)]
    public double MathNetPeer()
    {
        double[] pay = new double[Trials];
        LogNormal.Samples(new Random(100), pay, -Sigma * Sigma / 2, Sigma);
        for (int i = 0; i < pay.Length; i++)
            pay[i] = 100_000 * Payout(pay[i]);
        Array.Sort(pay);
        return pay[Trials / 2];
    }

    [Benchmark]
    public double OneParticipant() => Simulate.Participant(seller, Cases.Year, Cases.Assumptions, Trials, threads: 1).Percentile(0.5).Value;

    [Benchmark]
    public double FortySellers() => Simulate.Cost(force, Cases.Year, Cases.Assumptions, Trials / 40, threads: 1).Incentive.Mean;

    private static double Payout(double a) => a < 0.5 ? 0 : a < 1 ? a : a < 1.5 ? 1 + (2 * (a - 1)) : 2 + (3 * (a - 1.5));
}
