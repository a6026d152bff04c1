namespace CompModel.Tests;

public class CreditingFacts
{
    private static readonly CompensationPlan Plan =
        new("p", new OnTargetEarnings(1.Usd, 1.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));

    private static readonly Hierarchy Team = new(
    [
        new Participant("M", Plan, new Quota(Measure.Bookings, 100.Usd)),
        new Participant("R", Plan, new Quota(Measure.Bookings, 100.Usd)).ManagedBy("M"),
    ]);

    private static readonly Credit Refund = new("R", Measure.Bookings, new(2026, 5, 4), (-100).Usd, "D1");

    [Fact]
    public void Two_equal_refunds_of_one_deal_on_one_day_both_reach_the_manager() =>
        Assert.Equal(-200m, Team.RollUp([Refund, Refund]).Where(credit => credit.ParticipantId == "M").Sum(credit => (decimal)(int)credit.Amount.Value.Numerator));

    [Fact]
    public void What_is_rolled_up_already_is_refused() =>
        Assert.Contains("D1", Assert.Throws<ArgumentException>(() => Team.RollUp(Team.RollUp([Refund]))).Message);

    [Fact]
    public void A_refund_of_somebody_s_split_and_overlay_takes_back_no_more_than_the_deal()
    {
        Deal deal = new Deal("D1", new(2026, 3, 1), Measure.Bookings, 100.Usd).SplitTo("R", 1).OverlayTo("R", 1).Cancelled(new(2026, 4, 1));
        Assert.Equal([(Amount)100.Usd, (-100).Usd], Team.RollUp(deal.Credits()).Where(credit => credit.ParticipantId == "M").Select(credit => credit.Amount));
    }

    [Fact]
    public void A_deal_of_which_one_sellers_row_says_more_is_one_deal_of_the_managers()
    {
        Credit half = Refund with { DealAmount = new Amount(100, Currency.Usd), Share = 50.Percent };
        Credit team = Team.RollUp([half, half with { Share = 50.Percent, Attributes = DealAttributes.None.With(DealAttribute.TermMonths, 36) }]).Single(credit => credit.Scope == CreditScope.Team);
        Assert.Equal((100, (Rational?)36), (team.Amount.Value, team.Attributes.NumberOf(DealAttribute.TermMonths)));
    }

    [Fact]
    public void A_territory_s_credit_does_not_roll_up_beside_the_seller_s() =>
        Assert.Equal(
            -40,
            Team.RollUp([Refund with { Share = 40.Percent }, Refund with { Scope = CreditScope.Territory }]).Single(credit => credit.Scope == CreditScope.Team).Amount.Value);
}
