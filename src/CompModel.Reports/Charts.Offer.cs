using System.Globalization;
using ScottPlot;

namespace CompModel.Reports;

// Drawings of offers.
internal static partial class Charts
{
    private static readonly Color[] Stack =
        [Blue, Pale, Color.FromHex("#c9b458"), Color.FromHex("#7a5c99"), Color.FromHex("#4f8f6f"), Color.FromHex("#d08c60"), Color.FromHex("#a3a9b3")];

    /// <summary>
    /// Pay by part and year, one bar a year, with the range P10–P90 of simulated total pay beside it where there is one. Offers that stand side by side have one scale.
    /// </summary>
    internal static string Offer(OfferFigures figures, string name, double top)
    {
        const double Width = 0.5;
        var plot = Styled("", $"thousands of {figures.Offer.Currency}");
        IReadOnlyList<OfferYear> years = figures.Projection.Years;
        double[] tops = new double[years.Count];
        foreach (OfferPart part in Breakdown<OfferPart>.Parts)
        {
            double[] values = [.. years.Select(year => Math.Max(0, Thousands(year.Pay[part])))];
            if (Array.TrueForAll(values, value => value == 0))
                continue;
            Bar[] bars =
            [
                .. values.Select((value, i) => new Bar { Position = i, ValueBase = tops[i], Value = tops[i] + value, Size = Width, FillColor = Stack[(int)part], LineWidth = 0 }),
            ];
            for (int i = 0; i < values.Length; i++)
                tops[i] += values[i];
            plot.Add.Bars(bars).LegendText = OfferCells.Name(part);
        }
        for (int i = 0; figures.Pay is not null && i < years.Count; i++)
        {
            PayoutDistribution total = figures.Pay.Part(PayPart.Total, i + 1);
            (double low, double high, double at) = (total.Percentile(0.1).Value / 1000, total.Percentile(0.9).Value / 1000, i + (Width / 2) + 0.1);
            Range(at, low, at, high, i == 0 ? "range P10–P90 of total pay" : "");
            Range(at - 0.05, low, at + 0.05, low);
            Range(at - 0.05, high, at + 0.05, high);
            var mean = plot.Add.Marker(at, total.Mean / 1000, MarkerShape.FilledDiamond, 9, Ink);
            mean.LegendText = i == 0 ? "expected total pay" : "";
        }
        plot.Legend.Orientation = Orientation.Horizontal;
        (plot.Legend.OutlineWidth, plot.Legend.ShadowColor) = (0, Colors.Transparent);
        plot.ShowLegend(Edge.Bottom);
        plot.Axes.SetLimits(-0.6, years.Count - 0.25, 0, top / 1000 * 1.05);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. Enumerable.Range(0, years.Count).Select(i => (double)i)], [.. years.Select(year => year.Year.Name)]);
        plot.Axes.Left.TickGenerator = Ticks(value => value.ToString("#,##0", CultureInfo.InvariantCulture));
        return Svg(plot, name);

        void Range(double x1, double y1, double x2, double y2, string label = "")
        {
            var line = plot.Add.Line(x1, y1, x2, y2);
            (line.LineWidth, line.LineColor, line.MarkerSize, line.LegendText) = (2, Ink, 0, label);
        }
    }

    /// <summary>The highest that is drawn of an offer, in units of currency.</summary>
    internal static double Top(OfferFigures figures) => figures.Projection.Years.Select((year, i) => Math.Max(
        Breakdown<OfferPart>.Parts.Sum(part => Math.Max(0, year.Pay[part].ToDouble())), figures.Pay?.Part(PayPart.Total, i + 1).Percentile(0.9).Value ?? 0)).Max();

    private static double Thousands(Amount amount) => amount.ToDouble() / 1000;
}
