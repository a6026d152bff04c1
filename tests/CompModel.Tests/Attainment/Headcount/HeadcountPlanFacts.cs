namespace CompModel.Tests;

/// <summary>What may be said of who comes and who leaves, and what may not.</summary>
public class HeadcountPlanFacts
{
    private static readonly CompensationPlan Plan = new("AE", new OnTargetEarnings(60_000.Usd, 120_000.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));

    private static PlannedPosition Open(string id, int month = 1) => new(id, "AE", Plan, month, new Quota(Measure.Bookings, 1_000_000.Usd));

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.0000001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_of_leavers_is_at_least_nothing_and_below_all(double rate)
    {
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Attrition.None.InRole("AE", rate)).Message;
        Assert.Contains("at least 0 and below 1", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LeaverRate.Of(0.1).FromMonth(12, rate));
    }

    [Fact]
    public void A_role_has_its_rate_and_everybody_else_the_common_one()
    {
        Attrition attrition = Attrition.Of(0.1).InRole("SDR", LeaverRate.Of(0.3).FromMonth(6, 0.25).FromMonth(12, 0.2));
        Assert.Equal([0.1, 0.1, 0.1, 0.3], new[] { "AE", null, "sdr", "SDR" }.Select(role => attrition.For(role).AnnualAt(0)));
        Assert.Equal([0.3, 0.25, 0.25, 0.2, 0.2], new[] { 5, 6, 11, 12, int.MaxValue }.Select(attrition.For("SDR").AnnualAt));
        Assert.Equal("0.1; SDR 0.3, from month 6 0.25, from month 12 0.2", attrition.ToString());
        Assert.Equal([(0, 0.3), (6, 0.25), (12, 0.2)], attrition.For("SDR").ByTenure);
        Assert.Throws<ArgumentException>(() => attrition.InRole("SDR", 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LeaverRate.Of(0.3).FromMonth(6, 0.2).FromMonth(6, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LeaverRate.Of(0.3).FromMonth(0, 0.2));
        Assert.False(attrition.IsNone);
        Assert.True(Attrition.None.InRole("SDR", 0).IsNone);
    }

    [Fact]
    public void A_monthly_hazard_is_constant_and_leaves_the_rest_of_the_rate_after_a_year()
    {
        Assert.Equal(1, LeaverRate.None.StayingAt(0));
        foreach (double rate in new[] { 1e-9, 0.1, 0.5, 0.999 })
            Assert.Equal(1 - rate, Enumerable.Repeat(LeaverRate.Of(rate).StayingAt(3), 12).Aggregate(1.0, (there, staying) => there * staying), 1e-14); // Twelve products and a root, each within an ulp or two.
    }

    [Fact]
    public void A_delay_takes_its_months_with_their_probabilities()
    {
        // 2^16 uniforms in the middles of equal cells: each probability is a share of them, to a cell.
        Assert.Equal([0, 0, 0, 1, 0], Shares(DelayLaw.Fixed(3), 5));
        Assert.Equal([1.0], Shares(DelayLaw.None, 1));
        Assert.Equal([0.25, 0, 0.75, 0], Shares(DelayLaw.Discrete((2, 0.75), (0, 0.25)), 4));
        Assert.Equal([0.5, 0.25, 0.125], Shares(DelayLaw.Geometric(1), 3));
        Assert.Equal((3, 1.5, 2.5), (DelayLaw.Fixed(3).MeanMonths, DelayLaw.Discrete((2, 0.75), (0, 0.25)).MeanMonths, DelayLaw.Geometric(2.5).MeanMonths));
        // Beyond the year is beyond the year.
        Assert.Equal(DelayLaw.BeyondTheYear, DelayLaw.Fixed(24).MonthsOf(0.5));
        Assert.Equal(DelayLaw.BeyondTheYear, DelayLaw.Discrete((0, 0.5), (30, 0.5)).MonthsOf(0.5));
        Assert.Equal(0, DelayLaw.Discrete((0, 0.5), (30, 0.5)).MonthsOf(0.4999));
        // Ten tenths are one, whatever their doubles sum to.
        Assert.Equal(9, DelayLaw.Discrete([.. Enumerable.Range(0, 10).Select(months => (months, 0.1))]).MonthsOf(1 - 1e-12));
        Assert.Equal((true, true, false), (DelayLaw.Fixed(3).IsSure, DelayLaw.Geometric(0).IsSure, DelayLaw.Geometric(0.1).IsSure));

        static double[] Shares(DelayLaw law, int count)
        {
            int[] months = [.. Enumerable.Range(0, 65_536).Select(cell => law.MonthsOf((cell + 0.5) / 65_536))];
            Assert.Equal(months.Order(), months);
            return [.. Enumerable.Range(0, count).Select(month => months.Count(drawn => drawn == month) / 65_536.0)];
        }
    }

    [Fact]
    public void A_delay_is_of_whole_months_from_nothing_up_with_probabilities_that_sum_to_one()
    {
        Assert.Contains("0 to 120", Assert.Throws<ArgumentOutOfRangeException>(() => DelayLaw.Fixed(-1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DelayLaw.Fixed(121));
        foreach (double mean in new[] { -0.1, 120.1, double.NaN, double.PositiveInfinity })
            Assert.Contains("0 to 120", Assert.Throws<ArgumentOutOfRangeException>(() => DelayLaw.Geometric(mean)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DelayLaw.Discrete((-1, 1)));
        foreach (double probability in new[] { -0.1, 1.1, double.NaN })
            Assert.Contains("between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => DelayLaw.Discrete((0, probability), (1, 0.5))).Message, StringComparison.Ordinal);
        Assert.Contains("sum to 0.9", Assert.Throws<ArgumentException>(() => DelayLaw.Discrete((0, 0.5), (1, 0.4))).Message, StringComparison.Ordinal);
        Assert.Contains("stands twice", Assert.Throws<ArgumentException>(() => DelayLaw.Discrete((1, 0.5), (1, 0.5))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DelayLaw.Discrete());
    }

    [Fact]
    public void A_position_opens_in_a_month_of_the_year_with_the_quotas_of_its_plan()
    {
        foreach (int month in new[] { 0, 13, -1 })
            Assert.Contains("1 to 12", Assert.Throws<ArgumentOutOfRangeException>(() => Open("P1", month)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PlannedPosition("P1", "AE", Plan, 1));
        Assert.Throws<ArgumentException>(() => new PlannedPosition(" ", "AE", Plan, 1, Open("P").Quotas[0]));
        Assert.Throws<ArgumentException>(() => new PlannedPosition("P1", " ", Plan, 1, Open("P").Quotas[0]));
        PlannedPosition position = Open("P1", 3).Earning(new(1.Usd, 2.Usd)).ManagedBy("M");
        Assert.Equal(("P1", "AE", 3, "M", 3.Usd), (position.Id, position.Role, position.StartMonth, position.ManagerId, position.OnTarget.Total));
        Assert.Same(Plan, position.Plan);
    }

    [Fact]
    public void A_plan_says_what_is_off_unless_given()
    {
        var plan = new HeadcountPlan();
        Assert.Equal((0, true, 0.0, 0.0, 0.0, Backfill.Ramping, VacantCredit.Nobody), (plan.Positions.Count, plan.Attrition.IsNone, plan.TimeToFill.MeanMonths, plan.StartSlip.MeanMonths, plan.VacantShare, plan.Backfill, plan.VacantCredit));
        Assert.Contains("'P1' is there twice", Assert.Throws<ArgumentException>(() => new HeadcountPlan(Open("P1"), Open("P1"))).Message, StringComparison.Ordinal);
        foreach (double share in new[] { -0.01, 1.01, double.NaN })
            Assert.Contains("between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => plan.WithVacantShare(share)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.WithVacantShare(0.5, (VacantCredit)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.WithAttrition(Attrition.None, DelayLaw.None, (Backfill)9));
    }

    [Fact]
    public void Verbs_keep_what_others_said()
    {
        HeadcountPlan plan = new HeadcountPlan(Open("P1")).WithAttrition(Attrition.Of(0.25), DelayLaw.Fixed(2), Backfill.FullQuota).WithStartSlip(DelayLaw.Fixed(1)).WithVacantShare(0.5, VacantCredit.ManagersTeam);
        Assert.Equal("attrition 0.25, time to fill 2 months, backfill FullQuota, slip 1 month, vacant 0.5 ManagersTeam, positions P1 <  AE from 1", plan.Canonical);
        Assumptions assumptions = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3)).WithCompanyRange(0.9, 1.1);
        Assert.Null(assumptions.Headcount);
        Assumptions staffed = assumptions.WithHeadcount(plan);
        Assert.Same(plan, staffed.Headcount);
        Assert.Equal(assumptions.Company, staffed.Company);
        Assert.Null(assumptions.Headcount);
    }

    [Fact]
    public void Whatever_else_is_assumed_the_plan_stays()
    {
        var plan = new HeadcountPlan();
        Assumptions staffed = Assumptions.For(Measure.Bookings, AttainmentModel.LogNormal(1, 0.3)).WithHeadcount(plan);
        Assumptions two = staffed.And(Measure.Adoption, AttainmentModel.LogNormal(1, 0.2));
        Assert.All(
            [
                two, two.WithCorrelation(Measure.Bookings, Measure.Adoption, 0.5), two.With(Measure.Adoption, AttainmentModel.LogNormal(2, 0.2)),
                staffed.WithCompanyRange(0.9, 1.1), staffed.WithCompanyCorrelation(0.1), staffed.WithSeasonality(Seasonality.EqualMonths),
            ],
            assumptions => Assert.Same(plan, assumptions.Headcount));
    }
}
