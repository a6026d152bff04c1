using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CompModel.Tests;

/// <summary>A participant of any plan, with any payment terms, events and corrections.</summary>
public sealed record PaymentCase(PlanYearCase Plan, PaymentTerms Terms, PaymentInputs Inputs)
{
    public PlanYear Year => Plan.Year;

    public Participant Paid(Func<PaymentTerms, PaymentTerms>? change = null)
    {
        Participant participant = Plan.Participant;
        // A change of plan starts from that plan's earnings: the person's own, and their changes, are stated again.
        Participant paying = participant.OnPlan(participant.Plan.WithPayments(change is null ? Terms : change(Terms))).Earning(participant.Earnings.First);
        return participant.Earnings.Changes.Aggregate(paying, (person, date) => person.EarningFrom(date, participant.Earnings.At(date)));
    }

    public PaymentLedger Ledger(Func<PaymentTerms, PaymentTerms>? change = null) => Paid(change).Ledger(Year, Inputs);

    public override string ToString() =>
        $"{Plan}; {Terms.Pays} {Terms.EventShares} {Terms.Holdback} {Terms.Guarantee} {Terms.Draw} {Terms.NegativeBalance} {Terms.Termination} {Terms.DrawAtTermination} {Terms.DaysToPay}; "
        + string.Join(", ", Inputs.Events) + "; " + string.Join(", ", Inputs.Corrections);
}

public static class PaymentCases
{
    public static Arbitrary<PaymentCase> Arbitrary() => Arb.From(Any);

    private static Gen<PaymentCase> Any =>
        from plan in PlanYearCases.Any
        let currency = plan.Participant.Plan.OnTarget.Total.Currency
        from pays in Gen.Elements(Frequency.Monthly, Frequency.Monthly, Frequency.Quarterly, Frequency.SemiAnnual, Frequency.Annual)
        from shares in Gen.Elements(EventShares.OnBooking, EventShares.OnCash, new(50.Percent, 20.Percent, 30.Percent), new((Rational)1 / 3, 0, (Rational)2 / 3))
        from holdback in Gen.Elements(Holdback.None, Holdback.After(20.Percent, 1), Holdback.After((Rational)1 / 3, 3), Holdback.On(10.Percent, plan.YearStart.PlusMonths(7)))
        from days in Days(plan.YearStart)
        from guaranteed in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        let unit = new Money(Math.Max(1, plan.TargetCents / 2_400), currency)
        from drawDays in Days(plan.YearStart)
        from draw in Gen.Elements(
            Draw.None, new Draw.Recoverable(unit, drawDays), new Draw.Recoverable(unit, drawDays, (Rational)1 / 3, 2), new Draw.NonRecoverable(unit, drawDays), new Draw.Additive(unit, drawDays),
            new Draw.PaidRegardless(unit, drawDays), new Draw.PaidRegardless(unit, drawDays, 50.Percent, 1))
        from negative in Gen.Elements(Enum.GetValues<NegativeBalance>())
        from leaving in Gen.Elements(Enum.GetValues<TerminationPolicy>())
        from owed in Gen.Elements(Enum.GetValues<DrawAtTermination>())
        from delay in Gen.Elements(0, 0, 15, 40)
        from events in Gen.ArrayOf(Event(plan), 3)
        from corrections in Gen.Choose(0, 2).SelectMany(count => Gen.ArrayOf(Correct(plan.YearStart, unit), count))
        let terms = PaymentTerms.AsEarned.Paying(pays).With(shares).With(holdback).With(draw).With(negative).With(leaving, owed).PaidAfter(delay)
        select new PaymentCase(
            plan,
            guaranteed == 0 ? terms : terms.With(Guarantee.Of((unit * ((Rational)guaranteed / 2)).Round(Rounding.ToMinorUnit) is { Value: > 0 } minimum ? minimum : unit, days)),
            new PaymentInputs(plan.Credits).With([.. events.Where(each => each is not null).Select(each => each!).DistinctBy(each => (each.Reference, each.Happened))]).With(corrections));

    private static Gen<DateRange> Days(LocalDate start) =>
        from first in Gen.Choose(-1, 8)
        from months in Gen.Choose(1, 12)
        select new DateRange(start.PlusMonths(first), start.PlusMonths(first + months));

