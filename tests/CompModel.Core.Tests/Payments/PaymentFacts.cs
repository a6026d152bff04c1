using NodaTime;

namespace CompModel.Tests;

public class PaymentFacts
{
    private static readonly PaymentTerms Plain = PaymentTerms.AsEarned;

    [Fact]
    public void A_plan_without_payment_terms_pays_what_is_earned() =>
        Assert.Equal([100m, 0m, 2.5m], Payer.Paid(Plain).First(3, Payer.Earning(100, 0, 2.5m)).Paid());

    [Fact]
    public void A_plans_other_verbs_keep_its_payment_terms()
    {
        PaymentTerms terms = Plain.PaidAfter(3);
        CompensationPlan plan = Payer.Paid(terms).Plan;
        CompensationPlan[] changed = [plan.WithRounding(Rounding.ToWholeUnit), plan.WithSeasonality(Seasonality.EqualMonths), plan.WithProration(Proration.None), plan.WithRamp(Ramp.None)];
        Assert.All(changed, each => Assert.Same(terms, each.Payments));
        Assert.Same(Ramp.None, plan.WithPayments(Plain).Ramp);
    }

    [Fact]
    public void A_calendar_says_the_pay_dates_and_moves_them_off_days_off()
    {
        // The 15th of the next month, or the business day before: 15 March, a Sunday, is 13 March; with that a holiday, the 12th.
        PayCalendar calendar = PayCalendar.DayOfMonth(15).WithHolidays(new LocalDate(2026, 3, 13));
        PeriodPayment[] paid = Payer.Paid(Plain.PaidOn(calendar)).First(3, Payer.Earning(1_000, 500, 100));
        Assert.Equal([new(2026, 2, 13), new(2026, 3, 12), new LocalDate(2026, 4, 15)], paid.Select(payment => payment.PayDate));
        Assert.Equal(new LocalDate(2026, 3, 12), Assert.Single(paid[1].Entries).Paid);
        // Paid after the period's end, January's pay is owed at it.
        Assert.Equal(1_000.Usd, paid[0].Closing.Accrued);
        Assert.Equal(500.Usd, paid[1].Closing.Accrued);
    }

    [Fact]
    public void Pay_dates_come_from_a_calendar_or_a_number_of_days_whichever_was_said_last()
    {
        PayCalendar calendar = PayCalendar.BusinessDays(5);
        Assert.Equal((calendar, 0), (Plain.PaidAfter(7).PaidOn(calendar).Calendar, Plain.PaidAfter(7).PaidOn(calendar).DaysToPay));
        Assert.Null(Plain.PaidOn(calendar).PaidAfter(7).Calendar);
        Assert.Equal([new(2026, 2, 6), new LocalDate(2026, 2, 7)], new[] { Plain.PaidOn(calendar), Plain.PaidAfter(7) }.Select(terms => terms.PayDate(Payer.Year.Month(1))));
    }

    [Fact]
    public void A_result_below_zero_is_carried_forgiven_or_collected()
    {
        PaymentInputs inputs = Payer.Earning(1_000, -400, 300, 300);
        decimal[] Paid(NegativeBalance negative) => Payer.Paid(Plain.With(negative)).First(4, inputs).Paid();
        Assert.Equal([1_000m, 0m, 0m, 200m], Paid(NegativeBalance.Carried));
        Assert.Equal([1_000m, 0m, 300m, 300m], Paid(NegativeBalance.Forgiven));
        Assert.Equal([1_000m, -400m, 300m, 300m], Paid(NegativeBalance.Collected));
    }

    [Fact]
    public void A_guarantee_pays_the_minimum_in_its_periods_alone()
    {
        Participant participant = Payer.Paid(Plain.With(Guarantee.Of(3_000.Usd, Payer.Months(1, 2))));
        PeriodPayment[] months = participant.First(3, Payer.Earning(1_000, 4_000, 500));
        Assert.Equal([3_000m, 4_000m, 500m], months.Paid());
        Assert.Equal(2_000.Usd, months[0].Of(LedgerEntryKind.GuaranteeTopUp));
    }

    [Fact]
    public void A_holdback_is_released_after_its_periods_or_in_the_period_of_its_date()
    {
        Assert.Equal([90m, 180m, 10m, 20m], Payer.Paid(Plain.With(Holdback.After(10.Percent, 2))).First(4, Payer.Earning(100, 200, 0, 0)).Paid());
        Assert.Equal([90m, 180m, 130m, 100m], Payer.Paid(Plain.With(Holdback.On(10.Percent, new(2026, 3, 31)))).First(4, Payer.Earning(100, 200, 100, 100)).Paid());
    }

