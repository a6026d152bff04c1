namespace CompModel.Reports;

/// <summary>Two offers side by side, by year and part, with what the second has more.</summary>
internal static class OfferComparisonTable
{
    internal static ReportTable Of(OfferFigures one, OfferFigures other, string title)
    {
        OfferComparison comparison = new(one.Projection, other.Projection);
        IReadOnlyList<Breakdown<OfferPart>> its = OfferPayTable.Columns(one.Projection), others = OfferPayTable.Columns(other.Projection);
        string[] names = [.. comparison.Years.Select(year => year.Name), "In all"];
        var rows = new List<ReportRow>();
        for (int year = 0; year < names.Length; year++)
        {
            (Breakdown<OfferPart> first, Breakdown<OfferPart> second) = (its[year], others[year]);
            rows.Add(new(names[year], ["", "", ""], Emphasis: Emphasis.Heading));
            rows.AddRange(Breakdown<OfferPart>.Parts.Where(part => first[part].Value.Sign != 0 || second[part].Value.Sign != 0).Select(part => Row(OfferCells.Name(part), first[part], second[part], 1, Emphasis.None)));
            rows.Add(Row("Total pay", first.Total, second.Total, 1, Emphasis.Total));
        }
        return new(title, "part", [one.Offer.Name, other.Offer.Name, "difference"], rows, $"Difference: what {other.Offer.Name} has more. One path each, no expected value.");
    }

    /// <summary>The two distributions beside each other; each is drawn by itself, so nothing is said of both at once.</summary>
    internal static ReportTable Spread(OfferFigures one, OfferFigures other, string title)
    {
        (PayoutDistribution first, PayoutDistribution second) = (one.Pay!.Total, other.Pay!.Total);
        (Rational its, Rational others) = (OfferSpreadTable.Sum(OfferSpreadTable.Expected(one)[^1]), OfferSpreadTable.Sum(OfferSpreadTable.Expected(other)[^1]));
        List<ReportRow> rows =
        [
            new("Low (P10)", [OfferCells.Whole(first.Percentile(0.1).Value), OfferCells.Whole(second.Percentile(0.1).Value)]),
            new("Expected", [OfferCells.Whole(its), OfferCells.Whole(others)], Emphasis: Emphasis.Total),
            new("Simulation error ±", [Error(first), Error(second)]),
            new("High (P90)", [OfferCells.Whole(first.Percentile(0.9).Value), OfferCells.Whole(second.Percentile(0.9).Value)]),
        ];
        if (one.DiscountRate != 0 || other.DiscountRate != 0)
            rows.Add(new("Expected, present value", [OfferCells.Whole(one.Present!.Total.Mean), OfferCells.Whole(other.Present!.Total.Mean)]));
        return new(title, "total pay, in all", [one.Offer.Name, other.Offer.Name], rows, "Each offer is drawn by itself, under its own assumptions: how likely it is that one pays more than the other does not follow from this.");

        static string Error(PayoutDistribution of) => double.IsNaN(LineTable.IntervalOf(of.SimulationError, of.Trials)) ? Figures.NotAvailable : OfferCells.Whole(LineTable.IntervalOf(of.SimulationError, of.Trials));
    }

    private static ReportRow Row(string label, Amount first, Amount second, int indent, Emphasis emphasis) =>
        new(label, [OfferCells.Whole(first), OfferCells.Whole(second), OfferCells.Whole(second - first)], indent, emphasis);
}
