using static CompModel.Tests.Seller;

namespace CompModel.Tests;

/// <summary>What follows from a plan as a whole.</summary>
public class PlanResultFacts
{
    private static readonly Component Monthly = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).Each(Frequency.Monthly);

    [Fact]
    public void A_cap_over_a_span_holds_at_any_time_in_it_and_gives_back_what_a_refund_frees()
    {
        Participant seller = On(plan => plan.Within(PayLimits.None.WithCap(25_000.Usd), Frequency.Quarterly), Monthly.ToDate(Frequency.Monthly));
        Assert.Equal(
            [20_000.Usd, 5_000.Usd, (-5_000).Usd, 20_000.Usd],
            seller.ByMonth(4, Deal(1, 5, 200_000, "A"), Deal(2, 5, 100_000, "B"), Deal(3, 5, -100_000, "B"), Deal(4, 5, 200_000, "C")));
        Assert.Equal(40_000.Usd, seller.Earned(Deal(1, 5, 200_000, "A"), Deal(2, 5, 100_000, "B"), Deal(3, 5, -100_000, "B"), Deal(4, 5, 200_000, "C")));
    }

    [Fact]
    public void A_floor_over_a_span_is_owed_at_its_end()
    {
        Participant seller = On(plan => plan.Within(PayLimits.None.WithFloor(9_000.Usd), Frequency.Quarterly), Monthly);
        Assert.Equal([1_000.Usd, 0.Usd, 8_000.Usd], seller.ByMonth(3, Deal(1, 5, 10_000, "A")));
        Assert.Equal(0.Usd, seller.HiredOn(new(2026, 4, 1)).ByMonth(3)[2]);
    }

    [Fact]
    public void A_multiplier_of_the_plan_scales_what_the_span_earned()
    {
        Participant seller = On(plan => plan.Times(Multiplier.Of(Margin, PayoutCurve.Step((0, 90.Percent), (1, 120.Percent)))), Monthly);
        Statement december = seller.Statement(Year.Month(12), [Deal(1, 5, 100_000, "A"), Deal(12, 5, 100_000, "B"), Deal(6, 5, 600_000, "M", Margin)]).Checked();
        Assert.Equal((10_000 + 4_000).Usd, december.Earned);
        Assert.Equal("Multiplier of 2026", december.PlanResults.Single().Name);
        Assert.Equal(9_000.Usd, seller.Earned(Deal(1, 5, 100_000, "A")));
    }

    [Fact]
    public void Three_thirds_of_a_plan_rounded_as_a_whole_are_the_whole()
    {
        Component Third(string name) => Component.Of(Measure.Bookings, (Rational)1 / 3, PayoutCurve.Linear).Named(name);
        CompensationPlan plan = new("P", new OnTargetEarnings(0.Usd, 100.Usd), Third("a"), Third("b"), Third("c"));
        Participant alone = new("R1", plan, new Quota(Measure.Bookings, 300.Usd));
        Participant whole = new("R1", plan.WithRounding(new Rounding(scope: RoundingScope.Plan)), new Quota(Measure.Bookings, 300.Usd));
        Assert.Equal(99.99m.Usd, alone.Earned(Deal(1, 5, 300, "A")));
        Statement year = whole.Statement(Year.Whole, [Deal(1, 5, 300, "A")]).Checked();
        Assert.Equal(100.Usd, year.Earned);
        Assert.Equal("Rounding of the plan", year.PlanResults.Single().Name);
    }

    [Fact]
    public void Average_commission_goes_on_for_weekdays_away_and_months_add_up()
    {
        var pay = new LeavePay(10_000.Usd, overDays: 90);
        Participant away = On(Monthly).OnLeave(new(new(2026, 1, 26), new(2026, 2, 14)), "parental", pay);
        Money[] months = away.ByMonth(3);
        // Five weekdays in January and ten in February, at 111.11… a day: to date 555.56, then 1,666.67.
        Assert.Equal([555.56m.Usd, 1_111.11m.Usd, 0.Usd], months);
        Assert.Equal(1_666.67m.Usd, away.Earned());
        away.Statement(Year.Month(1), []).Checked();
        Assert.Equal(2_222.22m.Usd, On(Monthly).OnLeave(new(new(2026, 1, 26), new(2026, 2, 15)), "parental", new LeavePay(10_000.Usd, 90, LeaveDays.Calendar)).Earned());
        Assert.Throws<ArgumentException>(() => On(Monthly).OnLeave(new(new(2026, 1, 26), new(2026, 2, 14)), "parental", new LeavePay(new Money(1, Currency.Eur), 90)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeavePay(1.Usd, 0));
    }

    [Fact]
    public void What_the_plan_as_a_whole_earns_is_paid_by_the_ledger()
    {
        Participant seller = On(plan => plan.Within(PayLimits.None.WithCap(15_000.Usd), Frequency.Annual), Monthly);
        PaymentLedger ledger = seller.Ledger(Year, new PaymentInputs(Deal(1, 5, 200_000, "A")));
        Assert.Equal(15_000.Usd, ledger.Payments[0].Paid);
    }

    [Fact]
    public void What_arrives_late_is_an_adjustment_in_the_open_period_and_the_year_comes_to_the_same()
    {
        Participant seller = On(Monthly, Component.Commission(Margin, RateTable.Marginal((0, 5.Percent), (100_000, 10.Percent))).ToDate(Frequency.Quarterly));
        Credit[] then = [Deal(1, 5, 100_000, "A"), Deal(2, 5, 90_000, "M", Margin)], late = [Deal(1, 9, 50_000, "B"), Deal(3, 9, 20_000, "N", Margin)];
        Credit[] now = [.. then, .. late];
        IReadOnlyList<Correction> adjustments = seller.PriorPeriodAdjustments(Year, new(2026, 4, 1), new(2026, 4, 30), then, now, "booked late");
        Assert.Equal([5_000.Usd, 1_500.Usd], adjustments.Select(each => each.Amount));
        Assert.Equal("prior period M01 2026, bookings: booked late", adjustments[0].Reason);
        Money posted = seller.ByQuarter(then)[0], open = seller.ByQuarter(now)[1];
        Assert.Equal(seller.ByQuarter(now)[0] + open, adjustments.Aggregate(posted + open, (sum, each) => sum + each.Amount));
    }

    [Fact]
    public void A_credit_into_a_closed_period_is_refused()
    {
        Participant seller = On(Monthly);
        ParticipantTerms terms = seller.TermsFor(Year);
        Position closed = terms.PositionAt(new(2026, 2, 1), [Deal(1, 5, 100_000, "A")]);
        var error = Assert.Throws<ArgumentException>(() => terms.Statement(closed, Year.Month(2), [Deal(1, 5, 100_000, "A"), Deal(1, 6, 100_000, "B")]));
        Assert.Contains("'B' of 2026-01-06", error.Message, StringComparison.Ordinal);
        // The same again is another.
        Assert.Throws<ArgumentException>(() => terms.Statement(closed, Year.Month(2), [Deal(1, 5, 100_000, "A"), Deal(1, 5, 100_000, "A")]));
    }
}
