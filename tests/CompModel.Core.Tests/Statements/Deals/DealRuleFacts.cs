using static CompModel.Tests.Seller;

namespace CompModel.Tests;

/// <summary>What components do with single deals.</summary>
public class DealRuleFacts
{
    private static readonly RateTable Tiers = RateTable.Marginal((0, 5.Percent), (100_000, 10.Percent));

    private static readonly Component Flat = Component.Commission(Measure.Bookings, RateTable.Marginal((0, 10.Percent)));

    [Fact]
    public void A_deal_counts_up_to_its_cap_and_its_parts_are_one_deal()
    {
        Participant seller = On(Flat.CountingDeals(CreditLimits.None.WithMost(50_000)));
        Assert.Equal(8_000.Usd, seller.Earned(Deal(1, 5, 40_000, "A"), Deal(2, 5, 20_000, "A"), Deal(3, 5, 30_000, "B")));
    }

    [Fact]
    public void A_deal_below_the_least_size_does_not_count_and_one_of_it_does()
    {
        Participant seller = On(Flat.CountingDeals(CreditLimits.None.WithLeast(10_000)));
        Assert.Equal(1_000.Usd, seller.Earned(Deal(1, 5, 10_000, "A"), Deal(1, 6, 9_999.99m, "B")));
    }

    [Fact]
    public void Of_a_large_deal_a_share_counts_above_its_size()
    {
        Participant seller = On(Flat.CountingDeals(CreditLimits.None.WithLargeDeals(above: 100_000, share: 25.Percent)));
        Assert.Equal(15_000.Usd, seller.Earned(Deal(1, 5, 300_000, "A")));
        Assert.Equal(10_000.Usd, seller.Earned(Deal(1, 5, 100_000, "A")));
    }

    [Fact]
    public void A_refund_of_a_limited_deal_takes_back_what_counted()
    {
        Participant seller = On(Flat.CountingDeals(CreditLimits.None.WithMost(50_000)).ToDate(Frequency.Monthly));
        Assert.Equal([5_000.Usd, (-3_000).Usd, (-2_000).Usd], seller.ByMonth(3, Deal(1, 5, 80_000, "A"), Deal(2, 5, -60_000, "A"), Deal(3, 5, -20_000, "A")));
    }

    [Fact]
    public void Products_weigh_for_the_position_and_for_pay_apart()
    {
        DealLookup<Rational> twice = DealLookup<Rational>.ByText(DealAttribute.Product, 1, ("cloud", 2));
        Credit[] credits = [Deal(1, 5, 60_000, "A").Product("cloud"), Deal(1, 6, 40_000, "B")];
        Component component = Component.Commission(Measure.Bookings, Tiers);
        // The position reaches 160,000: 100,000 of it at 5 %, of which 50,000 are A's and the rest B's share below.
        Assert.Equal(((50_000m * 0.05m) + (10_000m * 0.10m) + (40_000m * 0.10m)).Usd, On(component.WeighingPosition(twice)).Earned(credits));
        Assert.Equal(((120_000m * 0.05m) + (40_000m * 0.05m)).Usd, On(component.WeighingPay(twice)).Earned(credits));
        Assert.Equal(((100_000m * 0.05m) + (60_000m * 0.10m)).Usd, On(component.Weighing(twice)).Earned(credits));
    }

