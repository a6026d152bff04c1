using NodaTime;

namespace CompModel.Tests;

public class TermsFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly OnTargetEarnings OnTarget = new(@base: 120_000.Usd, targetIncentive: 60_000.Usd);

    private static CompensationPlan Plan(Component component) => new("p", OnTarget, component);

    private static Component Bookings => Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);

    private static Participant Person(CompensationPlan plan, decimal quota) => new("R1", plan, new Quota(Measure.Bookings, quota.Usd));

    private static IEnumerable<Amount> Quotas(Participant participant) => participant.TermsFor(Year).Components[0].Periods.Select(period => period.Quota);

    private static Amount[] Dollars(params decimal[] values) => [.. values.Select(value => (Amount)value.Usd)];

    [Fact]
    public void Quotas_in_money_are_issued_in_whole_units_that_sum_to_the_annual()
    {
        // 1,000,001 a year: 250,000.25 a quarter; the dollar left over goes to the first.
        Assert.Equal(Dollars(250_001, 250_000, 250_000, 250_000), Quotas(Person(Plan(Bookings.Each(Frequency.Quarterly)), 1_000_001)));
        Assert.Equal(Dollars(1_000_001), Quotas(Person(Plan(Bookings), 1_000_001)));
    }

    [Fact]
    public void The_unit_left_over_goes_to_the_largest_remainder()
    {
        CompensationPlan plan = Plan(Bookings.Each(Frequency.Quarterly)).WithSeasonality(Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent));
        // 1,000,001 in 180,000.18 / 220,000.22 / 240,000.24 / 360,000.36.
        Assert.Equal(Dollars(180_000, 220_000, 240_000, 360_001), Quotas(Person(plan, 1_000_001)));
    }

    [Fact]
    public void Quotas_in_units_stay_exact()
    {
        var plan = new CompensationPlan("p", OnTarget, Component.Of(Measure.Adoption, 1, PayoutCurve.Linear).Each(Frequency.Quarterly));
        var participant = new Participant("R1", plan, new Quota(Measure.Adoption, 10));
        Assert.All(Quotas(participant), quota => Assert.Equal(new Amount(2.5m, Currency.None), quota));
    }

    [Fact]
    public void A_quota_with_cents_stays_exact_so_that_the_year_asks_what_was_stated()
    {
        Assert.Equal(Dollars(999.50m), Quotas(Person(Plan(Bookings), 999.50m)));
        Assert.Equal(Dollars(249.875m, 249.875m, 249.875m, 249.875m), Quotas(Person(Plan(Bookings.Each(Frequency.Quarterly)), 999.50m)));
    }

    [Fact]
    public void Quotas_too_small_for_a_unit_each_period_stay_exact() =>
        Assert.All(Quotas(Person(Plan(Bookings.Each(Frequency.Monthly)), 6)), quota => Assert.Equal(0.5m.Usd, quota));

    [Fact]
    public void The_target_falls_on_periods_as_the_quota_does()
    {
        CompensationPlan plan = Plan(Bookings.Each(Frequency.Quarterly)).WithSeasonality(Seasonality.Quarters(18.Percent, 22.Percent, 24.Percent, 36.Percent));
        ComponentTerms terms = Person(plan, 1_000_000).TermsFor(Year).Components[0];
        Assert.Equal(Dollars(10_800, 13_200, 14_400, 21_600), terms.Periods.Select(period => period.Target));
        Assert.Equal(Dollars(10_800, 24_000, 38_400, 60_000), terms.ToDate.Select(period => period.Target));
        Assert.Equal(6.Percent, terms.BaseRate);
    }

    [Fact]
    public void A_hire_is_prorated_by_the_days_of_the_month()
    {
        // 14 of March's 31 days, then nine full months, of twelfths of 744,000: 28,000 and 558,000. Targets alike.
        Participant hire = Person(Plan(Bookings.Each(Frequency.Quarterly)), 744_000).HiredOn(new(2026, 3, 18));
        ComponentTerms terms = hire.TermsFor(Year).Components[0];
        Assert.Equal(Dollars(28_000, 186_000, 186_000, 186_000), terms.Periods.Select(period => period.Quota));
        Assert.Equal((Amount)60_000.Usd * ((Rational)14 / 31 / 12), terms.Periods[0].Target);
        Assert.Equal((Amount)120_000.Usd * (((Rational)14 / 31 / 12) + ((Rational)9 / 12)), hire.TermsFor(Year).Salary(Year.Days));
        Assert.Equal("2026-03-18 to 2026-12-31", hire.TermsFor(Year).Active.ToString());
    }

    [Fact]
    public void A_raise_in_the_middle_of_a_month_cuts_it_by_days()
    {
        // 16 April: fifteen of 30 days at 60,000 and 120,000, fifteen at 90,000 and 180,000; two more months of the quarter at the latter.
        Participant raised = Person(Plan(Bookings.Each(Frequency.Quarterly)), 1_200_000).EarningFrom(new(2026, 4, 16), new(180_000.Usd, 90_000.Usd));
        ParticipantTerms terms = raised.TermsFor(Year);
        Assert.Equal(Dollars(15_000, 2_500 + 3_750 + 15_000, 22_500, 22_500), terms.Components[0].Periods.Select(period => period.Target));
        Assert.Equal(Dollars(5_000 + 7_500)[0], terms.Salary(Year.Month(4).Days));
        string text = raised.Statement(Year.Quarter(2), []).Explain();
        Assert.Contains("On-target earnings 180,000.00 USD (120,000.00 USD + 60,000.00 USD);\n  from 2026-04-16 270,000.00 USD (180,000.00 USD + 90,000.00 USD)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Earnings_that_are_the_same_from_a_date_on_are_stated_once()
    {
        string text = Person(Plan(Bookings), 1_200_000).EarningFrom(new(2026, 4, 16), OnTarget).Statement(Year.Quarter(2), []).Explain();
        Assert.Contains("On-target earnings 180,000.00 USD (120,000.00 USD + 60,000.00 USD)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void On_leave_neither_quota_nor_target_accrues_and_salary_does()
    {
        // Away from 16 April to the end of July: half of April's and all of three months' twelfths are neither asked nor offered.
        Participant away = Person(Plan(Bookings.Each(Frequency.Quarterly)), 1_200_000).OnLeave(new(new(2026, 4, 16), new(2026, 8, 1)), "parental");
        ParticipantTerms terms = away.TermsFor(Year);
        Assert.Equal(Dollars(300_000, 50_000, 200_000, 300_000), terms.Components[0].Periods.Select(period => period.Quota));
        Assert.Equal(Dollars(15_000, 2_500, 10_000, 15_000), terms.Components[0].Periods.Select(period => period.Target));
        Assert.Equal(Dollars(120_000)[0], terms.Salary(Year.Days));
        Assert.Contains("Leave 2026-04-16 to 2026-07-31: parental\n", away.Statement(Year.Quarter(2), []).Explain(), StringComparison.Ordinal);
        // What closes on those days counts.
        Assert.Equal(2_500.Usd, away.Statement(Year.Quarter(2), [new Credit("R1", Measure.Bookings, new(2026, 5, 4), 50_000.Usd, "D1")]).Earned);
    }

    [Fact]
    public void A_month_of_which_half_is_leave_counts_whole_and_one_of_which_more_is_does_not()
    {
        Participant Away(LocalDate end, Proration proration) =>
            Person(Plan(Bookings).WithProration(proration), 1_200_000).OnLeave(new(new(2026, 4, 1), end), "parental");
        Assert.Equal(Dollars(1_200_000), Quotas(Away(new(2026, 4, 16), Proration.ByWholeMonths)));
        Assert.Equal(Dollars(1_100_000), Quotas(Away(new(2026, 4, 17), Proration.ByWholeMonths)));
        Assert.Equal(Dollars(1_200_000), Quotas(Away(new(2026, 12, 1), Proration.None)));
    }

    [Fact]
    public void A_relief_lowers_the_quota_of_its_days_and_the_target_only_where_it_says_so()
    {
        Participant person = Person(Plan(Bookings.Each(Frequency.Quarterly)), 1_200_000);
        DateRange may = Year.Month(5).Days;
        ComponentTerms quota = person.WithQuotaRelief(may, 40.Percent, "territory open").TermsFor(Year).Components[0];
        ComponentTerms both = person.WithQuotaRelief(may, 40.Percent, "part time", Relieved.QuotaAndTarget).TermsFor(Year).Components[0];
        Assert.Equal((Dollars(260_000)[0], Dollars(15_000)[0]), (quota.Periods[1].Quota, quota.Periods[1].Target));
        Assert.Equal((Dollars(260_000)[0], Dollars(13_000)[0]), (both.Periods[1].Quota, both.Periods[1].Target));
        Assert.Equal(Dollars(300_000)[0], quota.Periods[2].Quota);
    }

    [Fact]
    public void A_hire_by_whole_months_and_without_proration_follows_its_rule()
    {
        Participant half = Person(Plan(Bookings).WithProration(Proration.ByWholeMonths), 1_200_000);
        Assert.Equal(Dollars(900_000), Quotas(half.HiredOn(new(2026, 3, 18))));
        Assert.Equal(Dollars(1_000_000), Quotas(half.HiredOn(new(2026, 3, 16))));
        Assert.Equal(Dollars(1_200_000), Quotas(Person(Plan(Bookings).WithProration(Proration.None), 1_200_000).HiredOn(new(2026, 12, 31))));
    }

    [Fact]
    public void Who_is_not_there_in_the_year_has_no_quota_and_no_target()
    {
        ParticipantTerms terms = Person(Plan(Bookings), 1_200_000).HiredOn(new(2027, 1, 1)).TermsFor(Year);
        Assert.Equal(0.Usd, terms.Components[0].Quota);
        Assert.Equal(0.Usd, terms.TargetIncentive);
        Assert.Equal(Rational.Zero, terms.Components[0].BaseRate);
        Assert.True(terms.Active.IsEmpty);
    }

    [Fact]
    public void A_quota_change_inside_a_period_counts_each_for_its_days()
    {
        // May has 31 days: 15 at 1,240,000 a year, 16 at 2,480,000.
        var quota = new Quota(Measure.Bookings, 1_240_000.Usd).From(new(2026, 5, 16), 2_480_000.Usd);
        var participant = new Participant("R1", Plan(Bookings.Each(Frequency.Monthly)), quota);
        Amount[] months = [.. Quotas(participant)];
        Rational may = ((Rational)1_240_000 * 15 / 31 / 12) + ((Rational)2_480_000 * 16 / 31 / 12);
        Assert.True((months[4].Value - may).Abs() < 1, $"{months[4]} for {may}");
        Assert.Equal(103_333, months[3].Value);
        Assert.Equal(206_667, months[5].Value);
    }

    [Fact]
    public void A_ramp_scales_the_quota_and_not_the_target()
    {
        CompensationPlan plan = Plan(Bookings.Each(Frequency.Monthly)).WithRamp(Ramp.Of(25.Percent, 50.Percent, 75.Percent));
        ComponentTerms terms = Person(plan, 1_200_000).HiredOn(new(2026, 3, 1)).TermsFor(Year).Components[0];
        Assert.Equal(
            Dollars(0, 0, 25_000, 50_000, 75_000, 100_000, 100_000, 100_000, 100_000, 100_000, 100_000, 100_000),
            terms.Periods.Select(period => period.Quota));
        Assert.All(terms.Periods.Skip(2), period => Assert.Equal(5_000.Usd, period.Target));
        Assert.Equal(50_000.Usd, terms.Target);
    }

    [Fact]
    public void A_ramp_from_the_middle_of_a_month_changes_in_the_middle_of_months()
    {
        CompensationPlan plan = Plan(Bookings.Each(Frequency.Monthly)).WithRamp(Ramp.Of(50.Percent));
        // Hired 16 April: half the quota to 15 May. April 15 of 30 days; May 15 of 31 at half, 16 at full.
        ComponentTerms terms = Person(plan, 744_000).HiredOn(new(2026, 4, 16)).TermsFor(Year).Components[0];
        Assert.Equal(15_500.Usd, terms.Periods[3].Quota);
        Assert.Equal(47_000.Usd, terms.Periods[4].Quota);
    }

    [Fact]
    public void Own_earnings_and_weights_make_the_target()
    {
        var plan = new CompensationPlan(
            "p", OnTarget, Component.Of(Measure.Bookings, (Rational)1 / 3, PayoutCurve.Linear), Component.Of(Measure.Adoption, (Rational)2 / 3, PayoutCurve.Linear));
        ParticipantTerms terms = new Participant("R1", plan, new Quota(Measure.Bookings, 1.Usd), new Quota(Measure.Adoption, 1)).Earning(new(0.Usd, 100.Usd)).TermsFor(Year);
        Assert.Equal([(Rational)100 / 3, (Rational)200 / 3], terms.Components.Select(component => component.Target.Value));
        Assert.Equal(100.Usd, terms.TargetIncentive);
    }
}
