using NodaTime;

namespace CompModel.Tests;

/// <summary>People, grants and assumptions for total pay.</summary>
internal static class TotalPayCases
{
    /// <summary>The close of this day is the start of 2026: what is granted then and vests by months vests at whole twelfths of a year.</summary>
    internal static readonly LocalDate Eve = new(2025, 12, 31);

    internal static readonly PlanYear[] FourYears = [.. Enumerable.Range(2026, 4).Select(PlanYear.Calendar)];

    internal static readonly SharePriceModel Acme = SharePriceModel.GeometricBrownian("ACME", 100.Usd, drift: 0.05, volatility: 0.45);

    /// <summary>Workload W3: 120,000 a year, 100,000 on the curve, 16 quarterly vests of 125 shares.</summary>
    internal static readonly Participant Seller = new(
        "W3", new CompensationPlan("W3", new OnTargetEarnings(120_000.Usd, 100_000.Usd), Component.Of(Measure.Bookings, 1, Workloads.Curve)), new Quota(Measure.Bookings, 1_000_000.Usd));

    internal static readonly Grant Quarterly = new("RSU-1", Eve, 2_000, VestingSchedule.Quarterly(16));

    internal static readonly Assumptions Assumed = Workloads.W1Assumptions.WithSharePrice(Acme).WithPriceCorrelation(0.3).WithDiscountRate(0.05);

    /// <summary>W3 with its salary paid at the end of the year.</summary>
    internal static TotalPayDefinition W3(int trials, ulong seed = 3) => new TotalPayDefinition(Seller, FourYears, [Quarterly], Assumed, trials, seed).WithSalaryPaid(Frequency.Annual);

    /// <summary>The standard error that an interval of 95 % is made of.</summary>
    internal static double Error(Estimate estimate) => (estimate.High - estimate.Low) / (2 * 1.959963984540054);

    /// <summary>Within 4.5 standard errors: the rule of the house on a fixed seed.</summary>
    internal static void Near(double expected, double value, double error) => Assert.InRange(value, expected - (4.5 * error), expected + (4.5 * error));

    internal static void Near(double expected, Estimate estimate) => Near(expected, estimate.Value, Error(estimate));

    /// <summary>The share of trials at or below a true percentile is p, with the standard error of a share.</summary>
    internal static void NearPercentile(double p, double percentile, PayoutDistribution pay) =>
        Near(p, 1 - pay.ProbabilityAbove(percentile).Value, Math.Sqrt(p * (1 - p) / pay.Trials));
}
