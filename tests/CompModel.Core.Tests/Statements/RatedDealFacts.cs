namespace CompModel.Tests;

/// <summary>Boundaries of deals that are rated one by one.</summary>
public class RatedDealFacts
{
    private static readonly PlanYear Year = PlanYear.Calendar(2026);
    private static readonly Measure Margin = Measure.OfMoney("margin");

    private static Participant Person(CompensationPlan plan, params Quota[] quotas) => new("R1", plan, quotas);

    private static CompensationPlan Plan(Component component) => new("p", new(100_000.Usd, 0.Usd), component);

    private static Credit Sale(int month, decimal dollars, string deal = "D1") => new("R1", Measure.Bookings, new(2026, month, 10), new Money(dollars, Currency.Usd), deal);

    [Fact]
    public void A_deal_is_rated_by_the_quota_of_the_period_it_was_booked_in_and_its_refund_takes_back_what_it_earned()
    {
        // Ten times as much is asked in February. 100 of 100 in January: at 20 % from the first dollar; refunded in full, all of it.
        Seasonality season = Seasonality.Of(Frequency.Monthly, [.. new[] { 1, 10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }.Select(parts => (Rational)parts / 21)]);
        CompensationPlan plan = Plan(Component.Commission(Measure.Bookings, RateTable.Retroactive((0, 10.Percent), (1, 20.Percent)).OfQuota()).EachDeal(Frequency.Monthly)).WithSeasonality(season);
        Participant person = Person(plan, new Quota(Measure.Bookings, 2_100.Usd));
        Credit[] credits = [Sale(1, 100), Sale(2, -100)];
        Assert.Equal(20.Usd, person.Statement(Year.Month(1), credits).Earned);
        Assert.Equal(new Money(-20, Currency.Usd), person.Statement(Year.Month(2), credits).Earned);
    }

    [Fact]
    public void Where_nothing_moves_the_rate_is_that_of_the_place_and_a_breakpoint_belongs_to_its_side()
    {
        // The second deal stands exactly at the first breakpoint and only has margin; the third lifts the position to the top tier.
        RateTable table = RateTable.OverageAtTopRate((0, 5.Percent), (1_000, 10.Percent));
        Credit[] credits = [Sale(1, 1_000, "D1"), Sale(2, 500, "D2") with { Measure = Margin }, Sale(3, 200, "D3")];
        Money Pays(RateTable rates) => Person(Plan(Component.Commission(Measure.Bookings, rates).PayingOn(Margin))).Statement(Year.Whole, credits).Earned;
        Assert.Equal(50.Usd, Pays(table));
        Assert.Equal(25.Usd, Pays(table.WithBreakpoints(Boundary.Above)));
    }

    [Fact]
    public void A_deal_below_the_least_size_pays_nothing_on_another_measure_either()
    {
        Component component = Component.Commission(Measure.Bookings, RateTable.Marginal((0, 5.Percent))).PayingOn(Margin).CountingDeals(CreditLimits.None.WithLeast(100));
        Money Pays(decimal size) => Person(Plan(component)).Statement(Year.Whole, [Sale(1, size), Sale(1, 1_000) with { Measure = Margin }]).Earned;
        Assert.Equal([50.Usd, 0.Usd, 0.Usd], new[] { 100m, 99.99m, 0m }.Select(Pays));
    }

    [Fact]
    public void Rates_that_are_shares_of_money_are_accepted_however_steeply_they_rise_or_fall()
    {
        // The next dollar above 1,000 would pay more than a dollar, but no rate that stands in the table is above 100 %.
        Component steep = Component.Commission(Measure.Bookings, RateTable.InterpolatedRate((0, 1.Percent), (1_000, 1.Percent), (1_001, 25.Percent), (1_002, 1.Percent)));
        Assert.Equal(10.Usd, Person(Plan(steep)).Statement(Year.Whole, [Sale(1, 1_000)]).Earned);
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.Commission(Measure.Bookings, RateTable.InterpolatedRate((0, 1.Percent), (1_000, 6))));
    }
}
