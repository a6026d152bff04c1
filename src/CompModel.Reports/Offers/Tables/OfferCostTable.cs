namespace CompModel.Reports;

/// <summary>What the offer costs the employer by fiscal year, in whole units that foot both ways; what vests is told beside it.</summary>
internal static class OfferCostTable
{
    // What the tables of pay have, too; benefits among them where they cost what they are worth.
    private static readonly CostPart[] Own = [CostPart.EmployerTaxes, CostPart.Benefits, CostPart.EquityExpense];

    internal static ReportTable Of(OfferFigures figures, string title)
    {
        EmployerCost cost = figures.Cost;
        IReadOnlyList<Breakdown<OfferPart>> pay = OfferPayTable.Columns(figures.Projection);
        List<Dictionary<CostPart, Rational>> columns = [.. cost.Years.Select((year, i) => Column(year.Cost, pay[i], figures.Offer))];
        columns.Add(Breakdown<CostPart>.Parts.ToDictionary(part => part, part => columns.Aggregate(Rational.Zero, (sum, column) => sum + column[part])));
        List<ReportRow> rows =
        [
            .. Breakdown<CostPart>.Parts.Where(part => columns.Any(column => column[part].Sign != 0)).Select(part => Row(OfferCells.Name(part), column => column[part])),
            Row("Total cost", column => column.Values.Aggregate(Rational.Zero, (sum, part) => sum + part), Emphasis.Total),
        ];
        if (figures.Expense is not { } expense)
            return Table("");
        rows.Add(new("Beside it: value of shares that vest", [.. pay.Select(column => OfferCells.Whole(column[OfferPart.Equity]))]));
        PlanYear last = cost.Years[^1].Year;
        Amount later = expense.Total - expense.CumulativeAt(last.End.PlusDays(-1));
        return Table($"Equity expense: {figures.Policy}, at the price of each grant date. What vests is what the person gets, and no part of the cost: a grant is counted once."
            + (later.Value.Sign == 0 ? "" : $"\nExpense after {last} of the same grants: {OfferCells.Whole(later)}."));

        ReportTable Table(string note) => new(title, "cost", [.. cost.Years.Select(year => year.Year.Name), "in all"], rows, note);

        ReportRow Row(string label, Func<Dictionary<CostPart, Rational>, Rational> amount, Emphasis emphasis = Emphasis.None) => new(label, [.. columns.Select(column => OfferCells.Whole(amount(column)))], Emphasis: emphasis);
    }

    // One figure wherever it stands; the others are rounded so that all add up to the rounded total.
    private static Dictionary<CostPart, Rational> Column(Breakdown<CostPart> cost, Breakdown<OfferPart> pay, Offer offer)
    {
        var column = new Dictionary<CostPart, Rational>
        {
            [CostPart.CashCompensation] = OfferPayTable.Cash.Aggregate(Rational.Zero, (sum, part) => sum + pay[part].Value),
            [CostPart.Retirement] = pay[OfferPart.Retirement].Value,
        };
        if (offer.Benefits.All(benefit => benefit.Cost == benefit.Value))
            column[CostPart.Benefits] = pay[OfferPart.Benefits].Value;
        CostPart[] others = [.. Own.Where(part => !column.ContainsKey(part))];
        Rational[] printed = OfferCells.Rest([.. others.Select(part => cost[part].Value)], OfferCells.Nearest(cost.Total.Value) - column.Values.Aggregate(Rational.Zero, (sum, part) => sum + part));
        for (int i = 0; i < others.Length; i++)
            column[others[i]] = printed[i];
        return column;
    }
}
