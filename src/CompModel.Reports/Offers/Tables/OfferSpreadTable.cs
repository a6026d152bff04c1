namespace CompModel.Reports;

/// <summary>Low, expected and high total pay by year and by part, from the simulation. Expected figures foot; low and high ones do not, for not all is low at once.</summary>
internal static class OfferSpreadTable
{
    private static readonly PayPart[] Parts = [PayPart.Salary, PayPart.Incentive, PayPart.SignOn, PayPart.Equity, PayPart.Retirement, PayPart.Benefits];

    /// <summary>
    /// Expected pay by part, whole units that foot both ways: a column a year, the last in all. What is certain stands as the table of pay has it; the rest is rounded so that all
    /// add up to the rounded total.
    /// </summary>
    internal static Rational[][] Expected(OfferFigures figures)
    {
        IReadOnlyList<Breakdown<OfferPart>> stated = OfferPayTable.Columns(figures.Projection);
        Rational[][] columns = [.. figures.Projection.Years.Select((_, i) => Column(stated[i], part => figures.Pay!.Part(part, i + 1).Mean))];
        return [.. columns, [.. Parts.Select((_, i) => Sum(columns.Select(column => column[i])))]];
    }

    internal static Rational Sum(IEnumerable<Rational> parts) => parts.Aggregate(Rational.Zero, (sum, part) => sum + part);

    private static Rational[] Column(Breakdown<OfferPart> stated, Func<PayPart, double> mean)
    {
        Rational total = OfferCells.Nearest(Exact(mean(PayPart.Total))), certain = Sum(Parts.Select(Certain).OfType<OfferPart>().Select(part => stated[part].Value));
        var drawn = new Queue<Rational>(OfferCells.Rest([.. Parts.Where(part => Certain(part) is null).Select(part => Exact(mean(part)))], total - certain));
        return [.. Parts.Select(part => Certain(part) is { } known ? stated[known].Value : drawn.Dequeue())];
    }

    // Six places are far below what is printed, and estimates below 10^15 fit a decimal.
    private static Rational Exact(double estimate) => Math.Round((decimal)estimate, 6);

    private static OfferPart? Certain(PayPart part) => part switch
    {
        PayPart.Salary => OfferPart.Salary,
        PayPart.SignOn => OfferPart.SignOn,
        PayPart.Benefits => OfferPart.Benefits,
        _ => null,
    };

    internal static ReportTable ByYear(OfferFigures figures, string title)
    {
        SimulatedTotalPay pay = figures.Pay!;
        Rational[][] expected = Expected(figures);
        var rows = new List<ReportRow>();
        for (int year = 1; year <= pay.Run.Years.Count; year++)
            rows.Add(Row(pay.Run.Years[year - 1].Name, pay.Part(PayPart.Total, year), Sum(expected[year - 1])));
        rows.Add(Row("In all", pay.Total, Sum(expected[^1]), Emphasis.Total));
        if (figures.DiscountRate != 0)
            rows.Add(Row($"In all, present value at {Rate(figures)} a year", figures.Present!.Total, Exact(figures.Present.Total.Mean), Emphasis.Total));
        string note = "Range P10–P90: of ten outcomes one is below low and one above high; each row by itself. Simulation error: half the 95 % interval of expected, for these trials alone.";
        if (figures.DiscountRate != 0)
            note += $"\nPresent value: what is paid after t years counts e^(−{figures.DiscountRate.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)}·t) of its amount, from the opening of {pay.Run.Years[0]}. All other rows are in the money of their year.";
        return new(title, "year", ["low (P10)", "expected", "simulation error ±", "high (P90)"], rows, note);
    }

    internal static ReportTable ByPart(OfferFigures figures, string title)
    {
        SimulatedTotalPay pay = figures.Pay!;
        Rational[][] expected = Expected(figures);
        List<ReportRow> rows =
        [
            .. Enumerable.Range(0, Parts.Length).Where(i => expected[^1][i].Sign != 0).Select(i => new ReportRow(OfferCells.Name(Parts[i]), [.. expected.Select(column => OfferCells.Whole(column[i])), .. Range(pay.Part(Parts[i]), Certain(Parts[i]) is null ? null : expected[^1][i])])),
            new("Total pay", [.. expected.Select(column => OfferCells.Whole(Sum(column))), .. Range(pay.Total, null)], Emphasis: Emphasis.Total),
        ];
        string note = "Low and high of parts do not add up to those of the total: not all of it is low at once.";
        if (figures.Offer.Participant.Plan.Payments is var terms && (terms.Guarantee != Guarantee.None || terms.Draw != Draw.None))
            note += "\nIncentive includes what a guarantee, or a draw that is never owed, adds.";
        return new(title, "part, expected", [.. pay.Run.Years.Select(year => year.Name), "in all", "low (P10), in all", "high (P90), in all"], rows, note);

        // What is certain is the same in every trial, and its figure the same wherever it stands.
        static string[] Range(PayoutDistribution of, Rational? certain) => [OfferCells.Whole(certain ?? Exact(of.Percentile(0.1).Value)), OfferCells.Whole(certain ?? Exact(of.Percentile(0.9).Value))];
    }

    private static string Rate(OfferFigures figures) => Figures.Percent(figures.DiscountRate);

    private static ReportRow Row(string label, PayoutDistribution of, Rational expected, Emphasis emphasis = Emphasis.None)
    {
        double error = LineTable.IntervalOf(of.SimulationError, of.Trials);
        return new(label, [OfferCells.Whole(of.Percentile(0.1).Value), OfferCells.Whole(expected), double.IsNaN(error) ? Figures.NotAvailable : OfferCells.Whole(error), OfferCells.Whole(of.Percentile(0.9).Value)], Emphasis: emphasis);
    }
}
