using NodaTime;

namespace CompModel.Tests;

public class ExchangeFacts
{
    private static readonly Currency Gbp = Currency.Of("GBP");
    private static readonly LocalDate January = new(2026, 1, 1), July = new(2026, 7, 1);
    private static readonly ExchangeRates Rates = ExchangeRates.None
        .With(Currency.Eur, Currency.Usd, 1.10m, January).With(Currency.Eur, Currency.Usd, 1.20m, July).With(Gbp, Currency.Usd, 1.25m, January);

    private static Credit Sold(LocalDate date, Money amount) => new("R1", Measure.Bookings, date, amount, 60.Percent, "D1");

    [Fact]
    public void A_rate_holds_from_its_date_up_to_the_next()
    {
        Assert.Equal(1.10m, Rates.Rate(Currency.Eur, Currency.Usd, January));
        Assert.Equal(1.10m, Rates.Rate(Currency.Eur, Currency.Usd, new(2026, 6, 30)));
        Assert.Equal(1.20m, Rates.Rate(Currency.Eur, Currency.Usd, July));
        Assert.Equal(1, ExchangeRates.None.Rate(Currency.Eur, Currency.Eur, July));
        Assert.Equal(2, Rates.With(Currency.Eur, Currency.Usd, 2).Rate(Currency.Eur, Currency.Usd, LocalDate.MinIsoValue));
    }