    [Fact]
    public void A_curve_takes_what_deals_weigh_in_pay_as_their_average()
    {
        DealLookup<Rational> twice = DealLookup<Rational>.ByText(DealAttribute.Product, 1, ("cloud", 2));
        Component component = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);
        Credit[] credits = [Deal(1, 5, 600_000, "A").Product("cloud"), Deal(1, 6, 600_000, "B")];
        Assert.Equal(180_000.Usd, On(component.WeighingPay(twice)).Earned(credits));
        Assert.Equal(180_000.Usd, On(component.Weighing(twice)).Earned(credits));
        Assert.Equal(1.5m, On(component.Weighing(twice)).Statement(Year.Whole, credits).Components[0].Attainment.Ratio);
    }

    [Fact]
    public void The_table_depends_on_the_deal_and_all_deals_climb_one_position()
    {
        Component component = Component.Commission(Measure.Bookings, Tiers)
            .RateBy(DealLookup<RateTable>.ByNumber(DealAttribute.TermMonths, Tiers, (36, RateTable.Marginal((0, 6.Percent), (100_000, 12.Percent)))));
        Statement year = On(component).Statement(Year.Whole, [Deal(1, 5, 80_000, "A"), Deal(1, 6, 40_000, "B").Months(36)]).Checked();
        Assert.Equal(((80_000m * 0.05m) + (20_000m * 0.06m) + (20_000m * 0.12m)).Usd, year.Earned);
        Assert.Equal(["A: 0 to 100,000", "B: 0 to 100,000", "B: above 100,000"], year.Components[0].Lines.Select(line => line.Label));
        Assert.Equal([["A"], ["B"], ["B"]], year.Components[0].Lines.Select(line => line.Deals.ToArray()));
    }

    [Fact]
    public void Deals_climb_by_date_then_id_and_pro_rata_each_has_its_share_of_each_tier()
    {
        Component component = Component.Commission(Measure.Bookings, Tiers).RateBy(DealLookup<RateTable>.ByText(DealAttribute.Product, Tiers, ("none", RateTable.Marginal((0, 0)))));
        Credit[] credits = [Deal(1, 6, 100_000, "B").Product("none"), Deal(1, 6, 100_000, "A")];
        Assert.Equal(5_000.Usd, On(component).Earned(credits));
        Assert.Equal(7_500.Usd, On(component.InOrder(DealOrder.ProRata)).Earned(credits));
    }

    [Fact]
    public void Kickers_multiply_before_they_add_and_a_deals_pay_stays_within_bounds()
    {
        Component component = Flat.KickedBy(DealLookup<Rational>.ByNumber(DealAttribute.TermMonths, 1, (24, 1.5m))).KickedWith(DealLookup<Rational>.ByText(DealAttribute.Product, 0, ("cloud", 250)));
        Assert.Equal(1_750.Usd, On(component).Earned(Deal(1, 5, 10_000, "A").Months(24).Product("cloud")));
        Assert.Equal(1_600.Usd, On(component.PayingDeals(PayLimits.None.WithCap(1_600.Usd))).Earned(Deal(1, 5, 10_000, "A").Months(24).Product("cloud")));
        Assert.Equal(300.Usd, On(Flat.PayingDeals(PayLimits.None.WithFloor(300.Usd))).Earned(Deal(1, 5, 100, "A")));
        Statement year = On(component).Statement(Year.Whole, [Deal(1, 5, 10_000, "A").Months(24).Product("cloud")]).Checked();
        Assert.Equal([LineKind.Tier, LineKind.Multiplier, LineKind.Addition], year.Components[0].Lines.Select(line => line.Kind));
    }

    [Fact]
    public void A_deal_taken_back_in_full_brings_its_kicker_and_its_floor_back()
    {
        Component component = Flat.KickedWith(DealLookup<Rational>.Always(250)).PayingDeals(PayLimits.None.WithFloor(500.Usd)).ToDate(Frequency.Monthly);
        Assert.Equal([500.Usd, (-500).Usd], On(component).ByMonth(2, Deal(1, 5, 1_000, "A"), Deal(2, 5, -1_000, "A")));
    }

    [Fact]
    public void Each_deal_fills_the_table_from_the_bottom_and_a_refund_is_rated_with_its_booking()
    {
        Component component = Component.Commission(Measure.Bookings, RateTable.Retroactive((0, 5.Percent), (100_000, 10.Percent))).EachDeal(Frequency.Monthly);
        Money[] months = On(component).ByMonth(2, Deal(1, 5, 100_000, "A"), Deal(1, 6, 50_000, "B"), Deal(2, 5, -40_000, "A"));
        Assert.Equal([12_500.Usd, (-7_000).Usd], months);
        On(component).Statement(Year.Month(2), [Deal(1, 5, 100_000, "A"), Deal(2, 5, -40_000, "A")]).Checked();
    }

    [Fact]
    public void A_place_by_territory_pays_on_own_deals()
    {
        Component component = Component.Commission(Measure.Bookings, Tiers).PositionedBy(CreditScope.Territory);
        Credit[] credits =
        [
            Deal(1, 5, 80_000, "A", scope: CreditScope.Territory), Deal(1, 6, 40_000, "B", scope: CreditScope.Territory), Deal(1, 6, 40_000, "B"),
        ];
        Statement year = On(component).Statement(Year.Whole, credits).Checked();
        Assert.Equal(3_000.Usd, year.Earned);
        Assert.Equal(["B: 0 to 100,000", "B: above 100,000"], year.Components[0].Lines.Select(line => line.Label));
    }

    [Fact]
    public void The_number_of_deals_sets_the_place_and_their_amount_pays()
    {
        var count = Measure.OfUnits("deals");
        Component component = Component.Commission(count, RateTable.Marginal((0, 2.Percent), (2, 4.Percent))).PayingOn(Measure.Bookings);
        Credit[] credits = [.. new[] { ("A", 1_000m), ("B", 2_000m), ("C", 3_000m) }.SelectMany((deal, i) => new[]
        {
            Deal(1, 5 + i, deal.Item2, deal.Item1),
            new Credit("R1", count, new(2026, 1, 5 + i), new Money(1, Currency.None), deal.Item1),
        })];
        Assert.Equal(180.Usd, On(component).Earned(credits));
    }

    [Fact]
    public void A_place_in_money_may_pay_money_a_unit()
    {
        var units = Measure.OfUnits("units");
        Component component = Component.Commission(Measure.Bookings, units, RateTable.Marginal((0, 20), (100_000, 30)));
        Assert.Equal(100.Usd, On(component).Earned(Deal(1, 5, 50_000, "A"), new Credit("R1", units, new(2026, 1, 5), new Money(5, Currency.None), "A")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Component.Commission(Measure.OfUnits("deals"), Measure.Bookings, RateTable.Marginal((0, 6))));
    }

    [Fact]
    public void Tiers_at_shares_of_quota_move_with_the_quota_of_the_period()
    {
        Component component = Component.Commission(Measure.Bookings, RateTable.Marginal((0, 5.Percent), (1, 10.Percent)).OfQuota());
        Assert.Equal(7_000.Usd, On(component.Each(Frequency.Monthly)).ByMonth(1, Deal(1, 5, 120_000, "A"))[0]);
        Assert.Equal(6_000.Usd, On(component).Earned(Deal(1, 5, 120_000, "A")));
        Assert.Equal("0 % to 100 %", On(component).Statement(Year.Whole, [Deal(1, 5, 1, "A")]).Components[0].Lines[0].Label);
        Assert.Throws<ArgumentException>(() => new Participant("R1", On(component).Plan));
    }

    [Fact]
    public void What_a_curve_cannot_do_with_deals_is_refused_with_a_hint()
    {
        Component curve = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear);
        Assert.Contains("rate table", Assert.Throws<ArgumentException>(() => curve.EachDeal(Frequency.Monthly)).Message, StringComparison.Ordinal);
        Assert.Contains("rate table", Assert.Throws<ArgumentException>(() => curve.PayingOn(Margin)).Message, StringComparison.Ordinal);
        Assert.Contains("rate table", Assert.Throws<ArgumentException>(() => curve.KickedWith(DealLookup<Rational>.Always(1))).Message, StringComparison.Ordinal);
        Assert.Contains("reconcile a payout curve", Assert.Throws<ArgumentException>(() => Flat.Reconciled(Frequency.Quarterly, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("PayingDeals", Assert.Throws<ArgumentException>(() => Flat.EachDeal(Frequency.Monthly).AtMost(1.Usd)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_weights_and_lookups_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditLimits.None.WithMost(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditLimits.None.WithLeast(10).WithMost(9));
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditLimits.None.WithMost(9).WithLeast(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditLimits.None.WithLargeDeals(10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PayLimits.None.WithFloor(2.Usd).WithCap(1.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => PayLimits.None.WithCap(0.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => Flat.WeighingPay(DealLookup<Rational>.Always(-1)));
        Assert.Throws<ArgumentException>(() => DealLookup<Rational>.ByNumber(DealAttribute.TermMonths, 1, (24, 2), (12, 3)));
        Assert.Throws<ArgumentException>(() => DealLookup<Rational>.ByText(DealAttribute.Product, 1, ("a", 2), ("a", 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Flat.RateBy(DealLookup<RateTable>.Always(RateTable.Marginal((0, 6)))));
        Assert.Throws<ArgumentException>(() => On(Flat.AtMost(new Money(5, Currency.Eur))));
    }

    [Fact]
    public void Attributes_are_equal_by_value_and_a_text_is_no_number()
    {
        DealAttributes one = DealAttributes.None.With(DealAttribute.Product, "cloud").With(DealAttribute.TermMonths, 36);
        Assert.Equal(DealAttributes.None.With(DealAttribute.TermMonths, 36).With(DealAttribute.Product, "cloud"), one);
        Assert.NotEqual(DealAttributes.None, one);
        Assert.Null(one.NumberOf(DealAttribute.Product));
        Assert.Null(one.TextOf(DealAttribute.TermMonths));
        Assert.Equal("product cloud, term_months 36", one.ToString());
    }
}