    private static Gen<DealEvent?> Event(PlanYearCase plan) =>
        plan.Deals.Count == 0
            ? Gen.Constant<DealEvent?>(null)
            : from deal in Gen.Choose(0, plan.Deals.Count - 1)
              from happened in Gen.Elements(PaymentEvent.Invoice, PaymentEvent.Cash)
              from day in Gen.Choose(0, 400)
              from portion in Gen.Elements<Rational>(1, 1, (Rational)1 / 3)
              select (DealEvent?)new DealEvent(plan.Deals[deal].Id, happened, plan.YearStart.PlusDays(day), portion);

    private static Gen<Correction> Correct(LocalDate start, Money unit) =>
        from day in Gen.Choose(0, 364)
        from parts in Gen.Choose(1, 40)
        from clawback in Gen.Elements(true, false)
        let amount = (unit * ((Rational)parts / 10)).Round(Rounding.ToMinorUnit) is { Value: > 0 } some ? some : unit
        select clawback ? Correction.Clawback(start.PlusDays(day), amount, "cancelled") : Correction.TrueUp(start.PlusDays(day), amount, "late");
}

[Properties(Arbitrary = [typeof(PaymentCases)])]
public class PaymentLaws
{
    [Law]
    public void Opening_plus_earned_and_true_ups_less_paid_is_closing(PaymentCase each)
    {
        foreach (PeriodPayment payment in each.Ledger(terms => terms.PaidAfter(0)).Payments)
            Assert.Equal(payment.Opening.Accrued + payment.Earned + payment.TrueUps - payment.Paid, payment.Closing.Accrued);
    }

    [Law]
    public void The_accrual_at_the_end_of_every_period_is_its_balances(PaymentCase each)
    {
        PaymentLedger ledger = each.Ledger();
        foreach (PeriodPayment payment in ledger.Payments)
            Assert.Equal(payment.Closing.Accrued, ledger.AccruedThrough(payment.Period.End.PlusDays(-1)));
    }

    [Law]
    public void Every_balance_is_its_opening_and_its_movements_and_never_below_zero(PaymentCase each)
    {
        foreach (PeriodPayment payment in each.Ledger().Payments)
        {
            (PaymentPosition before, PaymentPosition after) = (payment.Opening, payment.Closing);
            Assert.Equal(before.Waiting - payment.Of(LedgerEntryKind.Deferred) - payment.Of(LedgerEntryKind.Due), after.Waiting);
            Assert.Equal(before.Held - payment.Of(LedgerEntryKind.Held) - payment.Of(LedgerEntryKind.Released), after.Held);
            Assert.Equal(before.DrawOwed + payment.Of(LedgerEntryKind.DrawAdvanced) + payment.Of(LedgerEntryKind.DrawRecovered), after.DrawOwed);
            Assert.Equal(before.Carried + payment.Of(LedgerEntryKind.BalanceCarried) + payment.Of(LedgerEntryKind.BalanceRecovered), after.Carried);
            Assert.All(new[] { after.Waiting, after.Held, after.DrawOwed, after.Carried }, balance => Assert.True(balance.Value >= 0, $"{balance}"));
        }
    }

    [Law]
    public void Parts_of_a_balance_sum_to_it_are_above_zero_and_fall_due_in_later_periods_if_held(PaymentCase each)
    {
        foreach (PaymentPosition after in each.Ledger().Payments.Select(payment => payment.Closing))
        {
            Assert.Equal((after.Held.Value, after.DrawOwed.Value), (after.HeldLots.Sum(lot => lot.Amount.Value), after.Advances.Sum(lot => lot.Amount.Value)));
            Assert.All(after.HeldLots.Concat(after.Advances), lot => Assert.True(lot.Amount.Value > 0 && lot.Of < after.AsOf));
            Assert.All(after.HeldLots, lot => Assert.True(lot.Due >= after.AsOf));
        }
    }

    [Law]
    public void Entries_that_take_are_below_zero_and_entries_that_give_above(PaymentCase each)
    {
        foreach (LedgerEntry entry in each.Ledger().Entries.Where(entry => entry.Kind is not (LedgerEntryKind.Earned or LedgerEntryKind.TrueUp)))
        {
            bool takes = entry.Kind is LedgerEntryKind.Clawback or LedgerEntryKind.Deferred or LedgerEntryKind.Held or LedgerEntryKind.Forfeited or LedgerEntryKind.DrawRecovered or LedgerEntryKind.BalanceRecovered;
            Assert.Equal(takes ? -1 : 1, Math.Sign(entry.Amount.Value));
        }
    }

