using NodaTime;

namespace CompModel.Tests;

public class CorrectionFacts
{
    private static readonly Correction Late = Correction.TrueUp(new(2026, 1, 31), 25.5m.Usd, "late deal").Of("bookings").Referring("D7").ApprovedBy("M. Ito");
    private static readonly Correction Cancelled = Correction.Clawback(new(2026, 2, 1), 300.Usd, "cancelled");

    [Fact]
    public void A_correction_says_what_it_corrects_goes_back_to_and_who_approved_it()
    {
        Assert.Equal(("bookings", "D7", "M. Ito"), (Late.Component, Late.Reference, Late.Approver));
        Assert.Equal(("", "", ""), (Cancelled.Component, Cancelled.Reference, Cancelled.Approver));
        Assert.All(
            new Func<Correction>[] { () => Late.Of(" "), () => Late.Referring(""), () => Late.ApprovedBy(" "), () => Correction.TrueUp(new(2026, 1, 1), 1.Usd, "") },
            blank => Assert.Throws<ArgumentException>(blank));
    }

    [Fact]
    public void A_statement_has_the_corrections_of_its_days_beside_what_is_earned()
    {
        Statement january = Payer.Paid(PaymentTerms.AsEarned).Statement(Payer.Year.Month(1), Payer.Earning(1_000, 500).Credits).With(Cancelled, Late);
        Assert.Equal([Late], january.Corrections);
        Assert.Equal((1_000.Usd, 1_025.5m.Usd), (january.Earned, january.Total));
        Assert.Throws<ArgumentException>(() => january.With(Correction.TrueUp(new(2026, 1, 5), 1.In(Currency.Of("EUR")), "foreign")));
    }

    [Fact]
    public void A_statement_lists_what_was_decided_by_hand_with_who_answers_for_it()
    {
        Credit byHand = new("R1", Measure.Bookings, new(2026, 1, 31), 250.Usd, "CASE-7")
        {
            Attributes = DealAttributes.None.With(DealAttribute.Reason, "Deal booked by a partner on her behalf, and found when the registers of both were compared").With(DealAttribute.ApprovedBy, "M. Ito"),
        };
        string text = Payer.Paid(PaymentTerms.AsEarned).Statement(Payer.Year.Month(1), [.. Payer.Earning(1_000).Credits, byHand]).With(Late, Cancelled).Explain();
        Assert.EndsWith(
            """
            Adjustments
              2026-01-31 correction of bookings                                                        25.50 USD
                late deal; reference D7; approved by M. Ito
              2026-01-31 250.00 USD credited to bookings, counted in the lines above
                Deal booked by a partner on her behalf, and found when the registers of both
                  were compared; reference CASE-7; approved by M. Ito

            Incentive earned                                                                        1,250.00 USD
            Corrections                                                                                25.50 USD
            Incentive earned and corrected                                                          1,275.50 USD
            Base salary of the span                                                                     0.00 USD
            """ + "\n",
            text);
    }

    [Fact]
    public void What_its_cash_has_made_payable_by_the_periods_end_does_not_wait()
    {
        PaymentInputs inputs = Payer.Earning(1_000, 400).With(new DealEvent("D1", PaymentEvent.Cash, new(2026, 1, 31)), new DealEvent("D2", PaymentEvent.Cash, new(2026, 2, 10), 50.Percent));
        PeriodPayment[] months = Payer.Paid(PaymentTerms.AsEarned.With(EventShares.OnCash)).First(2, inputs);
        Assert.Equal([(LedgerEntryKind.Earned, 1_000m)], months[0].Entries.Select(entry => (entry.Kind, entry.Amount.Value)));
        Assert.Equal([(LedgerEntryKind.Earned, 400m), (LedgerEntryKind.Deferred, -200m)], months[1].Entries.Select(entry => (entry.Kind, entry.Amount.Value)));
    }

