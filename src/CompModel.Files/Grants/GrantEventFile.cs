using System.Globalization;
using NodaTime;

namespace CompModel.Files;

/// <summary>
/// grant-events.csv: what happened to the grants of grants.csv, a row an event. By event: <c>met</c> (detail: the condition; amount: the part of its shares that is earned,
/// all unless said), <c>accelerate</c> (amount: all, 50%, 12 months, 100 shares or pro rata), <c>leave</c> (date to until, both away; detail: none, shift or append),
/// <c>left</c> (detail: the reason), <c>cancel</c> (amount: 100 shares, or all; detail: unvested, or vested too), <c>split</c> (amount: 10:1; detail: reapply or per tranche).
/// A cell that the event does not use is empty.
/// </summary>
internal static class GrantEventFile
{
    internal const string FileName = "grant-events.csv";
    private static readonly string[] Columns = ["grant_id", "date", "event"], Optional = ["detail", "amount", "until"];

    /// <summary>The grants after their events. What is wrong is reported, and the grant then left as it was.</summary>
    public static IReadOnlyList<ParticipantGrant> Read(SourceText source, IReadOnlyList<ParticipantGrant> grants, bool complete)
    {
        if (CsvTable.Read(source, Columns, Optional) is not { } table)
            return grants;
        var events = grants.DistinctBy(held => held.Grant.Id).ToDictionary(held => held.Grant.Id, _ => new List<(GrantEvent Event, Action<string> Refuse)>(), StringComparer.Ordinal);
        foreach (CsvRecord record in table.Records)
        {
            Field grant = record["grant_id"];
            string? id = grant.Id();
            LocalDate? date = record["date"].Date();
            GrantEvent? happened = Event(record, date);
            if (id is null)
                continue;
            if (!events.TryGetValue(id, out var list))
            {
                // A grant that was refused is one, too.
                if (complete)
                    grant.Report(DiagnosticCode.UnknownGrant, $"grant_id is {Field.Quote(id)}, which is not in {GrantFile.FileName}", $"a grant of {GrantFile.FileName}", Nearest.Hint(id, events.Keys));
            }
            else if (happened is not null)
            {
                list.Add((happened, problem => record["event"].Report(DiagnosticCode.Definition, problem, "what can happen to the grant on that day", "check the date, the grant and the events before it")));
            }
        }
        return [.. grants.Select(held => held with { Activity = GrantStory.Tell(held.Grant, events[held.Grant.Id]) ?? held.Activity })];
    }

    // The date is read with every row; where it is none, the rest of the row is still checked.
    private static GrantEvent? Event(CsvRecord record, LocalDate? date)
    {
        if (record["event"].OneOf(("met", 1), ("accelerate", 2), ("leave", 3), ("left", 4), ("cancel", 5), ("split", 6)) is not { } kind)
            return null;
        string[] used = kind switch { 2 => ["amount"], 3 => ["detail", "until"], 4 => ["detail"], _ => ["detail", "amount"] };
        foreach (string column in Optional.Except(used).Where(column => !record[column].IsEmpty))
            record[column].Report(DiagnosticCode.KeyConflict, $"{record[column].Found} of the event '{record["event"].Text}'", "an empty cell", $"'{record["event"].Text}' uses {string.Join(" and ", used)}");
        LocalDate day = date ?? new LocalDate(2000, 1, 1);
        GrantEvent? happened = kind switch
        {
            1 => Met(record, day),
            2 => record["amount"].Extent() is { } extent ? new GrantEvent.Accelerated(day, extent) : null,
            3 => Leave(record, date),
            4 => record["detail"].IsEmpty ? new GrantEvent.Left(day) : record["detail"].Said(OpenCapWords.Reasons) is { } reason ? new GrantEvent.Left(day, reason) : null,
            5 => Cancel(record, day),
            _ => Split(record, day),
        };
        return date is null ? null : happened;
    }

    private static GrantEvent.Met? Met(CsvRecord record, LocalDate date)
    {
        string? condition = record["detail"].IsEmpty ? record["detail"].Required("the condition that was met, as the column requires names it") : record["detail"].Id();
        Rational? result = record["amount"].IsEmpty ? null : record["amount"].Factor();
        return condition is null || (result is null && !record["amount"].IsEmpty) ? null : new(date, condition, result);
    }

    private static GrantEvent.OnLeave? Leave(CsvRecord record, LocalDate? first)
    {
        Field until = record["until"];
        Tolling? tolling = record["detail"].IsEmpty ? Tolling.None : record["detail"].OneOf(("none", Tolling.None), ("shift", Tolling.Shift), ("append", Tolling.Append));
        if (until.Date() is not { } last || first is not { } date || tolling is null)
            return null;
        if (last >= date)
            return new(new(date, last.PlusDays(1)), tolling.Value);
        until.Report(DiagnosticCode.DateOrder, $"{until.Found}, before the date", "the last day away, on or after the first", "date is the first day away, until the last");
        return null;
    }

    private static GrantEvent.Cancelled? Cancel(CsvRecord record, LocalDate date)
    {
        Field amount = record["amount"];
        CancelledFrom? from = record["detail"].IsEmpty ? CancelledFrom.Unvested : record["detail"].OneOf(("unvested", CancelledFrom.Unvested), ("vested too", CancelledFrom.VestedToo));
        if (amount.Text is "all" or "" || amount.Shares() is not null)
            return from is null ? null : new(date, amount.Shares(), from.Value);
        amount.Report(DiagnosticCode.Value, amount.Found, "a number of shares such as 100 shares, or all, which is all that are unvested", amount.Text.All(char.IsAsciiDigit) ? $"write '{amount.Text} shares'" : "");
        return null;
    }

    private static GrantEvent.Split? Split(CsvRecord record, LocalDate date)
    {
        Field amount = record["amount"];
        SplitHandling? handling = record["detail"].IsEmpty ? SplitHandling.Reapply : record["detail"].OneOf(("reapply", SplitHandling.Reapply), ("per tranche", SplitHandling.PerTranche));
        string[] parts = amount.Text.Split(':');
        if (parts.Length == 2 && GrantFields.Number(parts[0], 1_000_000) is { } many && GrantFields.Number(parts[1], 1_000_000) is { } few)
            return handling is null ? null : new(date, (int)many, (int)few, handling.Value);
        amount.Report(
            amount.IsEmpty ? DiagnosticCode.ValueMissing : DiagnosticCode.Value, amount.Found, "new shares for old ones, such as 10:1, each from 1 to 1,000,000", "a reverse split of ten old shares into one is 1:10");
        return null;
    }
}
