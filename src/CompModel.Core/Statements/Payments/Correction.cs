using NodaTime;

namespace CompModel;

/// <summary>
/// An amount that is owed or owed back beside what statements earn: a true-up of either sign, or a clawback below zero. Dated, with a reason; paid
/// with the period of its date.
/// </summary>
public sealed record Correction
{
    private Correction(LedgerEntryKind kind, LocalDate date, Money amount, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Kind = kind;
        Date = date;
        Amount = amount;
        Reason = reason;
    }

    /// <summary><see cref="LedgerEntryKind.TrueUp"/> or <see cref="LedgerEntryKind.Clawback"/>.</summary>
    public LedgerEntryKind Kind { get; }

    /// <summary>The day it counts on.</summary>
    public LocalDate Date { get; }

    /// <summary>What it adds to pay.</summary>
    public Money Amount { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>An amount of either sign.</summary>
    public static Correction TrueUp(LocalDate date, Money amount, string reason) => new(LedgerEntryKind.TrueUp, date, amount, reason);

    /// <summary>An amount taken back, stated above zero. Throws otherwise.</summary>
    public static Correction Clawback(LocalDate date, Money amount, string reason) =>
        amount.Value > 0
            ? new(LedgerEntryKind.Clawback, date, -amount, reason)
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "What a clawback takes is stated above zero.");
}
