using System.Security.Cryptography;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Sales forces to simulate, and a digest over everything a run says.</summary>
internal static class Forces
{
    internal static readonly PlanYear Year = PlanYear.Calendar(2026);

    internal static readonly Assumptions Assumed = Assumptions
        .For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.35)).And(Measure.Adoption, AttainmentModel.Normal(1, 0.3, BelowZero.Conditioned))
        .WithCorrelation(Measure.Bookings, Measure.Adoption, 0.5)
        .WithCompanyCorrelation(0.15)
        .WithSeasonality(Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent));

    internal static readonly CompensationPlan Hunter = new(
        "Hunter", new OnTargetEarnings(100_000.Usd, 90_000.Usd),
        Component.Of(Measure.Bookings, 70.Percent, Workloads.Curve).ToDate(Frequency.Quarterly, Recovery.None),
        Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear.CapAt(payout: 150.Percent)).Each(Frequency.SemiAnnual));

    internal static readonly CompensationPlan Farmer = new(
        "Farmer", new OnTargetEarnings(80_000.Usd, 40_000.Usd),
        Component.Of(Measure.Bookings, 100.Percent, PayoutCurve.Through(BeyondLastKnot.Flat, (0.5m, 0), (0.8m, 0.6m), (1, 1), (1, 1.1m), (2, 3))).ToDate(Frequency.Monthly));

    internal static readonly CompensationPlan Lead = new(
        "Lead", new OnTargetEarnings(150_000.Usd, 120_000.Usd),
        Component.Of(Measure.Bookings, 80.Percent, PayoutCurve.Linear.Accelerate(100.Percent, 2)).OfTeam().ToDate(Frequency.Quarterly),
        Component.Of(Measure.Adoption, 20.Percent, PayoutCurve.Linear).OfTeam().Named("team adoption"));

    internal static Participant Seller(int number, string? manager = null)
    {
        CompensationPlan plan = number % 3 == 2 ? Farmer : Hunter;
        var seller = new Participant($"S{number}", plan, new Quota(Measure.Bookings, (500_000 + (10_000 * (number % 7))).Usd), new Quota(Measure.Adoption, 40 + number));
        seller = number % 5 == 4 ? seller.HiredOn(new LocalDate(2026, 2, 16).PlusDays(number)) : seller;
        return seller.ManagedBy(manager);
    }

    internal static Participant Manager(string id, int quota, string? manager = null) =>
        new Participant(id, Lead, new Quota(Measure.Bookings, quota.Usd), new Quota(Measure.Adoption, 300)).ManagedBy(manager);

    /// <summary>Teams of five under leads, leads under one director, and some people under nobody.</summary>
    internal static SalesForce Hierarchical(int teams, int alone) => new(
        [
            Manager("D", 2_500_000 * teams),
            .. Enumerable.Range(0, teams).Select(team => Manager($"M{team}", 2_500_000, "D")),
            .. Enumerable.Range(0, 5 * teams).Select(number => Seller(number, $"M{number / 5}")),
            .. Enumerable.Range(1000, alone).Select(number => Seller(number)),
        ],
        (2_600_000 * teams).Usd);

    internal static string Digest(SimulatedCost cost)
    {
        var figures = new List<double>();
        void Add(PayoutDistribution pay) => figures.AddRange(
            [pay.Mean, pay.StandardDeviation, pay.Minimum, .. new[] { 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99 }.Select(p => pay.Percentile(p).Value), pay.Maximum, pay.TailAverage(0.05)]);
        void AddBreakdown(CostBreakdown of) => figures.AddRange([.. of.Lines, .. of.Quarters, of.Incentive, of.Bookings, of.SellersAtQuota]);
        Add(cost.Incentive);
        Add(cost.Bookings);
        for (int line = 0; line < cost.Lines.Count; line++)
            Add(cost.Line(line));
        for (int quarter = 1; quarter <= 4; quarter++)
            Add(cost.Quarter(quarter));
        AddBreakdown(cost.AtTarget);
        AddBreakdown(cost.Expected);
        AddBreakdown(cost.Around(0.9));
        foreach (ParticipantOutlook one in cost.Participants.Concat(cost.Teams))
            figures.AddRange([one.Heads, one.Target, one.Mean, one.SimulationError, one.StandardDeviation, one.P10, one.P50, one.P90]);
        figures.Add(cost.CompanyCorrelation);
        byte[] bytes = [.. figures.SelectMany(figure => BitConverter.GetBytes(BitConverter.DoubleToInt64Bits(figure)))];
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
