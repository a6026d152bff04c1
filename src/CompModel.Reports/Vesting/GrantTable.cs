using NodaTime;

namespace CompModel.Reports;

/// <summary>One grant, a line a day: what vests, what is lost, and what waits for which condition.</summary>
internal static class GrantTable
{
    internal static ReportTable Of(HeldGrant held, LocalDate? asOf, Amount? price)
    {
        (Grant grant, GrantActivity activity) = (held.Grant, held.Activity);
        LocalDate known = held.Horizon(asOf);
        GrantBalance balance = activity.At(known);
        bool valued = price is not null && held.Worth == ShareWorth.Price;
        var rows = new List<ReportRow>();
        bool split = asOf is null;
        foreach (VestingLine line in VestingLine.Of(held, known))
        {
            if (!split && line.Date > asOf)
            {
                rows.Add(Split());
                split = true;
            }
            rows.Add(Row(line));
        }
        if (!split)
            rows.Add(Split());
        foreach (WaitingPart part in activity.WaitingAt(known))
            rows.Add(new("no date", Cells(ShareFigures.Shares(part.Shares), "", "", Worth(part.Shares), $"waits: {part.Condition}{(part.Deadline is { } last ? $", until {ShareFigures.Day(last)}" : "")}")));
        string from = grant.VestingStart == grant.Granted ? "" : $", vesting from {ShareFigures.Day(grant.VestingStart)}";
        string clauses = string.Concat(grant.Clauses.Select(clause => $"\nAccelerates: {clause}."));
        return new(
            $"{grant.Id}{(held.Holder.Length > 0 ? $" of {held.Holder}" : "")}: {ShareFigures.Shares(grant.Shares)} shares granted {ShareFigures.Day(grant.Granted)}{from}", "date",
            Cells("shares", "vested so far", "of all", $"value {price?.Currency.Code}", "what happens"), rows,
            $"{held.Terms}; allocation {ShareFigures.Words(grant.Allocation)}.{clauses}")
        {
            WordColumns = 1,
        };

        ReportRow Split() => new(
            $"As of {ShareFigures.Day(known)}", Cells("", ShareFigures.Shares(balance.Vested), ShareFigures.Percent(balance.Vested, balance.Shares), Worth(balance.Vested),
                $"{ShareFigures.Shares(balance.Vested)} vested, {ShareFigures.Shares(balance.Unvested)} unvested, {ShareFigures.Shares(balance.Forfeited)} forfeited"), Emphasis: Emphasis.Subtotal);

        ReportRow Row(VestingLine line) => line.Kind switch
        {
            null => new(ShareFigures.Day(line.Date), Cells("", "", "", "", line.Reason)),
            GrantMoveKind.Forfeited => new(ShareFigures.Day(line.Date), Cells("−" + ShareFigures.Shares(line.Shares), ShareFigures.Shares(line.Vested), ShareFigures.Percent(line.Vested, line.All), "", $"forfeited, {line.Reason}")),
            GrantMoveKind.Added => new(ShareFigures.Day(line.Date), Cells("+" + ShareFigures.Shares(line.Shares), "", "", "", $"added, {line.Reason}")),
            _ => new(ShareFigures.Day(line.Date), Cells(ShareFigures.Shares(line.Shares), ShareFigures.Shares(line.Vested), ShareFigures.Percent(line.Vested, line.All), Worth(line.PricedShares), line.Cause == GrantMoveCause.Schedule ? "vests" : $"vests, {line.Reason}")),
        };

        string Worth(Rational shares) => valued ? ShareFigures.Value(shares, price!.Value) : "";

        string[] Cells(string shares, string sum, string part, string worth, string what) => valued ? [shares, sum, part, worth, what] : [shares, sum, part, what];
    }
}
