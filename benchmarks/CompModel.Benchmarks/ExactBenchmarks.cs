using BenchmarkDotNet.Attributes;

namespace CompModel.Benchmarks;

/// <summary>Terms, a statement, and the closed form of one participant.</summary>
[MemoryDiagnoser]
public class ExactBenchmarks
{
    private readonly Participant seller = Cases.Seller("R1");
    private readonly ParticipantTerms terms = Cases.Seller("R1").TermsFor(Cases.Year);
    private readonly Credit[] credits =
        [.. Enumerable.Range(1, 12).Select(month => new Credit("R1", Measure.Bookings, new(2026, month, 15), (90_000 + (month * 1_000)).Usd, $"D{month}"))];

    [Benchmark]
    public ParticipantTerms TermsFor() => seller.TermsFor(Cases.Year);

    [Benchmark]
    public Money Statement() => terms.Statement(terms.PositionAt(Cases.Year.Quarter(4).Start, credits), Cases.Year.Quarter(4), credits).Earned;

    [Benchmark]
    public double ClosedForm() => Expect.Incentive(terms, Cases.Assumptions).Mean.Value;
}