    [Fact]
    public void Terms_apply_in_order_holdback_guarantee_draw_balance()
    {
        // 1,000 less 20 % held is 800; up to the guaranteed 900; up to the draw of 1,500; the 50 carried before stay, for a draw is protected.
        PaymentTerms terms = Plain.With(Holdback.After(20.Percent, 1)).With(Guarantee.Of(900.Usd, Payer.AllYear)).With(new Draw.Recoverable(1_500.Usd, Payer.AllYear));
        PeriodPayment first = Payer.Paid(terms).Ledger(Payer.Year, PaymentPosition.Owing(Payer.Year.Start, 0.Usd, 50.Usd), Payer.Earning(1_000)).Payments[0];
        Assert.Equal(
            [(LedgerEntryKind.Earned, 1_000m), (LedgerEntryKind.Held, -200m), (LedgerEntryKind.GuaranteeTopUp, 100m), (LedgerEntryKind.DrawAdvanced, 600m), (LedgerEntryKind.BalanceRecovered, -50m), (LedgerEntryKind.BalanceCarried, 50m)],
            first.Entries.Select(entry => (entry.Kind, entry.Amount.Value)));
        Assert.Equal(1_500.Usd, first.Paid);
    }

    [Fact]
    public void Shares_are_payable_on_booking_invoice_and_cash()
    {
        PaymentInputs inputs = Payer.Earning(1_000).With(
            new DealEvent("D1", PaymentEvent.Invoice, new(2026, 2, 28)),
            new DealEvent("D1", PaymentEvent.Cash, new(2026, 3, 1), 50.Percent),
            new DealEvent("D1", PaymentEvent.Cash, new(2026, 5, 1), 50.Percent),
            new DealEvent("D2", PaymentEvent.Cash, new(2026, 1, 1)));
        PeriodPayment[] months = Payer.Paid(Plain.With(new EventShares(50.Percent, 30.Percent, 20.Percent))).First(5, inputs);
        Assert.Equal([500m, 300m, 100m, 0m, 100m], months.Paid());
        Assert.Equal([500m, 200m, 100m, 100m, 0m], months.Select(month => month.Closing.Waiting.Value));
    }

    [Fact]
    public void A_refund_takes_what_waits_for_the_deals_cash_before_pay()
    {
        PaymentInputs booked = Payer.Earning(1_000, 0, 0);
        PaymentInputs inputs = new PaymentInputs(booked.Credits.Append(new("R1", Measure.Bookings, new(2026, 2, 10), -700.Usd, "D1")).Append(new("R1", Measure.Bookings, new(2026, 3, 10), 900.Usd, "D9")))
            .With(new DealEvent("D9", PaymentEvent.Cash, new(2026, 3, 11)));
        PeriodPayment[] months = Payer.Paid(Plain.With(new EventShares(40.Percent, 0, 60.Percent))).First(3, inputs);
        // 600 waited; 100 more were paid already, and are carried.
        Assert.Equal([400m, 0m, 800m], months.Paid());
        Assert.Equal(0.Usd, months[2].Closing.Accrued);
    }

    [Fact]
    public void Pay_of_a_quarter_waits_for_the_deals_of_all_its_months()
    {
        var plan = new CompensationPlan("p", new OnTargetEarnings(0.Usd, 1_200.Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).ToDate(Frequency.Quarterly))
            .WithPayments(Plain.With(EventShares.OnCash));
        var participant = new Participant("R1", plan, new Quota(Measure.Bookings, 1_200.Usd));
        PaymentInputs inputs = Payer.Earning(100, 200).With(new DealEvent("D1", PaymentEvent.Cash, new(2026, 1, 20)), new DealEvent("D2", PaymentEvent.Cash, new(2026, 4, 20)));
        Assert.Equal([0m, 0m, 100m, 200m], participant.First(4, inputs).Paid());
    }

    [Theory]
    [InlineData(TerminationPolicy.PayEarned, 1_000)]
    [InlineData(TerminationPolicy.PayPayable, 500)]
    [InlineData(TerminationPolicy.ForfeitUnpaid, 405)]
    public void Who_leaves_is_paid_by_the_named_policy(TerminationPolicy policy, int total)
    {
        // January: half of 900 waits for cash, a tenth of 450 is held. February: 100, of which half waits.
        PaymentTerms terms = Plain.With(new EventShares(50.Percent, 0, 50.Percent)).With(Holdback.After(10.Percent, 6)).With(policy);
        PaymentLedger ledger = Payer.Paid(terms).TerminatedOn(new(2026, 2, 20)).Ledger(Payer.Year, Payer.Earning(900, 100));
        Assert.Equal(total, ledger.PaidThrough(Payer.Year.End).Value);
        Assert.Equal(0.Usd, ledger.Closing.Accrued);
    }