    [Law]
    public void What_is_earned_does_not_see_payment_terms(PaymentCase each)
    {
        foreach (PeriodPayment payment in each.Ledger().Payments)
            Assert.Equal(each.Plan.Participant.Statement(payment.Period, each.Plan.Credits).Earned, payment.Earned);
    }

    [Law]
    public void No_period_pays_below_zero_unless_a_negative_result_is_collected(PaymentCase each)
    {
        if (each.Terms.NegativeBalance != NegativeBalance.Collected)
            Assert.All(each.Ledger().Payments, payment => Assert.True(payment.Paid.Value >= 0, $"{payment.Paid}"));
    }

    [Law]
    public void A_guarantee_never_pays_less_than_its_minimum(PaymentCase each)
    {
        if (each.Terms.Guarantee is not Guarantee.Minimum minimum || each.Terms.NegativeBalance == NegativeBalance.Collected)
            return;
        foreach (PeriodPayment payment in each.Ledger().Payments)
        {
            DateRange employed = each.Plan.Participant.Employment.Intersect(payment.Period.Days);
            if (!employed.IsEmpty && minimum.Days.Contains(employed.End.PlusDays(-1)))
                Assert.True(payment.Paid >= minimum.Amount, $"{payment.Paid} of {minimum.Amount}");
        }
    }

    [Law]
    public void A_guaranteed_minimum_is_a_gift_and_never_adds_to_what_is_carried(PaymentCase each)
    {
        if (each.Terms.Guarantee is not Guarantee.Minimum minimum || each.Terms.Draw is not (Draw.Nothing or Draw.Additive))
            return;
        foreach (PeriodPayment payment in each.Ledger().Payments)
        {
            DateRange employed = each.Plan.Participant.Employment.Intersect(payment.Period.Days);
            if (!employed.IsEmpty && minimum.Days.Contains(employed.End.PlusDays(-1)))
                Assert.True(payment.Closing.Carried <= payment.Opening.Carried, $"{payment.Opening.Carried} to {payment.Closing.Carried}");
        }
    }

    [Law]
    public void A_draw_that_is_not_owed_leaves_no_debt(PaymentCase each)
    {
        if (each.Terms.Draw is not Draw.Owed)
            Assert.All(each.Ledger().Payments, payment => Assert.Equal(0m, payment.Closing.DrawOwed.Value));
    }

    [Law]
    public void A_draw_is_recovered_exactly_once(PaymentCase each)
    {
        PaymentLedger ledger = each.Ledger();
        Money advanced = new(0, ledger.Closing.Carried.Currency), recovered = advanced;
        foreach (PeriodPayment payment in ledger.Payments)
        {
            advanced += payment.Of(LedgerEntryKind.DrawAdvanced);
            recovered -= payment.Of(LedgerEntryKind.DrawRecovered);
            Assert.True(recovered <= advanced);
        }
        Assert.Equal(advanced - recovered, ledger.Closing.DrawOwed);
    }

    [Law]
    public void Payments_continued_from_a_balance_are_those_from_the_start(PaymentCase each)
    {
        PaymentLedger whole = each.Ledger();
        for (int done = 1; done <= whole.Payments.Count; done++)
        {
            PaymentLedger rest = each.Paid().Ledger(each.Year, whole.Payments[done - 1].Closing, each.Inputs);
            Assert.Equal(whole.Payments.Skip(done).SelectMany(payment => payment.Entries), rest.Entries);
            Assert.Equal(whole.Closing.Accrued, rest.Closing.Accrued);
            LocalDate day = whole.Payments[done - 1].Period.End.PlusDays(20);
            Assert.Equal(whole.AccruedThrough(day), rest.AccruedThrough(day));
        }
    }

    [Law]
    public void A_plan_without_payment_terms_pays_what_is_earned(PaymentCase each)
    {
        Participant plain = each.Paid(_ => PaymentTerms.AsEarned.With(NegativeBalance.Collected));
        Assert.All(plain.Ledger(each.Year, new PaymentInputs(each.Plan.Credits)).Payments, payment => Assert.Equal(payment.Earned, payment.Paid));
    }

    [Law]
    public void The_order_of_credits_and_events_changes_nothing(PaymentCase each)
    {
        PaymentInputs turned = new PaymentInputs(each.Inputs.Credits.Reverse()).With([.. each.Inputs.Events.Reverse()]).With([.. each.Inputs.Corrections]);
        Assert.Equal(each.Ledger().Payments.Select(payment => payment.Paid), each.Paid().Ledger(each.Year, turned).Payments.Select(payment => payment.Paid));
    }
}
