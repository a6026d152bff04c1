namespace CompModel.Tests;

public class DrawFacts
{
    private static PaymentTerms Terms(Draw draw) => PaymentTerms.AsEarned.With(draw);

    private static PeriodPayment[] Pay(Draw draw, params decimal[] months) => Payer.Paid(Terms(draw)).First(months.Length, Payer.Earning(months));

    [Fact]
    public void A_recoverable_draw_fills_up_and_is_returned_from_what_is_above_it()
    {
        PeriodPayment[] months = Pay(new Draw.Recoverable(2_000.Usd, Payer.AllYear), 500, 2_700, 6_000);
        Assert.Equal([2_000m, 2_000m, 5_200m], months.Paid());
        Assert.Equal([1_500m, 800m, 0m], months.Owed());
    }

    [Fact]
    public void A_non_recoverable_draw_fills_up_and_is_not_owed()
    {
        PeriodPayment[] months = Pay(new Draw.NonRecoverable(2_000.Usd, Payer.AllYear), 500, 2_700);
        Assert.Equal([2_000m, 2_700m], months.Paid());
        Assert.Equal([0m, 0m], months.Owed());
        Assert.Equal(1_500.Usd, months[0].TrueUps);
    }

    [Fact]
    public void An_additive_draw_comes_on_top() =>
        Assert.Equal([2_500m, 4_700m], Pay(new Draw.Additive(2_000.Usd, Payer.AllYear), 500, 2_700).Paid());

    [Fact]
    public void A_draw_paid_regardless_is_owed_in_whole_and_half_of_pay_returns_it()
    {
        PeriodPayment[] months = Pay(new Draw.PaidRegardless(2_000.Usd, Payer.Months(1, 2), 50.Percent), 1_000, 5_000, 8_000);
        // 2,000 + 500 kept; 2,000 + 2,500 kept; 8,000 less the last 1,000 owed.
        Assert.Equal([2_500m, 4_500m, 7_000m], months.Paid());
        Assert.Equal([1_500m, 1_000m, 0m], months.Owed());
    }

    [Fact]
    public void A_delayed_recovery_begins_that_many_periods_after_its_advance()
    {
        PeriodPayment[] months = Pay(new Draw.Recoverable(1_000.Usd, Payer.Months(1, 2), delay: 3), 0, 400, 5_000, 300, 5_000);
        Assert.Equal([1_000m, 1_000m, 5_000m, 0m, 3_700m], months.Paid());
        Assert.Equal([1_000m, 1_600m, 1_600m, 1_300m, 0m], months.Owed());
    }

    [Fact]
    public void A_draw_is_paid_from_its_start_to_its_stop_while_employed()
    {
        Participant hired = Payer.Paid(Terms(new Draw.NonRecoverable(100.Usd, Payer.Months(1, 5)))).HiredOn(new(2026, 2, 16)).TerminatedOn(new(2026, 4, 2));
        Assert.Equal([0m, 100m, 100m, 100m, 0m, 0m], hired.First(6, new PaymentInputs()).Paid());
        Assert.Equal([0m, 100m, 0m], Payer.Paid(Terms(new Draw.NonRecoverable(100.Usd, Payer.Months(2, 2)))).First(3, new PaymentInputs()).Paid());
    }

    [Fact]
    public void A_guaranteed_minimum_is_kept_from_recovery_and_the_draw_stays_owed()
    {
        PaymentTerms terms = Terms(new Draw.Recoverable(1_000.Usd, Payer.Months(1, 1))).With(Guarantee.Of(800.Usd, Payer.Months(2, 3)));
        PeriodPayment[] months = Payer.Paid(terms).First(3, Payer.Earning(0, 900, 500));
        Assert.Equal([1_000m, 800m, 800m], months.Paid());
        Assert.Equal([1_000m, 900m, 900m], months.Owed());
        Assert.Equal(0.Usd, months[2].Closing.Carried);
    }

    [Fact]
    public void A_draw_owed_is_due_when_its_participant_leaves_or_is_written_off()
    {
        var draw = new Draw.Recoverable(1_000.Usd, Payer.AllYear);
        Participant leaving = Payer.Paid(Terms(draw)).TerminatedOn(new(2026, 2, 20));
        PeriodPayment[] owed = leaving.First(3, Payer.Earning(0, 300));
        Assert.Equal([1_000m, 0m, 0m], owed.Paid());
        Assert.Equal(700.Usd, owed[2].Closing.Carried);
        Participant forgiven = Payer.Paid(Terms(draw).With(TerminationPolicy.PayEarned, DrawAtTermination.Forgiven)).TerminatedOn(new(2026, 2, 20));
        Assert.Equal([1_000m, 300m, 0m], forgiven.First(3, Payer.Earning(0, 300)).Paid());
        Assert.Equal(0.Usd, forgiven.Ledger(Payer.Year, Payer.Earning(0, 300)).Closing.Accrued);
    }

    [Theory]
    [InlineData(0, "1", 0, "amount")]
    [InlineData(100, "0", 0, "recoveryShare")]
    [InlineData(100, "50", 0, "recoveryShare")]
    [InlineData(100, "1", -1, "delay")]
    public void A_draw_that_makes_no_sense_is_refused(int amount, string share, int delay, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Draw.Recoverable(amount.Usd, Payer.AllYear, decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), delay)).ParamName);

    [Fact]
    public void A_draw_in_another_currency_than_its_plan_is_refused() =>
        Assert.Contains("USD", Assert.Throws<ArgumentException>(() => Payer.Paid(Terms(new Draw.Additive(1.In(Currency.Eur), Payer.AllYear)))).Message, StringComparison.Ordinal);
}