    [Fact]
    public void Corrections_count_in_the_period_of_their_day()
    {
        PaymentInputs inputs = Payer.Earning(1_000, 1_000).With(
            Correction.TrueUp(new(2026, 1, 31), 25.5m.Usd, "late deal"), Correction.Clawback(new(2026, 2, 1), 300.Usd, "cancelled"));
        Assert.Equal([1_025.5m, 700m], Payer.Paid(Plain).First(2, inputs).Paid());
        Assert.Throws<ArgumentOutOfRangeException>(() => Correction.Clawback(new(2026, 2, 1), -1.Usd, "cancelled"));
    }

    [Fact]
    public void What_is_earned_is_accrued_until_its_pay_date()
    {
        PaymentLedger ledger = Payer.Paid(Plain.PaidAfter(15)).Ledger(Payer.Year, Payer.Earning(1_000, 500));
        decimal[] accrued = [.. new LocalDate[] { new(2026, 1, 30), new(2026, 1, 31), new(2026, 2, 14), new(2026, 2, 15), new(2026, 2, 28) }.Select(day => ledger.AccruedThrough(day).Value)];
        Assert.Equal([0m, 1_000m, 1_000m, 0m, 500m], accrued);
        Assert.Equal(1_000.Usd, ledger.Payments[0].Closing.Accrued);
    }

    [Fact]
    public void A_payment_explains_itself_line_by_line() =>
        Assert.Equal(
            """
            Payment of M01 2026 (2026-01-01 to 2026-01-31), paid on 2026-02-15
              earned: bookings                                                  1,000.00 USD
              held back                                                          -200.00 USD
              draw, owed                                                          700.00 USD
            Paid                                                                1,500.00 USD

            Balances                                                                  before               after
              waiting for invoice or cash                                           0.00 USD            0.00 USD
              held back                                                             0.00 USD          200.00 USD
              payments whose date is still to come                                  0.00 USD        1,500.00 USD
              less draw owed                                                        0.00 USD          700.00 USD
              less what is carried below zero                                       0.00 USD            0.00 USD
              accrued: earned and not paid                                          0.00 USD        1,000.00 USD
            """ + "\n",
            Payer.Paid(Plain.With(Holdback.After(20.Percent, 1)).With(new Draw.Recoverable(1_500.Usd, Payer.AllYear)).PaidAfter(15)).First(1, Payer.Earning(1_000))[0].Explain());

    [Fact]
    public void Terms_that_make_no_sense_are_refused()
    {
        Assert.Equal("minimum", Assert.Throws<ArgumentOutOfRangeException>(() => Guarantee.Of(0.Usd, Payer.AllYear)).ParamName);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => Holdback.After(20, 1)).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => Holdback.After(20.Percent, 0)).ParamName);
        Assert.Contains("sum to one", Assert.Throws<ArgumentException>(() => new EventShares(50.Percent, 0, 40.Percent)).Message, StringComparison.Ordinal);
        Assert.Equal("days", Assert.Throws<ArgumentOutOfRangeException>(() => Plain.PaidAfter(-1)).ParamName);
        Assert.Throws<ArgumentException>(() => Payer.Earning(1).With(new DealEvent("D1", PaymentEvent.Cash, new(2026, 1, 1), 60.Percent), new DealEvent("D1", PaymentEvent.Cash, new(2026, 1, 2), 60.Percent)));
        Assert.Throws<ArgumentException>(() => Payer.Paid(Plain).Ledger(Payer.Year, PaymentPosition.Empty(new(2026, 1, 2), Currency.Usd), Payer.Earning(1)));
    }

    [Fact]
    public void A_clawback_is_amount_times_limit_times_share_or_age()
    {
        Assert.Equal(1_000.Usd, Clawback.Whole.Of(1_000.Usd, 400.Usd, 99));
        Assert.Equal(200.Usd, Clawback.Whole.OfPaidPart().Taking(50.Percent).Of(1_000.Usd, 400.Usd, 0));
        Clawback byAge = Clawback.Whole.LimitedTo(80.Percent).ByAge(3, 12);
        Assert.Equal([800m, 533.33m, 0m], new[] { 3, 6, 12 }.Select(age => byAge.Of(1_000.Usd, 1_000.Usd, age).Value));
    }
}
