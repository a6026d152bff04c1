using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace CompModel.Reports;

/// <summary>
/// Grants as JSON: what the tables say, with every figure exact: a number where its decimals end, and otherwise a fraction in a string, "1/3". Keys in a fixed order;
/// the same grants give the same bytes.
/// </summary>
public static class VestingJson
{
    private static readonly VestingContext Context = new(new JsonSerializerOptions(VestingContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A report with the files it follows from.</summary>
    public static string Render(VestingReport report, IReadOnlyList<SourceFile> files)
    {
        var document = new VestingDocument(
            new("compmodel", Simulate.LibraryVersion), files, report.AsOf is { } day ? ShareFigures.Day(day) : null, report.Price is { } price ? new(price, price.Currency.Code) : null,
            [.. report.Grants.Select(held => Entry(held, report))],
            [.. report.Grants.GroupBy(held => held.Holder).Select(holder => new HolderEntry(Named(holder.Key), Sum(holder, report)))],
            Sum(report.Grants, report));
        return JsonSerializer.Serialize(document, Context.VestingDocument) + "\n";
    }

    private static GrantEntry Entry(HeldGrant held, VestingReport report)
    {
        Grant grant = held.Grant;
        LocalDate known = held.Horizon(report.AsOf);
        Amount? price = held.Worth == ShareWorth.Price ? report.Price : null;
        IReadOnlyList<WaitingPart> waiting = held.Activity.WaitingAt(known);
        return new(
            grant.Id, Named(held.Holder), ShareFigures.Day(grant.Granted), ShareFigures.Day(grant.VestingStart), (Rational)grant.Shares, held.Terms, ShareFigures.Words(grant.Allocation),
            grant.Clauses.Count == 0 ? null : [.. grant.Clauses.Select(clause => clause.ToString())],
            [.. VestingLine.Of(held, known).Select(line => new MoveEntry(
                ShareFigures.Day(line.Date), line.Kind?.ToString().ToLowerInvariant() ?? "event", line.Shares, line.Vested, line.Reason, line.Kind == GrantMoveKind.Vested && price is { } each ? (Exact)(each * line.PricedShares) : null))],
            waiting.Count == 0 ? null : [.. waiting.Select(part => new WaitingEntry(part.Condition, part.Shares, part.Deadline is { } last ? ShareFigures.Day(last) : null))],
            Sum([held], report));
    }

    private static SharesEntry Sum(IEnumerable<HeldGrant> grants, VestingReport report)
    {
        Rational shares = Rational.Zero, vested = Rational.Zero, unvested = Rational.Zero, waiting = Rational.Zero, forfeited = Rational.Zero, worthVested = Rational.Zero, worthUnvested = Rational.Zero;
        bool valued = false;
        foreach (HeldGrant held in grants)
        {
            LocalDate day = held.Horizon(report.AsOf);
            GrantBalance balance = held.Activity.At(day);
            (shares, vested, unvested, forfeited) = (shares + balance.Shares, vested + balance.Vested, unvested + balance.Unvested, forfeited + balance.Forfeited);
            waiting = held.Activity.WaitingAt(day).Aggregate(waiting, (sum, part) => sum + part.Shares);
            if (report.Price is not { } price || held.Worth != ShareWorth.Price)
                continue;
            valued = true;
            (worthVested, worthUnvested) = (worthVested + (price.Value * balance.Vested), worthUnvested + (price.Value * balance.Unvested));
        }
        bool asOf = report.AsOf is not null;
        return new(shares, asOf ? vested : null, asOf ? unvested : null, waiting, forfeited, asOf && valued ? worthVested : null, asOf && valued ? worthUnvested : null);
    }

    private static string? Named(string holder) => holder.Length > 0 ? holder : null;
}
