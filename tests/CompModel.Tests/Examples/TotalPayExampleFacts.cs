using System.Runtime.CompilerServices;
using NodaTime;

namespace CompModel.Tests;

/// <summary>docs/total-pay.md shows samples/total-pay.cs and what it prints.</summary>
public class TotalPayExampleFacts
{
    private static readonly ExamplePage Page = new("total-pay.md", "total-pay.cs");

    [Fact]
    public void The_page_shows_the_sample_program() => Page.ShowsProgram();

    [Fact]
    public void The_page_shows_what_the_sample_prints() => Page.Shows(Printed());

    [Fact]
    public void The_page_shows_the_fit_of_the_sample_history() => Page.Shows(PriceHistories.Amazon.Fit() + "\n");

    [Fact]
    public void The_program_is_the_one_that_is_run_here() => Page.IsRunIn(Here());

    private static string Printed()
    {
        var Console = new PrintedLines();
        // The program.
        var curve = PayoutCurve.Linear.WithThreshold(50.Percent).Accelerate(above: 100.Percent, multiplier: 2m);
        var plan = new CompensationPlan("Account Executive", new OnTargetEarnings(@base: 120_000.Usd, targetIncentive: 100_000.Usd),
            Component.Of(Measure.Bookings, 100.Percent, curve));
        var eva = new Participant("E1", plan, new Quota(Measure.Bookings, 1_000_000.Usd))
            .EarningFrom(new(2028, 1, 1), new OnTargetEarnings(135_000.Usd, 115_000.Usd));

        PlanYear[] years = [.. Enumerable.Range(2026, 4).Select(PlanYear.Calendar)];
        var grant = new Grant("RSU-1", granted: new(2026, 2, 20), shares: 2_400, VestingSchedule.Quarterly(16, cliffMonths: 12));

        var assumptions = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(mean: 0.95, cv: 0.35))
            .WithSharePrice(SharePriceModel.GeometricBrownian("ACME", price: 100.Usd, drift: 0.05, volatility: 0.45))
            .WithPriceCorrelation(0.3)
            .WithDiscountRate(0.05);

        SimulatedTotalPay pay = Simulate.TotalPay(eva, years, [grant], assumptions, trials: 200_000, seed: 7);
        ExpectedTotalPay exact = Expect.TotalPay(pay.Run);

        Console.WriteLine($"expected over four years: {exact.Mean.Value / 1000:0} thousand in closed form, {pay.Total.Mean / 1000:0} simulated");
        foreach (PayPart part in new[] { PayPart.Salary, PayPart.Incentive, PayPart.Equity, PayPart.Total })
            Console.WriteLine($"{part,-9} mean {pay.Part(part).Mean / 1000,5:0}   P10 {pay.Part(part).Percentile(0.1).Value / 1000,5:0}   P90 {pay.Part(part).Percentile(0.9).Value / 1000,5:0}");
        for (int year = 1; year <= years.Length; year++)
            Console.WriteLine($"{years[year - 1]}: {pay.Part(PayPart.Total, year).Mean / 1000:0} thousand, of which shares {pay.Part(PayPart.Equity, year).Mean / 1000:0}");
        VestValueLaw shares = Expect.VestValueLaw([grant], years, assumptions.SharePrice!, assumptions.DiscountRate).Value;
        Console.WriteLine($"shares in closed form: P10 {shares.Percentile(0.1) / 1000:0}, P90 {shares.Percentile(0.9) / 1000:0}, below their value at today's price in {shares.ProbabilityBelow(240_000):0.0 %}, the worst tenth {shares.LowerTailAverage(0.1) / 1000:0} on average");
        double together = pay.ProbabilityAbove((PayPart.Incentive, 500_000), (PayPart.Equity, 250_000)).Value;
        Console.WriteLine($"incentive and shares correlate by {pay.Correlation(PayPart.Incentive, PayPart.Equity).Value:0.00}; in {together:0.0 %} of trials they pass 500 and 250 thousand together");
        return Console.Text;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
