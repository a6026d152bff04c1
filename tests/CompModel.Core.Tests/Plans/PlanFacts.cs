using NodaTime;

namespace CompModel.Tests;

public class PlanFacts
{
    private static readonly OnTargetEarnings OnTarget = new(@base: 190_000.Usd, targetIncentive: 175_000.Usd);
    private static readonly Rational Third = (Rational)1 / 3;

    private static Component Part(string name, Rational weight) => Component.Of(Measure.OfMoney(name), weight, PayoutCurve.Linear);

    [Fact]
    public void Weights_may_be_thirds_and_sum_to_exactly_one()
    {
        var plan = new CompensationPlan("thirds", OnTarget, Part("a", Third), Part("b", Third), Part("c", Third));
        Assert.Equal(3, plan.Components.Count);
    }

    [Fact]
    public void Weights_that_nearly_sum_to_one_are_refused_with_their_sum()
    {
        var error = Assert.Throws<ArgumentException>(() => new CompensationPlan("nearly", OnTarget, Part("a", 33.33m.Percent), Part("b", 33.33m.Percent), Part("c", 33.33m.Percent)));
        Assert.Equal("components", error.ParamName);
        Assert.Contains("'nearly'", error.Message, StringComparison.Ordinal);
        Assert.Contains("99.99 %", error.Message, StringComparison.Ordinal);
        Assert.Contains("sum to 0 %", Assert.Throws<ArgumentException>(() => new CompensationPlan("none", OnTarget)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Components_of_one_name_are_refused_by_name_and_may_be_renamed()
    {
        var error = Assert.Throws<ArgumentException>(() => new CompensationPlan("p", OnTarget, Part("a", 50.Percent), Part("a", 50.Percent)));
        Assert.Contains("'a' stands twice", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], new CompensationPlan("p", OnTarget, Part("a", 50.Percent), Part("a", 50.Percent).Named("b")).Components.Select(component => component.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(70)]
    public void A_weight_outside_zero_to_one_is_refused_with_the_value(int weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Component.Of(Measure.Bookings, weight, PayoutCurve.Linear));
        Assert.Equal(("weight", (object)(Rational)weight), (error.ParamName, error.ActualValue));
        Assert.Contains($"{weight}.Percent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_measures_its_own_year_once_unless_it_says_otherwise()
    {
        Component component = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);
        Assert.Equal(new Basis.EachPeriod(Frequency.Annual), component.Basis);
        Assert.Equal(CreditScope.Own, component.Scope);
        Assert.Equal("bookings", component.Name);
        Assert.Equal(new Basis.YearToDate(Frequency.Quarterly, Recovery.Full), component.ToDate(Frequency.Quarterly).Basis);
        Assert.Equal(new Basis.EachPeriod(Frequency.Monthly), component.Each(Frequency.Monthly).Basis);
        Assert.Equal(CreditScope.Team, component.OfTeam().Scope);
        Assert.Equal(new Basis.EachPeriod(Frequency.Annual), component.Basis);
    }

    [Fact]
    public void A_plan_has_the_usual_conventions_and_keeps_each_that_is_changed()
    {
        var plan = new CompensationPlan("p", OnTarget, Part("a", 1));
        Assert.Equal((Rounding.ToMinorUnit, Proration.ByDays), (plan.Rounding, plan.Proration));
        Assert.Same(Seasonality.EqualMonths, plan.Seasonality);
        Assert.Same(Ramp.None, plan.Ramp);
        Seasonality halves = Seasonality.Of(Frequency.SemiAnnual, Third, Third * 2);
        Ramp ramp = Ramp.Of(50.Percent);
        CompensationPlan changed = plan.WithRamp(ramp).WithProration(Proration.None).WithSeasonality(halves).WithRounding(Rounding.ToWholeUnit);
        Assert.Equal((Rounding.ToWholeUnit, Proration.None), (changed.Rounding, changed.Proration));
        Assert.Same(halves, changed.Seasonality);
        Assert.Same(ramp, changed.Ramp);
        Assert.Equal("p", changed.ToString());
    }

    [Fact]
    public void Changing_the_components_given_changes_no_plan_afterwards()
    {
        Component[] components = [Part("a", 1)];
        var plan = new CompensationPlan("p", OnTarget, components);
        components[0] = Part("b", 1);
        Assert.Equal("a", plan.Components[0].Name);
    }

    [Fact]
    public void A_plan_and_a_measure_have_a_name()
    {
        Assert.Throws<ArgumentException>(() => new CompensationPlan(" ", OnTarget, Part("a", 1)));
        Assert.Throws<ArgumentException>(() => Measure.OfUnits(""));
        Assert.Throws<ArgumentException>(() => Part("a", 1).Named(" "));
        Assert.Equal(Measure.OfMoney("bookings"), Measure.Bookings);
        Assert.NotEqual(Measure.OfUnits("bookings"), Measure.Bookings);
    }

    [Fact]
    public void On_target_earnings_add_up_and_know_their_mix()
    {
        Assert.Equal(365_000.Usd, OnTarget.Total);
        Assert.Equal((Rational)38 / 73, OnTarget.PayMix);
        Assert.Equal("365,000.00 USD (190,000.00 USD + 175,000.00 USD)", OnTarget.ToString());
        Assert.Equal(Rational.Zero, new OnTargetEarnings(0.Usd, 1.Usd).PayMix);
    }

    [Fact]
    public void On_target_earnings_below_zero_or_of_two_currencies_are_refused()
    {
        Assert.Equal("base", Assert.Throws<ArgumentOutOfRangeException>(() => new OnTargetEarnings(-1.Usd, 0.Usd)).ParamName);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new OnTargetEarnings(0.Usd, -0.01m.Usd));
        Assert.Equal("targetIncentive", error.ParamName);
        Assert.Contains("-0.01 USD", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new OnTargetEarnings(1.Usd, 1.In(Currency.Eur)));
    }
}

public class RampFacts
{
    private static readonly Ramp Ramp = Ramp.Of(25.Percent, 50.Percent, 75.Percent);

    [Fact]
    public void A_ramp_counts_months_from_the_hire() =>
        Assert.Equal(
            [
                (new DateRange(new(2026, 2, 16), new(2026, 3, 16)), 25.Percent),
                (new DateRange(new(2026, 3, 16), new(2026, 4, 16)), 50.Percent),
                (new DateRange(new(2026, 4, 16), new(2026, 5, 16)), 75.Percent),
                (new DateRange(new(2026, 5, 16), new(2027, 1, 1)), Rational.One),
            ],
            Ramp.Within(new(new(2026, 2, 16), new(2027, 1, 1)), hired: new(2026, 2, 16)));

    [Fact]
    public void A_ramp_from_a_month_end_counts_each_month_from_that_day() =>
        Assert.Equal(
            [new LocalDate(2026, 1, 31), new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 30)],
            Ramp.Within(new(new(2026, 1, 31), new(2027, 1, 1)), hired: new(2026, 1, 31)).Select(part => part.Days.Start));

    [Fact]
    public void A_ramp_begun_last_year_goes_on() =>
        Assert.Equal([75.Percent, 1], Ramp.Within(new(new(2027, 1, 1), new(2027, 12, 31)), hired: new(2026, 11, 1)).Select(part => part.Share));

    [Fact]
    public void No_ramp_asks_all_of_the_quota() =>
        Assert.Equal([Rational.One], Ramp.None.Within(new(new(2026, 1, 1), new(2027, 1, 1)), hired: new(2026, 1, 1)).Select(part => part.Share));

    [Theory]
    [InlineData(-5)]
    [InlineData(101)]
    public void A_share_outside_zero_to_one_is_refused_with_the_value(int percent)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Ramp.Of(50.Percent, percent.Percent));
        Assert.Equal(("shares", (object)percent.Percent), (error.ParamName, error.ActualValue));
    }

