namespace CompModel.Tests;

/// <summary>The published workload W3: total pay over four years, 16 quarterly vests, pay and price correlated.</summary>
public class W3Facts
{
    private const int Trials = 400_000;

    // As the workload states it, in numbers of its own.
    private const double Sigma = 0.45, Drift = 0.05, Discount = 0.05, Rho = 0.3, Cv = 0.35;

    private static readonly TotalPayDefinition W3 = TotalPayCases.W3(Trials);

    private static readonly SimulatedTotalPay Simulated = Simulate.TotalPay(W3);

    // ln A has this spread.
    private static double SpreadOfLog => Math.Sqrt(Math.Log(1 + (Cv * Cv)));

    private static double MeanIncentive(double meanAttainment = 1) =>
        Expect.Incentive(Workloads.W1, Workloads.Year, Workloads.W1Assumptions.With(Measure.Bookings, AttainmentModel.LogNormal(meanAttainment, Cv))).Mean.Value;

    private static double Discounted(double years) => Math.Exp(-Discount * years);

    [Fact]
    public void The_mean_is_the_sum_of_discounted_means()
    {
        double salary = Enumerable.Range(1, 4).Sum(year => 120_000 * Discounted(year));
        double incentive = Enumerable.Range(1, 4).Sum(year => Workloads.W1Mean * Discounted(year));
        // Price and discounting grow alike: every share is worth 100.
        const double Equity = 16 * 125 * 100.0;
        ExpectedTotalPay expected = Expect.TotalPay(W3);
        Assert.Equal(salary, expected.Salary, 1e-7);
        Assert.Equal(incentive, expected.Incentive.Value, 1e-7);
        Assert.Equal(Equity, expected.Equity.Mean, 1e-7);
        Assert.Equal(salary + incentive + Equity, expected.Mean.Value, 1e-6);
        // Four salaries on the grid of 2⁻¹⁰, each half a step off at most.
        Assert.Equal(salary, Simulated.Salary.Mean, 4.0 / 2048);
        Assert.Equal(0, Simulated.Salary.StandardDeviation);
        TotalPayCases.Near(incentive, Simulated.Incentive.Mean, Simulated.Incentive.SimulationError);
        TotalPayCases.Near(Equity, Simulated.Equity.Mean, Simulated.Equity.SimulationError);
        TotalPayCases.Near(salary + incentive + Equity, Simulated.Total.Mean, Simulated.Total.SimulationError);
    }

    [Fact]
    public void The_variance_is_that_of_pay_and_price_and_of_what_they_share()
    {
        double ofIncentive = Enumerable.Range(1, 4).Sum(year => Math.Pow(Workloads.W1StandardDeviation * Discounted(year), 2));
        double ofEquity = 0;
        for (int i = 1; i <= 16; i++)
        {
            for (int j = 1; j <= 16; j++)
                ofEquity += 12_500.0 * 12_500 * (Math.Exp(Sigma * Sigma * Math.Min(i, j) / 4) - 1);
        }
        Assert.Equal(Math.Sqrt(ofEquity), Expect.TotalPay(W3).Equity.StandardDeviation, 1e-9 * Math.Sqrt(ofEquity));
        // Weighted by a price, the normal law of its path moves by σ times the time it has seen; attainment of a year goes along by ρ times what of it fell into
        // that year, and stays lognormal (Esscher's transform).
        double covariance = 0;
        for (int year = 1; year <= 4; year++)
        {
            for (int quarter = 1; quarter <= 16; quarter++)
            {
                double seen = Math.Clamp((quarter / 4.0) - (year - 1), 0, 1);
                double tilted = MeanIncentive(Math.Exp(SpreadOfLog * Rho * Sigma * seen));
                covariance += Discounted(year) * 12_500 * Math.Exp((Drift - Discount) * quarter / 4) * (tilted - MeanIncentive());
            }
        }
        TotalPayCases.Near(ofIncentive, Simulated.Covariance(PayPart.Incentive, PayPart.Incentive));
        TotalPayCases.Near(ofEquity, Simulated.Covariance(PayPart.Equity, PayPart.Equity));
        TotalPayCases.Near(covariance, Simulated.Covariance(PayPart.Incentive, PayPart.Equity));
        TotalPayCases.Near(ofIncentive + ofEquity + (2 * covariance), Simulated.Covariance(PayPart.Total, PayPart.Total));
        TotalPayCases.Near(covariance / Math.Sqrt(ofIncentive * ofEquity), Simulated.Correlation(PayPart.Incentive, PayPart.Equity));
        // It is there to be found: without it the covariance would be thirty standard errors off.
        Assert.True(covariance > 30 * TotalPayCases.Error(Simulated.Covariance(PayPart.Incentive, PayPart.Equity)));
    }
}