    [Fact]
    public void A_missing_rate_names_pair_and_date()
    {
        Assert.Contains("from EUR to USD on 2025-12-31", Assert.Throws<ArgumentException>(() => Rates.Rate(Currency.Eur, Currency.Usd, January.PlusDays(-1))).Message, StringComparison.Ordinal);
        Assert.Contains("from EUR to GBP on 2026-01-01", Assert.Throws<ArgumentException>(() => Rates.Rate(Currency.Eur, Gbp, January)).Message, StringComparison.Ordinal);
        Assert.Contains("from EUR to JPY on 2026-01-01", Assert.Throws<ArgumentException>(() => Rates.Through(Currency.Usd).Rate(Currency.Eur, Currency.Of("JPY"), January)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inverses_and_crosses_are_used_through_a_base_alone()
    {
        string message = Assert.Throws<ArgumentException>(() => Rates.Rate(Currency.Usd, Currency.Eur, January)).Message;
        Assert.Contains("from USD to EUR on 2026-01-01; its inverse is stated, and Through(USD) uses it", message, StringComparison.Ordinal);
        ExchangeRates through = Rates.Through(Currency.Usd);
        Assert.Equal((Rational)10 / 11, through.Rate(Currency.Usd, Currency.Eur, January));
        Assert.Equal(1.20m / (Rational)1.25m, through.Rate(Currency.Eur, Gbp, July));
        // A pair that is stated is never crossed.
        Assert.Equal(0.9m, through.With(Currency.Eur, Gbp, 0.9m, January).Rate(Currency.Eur, Gbp, July));
    }

    [Fact]
    public void A_rate_is_above_zero_of_two_currencies_in_one_direction_and_in_order_of_date()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rates.With(Currency.Eur, Gbp, 0, January));
        Assert.Throws<ArgumentException>(() => Rates.With(Currency.Eur, Currency.Eur, 1, January));
        Assert.Throws<ArgumentException>(() => Rates.With(Currency.None, Currency.Eur, 1, January));
        Assert.Throws<ArgumentException>(() => Rates.Through(Currency.None));
        Assert.Contains("USD to EUR is stated the other way round", Assert.Throws<ArgumentException>(() => Rates.With(Currency.Usd, Currency.Eur, 0.9m, January)).Message, StringComparison.Ordinal);
        Assert.Contains("2026-07-01", Assert.Throws<ArgumentOutOfRangeException>(() => Rates.With(Currency.Eur, Currency.Usd, 1, July)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_names_the_day_of_the_rate()
    {
        LocalDate day = new(2026, 6, 29);
        ExchangeRates rates = Rates.With(Currency.Eur, Currency.Usd, 1.30m, new(2026, 7, 31));
        Amount In(RateDate policy) => new[] { Sold(day.PlusDays(5), 100.In(Currency.Eur)) }.In(Currency.Usd, rates, policy).Single().DealAmount;
        Assert.Equal(120.Usd, In(RateDate.DealDate));
        Assert.Equal(130.Usd, In(RateDate.MonthEnd));
        Assert.Equal(110.Usd, In(RateDate.StartOf(PlanYear.Calendar(2026))));
        Assert.Equal(110.Usd, In(RateDate.On(day)));
        Assert.Equal(72.Usd, Sold(July, 100.In(Currency.Eur)).In(Currency.Usd, rates).Amount);
    }

    [Fact]
    public void A_refund_is_converted_as_its_booking_was_and_units_stay()
    {
        Credit booking = Sold(new(2026, 6, 30), 100.In(Currency.Eur)), refund = Sold(July, (-100).In(Currency.Eur));
        Assert.Equal([66.Usd, (-66).Usd], new[] { booking, refund }.In(Currency.Usd, Rates, RateDate.DealDate).Select(credit => credit.Amount));
        Assert.Equal([(-72).Usd], new[] { refund }.In(Currency.Usd, Rates, RateDate.DealDate).Select(credit => credit.Amount));
        Credit point = new("R1", Measure.Adoption, July, new Amount(3, Currency.None), "U1");
        Assert.Equal(point, point.In(Currency.Usd, ExchangeRates.None));
    }

    [Fact]
    public void A_credit_in_another_currency_than_is_counted_is_refused_by_name()
    {
        var plan = new CompensationPlan("p", new OnTargetEarnings(0.Usd, 100.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        Participant rep = new("R1", plan, new Quota(Measure.Bookings, 100.Usd));
        var error = Assert.Throws<InvalidOperationException>(() => rep.Statement(PlanYear.Calendar(2026).Whole, [Sold(July, 100.In(Currency.Eur))]));
        Assert.Contains("Credit 'D1' of 'R1' is in EUR; 'bookings' counts USD: convert it", error.Message, StringComparison.Ordinal);
        Assert.Equal(72.Usd, rep.Statement(PlanYear.Calendar(2026).Whole, [Sold(July, 100.In(Currency.Eur)).In(Currency.Usd, Rates)]).Earned);
    }

    [Fact]
    public void Credits_go_into_the_currency_that_each_participant_counts_them_in()
    {
        var pounds = new CompensationPlan("p", new OnTargetEarnings(0.In(Gbp), 100.In(Gbp)), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear));
        Hierarchy team = new([
            new Participant("M", pounds, new Quota(Measure.Bookings, 100.Usd)), new Participant("R1", pounds, new Quota(Measure.Bookings, 100.In(Currency.Eur))).ManagedBy("M"),
            new Participant("R2", new CompensationPlan("c", pounds.OnTarget, Component.Commission(Measure.Bookings, RateTable.Marginal((0, 1.Percent))))).ManagedBy("M"),
        ]);
        IReadOnlyList<Credit> sold = team.RollUp([Sold(July, 100.In(Currency.Eur)), Sold(July, 100.In(Currency.Eur)) with { ParticipantId = "R2", Share = 40.Percent }]);
        Assert.Equal(
            [("R1", (Amount)60.In(Currency.Eur)), ("R2", new(40 * (1.20m / (Rational)1.25m), Gbp)), ("M", 120.Usd)],
            team.InTheirCurrencies(sold, Rates.Through(Currency.Usd), RateDate.DealDate).Select(credit => (credit.ParticipantId, credit.Amount)));
        Assert.Equal(Currency.None, team.Find("M").CurrencyOf(Measure.Adoption));
    }
}
