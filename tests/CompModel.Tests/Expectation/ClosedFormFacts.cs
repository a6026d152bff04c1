namespace CompModel.Tests;

/// <summary>Where a closed form is available, what it says at its ends, and why it is not elsewhere.</summary>
public class ClosedFormFacts
{
    private static readonly AttainmentModel Model = AttainmentModel.LogNormal(1, 0.35);

    private static readonly Assumptions Assumed = Assumptions.For(Measure.Bookings, Model);

    private static readonly Assumptions Seasonal = Assumed.WithSeasonality(Seasonality.Quarters(10.Percent, 20.Percent, 30.Percent, 40.Percent));

    [Fact]
    public void The_most_a_capped_curve_pays_is_its_cap()
    {
        PayoutLaw capped = ExpectationCase.Law(Seller(Workloads.Curve.CapAt(payout: 250.Percent)), Model);
        Assert.Equal(250_000, capped.Percentile(1).Value);
        Assert.Equal(0, capped.Percentile(0).Value);
        Assert.Equal(250_000, capped.TailAverage(1e-6).Value, 1e-3); // A probability of 1 − 1e-6 has a spacing of 1e-16, 1e-10 of the tail.
        Assert.Equal(capped.Mean, capped.TailAverage(1).Value, 1e-12 * capped.Mean);
        Assert.Equal(double.PositiveInfinity, ExpectationCase.Law(Seller(Workloads.Curve), Model).Percentile(1).Value);
    }

    [Fact]
    public void A_lump_belongs_to_a_tail_as_far_as_it_is_needed_to_fill_it()
    {
        // 5.5 % sell nothing and are paid a fifth all the same; the dearest 99 % are all but one percent of those.
        AttainmentModel floored = AttainmentModel.Normal(0.8, 0.5, BelowZero.Floored);
        PayoutLaw law = ExpectationCase.Law(Seller(PayoutCurve.Through(BeyondLastKnot.SameSlope, (0, 0.2m), (1, 1))), floored);
        Assert.Equal(20_000, law.Percentile(0.01).Value);
        Assert.Equal((law.Mean - (0.01 * 20_000)) / 0.99, law.TailAverage(0.99).Value, 1e-12 * law.Mean);
    }

    [Fact]
    public void Pay_that_falls_somewhere_has_a_mean_but_no_percentiles()
    {
        PayoutCurve falls = PayoutCurve.Through(BeyondLastKnot.Flat, (0, 0), (1, 1), (1.5m, 0.5m));
        PayoutLaw law = ExpectationCase.Law(Seller(falls), Model);
        Assert.True(law.Mean > 0);
        Assert.Contains("falls", Reason(law.Percentile(0.5)), StringComparison.Ordinal);
        Assert.Contains("falls", Reason(law.TailAverage(0.05)), StringComparison.Ordinal);
        var refusal = Assert.Throws<InvalidOperationException>(() => law.Percentile(0.5).Value);
        Assert.Contains("Not available because", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_s_pay_has_no_closed_form()
    {
        Expected expected = Expect.Incentive(Seller(Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).OfTeam()), Workloads.Year, Assumed);
        Assert.Contains("team", Reason(expected.Mean), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_has_a_closed_form_where_periods_have_the_year_s_attainment()
    {
        Component kept = Component.Of(Measure.Bookings, 1, Workloads.Curve).ToDate(Frequency.Quarterly, Recovery.None);
        PayoutLaw even = Expect.Incentive(Seller(kept), Workloads.Year, Assumed).Law.Value;
        Assert.Equal(Workloads.W1Mean, even.Mean, 1e-12 * even.Mean);
        Assert.Contains("keeps", Reason(Expect.Incentive(Seller(kept), Workloads.Year, Seasonal).Mean), StringComparison.Ordinal);
        // Recovered pay is the year's, whatever the season.
        PayoutLaw recovered = Expect.Incentive(Seller(kept.ToDate(Frequency.Quarterly)), Workloads.Year, Seasonal).Law.Value;
        Assert.Equal(Workloads.W1Mean, recovered.Mean, 1e-12 * recovered.Mean);
    }

    [Fact]
    public void Quarters_alone_in_a_season_pay_each_at_its_own_attainment()
    {
        // A quarter with 40 % of sales and 25 % of quota has 1.6 times the year's attainment, and pays a quarter of the target on it.
        PayoutLaw law = Expect.Incentive(Seller(Component.Of(Measure.Bookings, 1, Workloads.Curve).Each(Frequency.Quarterly)), Workloads.Year, Seasonal).Law.Value;
        double[] scales = [0.4, 0.8, 1.2, 1.6];
        double mean = scales.Sum(scale => ExpectationCase.Law(Seller(Workloads.Curve), AttainmentModel.LogNormal(scale, 0.35)).Mean / 4);
        Assert.Equal(mean, law.Mean, 1e-12 * mean);
        foreach (double attainment in new[] { 0.3, 0.7, 1.1, 2.5 })
            Assert.Equal(scales.Sum(scale => 25_000 * Workloads.Curve.PayoutAt((decimal)(scale * attainment)).ToDouble()), law.At(attainment), 1e-9);
    }

    [Fact]
    public void Means_of_components_add_and_laws_do_not()
    {
        var plan = new CompensationPlan(
            "two", new OnTargetEarnings(0.Usd, 100_000.Usd),
            Component.Of(Measure.Bookings, 70.Percent, Workloads.Curve), Component.Of(Measure.Adoption, 30.Percent, PayoutCurve.Linear));
        var participant = new Participant("R1", plan, new Quota(Measure.Bookings, 1_000_000.Usd), new Quota(Measure.Adoption, 100));
        Expected expected = Expect.Incentive(participant, Workloads.Year, Assumed.And(Measure.Adoption, AttainmentModel.LogNormal(0.9, 0.2)));
        Assert.Equal((0.7 * Workloads.W1Mean) + (0.3 * 90_000), expected.Mean.Value, 1e-12 * 110_000);
        Assert.Contains("2 components", Reason(expected.Law), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Expect.Incentive(participant, Workloads.Year, Assumed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_tail_is_a_share_above_zero(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExpectationCase.Law(Seller(Workloads.Curve), Model).TailAverage(share));

    private static Participant Seller(PayoutCurve curve) => Seller(Component.Of(Measure.Bookings, 1, curve));

    private static Participant Seller(Component component) =>
        new("R1", new CompensationPlan("one", new OnTargetEarnings(0.Usd, 100_000.Usd), component), new Quota(Measure.Bookings, 1_000_000.Usd));

    private static string Reason<T>(ClosedForm<T> form) => Assert.IsType<ClosedForm<T>.NotAvailable>(form).Because;
}
