using System.Text.Json.Serialization;

namespace CompModel.Reports;

// What the JSON of grants holds, in the order in which it is written.
internal sealed record VestingDocument(
    ToolEntry Tool, IReadOnlyList<SourceFile> Files, string? AsOf, PriceEntry? Price, IReadOnlyList<GrantEntry> Grants, IReadOnlyList<HolderEntry> Holders, SharesEntry Total);

internal sealed record PriceEntry(Exact Amount, string Currency);

internal sealed record GrantEntry(
    string Id, string? Holder, string Granted, string VestingStart, Exact Shares, string Terms, string Allocation, IReadOnlyList<string>? Clauses, IReadOnlyList<MoveEntry> Schedule,
    IReadOnlyList<WaitingEntry>? Waiting, SharesEntry Balance);

// Shares in those of the day, after splits.
internal sealed record MoveEntry(string Date, string Kind, Exact Shares, Exact VestedSoFar, string Reason, Exact? Value);

internal sealed record WaitingEntry(string Condition, Exact Shares, string? Until);

internal sealed record HolderEntry(string? Id, SharesEntry Balance);

// As of the day, or without one when all that is recorded has happened; vested and unvested then only with a day.
internal sealed record SharesEntry(Exact Shares, Exact? Vested, Exact? Unvested, Exact Waiting, Exact Forfeited, Exact? ValueVested, Exact? ValueUnvested);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VestingDocument))]
internal sealed partial class VestingContext : JsonSerializerContext;
