using static CompModel.Tests.Seller;

namespace CompModel.Tests;

/// <summary>Full quota, what is carried, and what is reconciled.</summary>
public class MoreBasisFacts
{
    private static readonly Component Fast = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.Accelerate(above: 100.Percent, multiplier: 2m));

    [Fact]
    public void Against_the_full_quota_early_deals_climb_the_curve_of_the_year()
    {
        Credit[] credits = [Deal(1, 5, 600_000, "A"), Deal(4, 5, 900_000, "B")];
        Assert.Equal([60_000.Usd, 120_000.Usd, 0.Usd, 0.Usd], On(Fast.ToDate(Frequency.Quarterly, against: Yardstick.FullQuota)).ByQuarter(credits));
        // Against the quota to date the first quarter is at 200 % and earns three quarters' targets.
        Assert.Equal([90_000.Usd, 150_000.Usd, 0.Usd - 30_000.Usd, 0.Usd - 30_000.Usd], On(Fast.ToDate(Frequency.Quarterly)).ByQuarter(credits));
    }

    [Fact]
    public void What_is_carried_is_not_taken_back_in_the_year_and_is_a_debt_at_its_end()
    {
        Component component = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).ToDate(Frequency.Quarterly, Recovery.Carried);
        Participant seller = On(component);
        Credit[] credits = [Deal(1, 5, 300_000, "A"), Deal(4, 5, -100_000, "A"), Deal(7, 5, 50_000, "B")];
        Assert.Equal([30_000.Usd, 0.Usd, 0.Usd, 0.Usd], seller.ByQuarter(credits));
        Position end = seller.Statement(Year.Whole, credits).Closing;
        Assert.Equal(5_000.Usd, end.Windows["bookings"].Debt);

        ParticipantTerms next = seller.TermsFor(PlanYear.Calendar(2027));
        Position opening = Position.AtStartOf(next).Owing(next, "bookings", end.Windows["bookings"].Debt);
        Credit[] later = [new("R1", Measure.Bookings, new(2027, 1, 5), 30_000.Usd, "C"), new("R1", Measure.Bookings, new(2027, 4, 5), 40_000.Usd, "D")];
        Statement first = next.Statement(opening, PlanYear.Calendar(2027).Quarter(1), later).Checked();
        Statement second = next.Statement(first.Closing, PlanYear.Calendar(2027).Quarter(2), later).Checked();
        Assert.Equal((0.Usd, 2_000.Usd), (first.Earned, first.Closing.Windows["bookings"].Debt));
        Assert.Equal((2_000.Usd, 0.Usd), (second.Earned, second.Closing.Windows["bookings"].Debt));
        Assert.Throws<ArgumentException>(() => Position.AtStartOf(next).Owing(next, "margin", 1.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => Position.AtStartOf(next).Owing(next, "bookings", (-1).Usd));
    }

    [Fact]
    public void Reconciled_periods_pay_up_to_the_limit_and_the_year_is_trued_up_in_both_directions()
    {
        Participant seller = On(Fast.Reconciled(Frequency.Quarterly, 1));
        Assert.Equal([30_000.Usd, 30_000.Usd, 0.Usd, 180_000.Usd - 60_000.Usd], seller.ByQuarter(Deal(1, 5, 600_000, "A"), Deal(4, 5, 900_000, "B")));
        // Two quarters at target and nothing else: half the year's quota, trued up to half the target.
        Component threshold = Component.Of(Measure.Bookings, 1, PayoutCurve.Linear.WithThreshold(60.Percent)).Reconciled(Frequency.Quarterly, 1);
        Assert.Equal([30_000.Usd, 30_000.Usd, 0.Usd, 0.Usd - 60_000.Usd], On(threshold).ByQuarter(Deal(1, 5, 300_000, "A"), Deal(4, 5, 300_000, "B")));
        seller.Statement(Year.Quarter(4), [Deal(1, 5, 600_000, "A")]).Checked();
    }

    [Fact]
    public void Bases_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fast.Reconciled(Frequency.Quarterly, 0));
        Assert.Throws<ArgumentException>(() => Component.Commission(Measure.Bookings, RateTable.Marginal((0, 0))).Reconciled(Frequency.Quarterly, 1));
    }
}
