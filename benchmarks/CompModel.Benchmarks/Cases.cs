namespace CompModel.Benchmarks;

/// <summary>What is measured: the workload W1 (one participant, a year, two accelerators) and a sales force of the size of the sample.</summary>
internal static class Cases
{
    internal static readonly PlanYear Year = PlanYear.Calendar(2026);

    internal static readonly PayoutCurve Curve = PayoutCurve.Linear
        .WithThreshold(50.Percent)
        .Accelerate(above: 100.Percent, multiplier: 2m)
        .Accelerate(above: 150.Percent, multiplier: 3m);

    internal static readonly Assumptions Assumptions = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(mean: 1, cv: 0.35));

    internal static Participant Seller(string id) => new(
        id,
        new CompensationPlan("W1", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 100.Percent, Curve).ToDate(Frequency.Quarterly)),
        new Quota(Measure.Bookings, 1_000_000.Usd));

    internal static SalesForce Force(int people) => new([.. Enumerable.Range(1, people).Select(number => Seller($"R{number}"))]);
}
