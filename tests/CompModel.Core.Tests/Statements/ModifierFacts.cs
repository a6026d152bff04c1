using static CompModel.Tests.Seller;

namespace CompModel.Tests;

/// <summary>Gates, multipliers, matrices, limits, worths, objectives and Spiffs.</summary>
public class ModifierFacts
{
    private static readonly Component Linear = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);

    [Fact]
    public void A_gate_that_is_met_at_its_very_place_changes_nothing_and_below_it_nothing_is_paid()
    {
        Participant seller = On(Linear.OnlyIf(Condition.AttainmentAtLeast(Margin, 50.Percent)));
        Assert.Equal(120_000.Usd, seller.Earned(Deal(1, 5, 1_200_000, "A"), Deal(1, 5, 300_000, "A", Margin)));
        Statement year = seller.Statement(Year.Whole, [Deal(1, 5, 1_200_000, "A"), Deal(1, 5, 299_999.99m, "A", Margin)]).Checked();
        Assert.Equal(0.Usd, year.Earned);
        Assert.Equal("not met: margin at or above 50 % of quota (margin is at 50 %)", year.Components[0].Lines[0].Label);
        Assert.Equal(0.Usd, On(Linear.OnlyIf(Condition.AttainmentAbove(Margin, 50.Percent))).Earned(Deal(1, 5, 1_200_000, "A"), Deal(1, 5, 300_000, "A", Margin)));
    }

    [Fact]
    public void A_gate_may_leave_at_most_a_share_or_another_curve()
    {
        Condition margin = Condition.AmountAtLeast(Margin, 300_000);
        PayoutCurve fast = PayoutCurve.Linear.Accelerate(above: 100.Percent, multiplier: 2m);
        Component component = Component.Of(Measure.Bookings, 1, fast);
        Credit[] credits = [Deal(1, 5, 1_800_000, "A")];
        Assert.Equal(240_000.Usd, On(component).Earned(credits));
        Assert.Equal(120_000.Usd, On(component.AtMostUnless(margin, 1)).Earned(credits));
        Assert.Equal(180_000.Usd, On(component.OnlyIf(margin, PayoutCurve.Linear)).Earned(credits));
        Assert.Equal(240_000.Usd, On(component.AtMostUnless(margin, 1)).Earned([.. credits, Deal(1, 5, 300_000, "A", Margin)]));
    }

    [Fact]
    public void Conditions_combine_and_the_first_gate_that_is_not_met_decides()
    {
        Condition both = Condition.AttainmentAtLeast(Measure.Bookings, 50.Percent).And(Condition.AttainmentAtLeast(Margin, 50.Percent));
        Condition either = Condition.AttainmentAtLeast(Measure.Bookings, 50.Percent).Or(Condition.AttainmentAtLeast(Margin, 50.Percent));
        Credit[] one = [Deal(1, 5, 600_000, "A")];
        Assert.Equal(0.Usd, On(Linear.OnlyIf(both)).Earned(one));
        Assert.Equal(60_000.Usd, On(Linear.OnlyIf(either)).Earned(one));
        Component twice = Linear.OnlyIf(Condition.AttainmentAtLeast(Margin, 1), PayoutCurve.Linear.CapAt(payout: 10.Percent)).OnlyIf(both);
        Assert.Equal(12_000.Usd, On(twice).Earned(one));
    }

    [Fact]
    public void A_gate_sees_of_the_components_own_measure_what_counts()
    {
        Component capped = Component.Commission(Measure.Bookings, RateTable.Marginal((0, 10.Percent))).CountingDeals(CreditLimits.None.WithMost(50_000)).OnlyIf(Condition.AmountAtLeast(Measure.Bookings, 60_000));
        Assert.Equal(0.Usd, On(capped).Earned(Deal(1, 5, 100_000, "A")));
        Assert.Equal(6_000.Usd, On(capped).Earned(Deal(1, 5, 100_000, "A"), Deal(1, 6, 10_000, "B")));
    }

    [Fact]
    public void A_gate_sees_the_same_days_as_the_component()
    {
        Component quarterly = Linear.Each(Frequency.Quarterly).OnlyIf(Condition.AttainmentAtLeast(Margin, 100.Percent));
        Money[] quarters = On(quarterly).ByQuarter(Deal(1, 5, 300_000, "A"), Deal(1, 5, 150_000, "A", Margin), Deal(4, 5, 300_000, "B"), Deal(4, 5, 149_999, "B", Margin));
        Assert.Equal([30_000.Usd, 0.Usd, 0.Usd, 0.Usd], quarters);
        // To date the second quarter is short by a dollar, and what the first earned is taken back.
        Component toDate = Linear.ToDate(Frequency.Quarterly).OnlyIf(Condition.AttainmentAtLeast(Margin, 100.Percent));
        Assert.Equal([30_000.Usd, (-30_000).Usd], On(toDate).ByQuarter(Deal(1, 5, 300_000, "A"), Deal(1, 5, 150_000, "A", Margin), Deal(4, 5, 300_000, "B"), Deal(4, 5, 149_999, "B", Margin))[..2]);
    }

    [Fact]
    public void A_multiplier_scales_the_result_by_another_measure()
    {
        Component component = Linear.Times(Multiplier.Of(Margin, PayoutCurve.Step((0, 80.Percent), (1, 100.Percent), (120.Percent, 110.Percent))));
        Assert.Equal(96_000.Usd, On(component).Earned(Deal(1, 5, 1_200_000, "A")));
        Assert.Equal(120_000.Usd, On(component).Earned(Deal(1, 5, 1_200_000, "A"), Deal(1, 5, 600_000, "A", Margin)));
        Statement year = On(component).Statement(Year.Whole, [Deal(1, 5, 1_200_000, "A"), Deal(1, 5, 720_000, "A", Margin)]).Checked();
        Assert.Equal(132_000.Usd, year.Earned);
        Assert.Equal("× 110 % for margin at 120 %", year.Components[0].Lines[^1].Label);
    }

    [Fact]
    public void A_matrix_pays_its_cell_or_what_lies_between_cells()
    {
        Rational[,] cells = { { 50.Percent, 75.Percent }, { 75.Percent, 150.Percent } };
        Credit[] credits = [Deal(1, 5, 1_080_000, "A"), Deal(1, 5, 540_000, "A", Margin)];
        Assert.Equal(60_000.Usd, On(Component.ByMatrix(Measure.Bookings, Margin, 1, PayoutMatrix.Steps([80.Percent, 100.Percent], [80.Percent, 100.Percent], cells))).Earned(credits));
        // Half way in both: the mean of the four cells, 87.5 %.
        Assert.Equal(105_000.Usd, On(Component.ByMatrix(Measure.Bookings, Margin, 1, PayoutMatrix.Interpolated([80.Percent, 100.Percent], [80.Percent, 100.Percent], cells))).Earned(credits));
        Assert.Equal(0.Usd, On(Component.ByMatrix(Measure.Bookings, Margin, 1, PayoutMatrix.Steps([80.Percent, 100.Percent], [80.Percent, 100.Percent], cells))).Earned(Deal(1, 5, 1_080_000, "A")));
    }

    [Fact]
    public void A_matrix_refuses_places_that_do_not_rise_and_cells_that_do_not_fit()
    {
        Assert.Throws<ArgumentException>(() => PayoutMatrix.Steps([1, 1], [1], new Rational[2, 1]));
        Assert.Throws<ArgumentException>(() => PayoutMatrix.Steps([1, 2], [1], new Rational[1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PayoutMatrix.Steps([1], [1], new Rational[,] { { -1 } }));
        Assert.Equal(2, PayoutMatrix.Steps([(1, Boundary.AtOrAbove), (1, Boundary.Above)], [(1, Boundary.AtOrAbove)], new Rational[,] { { 1 }, { 2 } }).At(1.5m, 1));
    }

    [Fact]
    public void A_component_stays_within_its_bounds()
    {
        Assert.Equal(90_000.Usd, On(Linear.AtMost(90_000.Usd)).Earned(Deal(1, 5, 1_200_000, "A")));
        Assert.Equal(5_000.Usd, On(Linear.AtLeast(5_000.Usd)).Earned());
        Statement year = On(Linear.AtMost(90_000.Usd)).Statement(Year.Whole, [Deal(1, 5, 1_200_000, "A")]).Checked();
        Assert.Equal("capped at 90,000.00 USD", year.Components[0].Lines[^1].Label);
        // Who is not there has no floor.
        Assert.Equal([0.Usd, 5_000.Usd], On(Linear.AtLeast(5_000.Usd).Each(Frequency.SemiAnnual)).HiredOn(new(2026, 7, 1)) is var hired
            ? [hired.Statement(Year.Half(1), []).Earned, hired.Statement(Year.Half(2), []).Earned]
            : []);
    }

    [Fact]
    public void A_worth_may_be_a_share_of_salary_or_money_on_top_of_the_target_incentive()
    {
        Component kicker = Component.OfSalary(Measure.Bookings, 20.Percent, PayoutCurve.Step((1, 1))).Each(Frequency.Quarterly).Named("kicker");
        Component bonus = Component.OfMoney(Measure.Bookings, 4_000.Usd, PayoutCurve.Linear).Named("bonus");
        Participant seller = On(Linear, kicker, bonus);
        Assert.Equal((120_000 + 4_000 + 3_000).Usd, seller.Earned(Deal(1, 5, 1_200_000, "A")));
        Assert.Equal((Amount)120_000.Usd, seller.TermsFor(Year).TargetIncentive);
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.OfSalary(Measure.Bookings, 20, PayoutCurve.Linear));
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.OfMoney(Measure.Bookings, 0.Usd, PayoutCurve.Linear));
    }

    [Fact]
    public void An_objective_needs_no_quota_and_pays_at_most_its_share_of_each_period()
    {
        Component objective = Component.Objective("Launch", 40.Percent).Each(Frequency.Quarterly);
        Participant seller = On(Component.Of(Measure.Bookings, 60.Percent, PayoutCurve.Linear), objective);
        Credit Score(int month, decimal score) => new("R1", Measure.OfScore("Launch"), new(2026, month, 10), new Money(score, Currency.None), $"S{month}");
        Assert.Equal([9_600.Usd, 12_000.Usd, 0.Usd, 0.Usd], seller.ByQuarter(Score(2, 0.8m), Score(5, 1.2m)));
        Assert.Throws<ArgumentException>(() => Component.Objective("Launch", 1).ToDate(Frequency.Quarterly));
    }

    [Fact]
    public void A_Spiff_pays_in_its_days_up_to_its_limit_a_person()
    {
        var weeks = new DateRange(new(2026, 3, 1), new(2026, 3, 15));
        Component spiff = Component.Spiff("March", Measure.OfUnits("logos"), 500, weeks).AtMost(1_200.Usd);
        Participant seller = On(Linear, spiff.ToDate(Frequency.Monthly));
        Credit Logo(int month, int day, string id) => new("R1", Measure.OfUnits("logos"), new(2026, month, day), new Money(1, Currency.None), id);
        Assert.Equal(0.Usd, seller.ByMonth(3, Logo(2, 28, "A"))[2]);
        Assert.Equal(500.Usd, seller.ByMonth(3, Logo(3, 1, "A"), Logo(3, 15, "B"))[2]);
        Assert.Equal(1_200.Usd, seller.ByMonth(3, Logo(3, 1, "A"), Logo(3, 2, "B"), Logo(3, 14, "C"))[2]);
    }

    [Fact]
    public void What_is_asked_for_needs_a_quota()
    {
        Component component = Linear.Times(Multiplier.Of(Measure.OfMoney("cash"), PayoutCurve.Linear));
        Assert.Contains("asks for the attainment of cash", Assert.Throws<ArgumentException>(() => On(component)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => On(plan => plan.Times(Multiplier.Of(Measure.OfMoney("cash"), PayoutCurve.Linear)), Linear));
        On(Linear.OnlyIf(Condition.AmountAtLeast(Measure.OfMoney("cash"), 5)));
    }
}
