namespace CompModel.Tests;

public class CommissionFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly RateTable Tiers = RateTable.Marginal((0, 4.Percent), (150_000, 6.Percent), (250_000, 8.Percent));

    private static readonly Credit[] Credits =
    [
        new("R1", Measure.Bookings, new(2026, 1, 10), 145_000.Usd, "D1"),
        new("R1", Measure.Bookings, new(2026, 2, 10), 20_000.Usd, "D2"),
    ];

    [Fact]
    public void A_commission_needs_no_quota_and_its_statement_explains_itself() =>
        Assert.Equal(
            """
            R1 · P · M02 2026 (2026-02-01 to 2026-02-28)
            On-target earnings 120,000.00 USD (120,000.00 USD + 0.00 USD)

            bookings, 2026-01-01 to 2026-02-28
              165,000.00 USD credited; commission by tier, each slice at its own rate
              0 to 150,000                                  150,000.00 USD × 4 %                    6,000.00 USD
                D1, D2
              150,000 to 250,000                             15,000.00 USD × 6 %                      900.00 USD
                D2
              less earned before                                                                   -5,800.00 USD
              earned                                                                                1,100.00 USD

            Incentive earned                                                                        1,100.00 USD
            Incentive earned, year to date                                                          6,900.00 USD
            Base salary of the span                                                                10,000.00 USD
            """ + "\n",
            Person(Component.Commission(Measure.Bookings, Tiers).ToDate(Frequency.Monthly)).Statement(Year.Month(2), Credits).Explain());

    [Fact]
    public void Periods_that_stand_alone_begin_in_the_first_tier_again() =>
        Assert.Equal(800.Usd, Person(Component.Commission(Measure.Bookings, Tiers).Each(Frequency.Monthly)).Statement(Year.Month(2), Credits).Earned);

    [Fact]
    public void A_refund_takes_back_at_the_first_rate_below_zero()
    {
        Credit refund = new("R1", Measure.Bookings, new(2026, 3, 1), new Money(-10_000, Currency.Usd), "D1R");
        Assert.Equal(new Money(-400, Currency.Usd), Person(Component.Commission(Measure.Bookings, Tiers).Each(Frequency.Monthly)).Statement(Year.Month(3), [refund]).Earned);
    }

    [Fact]
    public void A_commission_has_no_weight_and_weights_sum_to_one_without_it()
    {
        Component commission = Component.Commission(Measure.Bookings, Tiers);
        Assert.Equal(0, commission.Weight);
        Assert.Throws<InvalidOperationException>(() => commission.Curve);
        var onTarget = new OnTargetEarnings(100_000.Usd, 50_000.Usd);
        Assert.Equal(2, new CompensationPlan("P", onTarget, commission, Component.Of(Measure.Adoption, 1, PayoutCurve.Linear)).Components.Count);
        Assert.Throws<ArgumentException>(() => new CompensationPlan("P", onTarget, commission, Component.Of(Measure.Adoption, 70.Percent, PayoutCurve.Linear)));
        Assert.Throws<ArgumentException>(() => new CompensationPlan("P", onTarget));
    }

    [Fact]
    public void A_rate_on_money_that_is_a_percentage_without_its_sign_is_refused_and_money_a_unit_is_not()
    {
        RateTable six = RateTable.Marginal((0, 6));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Component.Commission(Measure.Bookings, six));
        Assert.Equal((Rational)6, error.ActualValue);
        Assert.Contains("6.Percent", error.Message, StringComparison.Ordinal);
        Participant participant = Person(Component.Commission(Measure.Adoption, six));
        Assert.Equal(18.Usd, participant.Statement(Year.Whole, [new("R1", Measure.Adoption, new(2026, 5, 1), new Money(3, Currency.None), "A")]).Earned);
    }

    [Fact]
    public void A_quota_that_is_there_is_shown_and_changes_no_pay()
    {
        Participant with = new("R1", Plan(Component.Commission(Measure.Bookings, Tiers)), new Quota(Measure.Bookings, 330_000.Usd));
        Assert.Equal(6_900.Usd, with.Statement(Year.Whole, Credits).Earned);
        Assert.Contains("165,000.00 USD of 330,000.00 USD = 50 %; commission by tier", with.Statement(Year.Whole, Credits).Explain(), StringComparison.Ordinal);
    }

    private static CompensationPlan Plan(Component component) => new("P", new OnTargetEarnings(120_000.Usd, 0.Usd), component);

    private static Participant Person(Component component) => new("R1", Plan(component));
}
