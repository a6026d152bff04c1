#:project ../src/CompModel/CompModel.csproj
#:property PublishAot=false

using CompModel;

var curve = PayoutCurve.Linear
    .WithThreshold(50.Percent)
    .Accelerate(above: 100.Percent, multiplier: 2m)
    .Accelerate(above: 150.Percent, multiplier: 3m);             // uncapped: no CapAt

var plan = new CompensationPlan("Enterprise Account Manager 2026",
    new OnTargetEarnings(@base: 190_000.Usd, targetIncentive: 175_000.Usd),
    Component.Of(Measure.Bookings, 70.Percent, curve).ToDate(Frequency.Quarterly),
    Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear));

var ana = new Participant("R1", plan, new Quota(Measure.Bookings, 17_500_000.Usd), new Quota(Measure.Adoption, 100))
    .HiredOn(new(2026, 2, 16));
var year = PlanYear.Calendar(2026);

Credit[] credits =
[
    new("R1", Measure.Bookings, new(2026, 3, 20), 2_500_000.Usd, "D1"),
    new("R1", Measure.Bookings, new(2026, 6, 28), 5_100_000.Usd, "D2"),
];
Console.WriteLine(ana.Statement(year.Quarter(2), credits).Explain());

var assumptions = Assumptions
    .For(Measure.Bookings, AttainmentModel.LogNormal(mean: 0.95, cv: 0.35))
    .And(Measure.Adoption, AttainmentModel.Normal(mean: 1, sd: 0.15, BelowZero.Floored))
    .WithCorrelation(Measure.Bookings, Measure.Adoption, 0.4);

Expected exact = Expect.Incentive(ana, year, assumptions);
PayoutDistribution payout = Simulate.Participant(ana, year, assumptions, trials: 1_000_000, seed: 7);

Console.WriteLine($"expected {exact.Mean.Value:0} in closed form, {payout.Mean:0} ± {1.96 * payout.SimulationError:0} simulated");
Console.WriteLine($"eight years in ten between {payout.Percentile(0.1).Value:0} and {payout.Percentile(0.9).Value:0}");

foreach (Tranche tranche in new Grant("RSU-1", granted: new(2026, 3, 1), shares: 4_801, VestingSchedule.Monthly(48, cliff: 12)).Tranches().Take(3))
    Console.WriteLine($"{tranche.Vests:uuuu-MM-dd}: {tranche.Shares} shares vest");