    [Fact]
    public void A_month_without_quota_is_refused_by_a_plan_unless_the_ramp_names_what_it_pays()
    {
        var plan = new CompensationPlan("p", new(0.Usd, 100.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        Ramp unsaid = Ramp.Of(0, 50.Percent);
        Assert.Contains("PayingTargetWithoutQuota or PayingNothingWithoutQuota", Assert.Throws<ArgumentException>(() => plan.WithRamp(unsaid)).Message, StringComparison.Ordinal);
        Assert.Equal(WithoutQuota.TargetPaid, plan.WithRamp(unsaid.PayingTargetWithoutQuota()).Ramp.WithoutQuota);
        Assert.Equal(WithoutQuota.NothingPaid, plan.WithRamp(unsaid.PayingNothingWithoutQuota()).Ramp.WithoutQuota);
    }

    [Fact]
    public void A_ramp_that_starts_again_makes_what_is_left_of_it_void() =>
        Assert.Equal(
            [
                (new DateRange(new(2026, 1, 1), new(2026, 2, 16)), Rational.One),
                (new DateRange(new(2026, 2, 16), new(2026, 3, 16)), 25.Percent),
                (new DateRange(new(2026, 3, 16), new(2026, 4, 1)), 50.Percent),
                (new DateRange(new(2026, 4, 1), new(2026, 5, 1)), 25.Percent),
                (new DateRange(new(2026, 5, 1), new(2026, 6, 1)), 50.Percent),
                (new DateRange(new(2026, 6, 1), new(2026, 7, 1)), 75.Percent),
                (new DateRange(new(2026, 7, 1), new(2027, 1, 1)), 1),
            ],
            Ramp.Within(new(new(2026, 1, 1), new(2027, 1, 1)), new(2026, 2, 16), new LocalDate(2026, 4, 1)));
}
