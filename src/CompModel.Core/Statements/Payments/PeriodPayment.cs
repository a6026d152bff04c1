using NodaTime;

namespace CompModel;

/// <summary>
/// What one period pays and why: balances before, entries in the order in which terms apply, balances after. The entries sum to <see cref="Paid"/>, and
/// opening accrued + earned ± true-ups − paid = closing accrued (payments whose date lies beyond the period count as accrued).
/// </summary>
public sealed class PeriodPayment
{
    internal PeriodPayment(Statement statement, MeasurementPeriod period, LocalDate payDate, PaymentPosition opening, PaymentPosition closing, IReadOnlyList<LedgerEntry> entries)
    {
        Statement = statement;
        Period = period;
        PayDate = payDate;
        Opening = opening;
        Closing = closing;
        Entries = entries;
    }

    /// <summary>What the period earned, and why.</summary>
    public Statement Statement { get; }

    /// <summary>The period.</summary>
    public MeasurementPeriod Period { get; }

    /// <summary>The day of the payment.</summary>
    public LocalDate PayDate { get; }

    /// <summary>Balances before.</summary>
    public PaymentPosition Opening { get; }

    /// <summary>Balances after.</summary>
    public PaymentPosition Closing { get; }

    /// <summary>The movements, in the order of the terms.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>What the statement earned.</summary>
    public Money Earned => Sum(entry => entry.Kind == LedgerEntryKind.Earned);

    /// <summary>What is owed more or less without being earned.</summary>
    public Money TrueUps => Sum(entry => entry.IsTrueUp);

    /// <summary>The payment.</summary>
    public Money Paid => Sum(_ => true);

    /// <summary>The sum of the entries of a kind.</summary>
    public Money Of(LedgerEntryKind kind) => Sum(entry => entry.Kind == kind);

    /// <summary>From earned to paid, line by line.</summary>
    public string Explain() => PaymentText.Of(this);

    private Money Sum(Func<LedgerEntry, bool> counts) =>
        Entries.Where(counts).Aggregate(new Money(0, Opening.Carried.Currency), (sum, entry) => sum + entry.Amount);
}
