using NodaTime;

namespace CompModel.Tests.Offers;

/// <summary>An offer by year at target, worked out by hand.</summary>
public class OfferFacts
{
    private static readonly PlanYear[] Years = [PlanYear.Calendar(2026), PlanYear.Calendar(2027), PlanYear.Calendar(2028)];

    private static readonly LocalDate Start = new(2026, 7, 1);

    [Fact]
    public void Half_a_year_pays_half_of_salary_and_target_and_a_raise_counts_from_its_day()
    {
        Participant rep = Rep().EarningFrom(new(2027, 4, 1), new(132_000.Usd, 120_000.Usd));
        OfferProjection at = new Offer("A", rep).Project(Years);
        Assert.Equal([60_000.Usd, 129_000.Usd, 132_000.Usd], at.Years.Select(year => year.Pay[OfferPart.Salary]));
        Assert.Equal([60_000.Usd, 120_000.Usd, 120_000.Usd], at.Years.Select(year => year.Pay[OfferPart.Incentive]));
        Assert.Equal(621_000.Usd, at.InAll.Total);
    }

    [Fact]
    public void A_month_in_part_and_a_leap_year_count_by_days()
    {
        // From 16 February 2028: 14 of 29 days, and ten months.
        OfferProjection at = new Offer("A", Rep().HiredOn(new(2028, 2, 16))).Project([PlanYear.Calendar(2028)]);
        Assert.Equal(10_000.Usd * (10 + Rational.Of(14, 29)), at.InAll[OfferPart.Salary]);
        // Each month's incentive is rounded where it is earned.
        Assert.Equal(104_827.59m.Usd, at.InAll[OfferPart.Incentive]);
    }

    [Theory]
    [InlineData(80, 96_000)]
    [InlineData(100, 120_000)]
    [InlineData(120, 168_000)]
    public void At_another_attainment_the_curve_says_what_is_earned(int percent, int incentive) =>
        Assert.Equal(incentive.Usd, new Offer("A", Rep().HiredOn(new(2026, 1, 1))).Project(Years[..1], percent.Percent).InAll[OfferPart.Incentive]);

