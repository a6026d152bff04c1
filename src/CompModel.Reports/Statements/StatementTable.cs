using System.Globalization;

namespace CompModel.Reports;

/// <summary>Everybody's statements of one span, a row a participant. What is the same for all is left out: corrections where there are none, payments where all is paid as earned.</summary>
public static class StatementTable
{
    /// <summary>The table. Ids only: names are for the statement of one.</summary>
    public static ReportTable Of(IReadOnlyList<ParticipantStatement> statements, Currency currency, string span)
    {
        string[] all = [.. statements.SelectMany(each => each.Statement.Terms.Components).Select(component => component.Name).Distinct()];
        // A component that settles nothing in the span has no columns, unless none does.
        string[] settled = [.. all.Where(name => statements.Any(each => Settles(each.Statement, name)))];
        string[] components = settled.Length > 0 ? settled : all;
        // Beside more components than these their attainment does not fit a line, and a figure broken in two would be read as another one.
        bool places = components.Length <= 5;
        var columns = new List<Column>();
        foreach (string name in components)
        {
            if (places)
                columns.Add(new($"{name}, attainment", each => Attainment(each.Statement, name)));
            columns.Add(new(places ? "earned" : name, each => Settles(each.Statement, name) ? Cents(each.EarnedBy(name)) : "", each => each.EarnedBy(name)));
        }
        // What plans as a whole add or take has a column where there is any, or rows would not add up.
        if (statements.Any(each => each.Statement.PlanResults.Count > 0))
            columns.Add(Sum("plan as a whole", each => each.Statement.PlanResults.Aggregate(new Money(0, currency), (sum, result) => sum + result.Earned)));
        bool change = statements.Any(each => each.Before is not null);
        if (change)
            columns.Add(Sum("incentive before", each => each.Before!.Earned));
        columns.Add(Sum(change ? "change" : "incentive", each => each.Statement.Earned));
        if (change)
            columns.Add(Sum("incentive after", each => each.Before!.Earned + each.Statement.Earned));
        bool corrected = statements.Any(each => each.Statement.Corrections.Count > 0);
        if (corrected)
        {
            columns.Add(Sum("corrections", each => each.Statement.Total - each.Statement.Earned));
            columns.Add(Sum("corrected", each => each.Statement.Total));
        }
        bool paid = statements.Any(each => each.ShowsPayments);
        if (paid)
        {
            columns.Add(Sum("paid", each => each.Paid));
            columns.Add(Sum("accrued", each => each.Ledger.BalancesAfter(each.Statement.Days.End.PlusDays(-1)).Accrued));
        }
        List<ReportRow> rows = [.. statements.Select(each => new ReportRow(each.Statement.Terms.Participant.Id, [.. columns.Select(column => column.Cell(each))]))];
        rows.Add(new(
            "Total",
            [.. columns.Select(column => column.Amount is { } amount ? Cents(statements.Aggregate(new Money(0, currency), (sum, each) => sum + amount(each))) : "")], Emphasis: Emphasis.Total));
        return new(
            $"Incentive earned in {span}, {currency}", "participant", [.. columns.Select(column => column.Heading)], rows,
            $"{(places ? "Attainment of the last period that has ended. " : "")}For the lines behind an amount: --participant ID."
            + (paid ? "\nPaid: by the pay periods that end in the span, on their pay dates. Accrued: owed when the last of them ends, pay whose date is still to come included." : ""));
    }

    private static Column Sum(string heading, Func<ParticipantStatement, Money> amount) => new(heading, each => Cents(amount(each)), amount);

    private static bool Settles(Statement statement, string name) => statement.Components.Any(component => component.Name == name);

    // Whoever was not there yet has no quota, and has not missed it.
    private static string Attainment(Statement statement, string name) => statement.Components.LastOrDefault(component => component.Name == name) is not { Attainment: var attainment }
        ? ""
        : attainment.Quota.Value.Sign == 0 ? "–" : new Amount(attainment.Ratio * 100, Currency.None).Round(new Rounding(0.1m)).Value.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Cents(Money amount) => amount.Value.ToString("#,##0." + new string('0', amount.Currency.MinorUnitDigits), CultureInfo.InvariantCulture);

    private sealed record Column(string Heading, Func<ParticipantStatement, string> Cell, Func<ParticipantStatement, Money>? Amount = null);
}
