namespace CompModel.Tests;

/// <summary>The published workload W1: one participant, one year, uncapped with two accelerators.</summary>
internal static class Workloads
{
    internal static readonly PlanYear Year = PlanYear.Calendar(2026);

    internal static readonly PayoutCurve Curve = PayoutCurve.Linear
        .WithThreshold(50.Percent)
        .Accelerate(above: 100.Percent, multiplier: 2m)
        .Accelerate(above: 150.Percent, multiplier: 3m);

    internal static readonly Participant W1 = new(
        "W1",
        new CompensationPlan("W1", new OnTargetEarnings(0.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 100.Percent, Curve)),
        new Quota(Measure.Bookings, 1_000_000.Usd));

    internal static readonly Assumptions W1Assumptions = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(mean: 1, cv: 0.35));

    /// <summary>Percentiles of W1, from a closed form in high precision.</summary>
    internal static readonly (double P, double Value)[] W1Percentiles =
    [
        (0.05, 53959.9206889873), (0.25, 75046.3427551666), (0.50, 94385.8356366017), (0.75, 137418.257619390),
        (0.90, 191834.601555950), (0.95, 245294.610614825), (0.99, 374417.395514767),
    ];

    internal const double W1Mean = 114485.618287291, W1StandardDeviation = 68234.8139350269, W1TailAverage = 325765.484833066;
}
