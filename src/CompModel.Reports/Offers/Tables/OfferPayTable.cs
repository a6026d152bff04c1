namespace CompModel.Reports;

/// <summary>What the person gets by year at an attainment, in whole units that foot both ways.</summary>
internal static class OfferPayTable
{
    /// <summary>What is paid in cash.</summary>
    internal static readonly OfferPart[] Cash = [OfferPart.Salary, OfferPart.Incentive, OfferPart.TopUp, OfferPart.SignOn];
    private static readonly OfferPart[] Besides = [OfferPart.Equity, OfferPart.Retirement, OfferPart.Benefits];

    /// <summary>The figures as they are printed, here and wherever else they stand: a column a year, the last in all.</summary>
    internal static IReadOnlyList<Breakdown<OfferPart>> Columns(OfferProjection projection) => OfferCells.Footed(projection.Years.Select(year => year.Pay));

    internal static ReportTable Of(OfferFigures figures, string title)
    {
        OfferProjection projection = figures.Projection;
        IReadOnlyList<Breakdown<OfferPart>> columns = Columns(projection);
        var rows = new List<ReportRow> { Row("Total cash compensation", pay => Cash.Aggregate(Amount.Zero(projection.Offer.Currency), (sum, part) => sum + pay[part]), 0, Emphasis.Subtotal) };
        rows.AddRange(Parts(Cash, 2));
        rows.AddRange(Parts(Besides, 0));
        rows.Add(Row("Total pay", pay => pay.Total, 0, Emphasis.Total));
        return new(title, "part", [.. projection.Years.Select(year => year.Year.Name), "in all"], rows, Note(projection));

        IEnumerable<ReportRow> Parts(OfferPart[] parts, int indent) => parts.Where(part => columns.Any(pay => pay[part].Value.Sign != 0)).Select(part => Row(OfferCells.Name(part), pay => pay[part], indent));

        ReportRow Row(string label, Func<Breakdown<OfferPart>, Amount> amount, int indent, Emphasis emphasis = Emphasis.None) =>
            new(label, [.. columns.Select(column => OfferCells.Whole(amount(column)))], indent, emphasis);
    }

    private static string Note(OfferProjection projection)
    {
        Offer offer = projection.Offer;
        string note = "One path, no expected value: every quota is reached as said, and shares count at the stated price of the day on which they vest. Before taxes and before what the person defers.";
        PlanYear last = projection.Years[^1].Year;
        Rational later = offer.Tranches(last.End).Where(tranche => tranche.Vests >= last.End).Aggregate(Rational.Zero, (sum, tranche) => sum + tranche.Shares);
        return later.Sign == 0 ? note : $"{note}\nNot in it: {ShareFigures.Shares(later)} shares granted by the end of {last} that vest later.";
    }
}
