using System.Text.Json.Serialization;

namespace CompModel.Reports;

/// <summary>A file that figures follow from, as a manifest lists it.</summary>
/// <param name="Name">The name inside its folder.</param>
/// <param name="Bytes">The size in bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in small hexadecimal digits.</param>
public sealed record SourceFile(string Name, long Bytes, string Sha256);

// What the JSON of statements holds, in the order in which it is written. Days are the first and the last one, both included.
internal sealed record StatementDocument(
    ToolEntry Tool, IReadOnlyList<SourceFile> Files, string PlanYear, string Currency, SpanEntry Span, IReadOnlyList<ParticipantEntry> Participants, TotalEntry Totals);

internal sealed record ToolEntry(string Name, string Version);

internal sealed record SpanEntry(string Name, string FirstDay, string LastDay, string? ChangeFrom);

internal sealed record ParticipantEntry(
    string Id, string? Name, string Plan, Exact Salary, IReadOnlyList<ComponentEntry> Components, IReadOnlyList<PlanResultEntry> PlanResults, IReadOnlyList<CorrectionEntry> Corrections, TotalEntry Totals,
    ChangeEntry? Change, string? PaymentTerms, IReadOnlyList<PaymentEntry>? Payments);

internal sealed record ComponentEntry(
    string Name, string Measure, string Unit, string Scope, string FirstDay, string LastDay, Exact Credited, Exact Quota, Exact? Attainment, Exact Target,
    IReadOnlyList<LineEntry> Lines, IReadOnlyList<CreditEntry> Credits, Exact Earned);

// Base × rate = amount, exactly.
internal sealed record LineEntry(string Kind, string Label, Exact Base, Exact Rate, Exact Amount, IReadOnlyList<string> Deals);

internal sealed record PlanResultEntry(string Name, string FirstDay, string LastDay, IReadOnlyList<LineEntry> Lines, Exact Earned);

internal sealed record CreditEntry(string Reference, string Date, Exact DealAmount, Exact Share, Exact Amount, string? Reason, string? ApprovedBy);

internal sealed record CorrectionEntry(string Kind, string Date, string Component, Exact Amount, string Reason, string Reference, string ApprovedBy);

internal sealed record TotalEntry(Exact Earned, Exact Corrections, Exact Total, Exact? Paid);

internal sealed record ChangeEntry(TotalEntry Before, TotalEntry After, IReadOnlyList<ComponentChange> Components);

internal sealed record ComponentChange(string Name, Exact Before, Exact After, Exact Change);

internal sealed record PaymentEntry(
    string Period, string FirstDay, string LastDay, string PayDate, BalanceEntry Opening, IReadOnlyList<MovementEntry> Entries, Exact Paid, BalanceEntry Closing);

internal sealed record MovementEntry(string Kind, string Label, string Earned, string? CostCentre, Exact Amount);

internal sealed record BalanceEntry(Exact Waiting, Exact Held, Exact PaidLater, Exact DrawOwed, Exact Carried, Exact Accrued);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatementDocument))]
internal sealed partial class StatementContext : JsonSerializerContext;
