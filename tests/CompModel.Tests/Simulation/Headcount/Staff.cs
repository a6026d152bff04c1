namespace CompModel.Tests;

/// <summary>People who come and go, to simulate.</summary>
internal static class Staff
{
    internal const int Trials = 2500;

    internal static readonly PlanYear Year = Forces.Year;

    /// <summary>One measure, no accelerators: what is earned is a line in what is attained.</summary>
    internal static readonly CompensationPlan Plain = new(
        "Plain", new OnTargetEarnings(60_000.Usd, 120_000.Usd), Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Linear).ToDate(Frequency.Monthly));

    internal static readonly CompensationPlan Ramped = Plain.WithRamp(Ramp.Of(0.25m, 0.5m, 0.75m));

    internal static readonly Assumptions Bookings = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35));

    internal static PlannedPosition Open(string id, int month, CompensationPlan? plan = null, string? manager = null) =>
        new PlannedPosition(id, "AE", plan ?? Ramped, month, new Quota(Measure.Bookings, 1_200_000.Usd)).ManagedBy(manager);

    internal static SalesForce Sellers(int count, CompensationPlan plan) =>
        new([.. Enumerable.Range(0, count).Select(number => new Participant($"R{number}", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).InRole("AE"))]);

    internal static HeadcountCost Run(SalesForce force, Assumptions assumptions, HeadcountPlan plan, int trials = Trials, int? threads = null) =>
        Simulate.Headcount(new RunDefinition(force, Year, assumptions.WithHeadcount(plan), trials, seed: 7), threads);

    /// <summary>A run as it is carried out.</summary>
    internal static HeadcountRun Running(RunDefinition run) => new(run, run.Assumptions.Headcount!, 1, default);

    /// <summary>A position of a run, of which nobody above is paid on anything.</summary>
    internal static StaffedPosition Position(RunDefinition run, string id) =>
        Running(run).PositionOf(run.Everybody.Terms.Single(terms => terms.Participant.Id == id), []);

    /// <summary>Every trial, in order of size: any two of one law, and of the same bits, are equal.</summary>
    internal static double[] Ordered(PayoutDistribution distribution)
    {
        int last = distribution.Trials - 1;
        return [.. Enumerable.Range(0, distribution.Trials).Select(rank => distribution.Percentile(last == 0 ? 0 : (double)rank / last).Value)];
    }

    /// <summary>Every figure of a result.</summary>
    internal static string Digest(HeadcountCost cost) => string.Join(' ', new[] { cost.BaseSalaries, cost.Incentive, cost.TotalCash, cost.StreetQuota, cost.Bookings, cost.VacantBookings }
        .Concat(cost.Months.SelectMany(month => new[] { month.Heads, month.TotalCash }))
        .SelectMany(of => new[] { of.Mean, of.StandardDeviation, of.Minimum, of.Percentile(0.1).Value, of.Percentile(0.5).Value, of.Percentile(0.9).Value, of.Maximum })
        .Concat(cost.Months.SelectMany(month => new[] { month.StreetQuota, month.BaseSalaries, month.Incentive, month.PaymentCost }))
        .Concat(cost.Positions.SelectMany(position => new[] { position.HeadsOnAverage, position.HeadsAtEnd, position.BaseSalaries, position.Incentive }))
        .Select(figure => FormattableString.Invariant($"{figure:R}")));
}
