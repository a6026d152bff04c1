using NodaTime;

namespace CompModel;

/// <summary>
/// A participant's plan year from earned to paid: a payment for each pay period, their entries, and readings of them at any date.
/// accrual(d) = opening + earned to d ± true-ups to d − paid to d, both by the days that entries state.
/// </summary>
public sealed class PaymentLedger
{
    internal PaymentLedger(ParticipantTerms terms, PaymentPosition opening, IReadOnlyList<PeriodPayment> payments)
    {
        Terms = terms;
        Opening = opening;
        Payments = payments;
    }

    /// <summary>The terms it was read from.</summary>
    public ParticipantTerms Terms { get; }

    /// <summary>Balances before the first payment.</summary>
    public PaymentPosition Opening { get; }

    /// <summary>Balances after the last payment.</summary>
    public PaymentPosition Closing => Payments.Count > 0 ? Payments[^1].Closing : Opening;

    /// <summary>The payments, in order.</summary>
    public IReadOnlyList<PeriodPayment> Payments { get; }

    /// <summary>The movements of all payments, in order.</summary>
    public IEnumerable<LedgerEntry> Entries => Payments.SelectMany(payment => payment.Entries);

    /// <summary>
    /// What was earned, by component, tier and deal, each with its dates and cost centre: what a sales ledger or an amortisation of contract costs starts from. They sum to
    /// what the statements earned.
    /// </summary>
    public IEnumerable<LedgerEarning> Earnings => Payments.SelectMany(payment => payment.Statement.Dated().Select(row => new LedgerEarning(
        row.Earned, payment.Period.End.PlusDays(-1), payment.PayDate, Terms.Participant.CostCentres.At(row.Earned), row.Earning)));

    /// <summary>The payments of the pay periods that end in a span of days, in order.</summary>
    public IReadOnlyList<PeriodPayment> PaymentsIn(DateRange span) => [.. Payments.Where(payment => span.Start < payment.Period.End && payment.Period.End <= span.End)];

    /// <summary>Balances at the end of a day: those after the last pay period that has ended by then.</summary>
    public PaymentPosition BalancesAfter(LocalDate day) => Payments.LastOrDefault(payment => payment.Period.End <= day.PlusDays(1))?.Closing ?? Opening;

    /// <summary>From earned to paid: the payments of the pay periods that end in a span, each line by line, and the balances before and after.</summary>
    public string Explain(DateRange span) => LedgerText.Of(this, span);

    /// <summary>What was earned up to and including a day.</summary>
    public Money EarnedThrough(LocalDate day) => Sum(Entries.Where(entry => entry.Kind == LedgerEntryKind.Earned && entry.Earned <= day));

    /// <summary>What was owed more or less without being earned, up to and including a day.</summary>
    public Money TrueUpsThrough(LocalDate day) => Sum(Entries.Where(entry => entry.IsTrueUp && entry.Earned <= day));

    /// <summary>What was paid up to and including a day, payments under way at the opening included.</summary>
    public Money PaidThrough(LocalDate day) =>
        Opening.UnderWay.Where(payment => payment.Due <= day).Aggregate(Sum(Entries.Where(entry => entry.Paid <= day)), (sum, payment) => sum + payment.Amount);

    /// <summary>What the company owes in sum at the end of a day: opening + earned ± true-ups − paid. Below zero where it is owed.</summary>
    public Money AccruedThrough(LocalDate day) => Opening.Accrued + EarnedThrough(day) + TrueUpsThrough(day) - PaidThrough(day);

    private Money Sum(IEnumerable<LedgerEntry> entries) => entries.Aggregate(new Money(0, Opening.Carried.Currency), (sum, entry) => sum + entry.Amount);
}
