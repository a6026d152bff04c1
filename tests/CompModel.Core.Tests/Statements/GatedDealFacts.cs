namespace CompModel.Tests;

/// <summary>What conditions and missing quotas mean for deals that are rated one by one.</summary>
public class GatedDealFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly Measure Margin = Measure.OfMoney("margin");

    private static readonly DealLookup<RateTable> ByProduct =
        DealLookup<RateTable>.ByText(DealAttribute.Product, RateTable.Marginal((0, 5.Percent)), ("cloud", RateTable.Marginal((0, 10.Percent))));

    private static readonly Credit Sale = new("R1", Measure.Bookings, new(2026, 3, 10), 1_000.Usd, "D1") { Attributes = DealAttributes.None.With(DealAttribute.Product, "cloud") };

    private static Component Commission => Component.Commission(Measure.Bookings, RateTable.Marginal((0, 1.Percent))).Each(Frequency.Annual);

    private static Participant Person(Component component, params Quota[] quotas) =>
        new("R1", new CompensationPlan("p", new(100_000.Usd, 0.Usd), component), quotas);

    private static Money Earned(Component component) => Person(component).Statement(Year.Whole, [Sale]).Earned;

    [Fact]
    public void A_condition_that_is_not_met_stands_over_the_tables_of_deals()
    {
        Condition margin = Condition.AmountAtLeast(Margin, 1);
        Assert.Equal(100.Usd, Earned(Commission.RateBy(ByProduct)));
        Assert.Equal(0.Usd, Earned(Commission.RateBy(ByProduct).OnlyIf(margin)));
        Assert.Equal(20.Usd, Earned(Commission.RateBy(ByProduct).OnlyIf(margin, RateTable.Marginal((0, 2.Percent)))));
        Assert.Equal(100.Usd, Person(Commission.RateBy(ByProduct).OnlyIf(margin)).Statement(Year.Whole, [Sale, Sale with { Measure = Margin }]).Earned);
    }

    [Fact]
    public void Nothing_is_paid_where_a_condition_says_nothing_kickers_and_floors_of_deals_included()
    {
        Component kicked = Commission.KickedWith(DealLookup<Rational>.Always(500)).PayingDeals(PayLimits.None.WithFloor(300.Usd));
        Condition margin = Condition.AmountAtLeast(Margin, 1);
        Assert.Equal(510.Usd, Earned(kicked));
        Assert.Equal(0.Usd, Earned(kicked.OnlyIf(margin)));
        // Another table is another commission, with the same kicker on top.
        Assert.Equal(520.Usd, Earned(kicked.OnlyIf(margin, RateTable.Marginal((0, 2.Percent)))));
    }

    [Fact]
    public void A_deal_whose_table_has_tiers_of_a_quota_that_is_not_there_yet_pays_nothing_and_others_pay()
    {
        // Hired on the 20th: by whole months January asks for nothing.
        var plan = new CompensationPlan(
            "p", new(100_000.Usd, 0.Usd),
            Commission.Each(Frequency.Monthly).RateBy(DealLookup<RateTable>.ByText(
                DealAttribute.Product, RateTable.Marginal((0, 5.Percent)), ("cloud", RateTable.Marginal((0, 10.Percent), (1, 20.Percent)).OfQuota())))).WithProration(Proration.ByWholeMonths);
        Participant person = new Participant("R1", plan, new Quota(Measure.Bookings, 12_000.Usd)).HiredOn(new(2026, 1, 20));
        Credit january = Sale with { Date = new(2026, 1, 25) };
        Assert.Equal(0.Usd, person.Statement(Year.Month(1), [january]).Earned);
        Assert.Equal(50.Usd, person.Statement(Year.Month(1), [january, january with { Reference = "D2", Attributes = DealAttributes.None }]).Earned);
        Assert.Equal(100.Usd, person.Statement(Year.Month(2), [Sale with { Date = new(2026, 2, 25) }]).Earned);
    }
}
