using NodaTime;

namespace CompModel;

/// <summary>
/// An amount that is owed or owed back beside what statements earn: a true-up of either sign, or a clawback below zero. Dated, with a reason; it counts in
/// the statement and is paid with the period of its date. Component, reference and approver are empty until a verb states them.
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

    /// <summary>The name of the component it corrects; empty for the plan as a whole.</summary>
    public string Component { get; private init; } = "";

    /// <summary>The deal, case or ticket it goes back to; empty where none is stated.</summary>
    public string Reference { get; private init; } = "";

    /// <summary>Who approved it; empty where nobody is stated. What files bring always states one.</summary>
    public string Approver { get; private init; } = "";

    /// <summary>An amount of either sign.</summary>
    public static Correction TrueUp(LocalDate date, Money amount, string reason) => new(LedgerEntryKind.TrueUp, date, amount, reason);

    /// <summary>An amount taken back, stated above zero. Throws otherwise.</summary>
    public static Correction Clawback(LocalDate date, Money amount, string reason) =>
        amount.Value > 0
            ? new(LedgerEntryKind.Clawback, date, -amount, reason)
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "What a clawback takes is stated above zero.");

    /// <summary>A copy that corrects a component, by its name. Throws for a blank one.</summary>
    public Correction Of(string component) => this with { Component = Stated(component) };

    /// <summary>A copy that goes back to a deal, case or ticket. Throws for a blank one.</summary>
    public Correction Referring(string reference) => this with { Reference = Stated(reference) };

    /// <summary>A copy that somebody approved. Throws for a blank name.</summary>
    public Correction ApprovedBy(string approver) => this with { Approver = Stated(approver) };

    private static string Stated(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }
}
