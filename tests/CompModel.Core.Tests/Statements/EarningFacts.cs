using static CompModel.Tests.Seller;

namespace CompModel.Tests;

/// <summary>Statements told by tier and deal.</summary>
public class EarningFacts
{
    private static readonly Component Commission = Component.Commission(Measure.Bookings, RateTable.Marginal((0, 5.Percent), (100_000, 10.Percent)));

    [Fact]
    public void A_deal_earns_in_each_tier_what_it_moved_the_position_there()
    {
        Statement year = On(Commission).Statement(Year.Whole, [Deal(1, 5, 80_000, "A"), Deal(2, 5, 40_000, "B"), Deal(3, 5, 10_000, "C")]);
        Assert.Equal(
            [new("bookings", "0 to 100,000", "A", 4_000.Usd), new("bookings", "0 to 100,000", "B", 1_000.Usd), new("bookings", "above 100,000", "B", 2_000.Usd), new("bookings", "above 100,000", "C", 1_000.Usd)],
            year.ByDeal());
    }

    [Fact]
    public void To_date_a_later_period_shows_what_changed()
    {
        Participant seller = On(Commission.ToDate(Frequency.Monthly));
        Credit[] credits = [Deal(1, 5, 80_000, "A"), Deal(2, 5, 40_000, "B"), Deal(3, 5, -10_000, "B")];
        Assert.Equal([new("bookings", "0 to 100,000", "B", 1_000.Usd), new("bookings", "above 100,000", "B", 2_000.Usd)], seller.Statement(Year.Month(2), credits).ByDeal());
        Assert.Equal([new("bookings", "above 100,000", "B", (-1_000).Usd)], seller.Statement(Year.Month(3), credits).ByDeal());
    }

    [Fact]
    public void A_retroactive_tier_pays_earlier_deals_more_when_a_later_one_reaches_it()
    {
        Participant seller = On(Component.Commission(Measure.Bookings, RateTable.Retroactive((0, 5.Percent), (100_000, 10.Percent))).ToDate(Frequency.Monthly));
        IReadOnlyList<Earning> february = seller.Statement(Year.Month(2), [Deal(1, 5, 80_000, "A"), Deal(2, 5, 20_000, "B")]).ByDeal();
        Assert.Equal(6_000.Usd, february.Aggregate(0.Usd, (sum, earning) => sum + earning.Amount));
        Assert.Equal(4_000.Usd, february.Where(earning => earning.Deal == "A").Aggregate(0.Usd, (sum, earning) => sum + earning.Amount));
    }

    [Fact]
    public void Multipliers_caps_and_steps_fall_on_deals()
    {
        Participant capped = On(Commission.AtMost(6_000.Usd));
        IReadOnlyList<Earning> rows = capped.Statement(Year.Whole, [Deal(1, 5, 100_000, "A"), Deal(2, 5, 50_000, "B")]).ByDeal();
        Assert.Equal([3_000.Usd, 3_000.Usd], rows.Select(row => row.Amount));
        Participant stepped = On(Component.Of(Measure.Bookings, 1, PayoutCurve.Step((50.Percent, 50.Percent), (1, 1))));
        Assert.Equal([("A", 60_000.Usd), ("B", 60_000.Usd)], stepped.Statement(Year.Whole, [Deal(1, 5, 700_000, "A"), Deal(2, 5, 600_000, "B")]).ByDeal().Select(row => (row.Deal, row.Amount)));
    }

    [Fact]
    public void A_clawback_takes_what_a_deal_earned_at_its_place_or_what_the_year_earns_less_without_it()
    {
        Credit[] credits = [Deal(1, 5, 80_000, "A"), Deal(2, 5, 40_000, "B"), Deal(3, 5, 10_000, "C")];
        Participant seller = On(Commission);
        Assert.Equal(4_000.Usd, seller.EarnedOn("A", Year, credits));
        // Without A, the others lie in the first tier: 130,000 earn 8,000 and 50,000 earn 2,500.
        Assert.Equal(5_500.Usd, seller.EarnedThrough("A", Year, credits));
        Assert.Equal(2_000.Usd, Clawback.Whole.Taking(50.Percent).Of(seller.EarnedOn("A", Year, credits), 0.Usd, 0));
    }

