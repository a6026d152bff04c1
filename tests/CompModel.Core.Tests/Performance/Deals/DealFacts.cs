using NodaTime;

namespace CompModel.Tests;

public class DealFacts
{
    private static readonly Measure Logos = Measure.OfUnits("logos");
    private static readonly Deal Signed = new("D1", new(2026, 3, 1), Measure.Bookings, 90_000.Usd);

    [Fact]
    public void Splits_and_overlays_give_everybody_an_exact_share_that_says_what_it_is()
    {
        Deal deal = Signed.With(Logos, 1).With(DealAttribute.Product, "Cloud").SplitTo("a", (Rational)1 / 3).SplitTo("b", (Rational)2 / 3).OverlayTo("se", 1);
        Assert.Equal(
            [("a", Measure.Bookings, 30_000.Usd, SplitKind.Split), ("b", Measure.Bookings, 60_000.Usd, SplitKind.Split), ("se", Measure.Bookings, 90_000.Usd, SplitKind.Overlay)],
            deal.Credits().Take(3).Select(credit => (credit.ParticipantId, credit.Measure, credit.Amount, credit.Split)));
        Assert.Equal([(Rational)1 / 3, (Rational)2 / 3, 1], deal.Credits().Skip(3).Select(credit => credit.Amount.Value));
        Assert.All(deal.Credits(), credit => Assert.Equal(("D1", deal.Attributes, deal.Date), (credit.Reference, credit.Attributes, credit.Date)));
        Assert.Equal(0, deal.Unassigned);
        Assert.Equal(["a 33.33 %", "b 66.67 %", "se 100 % (overlay)"], deal.Splits.Select(split => split.ToString()));
    }

    [Fact]
    public void Splits_over_the_whole_deal_are_refused_naming_deal_and_sum()
    {
        Deal most = Signed.SplitTo("a", 60.Percent).SplitTo("b", 40.Percent);
        var error = Assert.Throws<ArgumentException>(() => most.SplitTo("c", 1.Percent));
        Assert.Contains("deal 'D1' sum to 101 %", error.Message, StringComparison.Ordinal);
        Assert.Contains("overlay", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, most.OverlayTo("c", 1).OverlayTo("d", 1).Splits.Where(split => split.Kind == SplitKind.Split).Aggregate(Rational.Zero, (sum, split) => sum + split.Share));
        Assert.Contains("'a' stands twice among the splits of deal 'D1'", Assert.Throws<ArgumentException>(() => Signed.SplitTo("a", 10.Percent).SplitTo("a", 10.Percent)).Message, StringComparison.Ordinal);
        Assert.Contains("60.Percent", Assert.Throws<ArgumentOutOfRangeException>(() => Signed.SplitTo("a", 60)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed.OverlayTo("a", 0));
    }

    [Fact]
    public void A_refund_over_the_booking_or_before_it_is_refused()
    {
        Deal refunded = Signed.SplitTo("a", 1).Refunded(new(2026, 4, 1), Measure.Bookings, 80_000.Usd);
        Assert.Contains("deal 'D1' exceed its booking of 90,000.00 USD by 0.01 USD", Assert.Throws<ArgumentException>(() => refunded.Refunded(new(2026, 5, 1), Measure.Bookings, 10_000.01m.Usd)).Message, StringComparison.Ordinal);
        Assert.Equal([90_000.Usd, -80_000.Usd, -10_000.Usd], refunded.Refunded(new(2026, 5, 1), Measure.Bookings, 10_000.Usd).Credits().Select(credit => credit.Amount));
        Assert.Contains("2026-02-28", Assert.Throws<ArgumentOutOfRangeException>(() => Signed.Refunded(new(2026, 2, 28), Measure.Bookings, 1.Usd)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed.Cancelled(new(2026, 2, 28)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed.Refunded(new(2026, 3, 1), Measure.Bookings, 0.Usd));
        Assert.Throws<ArgumentException>(() => Signed.Refunded(new(2026, 3, 1), Logos, new Money(1, Currency.None)));
        Assert.Throws<InvalidOperationException>(() => Signed.Refunded(new(2026, 3, 1), Measure.Bookings, 1.In(Currency.Eur)));
        Assert.Equal([-10_000.Usd], refunded.Cancelled(new(2026, 6, 1)).Credits().Skip(2).Select(credit => credit.Amount));
    }

    [Fact]
    public void Annual_value_is_as_stated_or_else_twelve_months_of_the_term()
    {
        Deal three = Signed.With(DealAttribute.TermMonths, 36).With(Logos, 1);
        Assert.Equal((90_000.Usd, 30_000.Usd), (three.AmountIn(Measure.Bookings), three.AmountIn(Measure.Bookings, ContractValue.Annual)));
        Assert.Equal(new Amount(1, Currency.None), three.AmountIn(Logos, ContractValue.Annual));
        Assert.Equal(25_000.Usd, three.WithAnnualValue(Measure.Bookings, 25_000.Usd).AmountIn(Measure.Bookings, ContractValue.Annual));
        Assert.Equal(new Amount(90_000 * (Rational)12 / 13, Currency.Usd), Signed.With(DealAttribute.TermMonths, 13).AmountIn(Measure.Bookings, ContractValue.Annual));
        foreach (Deal whole in new[] { Signed, Signed.With(DealAttribute.TermMonths, 12), Signed.With(DealAttribute.TermMonths, 6) })
            Assert.Equal(90_000.Usd, whole.AmountIn(Measure.Bookings, ContractValue.Annual));
        // Half of the deal taken back takes back half of what was credited.
        Assert.Equal([25_000.Usd, -12_500.Usd], three.WithAnnualValue(Measure.Bookings, 25_000.Usd).SplitTo("a", 1).Refunded(new(2026, 3, 2), Measure.Bookings, 45_000.Usd)
            .Credits(ContractValue.Annual).Where(credit => credit.Measure == Measure.Bookings).Select(credit => credit.Amount));
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed.WithAnnualValue(Measure.Bookings, 90_000.01m.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed.WithAnnualValue(Measure.Bookings, (-1).Usd));
        Assert.Throws<ArgumentException>(() => three.WithAnnualValue(Logos, new Money(1, Currency.None)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Signed.With(DealAttribute.TermMonths, 0));
    }

    [Fact]
    public void A_deal_has_one_amount_of_its_kind_in_each_measure()
    {
        Assert.Contains("'D1' has an amount in bookings already", Assert.Throws<ArgumentException>(() => Signed.With(Measure.Bookings, 1.Usd)).Message, StringComparison.Ordinal);
        Assert.Contains("logos is counted in units; deal 'D1' has 1.00 USD", Assert.Throws<ArgumentException>(() => Signed.With(Logos, 1.Usd)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Deal("D2", new(2026, 3, 1), Measure.Bookings, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deal("D2", new(2026, 3, 1), Measure.Bookings, (-5).Usd));
        Assert.Throws<ArgumentException>(() => Signed.AmountIn(Logos));
        Assert.Contains("'D1' is there 2 times", Assert.Throws<ArgumentException>(() => new[] { Signed, Signed }.Credits()).Message, StringComparison.Ordinal);
    }
}
