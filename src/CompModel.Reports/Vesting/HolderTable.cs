using NodaTime;

namespace CompModel.Reports;

/// <summary>All grants by holder, with sums.</summary>
internal static class HolderTable
{
    internal static ReportTable Of(VestingReport report)
    {
        Column[] columns = [.. Columns(report)];
        var rows = new List<ReportRow>();
        foreach (IGrouping<string, HeldGrant> holder in report.Grants.GroupBy(held => held.Holder))
        {
            Figures[] figures = [.. holder.Select(held => Figures.Of(held, report.AsOf))];
            rows.Add(Row(holder.Key.Length > 0 ? holder.Key : "no holder", figures, Emphasis.Subtotal));
            rows.AddRange(figures.Select(each => Row(each.Held.Grant.Id, [each], Emphasis.None)));
        }
        rows.Add(Row("Total", [.. report.Grants.Select(held => Figures.Of(held, report.AsOf))], Emphasis.Total));
        string price = report.Price is { } amount ? $", a share at {ShareFigures.Price(amount)}" : "";
        return new(report.AsOf is { } day ? $"All grants as of {ShareFigures.Day(day)}{price}" : $"All grants{price}", "holder, grant", [.. columns.Select(column => column.Heading)], rows, Note(report));

        ReportRow Row(string label, Figures[] figures, Emphasis emphasis) =>
            new(label, [.. columns.Select(column => column.Text(figures))], emphasis == Emphasis.None ? 1 : 0, emphasis);
    }

    private static IEnumerable<Column> Columns(VestingReport report)
    {
        yield return Shares("shares", each => each.Balance.Shares);
        if (report.AsOf is not null)
        {
            yield return Shares("vested", each => each.Balance.Vested);
            yield return Shares("unvested", each => each.Balance.Unvested);
            yield return Shares("of which waits", each => each.Waiting);
        }
        else
        {
            yield return Shares("vests by date", each => each.Balance.Vested + each.Balance.Unvested - each.Waiting);
            yield return Shares("waits", each => each.Waiting);
        }
        yield return Shares("forfeited", each => each.Balance.Forfeited);
        if (report.Price is not { } price)
            yield break;
        if (report.AsOf is not null)
        {
            yield return Value("value vested", each => each.Balance.Vested, price);
            yield return Value("value unvested", each => each.Balance.Unvested, price);
        }
        else
        {
            yield return Value("value", each => each.Balance.Vested + each.Balance.Unvested, price);
        }
    }

    private static string Note(VestingReport report)
    {
        string[] notes =
        [
            report.AsOf is null ? "The whole schedule, by all that is recorded; --as-of DATE splits it into vested and unvested as of a day." : "",
            report.Later > 0 ? FormattableString.Invariant($"{report.Later} recorded events are later, and left out.") : "",
            report.Grants.Any(held => held.Activity.WaitingAt(held.Horizon(report.AsOf)).Count > 0) ? "Waits: time may have made the shares due, but they vest when their condition is met." : "",
            report.Price is not null && report.Grants.Any(held => held.Worth == ShareWorth.Unknown) ? "Options and appreciation rights are not valued: they are worth less their exercise price." : "",
            report.Price is not null ? report.Grants.Any(held => held.Activity.Events.Any(happened => happened is GrantEvent.Split)) ? "Values are shares × price, before tax; the price is of a share after the splits." : "Values are shares × price, before tax." : "",
        ];
        return string.Join('\n', notes.Where(note => note.Length > 0));
    }

    private static Column Shares(string heading, Func<Figures, Rational> of) => new(heading, figures => ShareFigures.Shares(Sum(figures, of)));

    // What is not valued is no part of a sum, and alone shows nothing.
    private static Column Value(string heading, Func<Figures, Rational> of, Amount price) => new(heading, figures =>
        figures.Where(each => each.Held.Worth == ShareWorth.Price).ToArray() is { Length: > 0 } valued ? ShareFigures.Value(Sum(valued, of), price) : "");

    private static Rational Sum(Figures[] figures, Func<Figures, Rational> of) => figures.Aggregate(Rational.Zero, (sum, each) => sum + of(each));

    private sealed record Column(string Heading, Func<Figures[], string> Text);

    private sealed record Figures(HeldGrant Held, GrantBalance Balance, Rational Waiting)
    {
        internal static Figures Of(HeldGrant held, LocalDate? asOf)
        {
            LocalDate day = held.Horizon(asOf);
            return new(held, held.Activity.At(day), held.Activity.WaitingAt(day).Aggregate(Rational.Zero, (sum, part) => sum + part.Shares));
        }
    }
}