    [Fact]
    public void A_year_trued_up_is_told_by_deal_whether_it_is_read_at_once_or_by_quarters()
    {
        Participant seller = On(Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(above: 100.Percent, multiplier: 2m)).Reconciled(Frequency.Quarterly, 1));
        Credit[] credits = [Deal(1, 5, 600_000, "A"), Deal(4, 5, 900_000, "B")];
        // 60,000 for A and 60,000 + 2 × 30,000 for B, of which the quarters up to their limits paid 30,000 each.
        Money Of(string deal, IEnumerable<Earning> rows) => rows.Where(row => row.Deal == deal).Aggregate(0.Usd, (sum, row) => sum + row.Amount);
        IReadOnlyList<Earning> year = seller.Statement(Year.Whole, credits).ByDeal();
        IReadOnlyList<Earning> quarters = [.. Year.Periods(Frequency.Quarterly).SelectMany(quarter => seller.Statement(quarter, credits).ByDeal())];
        Assert.Equal((60_000.Usd, 120_000.Usd, 0.Usd), (Of("A", year), Of("B", year), Of("", year)));
        Assert.Equal((60_000.Usd, 120_000.Usd, 0.Usd), (Of("A", quarters), Of("B", quarters), Of("", quarters)));
    }

    [Fact]
    public void What_a_single_deal_earned_before_is_taken_off_that_deal()
    {
        Participant seller = On(Component.Commission(Measure.Bookings, RateTable.Retroactive((0, 5.Percent), (100_000, 10.Percent))).EachDeal(Frequency.Monthly));
        IReadOnlyList<Earning> february = seller.Statement(Year.Month(2), [Deal(1, 5, 100_000, "A"), Deal(2, 5, -40_000, "A"), Deal(2, 6, 10_000, "B")]).ByDeal();
        Assert.Equal([("A", (-7_000).Usd), ("B", 500.Usd)], february.GroupBy(row => row.Deal).Select(deal => (deal.Key, deal.Aggregate(0.Usd, (sum, row) => sum + row.Amount))));
    }

    [Fact]
    public void A_ledger_books_what_each_deal_earned_with_its_dates_and_cost_centre()
    {
        Participant seller = On(plan => plan.WithPayments(PaymentTerms.AsEarned.With(EventShares.OnCash)), Commission.ToDate(Frequency.Monthly))
            .InCostCentre("4100").InCostCentreFrom(new(2026, 2, 1), "4200");
        PaymentLedger ledger = seller.Ledger(Year, new PaymentInputs(Deal(1, 5, 80_000, "A"), Deal(2, 5, 40_000, "B")).With(new DealEvent("A", PaymentEvent.Cash, new(2026, 3, 9))));
        Assert.Equal(
            [(new(2026, 1, 31), "4100", "A", 4_000.Usd), (new(2026, 2, 28), "4200", "B", 1_000.Usd), (new(2026, 2, 28), "4200", "B", 2_000.Usd)],
            ledger.Earnings.Select(earning => (earning.Earned, earning.CostCentre, earning.Of.Deal, earning.Of.Amount)));
        LedgerEntry due = ledger.Entries.Single(entry => entry.Kind == LedgerEntryKind.Due);
        Assert.Equal(("A", "4100", new(2026, 1, 31), new(2026, 3, 31)), (due.Contract, due.CostCentre, due.Earned, due.Payable));
        Assert.Equal(ledger.EarnedThrough(new(2026, 12, 31)), ledger.Earnings.Aggregate(0.Usd, (sum, earning) => sum + earning.Of.Amount));
    }
}
