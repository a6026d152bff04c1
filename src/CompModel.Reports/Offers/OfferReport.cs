namespace CompModel.Reports;

/// <summary>Everything that is printed of an offer, or of two beside each other, as tables; console and HTML render the same.</summary>
public sealed class OfferReport
{
    /// <summary>Arranges one or two offers. Throws for any other number, and for two that are told over other years or in other currencies.</summary>
    public OfferReport(params IReadOnlyList<OfferFigures> offers)
    {
        if (offers.Count is not (1 or 2))
            throw new ArgumentException($"A report is of one offer or of two, not of {offers.Count}.", nameof(offers));
        Offers = [.. offers];
        Parts = [.. offers.Select(TablesOf)];
        if (offers is [var one, var other])
        {
            string side = $"{one.Offer} and {other.Offer}";
            Comparison = [OfferComparisonTable.Of(one, other, $"{side}, {OfferCells.At(one.Projection.Attainment)}, {one.Offer.Currency}")];
            if (one.Pay is not null && other.Pay is not null)
                Comparison = [.. Comparison, OfferComparisonTable.Spread(one, other, $"{side}, low, expected and high, {one.Offer.Currency}")];
        }
    }

    /// <summary>The offers.</summary>
    public IReadOnlyList<OfferFigures> Offers { get; }

    /// <summary>"Acme" or "Acme and Globex".</summary>
    public string Title => string.Join(" and ", Offers.Select(offer => offer.Offer.Name));

    /// <summary>The tables of each offer, in the offers' order.</summary>
    public IReadOnlyList<IReadOnlyList<ReportTable>> Parts { get; }

    /// <summary>Two offers side by side; empty for one.</summary>
    public IReadOnlyList<ReportTable> Comparison { get; } = [];

    /// <summary>All tables, in the order of the page: each offer's, then the comparison.</summary>
    public IReadOnlyList<ReportTable> Tables => [.. Parts.SelectMany(part => part), .. Comparison];

    /// <summary>What is taken for granted, each sentence once.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. Offers.SelectMany(offer => offer.Notes).Distinct(),
        .. Offers.Where(offer => offer.Pay is null).Select(offer => $"{offer.Offer}: its file has no assumptions, so that nothing is drawn."),
    ];

    /// <summary>One line that lets anybody repeat the draws; that nothing was drawn, where nothing was.</summary>
    public string Manifest => Offers.FirstOrDefault(offer => offer.Present is not null)?.Present!.Run is not { } run
        ? FormattableString.Invariant($"nothing drawn, CompModel {Simulate.LibraryVersion}")
        : FormattableString.Invariant($"{run.Trials:#,##0} trials, seed {run.Seed}, stream {Simulate.StreamVersion}, {Simulate.Profile}, CompModel {Simulate.LibraryVersion}, {string.Join(", ", Offers.Where(offer => offer.Present is not null).Select(offer => $"run {offer.Present!.Run.Fingerprint()[..16]}"))}");

    private IReadOnlyList<ReportTable> TablesOf(OfferFigures figures)
    {
        string money = $"{OfferCells.At(figures.Projection.Attainment)}, {figures.Offer.Currency}";
        List<ReportTable> tables = [PromiseTable.Of(figures, Titled("What is promised")), OfferPayTable.Of(figures, Titled($"Pay by year, {money}"))];
        if (figures.Pay is not null)
        {
            tables.Add(OfferSpreadTable.ByYear(figures, Titled($"Low, expected and high total pay, {figures.Offer.Currency}")));
            tables.Add(OfferSpreadTable.ByPart(figures, Titled($"Expected pay by part, {figures.Offer.Currency}")));
        }
        tables.Add(OfferCostTable.Of(figures, Titled($"Cost to the employer by fiscal year, {money}")));
        if (RepaymentTable.Of(figures, Titled($"Sign-on bonus owed back on leaving, {figures.Offer.Currency}")) is { } repayment)
            tables.Add(repayment);
        return tables;

        string Titled(string title) => Offers.Count == 1 ? title : $"{figures.Offer}: {char.ToLowerInvariant(title[0])}{title[1..]}";
    }
}