    [Fact]
    public void A_ledger_explains_a_span_with_a_register_that_foots_and_the_balances_around_it()
    {
        PaymentTerms terms = PaymentTerms.AsEarned.PaidAfter(15).With(new EventShares(50.Percent, 0, 50.Percent)).With(Holdback.After(10.Percent, 1)).With(new Draw.Recoverable(900.Usd, Payer.Months(1, 1)));
        PaymentInputs inputs = Payer.Earning(1_000, 2_000).With(new DealEvent("D1", PaymentEvent.Cash, new(2026, 2, 20)))
            .With(Correction.TrueUp(new(2026, 2, 1), -100.Usd, "Paid twice in the year before, as the payroll of both countries had her for a month").ApprovedBy("M. Ito"));
        Assert.Equal(
            """
            From earned to paid: paid monthly, 15 days after the period's end; 50 % on booking, 50 % on cash;
              10 % held back, released 1 period later; recoverable draw, 900.00 USD a period (2026-01-01 to
              2026-01-31)

            Payments                                            waiting,  guarantee,
              period, paid on             earned  corrections       held        draw      paid
              2026-01, 2026-02-15       1,000.00         0.00    -550.00      450.00    900.00
              2026-02, 2026-03-15       2,000.00      -100.00    -590.00     -450.00    860.00
              together, USD             3,000.00      -100.00  -1,140.00        0.00  1,760.00

            Payment of M01 2026 (2026-01-01 to 2026-01-31), on 2026-02-15
              earned: bookings                                                                      1,000.00 USD
              waits for invoice or cash: bookings, deal D1                                           -500.00 USD
              held back                                                                               -50.00 USD
              draw, owed                                                                              450.00 USD
              paid                                                                                    900.00 USD

            Payment of M02 2026 (2026-02-01 to 2026-02-28), on 2026-03-15
              earned: bookings                                                                      2,000.00 USD
              waits for invoice or cash: bookings, deal D2                                         -1,000.00 USD
              now due: bookings, deal D1, earned 2026-01-31                                           500.00 USD
              correction: Paid twice in the year before, as the payroll of both countries            -100.00 USD
                had her for a month
              held back                                                                              -140.00 USD
              released, held since 2026-01-31                                                          50.00 USD
              draw returned                                                                          -450.00 USD
              paid                                                                                    860.00 USD

            Balances                                                              2025-12-31          2026-02-28
              waiting for invoice or cash                                           0.00 USD        1,000.00 USD
              held back                                                             0.00 USD          140.00 USD
              payments whose date is still to come                                  0.00 USD          860.00 USD
              accrued: earned and not paid                                          0.00 USD        2,000.00 USD
            """ + "\n",
            Payer.Paid(terms).Ledger(Payer.Year, inputs).Explain(new(Payer.Year.Start, new(2026, 3, 1))));
    }

    [Fact]
    public void Terms_say_in_words_what_differs_from_paying_as_earned()
    {
        Assert.Equal("paid monthly", PaymentTerms.AsEarned.ToString());
        Assert.Equal(
            "paid quarterly, 1 day after the period's end; 33.3333 % on booking, 66.6667 % on invoice; 20 % held back, released on 2026-12-31; at least 100.00 USD a period (2026-01-01 to 2026-02-28); "
                + "draw paid regardless, owed, 50.00 USD a period, returned from 25 % of the pay above it, 2 periods later at the earliest; a result below zero is collected; "
                + "who leaves forfeits what is unpaid; who leaves owes no draw",
            PaymentTerms.AsEarned.Paying(Frequency.Quarterly).PaidAfter(1).With(new EventShares((Rational)1 / 3, (Rational)2 / 3, 0)).With(Holdback.On(20.Percent, new(2026, 12, 31)))
                .With(Guarantee.Of(100.Usd, Payer.Months(1, 2))).With(new Draw.PaidRegardless(50.Usd, new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue), 25.Percent, 2))
                .With(NegativeBalance.Collected).With(TerminationPolicy.ForfeitUnpaid, DrawAtTermination.Forgiven).ToString());
        Assert.True(PaymentTerms.AsEarned.PaidAfter(1).PaidAfter(0).IsAsEarned);
        Assert.False(PaymentTerms.AsEarned.PaidAfter(1).IsAsEarned);
    }
}
