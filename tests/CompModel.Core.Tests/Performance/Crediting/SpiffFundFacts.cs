using NodaTime;

namespace CompModel.Tests;

public class SpiffFundFacts
{
    private static readonly SpiffFund Fund = new("Q1 launch", 100.Usd);

    private static Credit Sold(string id, string deal, int day, Money amount, Rational? share = null) => new(id, Measure.Bookings, new LocalDate(2026, 3, day), amount, share ?? 1, deal);

    // Pay at 10 %.
    private static IEnumerable<(string, string, Amount)> Paid(IEnumerable<Credit> credits) =>
        credits.Select(credit => (credit.Reference, credit.ParticipantId, credit.Amount * 10.Percent));

    [Fact]
    public void The_first_deals_are_paid_until_nothing_is_left()
    {
        Credit[] credits = [Sold("c", "D3", 3, 100.Usd), Sold("a", "D1", 1, 400.Usd), Sold("b", "D2", 2, 900.Usd)];
        Assert.Equal([("D3", "c", (Amount)0.Usd), ("D1", "a", 40.Usd), ("D2", "b", 60.Usd)], Paid(Fund.Trim(credits, Measure.Bookings, 10.Percent)));
    }

    [Fact]
    public void Deals_of_one_day_are_paid_by_id_and_sellers_of_one_deal_share_what_is_left()
    {
        Credit[] credits = [Sold("a", "D2", 1, 800.Usd, 75.Percent), Sold("b", "D2", 1, 800.Usd, 25.Percent), Sold("c", "D1", 1, 600.Usd)];
        Assert.Equal([("D2", "a", (Amount)30.Usd), ("D2", "b", 10.Usd), ("D1", "c", 60.Usd)], Paid(Fund.Trim(credits, Measure.Bookings, 10.Percent)));
    }

    [Fact]
    public void A_refund_returns_what_its_booking_took_and_later_deals_are_paid_from_it()
    {
        Credit[] credits = [Sold("a", "D1", 1, 2_000.Usd), Sold("a", "D1", 2, (-500).Usd), Sold("b", "D2", 3, 900.Usd), Sold("b", "D0", 4, (-50).Usd)];
        Assert.Equal([("D1", "a", (Amount)100.Usd), ("D1", "a", (-25).Usd), ("D2", "b", 25.Usd), ("D0", "b", (-5).Usd)], Paid(Fund.Trim(credits, Measure.Bookings, 10.Percent)));
    }

    [Fact]
    public void Pro_rata_pays_every_deal_the_same_share() =>
        Assert.Equal(
            [("D1", "a", (Amount)25.Usd), ("D2", "b", 75.Usd)],
            Paid(Fund.Trim([Sold("a", "D1", 1, 500.Usd), Sold("b", "D2", 2, 1_500.Usd)], Measure.Bookings, 10.Percent, FundOrder.ProRata)));

    [Fact]
    public void A_fund_pays_units_by_the_deal_and_leaves_other_credits()
    {
        Measure logos = Measure.OfUnits("logos");
        Credit[] credits = [.. Enumerable.Range(1, 3).Select(i => new Credit("a", logos, new(2026, 3, i), new Amount(1, Currency.None), $"D{i}"))];
        Credit team = credits[0] with { Scope = CreditScope.Team };
        Assert.Equal([1, 1, 0, 1, 7], Fund.Trim([.. credits, team, Sold("a", "D1", 1, 7.Usd)], logos, 50).Select(credit => credit.Amount.Value));
    }

    [Fact]
    public void What_a_fund_cannot_be_is_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpiffFund("f", (-1).Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpiffFund("f", new Money(1, Currency.None)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fund.Trim([], Measure.Bookings, 0));
        Assert.Contains("fund 'Q1 launch' is in USD; credit 'D1' of 'a' is in EUR", Assert.Throws<ArgumentException>(() => Fund.Trim([Sold("a", "D1", 1, 7.In(Currency.Eur))], Measure.Bookings, 1)).Message, StringComparison.Ordinal);
    }
}