    [Fact]
    public void A_ramp_scales_quota_and_leaves_the_target_to_be_earned()
    {
        CompensationPlan plan = Plan().WithRamp(Ramp.Of(0, 50.Percent).PayingTargetWithoutQuota());
        OfferProjection at = new Offer("A", new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Start)).Project(Years[..1]);
        Assert.Equal(new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Start).TermsFor(Years[0]).TargetIncentive, at.InAll[OfferPart.Incentive]);
    }

    [Fact]
    public void A_guarantee_is_shown_as_what_it_adds()
    {
        CompensationPlan plan = Plan().WithPayments(PaymentTerms.AsEarned.With(Guarantee.Of(12_000.Usd, new(Start, Start.PlusMonths(3)))));
        OfferProjection at = new Offer("A", new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Start)).Project(Years[..1]);
        // Three months of 10,000 are lifted to 12,000.
        Assert.Equal((60_000.Usd, 6_000.Usd), (at.InAll[OfferPart.Incentive], at.InAll[OfferPart.TopUp]));
        Assert.Equal([2_000.Usd, 2_000.Usd, 2_000.Usd, 0.Usd], at.Months.Skip(6).Take(4).Select(month => month.Pay[OfferPart.TopUp]));
    }

    // Months that end on 1 to 3 December are the last of their calendar year, too.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_match_is_trued_up_on_whatever_day_a_fiscal_year_starts(int day)
    {
        PlanYear first = PlanYear.Starting(new(2026, 1, day)), second = PlanYear.Starting(new(2027, 1, day));
        Offer offer = new Offer("A", Rep()).WithMatch(RetirementMatch.OfPay((6.Percent, 100.Percent)).Funded(MatchFunding.TruedUp), Deferral.OfPay(90.Percent), new RetirementLimits(deferral: 12_000.Usd));
        OfferProjection at = offer.Project([first, second]);
        // All of a calendar year's months are in the two years, and 6 % of their pay is matched in full.
        OfferMonth[] months = [.. at.Months.Where(month => month.LastDay.Year == 2027)];
        Amount wages = months.Aggregate(0.Usd * 1, (sum, month) => sum + month.Pay[OfferPart.Salary] + month.Pay[OfferPart.Incentive]);
        Assert.Equal(12, months.Length);
        Assert.Equal(Rational.Min(12_000, (wages * 6.Percent).Value), months.Aggregate(0.Usd * 1, (sum, month) => sum + month.Pay[OfferPart.Retirement]).Value);
    }

    [Fact]
    public void Grants_of_later_days_are_not_granted_yet()
    {
        Offer offer = new Offer("A", Rep()).WithEquity(SharePricePath.Flat(0.00015m.Usd), [new Grant("now", Start, 1_000_000, VestingSchedule.Annual(4)), new Grant("later", new(2035, 1, 1), 400, VestingSchedule.Annual(4))]);
        Assert.Equal(1_000_000, offer.Tranches(new(2030, 1, 1)).Shares);
        Assert.Equal(150.Usd, offer.EquityExpense(ExpensePolicy.Asc718(Attribution.StraightLine), new(2030, 1, 1))!.Total);
    }

    [Fact]
    public void Sign_on_in_two_installments_falls_in_two_years()
    {
        OfferProjection at = new Offer("A", Rep()).WithSignOn(SignOnBonus.Of((1, 30_000.Usd), (12, 20_000.Usd))).Project(Years);
        Assert.Equal([30_000.Usd, 20_000.Usd, 0.Usd], at.Years.Select(year => year.Pay[OfferPart.SignOn]));
    }

    [Fact]
    public void Grants_and_refreshers_count_at_the_price_of_the_day_on_which_they_vest()
    {
        // 400 shares a quarter: 100 at 100 until 2027-07-01, then 110. The refresher of 11,000 at 110 is 100 shares, 25 a quarter.
        var price = SharePricePath.Growing(100.Usd, Start, 10.Percent);
        Offer offer = new Offer("A", Rep()).WithEquity(price, [new Grant("G", Start, 400, VestingSchedule.Quarterly(4))], Refresher.EachYear(11_000.Usd, VestingSchedule.Quarterly(4), throughYear: 1));
        OfferProjection at = offer.Project(Years);
        Assert.Equal([10_000.Usd, 10_000.Usd + 10_000.Usd + 11_000.Usd + 2_750.Usd, 2_750.Usd * 2 + (121.Usd * 25)], at.Years.Select(year => year.Pay[OfferPart.Equity]));
        // At twice the price the grant is worth twice as much; the refresher buys half as many shares, 50 in parts of 12 and 13.
        Assert.Equal([20_000.Usd, 62_000.Usd + (2_640.Usd * 1), (220.Usd * 25) + (242.Usd * 13)], offer.AtSharePrice(SharePricePath.Growing(200.Usd, Start, 10.Percent)).Project(Years).Years.Select(year => year.Pay[OfferPart.Equity]));
    }

    [Fact]
    public void A_match_counts_by_calendar_year_and_is_trued_up_in_its_last_month()
    {
        RetirementMatch full = RetirementMatch.OfPay((3.Percent, 100.Percent)).Funded(MatchFunding.TruedUp);
        var limits = new RetirementLimits(deferral: 12_000.Usd);
        // 20,000 a month in half a year: 20 % are 4,000, so that three months reach the limit; 3 % of 120,000 are matched, 600 a month and the rest at the end.
        OfferProjection at = new Offer("A", Rep()).WithMatch(full, Deferral.OfPay(20.Percent), limits).Project(Years[..1]);
        Assert.Equal([600.Usd, 600.Usd, 600.Usd, 0.Usd, 0.Usd, 1_800.Usd], at.Months.Skip(6).Select(month => month.Pay[OfferPart.Retirement]));
        Assert.Equal([4_000.Usd, 4_000.Usd, 4_000.Usd, 0.Usd, 0.Usd, 0.Usd], at.Months.Skip(6).Select(month => month.Deferral));
        // On salary alone 2,000 are deferred of 10,000 a month.
        Assert.Equal(1_800.Usd, new Offer("A", Rep()).WithMatch(full, Deferral.OfPay(20.Percent), limits).MatchingOn(EligiblePay.Salary).Project(Years[..1]).InAll[OfferPart.Retirement]);
    }

    [Fact]
    public void A_fiscal_year_that_ends_in_January_keeps_the_limits_of_two_calendar_years()
    {
        PlanYear[] fiscal = [PlanYear.Starting(new(2026, 2, 1)), PlanYear.Starting(new(2027, 2, 1))];
        OfferProjection at = new Offer("A", Rep(target: 0).HiredOn(new(2026, 2, 1))).WithMatch(RetirementMatch.OfDeferrals((6_000.Usd, 100.Percent)), Deferral.OfPay(50.Percent),
            new EffectiveDated<RetirementLimits>(new RetirementLimits(deferral: 20_000.Usd)).From(new(2027, 1, 1), new(deferral: 25_000.Usd))).Project(fiscal);
        // 5,000 a month: 6,000 of 2026 and 5,000 of January 2027 fall in the first year, the other 1,000 of 2027 and 5,000 of January 2028 in the second.
        Assert.Equal([11_000.Usd, 6_000.Usd], at.Years.Select(year => year.Pay[OfferPart.Retirement]));
        Assert.Equal([25_000m, 25_000m], at.Months.Chunk(12).Select(year => year.Sum(month => month.Deferral.Value)));
    }

    [Fact]
    public void A_true_up_waits_for_the_end_of_the_calendar_year()
    {
        // 20,000 a month, 20 % deferred up to 12,000: three months are matched 600 each. The eleven months of 2026 are trued up in December to 3 % of 220,000; January has its own 600.
        RetirementMatch full = RetirementMatch.OfPay((3.Percent, 100.Percent)).Funded(MatchFunding.TruedUp);
        OfferProjection At(PlanYear year) => new Offer("A", Rep().HiredOn(year.Start)).WithMatch(full, Deferral.OfPay(20.Percent), new RetirementLimits(deferral: 12_000.Usd)).Project([year]);
        OfferProjection fiscal = At(PlanYear.Starting(new(2026, 2, 1)));
        Assert.Equal([0.Usd, 4_800.Usd, 600.Usd], fiscal.Months.Skip(9).Select(month => month.Pay[OfferPart.Retirement]));
        // A year of weeks that ends on 27 December has no later month in 2026.
        Assert.Equal(7_200.Usd, At(PlanYear.Weeks(new(2025, 12, 29), WeekPattern.FourFourFive)).InAll[OfferPart.Retirement]);
    }

    [Fact]
    public void Catch_up_follows_the_year_of_birth()
    {
        Offer offer = new Offer("A", Rep().HiredOn(new(2026, 1, 1))).WithMatch(RetirementMatch.None, Deferral.OfPay(100.Percent), new RetirementLimits(24_500.Usd).WithCatchUp(8_000.Usd));
        Assert.Equal([24_500m, 32_500m], new[] { offer, offer.BornIn(1976) }.Select(each => each.Project(Years[..1]).Months.Sum(month => month.Deferral.Value)));
    }

    [Fact]
    public void Benefits_are_worth_one_sum_and_cost_another()
    {
        OfferProjection at = new Offer("A", Rep()).WithBenefits(Benefit.Of("health", 12_000.Usd).Costing(9_000.Usd), Benefit.Of("meals", 2_400.Usd)).Project(Years[..2]);
        Assert.Equal([7_200.Usd, 14_400.Usd], at.Years.Select(year => year.Pay[OfferPart.Benefits]));
        Assert.Equal([5_700.Usd, 11_400.Usd], at.Cost([]).Years.Select(year => year.Cost[CostPart.Benefits]));
    }

    [Fact]
    public void Employer_cost_takes_the_expense_of_grants_and_shows_what_vests_beside_it()
    {
        // 6 % of wages up to 50,000 of a calendar year; wages are 20,000 a month, and 10,000 of shares in October.
        Tax tax = Tax.UpTo("social", 6.Percent, 50_000.Usd);
        Offer offer = new Offer("A", Rep()).WithEmployerTaxes(tax).WithSignOn(SignOnBonus.Of((0, 5_000.Usd)))
            .WithEquity(SharePricePath.Flat(100.Usd), [new Grant("G", Start, 400, VestingSchedule.Quarterly(4))]);
        OfferProjection at = offer.Project(Years[..2]);
        (LocalDate, Amount)[] expense = [(new(2026, 7, 1), 7_000.Usd), (new(2026, 12, 31), 3_000.Usd), (new(2027, 1, 1), 500.Usd), (new(2030, 1, 1), 9.Usd)];
        EmployerCost cost = at.Cost(expense);
        Assert.Equal([125_000.Usd, 3_000.Usd, 0.Usd, 0.Usd, 10_000.Usd], Breakdown<CostPart>.Parts.Select(part => cost.Years[0].Cost[part]));
        Assert.Equal((10_000.Usd, 30_000.Usd), (cost.Years[0].EquityVesting, cost.Years[1].EquityVesting));
        Assert.Equal(138_000.Usd, cost.Years[0].Cost.Total);
        Assert.Equal([1_500.Usd, 1_200.Usd, 300.Usd], at.Months.Skip(6).Take(3).Select(month => month.EmployerTaxes.Single()));
        // The company's year from October: three months of the first plan year and nine of the second.
        CostYear fiscal = Assert.Single(at.Cost([PlanYear.Starting(new(2026, 10, 1))], expense).Years);
        Assert.Equal((240_000.Usd, 3_500.Usd, 40_000.Usd), (fiscal.Cost[CostPart.CashCompensation], fiscal.Cost[CostPart.EquityExpense], fiscal.EquityVesting));
    }

    [Fact]
    public void Two_offers_side_by_side_differ_part_by_part()
    {
        OfferProjection one = new Offer("A", Rep()).WithSignOn(SignOnBonus.Of((0, 50_000.Usd))).Project(Years);
        OfferProjection other = new Offer("B", Rep(salary: 150_000)).WithBenefits(Benefit.Of("health", 6_000.Usd)).Project(Years);
        var compared = new OfferComparison(one, other);
        Assert.Equal([15_000.Usd, 30_000.Usd, 30_000.Usd], compared.Years.Select(year => year.Difference[OfferPart.Salary]));
        Assert.Equal([-32_000.Usd, 36_000.Usd, 36_000.Usd], compared.Years.Select(year => year.Difference.Total));
        Assert.Equal(40_000.Usd, compared.InAll.Difference.Total);
        Assert.Equal(["B less A, in USD", "                      2026          2027          2028        in all", "Salary              15,000        30,000        30,000        75,000",
            "SignOn             -50,000             0             0       -50,000", "Benefits             3,000         6,000         6,000        15,000",
            "total              -32,000        36,000        36,000        40,000", ""], compared.Explain().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void Printed_columns_add_up()
    {
        // A third of a unit each in three parts: whole units that sum to one.
        var parts = new Breakdown<OfferPart>(Currency.Usd, new[] { OfferPart.Salary, OfferPart.Equity, OfferPart.Benefits }.Select(part => (part, new Amount(Rational.Of(1, 3), Currency.Usd))));
        Assert.Equal([1.Usd, 0.Usd, 0.Usd, 1.Usd], [parts.Rounded(1)[OfferPart.Salary], parts.Rounded(1)[OfferPart.Equity], parts.Rounded(1)[OfferPart.Benefits], parts.Rounded(1).Total]);
        Assert.Contains("at 100 % of quota, in USD", new Offer("A", Rep()).Project(Years).Explain());
    }

    [Fact]
    public void Commission_without_quota_needs_its_credits_said()
    {
        var plan = new CompensationPlan("c", new OnTargetEarnings(120_000.Usd, 0.Usd), Component.Commission(Measure.Bookings, RateTable.Marginal((0, 10.Percent))));
        var offer = new Offer("A", new Participant("R1", plan).HiredOn(Start));
        Assert.Contains("'bookings' of participant 'R1' counts bookings, for which there is no quota", Assert.Throws<ArgumentException>(() => offer.Project(Years[..1])).Message);
        OfferProjection at = offer.Project(Years[..1], 1, new Credit("R1", Measure.Bookings, new(2026, 9, 1), 400_000.Usd, "D1"));
        Assert.Equal(40_000.Usd, at.InAll[OfferPart.Incentive]);
    }

    [Fact]
    public void Objectives_are_met_at_target_and_never_pay_more()
    {
        var plan = new CompensationPlan("m", new OnTargetEarnings(120_000.Usd, 12_000.Usd), Component.Objective("launch", 1).Each(Frequency.Quarterly));
        var offer = new Offer("A", new Participant("R1", plan).HiredOn(new(2026, 1, 1)));
        Assert.Equal([9_600.Usd, 12_000.Usd, 12_000.Usd], new[] { 80, 100, 120 }.Select(percent => offer.Project(Years[..1], percent.Percent).InAll[OfferPart.Incentive]));
    }

    [Fact]
    public void A_year_of_weeks_is_projected_by_its_own_months()
    {
        PlanYear weeks = PlanYear.Weeks(new(2025, 12, 29), WeekPattern.FourFourFive);
        OfferProjection at = new Offer("A", Rep().HiredOn(new(2025, 12, 29))).WithMatch(RetirementMatch.OfPay((5.Percent, 100.Percent)).Funded(MatchFunding.TruedUp), Deferral.OfPay(5.Percent), RetirementLimits.None).Project([weeks]);
        Assert.Equal((120_000.Usd, 120_000.Usd, 12_000.Usd), (at.InAll[OfferPart.Salary], at.InAll[OfferPart.Incentive], at.InAll[OfferPart.Retirement]));
    }

    [Fact]
    public void A_change_of_plan_starts_new_windows_and_the_target_is_still_earned()
    {
        Participant rep = Rep().HiredOn(new(2026, 1, 1)).OnPlanFrom(new(2026, 5, 16), Plan(60_000));
        OfferProjection at = new Offer("A", rep).Project(Years[..1]);
        // Four months and 15 of 31 days at 10,000; then 16 of 31 days and seven months at 5,000. Two roundings, a window each: at most a cent.
        Rational exact = (10_000 * (4 + Rational.Of(15, 31))) + (5_000 * (7 + Rational.Of(16, 31)));
        Assert.True((at.InAll[OfferPart.Incentive].Value - exact).Abs() <= 0.01m);
    }

    [Fact]
    public void Without_proration_the_whole_target_is_earned_after_the_hire()
    {
        OfferProjection at = new Offer("A", new Participant("R1", Plan().WithProration(Proration.None), new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Start)).Project(Years[..1]);
        Assert.Equal((60_000.Usd, 120_000.Usd), (at.InAll[OfferPart.Salary], at.InAll[OfferPart.Incentive]));
    }

    [Fact]
    public void Gates_and_multipliers_on_other_measures_are_met_at_target()
    {
        // Quotas that no month and no quarter divides: each is issued in whole units.
        var plan = new CompensationPlan("g", new OnTargetEarnings(0.Usd, 120_000.Usd),
            Component.Of(Measure.Bookings, 60.Percent, PayoutCurve.Linear).Each(Frequency.Monthly),
            Component.Of(Measure.Bookings, 40.Percent, PayoutCurve.Linear).Each(Frequency.Quarterly).Named("quarters").OnlyIf(Condition.AttainmentAtLeast(Measure.OfMoney("margin"), 1)).OnlyIf(Condition.AttainmentAtLeast(Measure.Bookings, 1)))
            .Times(Multiplier.Of(Measure.Adoption, PayoutCurve.Step((1, 1))));
        Participant rep = new Participant("R1", plan, new Quota(Measure.Bookings, 1_000_003.Usd), new Quota(Measure.OfMoney("margin"), 500_001.Usd), new Quota(Measure.Adoption, 77)).HiredOn(new(2026, 1, 1));
        // What a quarter's quota is more than its months' is at most a few units of 250,000, of 30,000: less than a dollar a year.
        Amount incentive = new Offer("A", rep).Project(Years[..1]).InAll[OfferPart.Incentive];
        Assert.True((incentive.Value - 120_000).Abs() < 1, incentive.ToString());
        Assert.True(new Offer("A", rep).Project(Years[..1], 99.Percent).InAll[OfferPart.Incentive].Value.Sign == 0);
    }

    [Fact]
    public void A_commission_placed_by_one_measure_and_paid_on_another_is_credited_with_both()
    {
        Measure margin = Measure.OfMoney("margin");
        var plan = new CompensationPlan("c", new OnTargetEarnings(0.Usd, 0.Usd), Component.Commission(Measure.Bookings, margin, RateTable.Marginal((0, 10.Percent))).Each(Frequency.Quarterly));
        Participant rep = new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd), new Quota(margin, 400_000.Usd)).HiredOn(new(2026, 1, 1));
        Assert.Equal(40_000.Usd, new Offer("A", rep).Project(Years[..1]).InAll[OfferPart.Incentive]);
    }

    [Fact]
    public void A_guarantee_tops_up_what_is_earned_though_cash_comes_later()
    {
        CompensationPlan plan = Plan().WithPayments(PaymentTerms.AsEarned.With(EventShares.OnCash).With(Guarantee.Of(12_000.Usd, Years[0].Days)));
        OfferProjection at = new Offer("A", new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Start)).Project(Years[..1]);
        Assert.Equal((60_000.Usd, 12_000.Usd), (at.InAll[OfferPart.Incentive], at.InAll[OfferPart.TopUp]));
    }

    [Fact]
    public void Balances_go_on_from_year_to_year()
    {
        // A draw that is never owed, in the first year alone: 15,000 in place of 10,000 a month.
        CompensationPlan plan = Plan().WithPayments(PaymentTerms.AsEarned.With(new Draw.NonRecoverable(15_000.Usd, Years[0].Days)));
        OfferProjection at = new Offer("A", new Participant("R1", plan, new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Start)).Project(Years[..2]);
        Assert.Equal([30_000.Usd, 0.Usd], at.Years.Select(year => year.Pay[OfferPart.TopUp]));
    }

    [Fact]
    public void Bad_offers_are_refused()
    {
        Assert.Contains("HiredOn says it", Assert.Throws<ArgumentException>(() => new Offer("A", new Participant("R1", Plan(), new Quota(Measure.Bookings, 1.Usd)))).Message);
        Assert.Contains("leaves on 2027-01-31", Assert.Throws<ArgumentException>(() => new Offer("A", Rep().TerminatedOn(new(2027, 1, 31)))).Message);
        Assert.Throws<ArgumentException>(() => new Offer(" ", Rep()));
        var offer = new Offer("A", Rep());
        Assert.Contains("pays USD; its sign-on bonus is in EUR", Assert.Throws<ArgumentException>(() => offer.WithSignOn(SignOnBonus.Of((0, 1.In(Currency.Eur))))).Message);
        Assert.Contains("before the start", Assert.Throws<ArgumentOutOfRangeException>(() => offer.WithSignOn(SignOnBonus.At((new VestingTime.On(new(2026, 6, 30)), 1.Usd)))).Message);
        Assert.Throws<ArgumentException>(() => offer.WithEquity(SharePricePath.Flat(1.In(Currency.Eur)), []));
        Assert.Contains("grant 'G' is of 2026-06-30, before it", Assert.Throws<ArgumentException>(() => offer.WithEquity(SharePricePath.Flat(1.Usd), [new Grant("G", new(2026, 6, 30), 1, VestingSchedule.Annual(1))])).Message);
        Assert.Throws<ArgumentException>(() => offer.WithBenefits(Benefit.Of("x", 1.In(Currency.Eur))));
        Assert.Throws<ArgumentException>(() => offer.WithBenefits(Benefit.Of("x", 1.Usd), Benefit.Of("x", 2.Usd)));
        Assert.Throws<ArgumentException>(() => offer.WithMatch(RetirementMatch.None, Deferral.EachPeriod(1.In(Currency.Eur)), RetirementLimits.None));
        Assert.Throws<ArgumentException>(() => offer.WithMatch(RetirementMatch.None, Deferral.None, new RetirementLimits(1.In(Currency.Eur))));
        Assert.Throws<ArgumentOutOfRangeException>(() => offer.BornIn(2030));
        Assert.Throws<ArgumentOutOfRangeException>(() => offer.MatchingOn((EligiblePay)9));
        Assert.Throws<ArgumentException>(() => offer.Project([]));
        Assert.Throws<ArgumentException>(() => offer.Project([Years[0], Years[2]]));
        Assert.Contains("the first plan year starts after it, on 2027-01-01", Assert.Throws<ArgumentException>(() => offer.Project(Years[1..])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => offer.Project(Years, -1));
        Assert.Throws<ArgumentException>(() => new OfferComparison(offer.Project(Years), offer.Project(Years[..1])));
        Assert.Throws<InvalidOperationException>(() => offer.Project(Years).Cost([(new(2026, 8, 1), 1.In(Currency.Eur))]));
    }

    private static CompensationPlan Plan(int target = 120_000, int salary = 120_000) => new("p", new OnTargetEarnings(salary.Usd, target.Usd),
        Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(above: 1, multiplier: 2)).ToDate(Frequency.Monthly));

    private static Participant Rep(int salary = 120_000, int target = 120_000) => new Participant("R1", Plan(target, salary), new Quota(Measure.Bookings, 1_200_000.Usd)).HiredOn(Start);
}
