namespace CompModel.Reports;

/// <summary>What the offer costs the employer by fiscal year, in whole units that foot both ways; what vests is told beside it.</summary>
internal static class OfferCostTable
{
    internal static ReportTable Of(OfferFigures figures, string title)
    {
        EmployerCost cost = figures.Cost;
        IReadOnlyList<Breakdown<CostPart>> columns = OfferCells.Footed(cost.Years.Select(year => year.Cost));
        List<ReportRow> rows =
        [
            .. Breakdown<CostPart>.Parts.Where(part => columns.Any(column => column[part].Value.Sign != 0)).Select(part => Row(OfferCells.Name(part), column => column[part])),
            Row("Total cost", column => column.Total, Emphasis.Total),
        ];
        if (figures.Expense is { } expense)
        {
            Rational[] vesting = [.. OfferCells.Footed(figures.Projection.Years.Select(year => year.Pay)).Select(year => year[OfferPart.Equity].Value)];
            rows.Add(new("Beside it: value of shares that vest", [.. vesting.Select(value => OfferCells.Whole(value))]));
            PlanYear last = cost.Years[^1].Year;
            Amount later = expense.Total - expense.CumulativeAt(last.End.PlusDays(-1));
            string note = $"Equity expense: {figures.Policy}, at the price of each grant date. What vests is what the person gets, and no part of the cost: a grant is counted once."
                + (later.Value.Sign == 0 ? "" : $"\nExpense after {last} of the same grants: {OfferCells.Whole(later)}.");
            return Table(note);
        }
        return Table("");

        ReportTable Table(string note) => new(title, "cost", [.. cost.Years.Select(year => year.Year.Name), "in all"], rows, note);

        ReportRow Row(string label, Func<Breakdown<CostPart>, Amount> amount, Emphasis emphasis = Emphasis.None) => new(label, [.. columns.Select(column => OfferCells.Whole(amount(column)))], Emphasis: emphasis);
    }
}
