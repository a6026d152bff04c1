using System.Text;

namespace CompModel.Reports;

/// <summary>An offer, or two, as one HTML file: no scripts, nothing from the network, every text from files escaped.</summary>
public static class OfferPage
{
    /// <summary>The page.</summary>
    public static string Render(OfferReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new StringBuilder();
        OfferFigures first = report.Offers[0];
        HtmlReport.Open(html, $"{report.Title}: offer", report.Title, Lead(report));
        Cards(html, report);
        foreach (ReportTable table in report.Comparison)
            HtmlReport.Table(html, table);
        html.Append($"<h2>Pay by part and year, {HtmlReport.Escape(OfferCells.At(first.Projection.Attainment))}{(report.Offers.Any(offer => offer.Pay is not null) ? "; beside it total pay as simulated" : "")}</h2>\n<div class=\"charts\">\n");
        double top = report.Offers.Max(Charts.Top);
        for (int i = 0; i < report.Offers.Count; i++)
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<figure><figcaption>{HtmlReport.Escape(report.Offers[i].Offer.Name)}</figcaption>{Charts.Offer(report.Offers[i], $"offer{i + 1}", top)}</figure>\n");
        html.Append("</div>\n");
        foreach (ReportTable table in report.Parts.SelectMany(part => part))
            HtmlReport.Table(html, table);
        HtmlReport.Close(html, report.Notes, report.Manifest);
        return html.ToString();
    }

    private static string Lead(OfferReport report)
    {
        IReadOnlyList<OfferYear> years = report.Offers[0].Projection.Years;
        string span = years.Count == 1 ? years[0].Year.Name : $"{years[0].Year} to {years[^1].Year}";
        return $"What {(report.Offers.Count == 1 ? "the offer pays" : "the offers pay")} over {span}, what {(report.Offers.Count == 1 ? "it costs" : "they cost")} the employer, and how sure that is.";
    }

    private static void Cards(StringBuilder html, OfferReport report)
    {
        foreach (OfferFigures figures in report.Offers)
        {
            html.Append("<div class=\"cards\">\n");
            string whose = report.Offers.Count == 1 ? "" : $"{figures.Offer}: ", currency = figures.Offer.Currency.Code;
            string at = OfferCells.At(figures.Projection.Attainment);
            HtmlReport.Card(html, $"{whose}total pay {at}", Figures.Thousands(figures.Projection.InAll.Total.ToDouble()), $"thousands of {currency}, all years");
            if (figures.Pay is { Total: var total })
            {
                HtmlReport.Card(html, $"{whose}expected total pay", Figures.Thousands(total.Mean), $"thousands, simulation error ± {Figures.Error(LineTable.IntervalOf(total.SimulationError, total.Trials))}");
                HtmlReport.Card(html, $"{whose}eight times in ten", $"{Figures.Thousands(total.Percentile(0.1).Value)} – {Figures.Thousands(total.Percentile(0.9).Value)}", "range P10–P90, thousands");
            }
            HtmlReport.Card(html, $"{whose}cost to the employer", Figures.Thousands(figures.Cost.InAll.Total.ToDouble()), $"thousands, {at}, all years");
            html.Append("</div>\n");
        }
    }
}
