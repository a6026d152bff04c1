namespace CompModel.Tests;

/// <summary>The range of the company that is stated is the one that comes out, whatever the models, periods and teams.</summary>
public class CompanySpreadTests
{
    private const int Trials = 40_000;

    private static readonly Assumptions Grouped = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.95, 0.5))
        .ForRole("Hunter", Measure.Bookings, AttainmentModel.Normal(1, 0.6, BelowZero.Floored))
        .ForParticipant("S3", Measure.Bookings, AttainmentModel.LogNormal(1.2, 0.9));

    public static TheoryData<string, Assumptions> Cases => new()
    {
        { "groups", Grouped.WithCompanyRange(0.75, 1.22) },
        { "teams", Grouped.WithTeamCorrelation(0.3).WithCompanyRange(0.68, 1.35) },
        { "quarters", Grouped.WithPeriods(Measure.Bookings, Frequency.Quarterly).WithCompanyRange(0.85, 1.15) },
        { "quarters that correlate", Grouped.WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriodCorrelation(0.4).WithCompanyRange(0.8, 1.2) },
        { "quarters against each other, by season", Grouped.WithSeasonality(Seasonality.Quarters(10.Percent, 20.Percent, 20.Percent, 50.Percent)).WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriodCorrelation(-0.2).WithTeamCorrelation(0.2).WithCompanyRange(0.85, 1.17) },
        { "halves and teams", Grouped.WithPeriods(Measure.Bookings, Frequency.SemiAnnual).WithPeriodCorrelation(0.1).WithTeamCorrelation(0.5).WithCompanyRange(0.8, 1.25) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_derived_correlation_spreads_the_simulated_company_as_stated(string which, Assumptions assumptions)
    {
        RunDefinition run = Run(assumptions);
        double rho = run.CompanyCorrelation();
        Assert.InRange(rho, 0.01, 0.95 - assumptions.TeamCorrelation);
        double[] company = Company(run, rho);
        double mean = company.Average(), variance = company.Average(sold => (sold - mean) * (sold - mean));
        double fourth = company.Average(sold => Math.Pow(sold - mean, 4));
        double expectedMean = run.Terms.Sum(terms => terms.OwnQuota(Measure.Bookings).ToDouble() * assumptions.ModelOf(Measure.Bookings, terms).Mean);
        double wanted = ((CompanyEffect.Range)assumptions.Company).CoefficientOfVariation * expectedMean;
        // The standard error of a variance is √((μ₄ − σ⁴)/n).
        double error = Math.Sqrt((fourth - (variance * variance)) / Trials);
        Assert.True(Math.Abs(variance - (wanted * wanted)) < 4.5 * error, $"{which}: {Math.Sqrt(variance)} against {wanted}");
        Assert.Equal(expectedMean, mean, 4.5 * Math.Sqrt(variance / Trials));
        // The planted bug: a ρ that is 0.03 too high is seen.
        Assert.False(Math.Abs(CompanySpread.Of(run).Variance(rho + 0.03) - variance) < 4.5 * error);
    }

    [Fact]
    public void Independent_people_and_people_of_one_fate_bound_the_company()
    {
        AttainmentModel model = AttainmentModel.LogNormal(1, 0.4);
        RunDefinition run = Run(Assumptions.For(Measure.Bookings, model));
        double[] quotas = [.. run.Terms.Select(terms => terms.OwnQuota(Measure.Bookings).ToDouble())];
        CompanySpread spread = CompanySpread.Of(run);
        // Sums of a dozen products: rounding alone.
        Assert.Equal(1, spread.Variance(0) / (0.16 * quotas.Sum(quota => quota * quota)), 1e-12);
        Assert.Equal(1, spread.Variance(1) / (0.16 * quotas.Sum() * quotas.Sum()), 1e-12);
        // A law with a kink as well, whose series is cut short.
        AttainmentModel floored = AttainmentModel.Normal(0.5, 0.6, BelowZero.Floored);
        double all = CompanySpread.Of(Run(Assumptions.For(Measure.Bookings, floored))).Variance(1);
        Assert.Equal(1, all / Math.Pow(floored.StandardDeviation * quotas.Sum(), 2), 1e-12);
    }

    [Fact]
    public void Four_quarters_of_one_fate_are_a_year()
    {
        Assumptions quarterly = Grouped.WithPeriods(Measure.Bookings, Frequency.Quarterly).WithPeriodCorrelation(1);
        CompanySpread year = CompanySpread.Of(Run(Grouped)), quarters = CompanySpread.Of(Run(quarterly));
        foreach (double rho in new[] { 0, 0.2, 0.7, 1 })
            Assert.Equal(1, quarters.Variance(rho) / year.Variance(rho), 1e-12);
    }

    [Fact]
    public void A_range_that_teams_alone_exceed_is_refused_and_says_so()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Run(Grouped.WithTeamCorrelation(0.8).WithCompanyRange(0.85, 1.15)).CompanyCorrelation());
        Assert.Contains("but for their teams", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(Run(Grouped.WithTeamCorrelation(0.1).WithCompanyRange(0.75, 1.22)).CompanyCorrelation(), 0.001, 0.9);
    }

    [Fact]
    public void Workload_W2_can_be_said()
    {
        // Each person's own cv, by quarters, ρ = 0.2.
        Assumptions w2 = Enumerable.Range(0, 11).Aggregate(
            Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.25)),
            (all, r) => all.ForParticipant($"R{r}", Measure.Bookings, AttainmentModel.LogNormal(1, 0.25 + (0.02 * (r % 11)))))
            .WithPeriods(Measure.Bookings, Frequency.Quarterly).WithCompanyCorrelation(0.2);
        Assert.Equal(0.45, w2.ModelOf(Measure.Bookings, new Participant("R10", Workloads.W1.Plan, new Quota(Measure.Bookings, 1.Usd)), Workloads.Year).StandardDeviation, 1e-15);
        Assert.Equal((0, 4), new LatentVariates(7, 0.2, w2).RowsOf(0));
    }

    [Theory]
    [InlineData("annual_trueup/correlated_halves_r0.3/C4_retroactive_tiers", 0.3)]
    [InlineData("annual_trueup/correlated_halves_r0.5/C2_three_accelerators_uncapped", 0.5)]
    public void Published_halves_that_correlate_have_the_year_s_spread(string id, double phi)
    {
        Assumptions halves = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.98, 0.45))
            .WithPeriods(Measure.Bookings, Frequency.SemiAnnual).WithPeriodCorrelation(phi);
        AssertPublished(id, Workloads.W1, halves);
    }

    [Fact]
    public void Published_quarters_of_a_season_have_the_year_s_spread()
    {
        var plan = Workloads.W1.Plan.WithSeasonality(Seasonality.Quarters(20.Percent, 23.Percent, 25.Percent, 32.Percent));
        AssertPublished(
            "annual_trueup/lognormal_quarters_seasonal/C2_three_accelerators_uncapped", new Participant("R1", plan, new Quota(Measure.Bookings, 1_000_000.Usd)),
            Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(0.97, 0.6)).WithPeriods(Measure.Bookings, Frequency.Quarterly));
    }

    private static void AssertPublished(string id, Participant seller, Assumptions assumptions)
    {
        CompanySpread year = CompanySpread.Of(new RunDefinition(new SalesForce([seller]), Workloads.Year, assumptions, 1, 1));
        IReadOnlyDictionary<string, double> expected = ExpectationCase.Find(id).Expected;
        // Two dozen terms of a series that falls like a factorial, at the rounding of doubles.
        Assert.Equal(expected["attainment_mean"], year.Mean / 1_000_000, 1e-13);
        Assert.Equal(expected["attainment_sd"], Math.Sqrt(year.Variance(0)) / 1_000_000, 1e-13);
    }

    private static double[] Company(RunDefinition run, double rho)
    {
        Assumptions assumptions = run.Assumptions;
        var year = new DrawnYear(rho, assumptions, Trials);
        double[] company = new double[Trials];
        foreach (ParticipantTerms terms in run.Terms)
        {
            AttainmentModel model = assumptions.ModelOf(Measure.Bookings, terms);
            Rational[] toDate = assumptions.CreditedToDate(terms, terms.Components[0], assumptions.PeriodsOf(Measure.Bookings));
            float[][] periods = year.Of(terms.Participant.Id, terms.Participant.ManagerId)[0];
            for (int period = 0; period < periods.Length; period++)
            {
                double credited = (toDate[period] - (period == 0 ? Rational.Zero : toDate[period - 1])).ToDouble();
                for (int i = 0; i < Trials; i++)
                    company[i] += credited * model.FromNormal(periods[period][i]);
            }
        }
        return company;
    }

    // Two leads who sell with four people each, and two people under nobody.
    private static RunDefinition Run(Assumptions assumptions) => new(
        new SalesForce([.. Enumerable.Range(0, 12).Select(number =>
        {
            var seller = new Participant($"S{number}", Workloads.W1.Plan, new Quota(Measure.Bookings, (300_000 + (50_000 * number)).Usd));
            string? manager = number is 0 or 1 or 10 or 11 ? null : $"S{number % 2}";
            return seller.InRole(number % 3 == 0 ? "Hunter" : "Farmer").ManagedBy(manager);
        })]),
        Workloads.Year, assumptions, 1, 1);
}
