using NodaTime;

namespace CompModel;

/// <summary>What an entry of a ledger is. Each kind moves a payment; some also move a balance, or what is accrued.</summary>
public enum LedgerEntryKind
{
    /// <summary>Earned, by component.</summary>
    Earned,

    /// <summary>A correction beside what statements earn.</summary>
    TrueUp,

    /// <summary>Taken back.</summary>
    Clawback,

    /// <summary>Waits for invoice or cash: below zero, into the waiting balance.</summary>
    Deferred,

    /// <summary>Waits no longer: out of the waiting balance.</summary>
    Due,

    /// <summary>Held back: below zero, into the held balance.</summary>
    Held,

    /// <summary>Released: out of the held balance.</summary>
    Released,

    /// <summary>Lost by a termination policy: below zero.</summary>
    Forfeited,

    /// <summary>Up to the guaranteed minimum.</summary>
    GuaranteeTopUp,

    /// <summary>A draw that is owed: into the balance of draws owed.</summary>
    DrawAdvanced,

    /// <summary>A draw that is never owed.</summary>
    DrawPaid,

    /// <summary>A draw returned: below zero, out of the balance of draws owed.</summary>
    DrawRecovered,

    /// <summary>A balance below zero taken from this payment.</summary>
    BalanceRecovered,

    /// <summary>A result below zero that later payments bear.</summary>
    BalanceCarried,

    /// <summary>What was owed and is written off.</summary>
    Forgiven,
}

/// <summary>A movement of a participant's payments. Entries of a period sum to what it pays.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Component, deal or reason.</param>
/// <param name="Earned">The day it was earned, or counts on.</param>
/// <param name="Payable">The last day of the period whose payment it moves.</param>
/// <param name="Paid">The pay date of that period.</param>
/// <param name="Amount">What it adds to the payment.</param>
public sealed record LedgerEntry(LedgerEntryKind Kind, string Label, LocalDate Earned, LocalDate Payable, LocalDate Paid, Money Amount)
{
    /// <summary>The cost centre of the participant on the day it was earned; empty where none is known.</summary>
    public string CostCentre { get; internal init; } = "";

    /// <summary>The deal it is of; empty for what is of none or of several. What each deal earned is in <see cref="PaymentLedger.Earnings"/>.</summary>
    public string Contract { get; internal init; } = "";

    /// <summary>Whether it changes what is owed between the two in sum; other entries only move it between balances.</summary>
    public bool IsAccrued => Kind == LedgerEntryKind.Earned || IsTrueUp;

    /// <summary>Whether it does so without being earned: corrections, clawbacks, guarantees, draws never owed, what is forfeited or forgiven.</summary>
    public bool IsTrueUp => Kind is LedgerEntryKind.TrueUp or LedgerEntryKind.Clawback or LedgerEntryKind.Forfeited or LedgerEntryKind.GuaranteeTopUp
        or LedgerEntryKind.DrawPaid or LedgerEntryKind.Forgiven;
}

/// <summary>What a deal earned in a tier, as the ledger books it: earned, payable, paid, to which cost centre. They sum to the entries of kind earned.</summary>
/// <param name="Earned">The last day of the window that earned it.</param>
/// <param name="Payable">The last day of the pay period that it falls into.</param>
/// <param name="Paid">The pay date of that period, if nothing holds it up.</param>
/// <param name="CostCentre">The cost centre of the participant on the day it was earned; empty where none is known.</param>
/// <param name="Of">Component, tier, deal and amount.</param>
public sealed record LedgerEarning(LocalDate Earned, LocalDate Payable, LocalDate Paid, string CostCentre, Earning Of);
