using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>A range of company attainment is stated; what sellers share follows from it.</summary>
public class CompanyRangeLaws
{
    private const double NinetiethPercentile = 1.2815515655446004;

    public static class Cases
    {
        public static Arbitrary<SellersCase> All() =>
            (from sellers in Gen.Choose(2, 60)
             from quotas in Gen.Choose(1, 40).ListOf(sellers)
             from mean in Gen.Choose(70, 130)
             from cv in Gen.Choose(10, 90)
             from rho in Gen.Choose(1, 99)
             select new SellersCase([.. quotas], mean / 100.0, cv / 100.0, rho / 100.0)).ToArbitrary();
    }

    public sealed record SellersCase(int[] Quotas, double Mean, double Cv, double Rho);

    [Law(Arbitrary = [typeof(Cases)], MaxTest = 30)]
    public void The_derived_correlation_gives_the_stated_range(SellersCase sellers)
    {
        // From a correlation to the company's spread by the lognormal's own covariance m²(exp(ρσ²) − 1), to a range, and back.
        double sum = sellers.Quotas.Sum(), squares = sellers.Quotas.Sum(quota => (double)quota * quota);
        double variance = Math.Log(1 + (sellers.Cv * sellers.Cv));
        double company = ((squares * sellers.Cv * sellers.Cv) + (((sum * sum) - squares) * (Math.Exp(sellers.Rho * variance) - 1))) / (sum * sum);
        double sigma = Math.Sqrt(Math.Log(1 + company));
        double p10 = sellers.Mean * Math.Exp(-NinetiethPercentile * sigma), p90 = sellers.Mean * Math.Exp(NinetiethPercentile * sigma);
        double derived = Run(sellers, AttainmentModel.LogNormal(sellers.Mean, sellers.Cv), p10, p90).CompanyCorrelation();
        // The variance of the company loses 1e-15 of one in exp − 1, against at least pairs × cv² (1e-2, and 1/100 of pairs at the most uneven): 1e-11.
        Assert.Equal(sellers.Rho, derived, 1e-10);
    }

    [Fact]
    public void A_range_narrower_than_independent_sellers_make_it_is_refused()
    {
        var sellers = new SellersCase([1, 1, 1, 1], 1, 0.4, 0);
        var refusal = Assert.Throws<ArgumentException>(() => Run(sellers, AttainmentModel.LogNormal(1, 0.4), 0.95, 1.05).CompanyCorrelation());
        // Four independent sellers of cv 0.4 have a company of cv 0.2: ±1.28 × 20 %.
        Assert.Contains("25.6", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("51.3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_wider_than_one_fate_for_all_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Run(new([1, 1, 1, 1], 1, 0.4, 0), AttainmentModel.LogNormal(1, 0.4), 0.4, 2).CompanyCorrelation());

    [Fact]
    public void A_stated_correlation_is_taken_as_it_is() =>
        Assert.Equal(0.37, new RunDefinition(Force([1, 2]), Workloads.Year, Workloads.W1Assumptions.WithCompanyCorrelation(0.37), 1, 1).CompanyCorrelation());

    [Fact]
    public void Nobody_shares_anything_unless_it_is_said() =>
        Assert.Equal(0, new RunDefinition(Force([1, 2]), Workloads.Year, Workloads.W1Assumptions, 1, 1).CompanyCorrelation());

    private static RunDefinition Run(SellersCase sellers, AttainmentModel model, double p10, double p90) =>
        new(Force(sellers.Quotas), Workloads.Year, Assumptions.For(Measure.Bookings, model).WithCompanyRange(p10, p90), 1, 1);

    private static SalesForce Force(int[] quotas) => new(
        [.. quotas.Select((quota, i) => new Participant($"R{i}", Workloads.W1.Plan, new Quota(Measure.Bookings, (quota * 100_000).Usd)))]);
}
