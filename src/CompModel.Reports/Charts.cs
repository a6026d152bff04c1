using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;

namespace CompModel.Reports;

/// <summary>Charts as SVG text, drawn without a screen and without anything from the network.</summary>
internal static partial class Charts
{
    private const int Width = 680, Height = 380;
    private const string Fonts = "system-ui, Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif";
    private static readonly Color Ink = Color.FromHex("#1f2937"), Blue = Color.FromHex("#2f5d9b"), Pale = Color.FromHex("#9db8dc"), Red = Color.FromHex("#b3403a"), Grey = Color.FromHex("#6b7280");

    /// <summary>A payout curve from zero to double the quota; a step is drawn as one.</summary>
    internal static string Payout(PayoutCurve curve)
    {
        var plot = Styled("attainment of quota", "payout, % of target");
        double last = Math.Max(2, curve.Segments[^1].From.ToDouble() + 0.5);
        var xs = new List<double>();
        var ys = new List<double>();
        var labels = new List<(string Text, double At)>();
        for (int tier = 0; tier < curve.Segments.Count; tier++)
        {
            CurveSegment segment = curve.Segments[tier];
            double from = segment.From.ToDouble(), to = tier + 1 < curve.Segments.Count ? curve.Segments[tier + 1].From.ToDouble() : last;
            double intercept = segment.Intercept.ToDouble(), slope = segment.Slope.ToDouble();
            xs.AddRange([from * 100, to * 100]);
            ys.AddRange([(intercept + (slope * from)) * 100, (intercept + (slope * to)) * 100]);
            if (tier == 0)
                continue;
            VerticalLine(plot, from * 100, Grey, LinePattern.Dotted);
            labels.Add((segment.Label, from * 100));
        }
        var line = plot.Add.Scatter(xs.ToArray(), ys.ToArray());
        line.LineWidth = 2.5f;
        line.MarkerSize = 0;
        line.Color = Blue;
        double top = Math.Max(100, ys.Max()) * 1.05;
        // A little beyond the curve, so that the last label is not cut off.
        plot.Axes.SetLimits(0, last * 104, 0, top);
        foreach ((string text, double at) in labels)
        {
            var label = plot.Add.Text(text, at + 1.5, top * 0.02);
            label.LabelFontColor = Grey;
            label.LabelFontSize = 13;
            label.LabelAlignment = Alignment.LowerLeft;
        }
        plot.Axes.Bottom.TickGenerator = Ticks(value => FormattableString.Invariant($"{value:0} %"));
        plot.Axes.Left.TickGenerator = Ticks(value => FormattableString.Invariant($"{value:0} %"));
        return Svg(plot, "payout");
    }

    /// <summary>The distribution of total incentive, with what matters marked.</summary>
    internal static string Cost(PayoutDistribution incentive, string currency, double target, double? budget)
    {
        const int Classes = 60;
        var plot = Styled($"total incentive, thousands of {currency}", "share of simulated years");
        double from = incentive.Percentile(0.001).Value, to = incentive.Percentile(0.999).Value;
        if (!(from < to))
            (from, to) = (from - 1, to + 1);
        double width = (to - from) / Classes;
        // A class more on either side takes what lies outside and is not drawn: piled up on the first and last bar, it would look like a second mode.
        int[] counts = incentive.Histogram(from - width, to + width, Classes + 2)[1..^1];
        Bar[] bars =
        [
            .. counts.Select((count, i) => new Bar
            {
                Position = (from + ((i + 0.5) * width)) / 1000,
                Value = 100.0 * count / incentive.Trials,
                Size = width / 1000,
                FillColor = budget is { } limit && from + ((i + 0.5) * width) > limit ? Red.WithAlpha(0.45) : Pale,
                LineWidth = 0,
            }),
        ];
        plot.Add.Bars(bars);
        VerticalLine(plot, incentive.Percentile(0.1).Value / 1000, Grey, LinePattern.Dotted, "P10");
        VerticalLine(plot, incentive.Mean / 1000, Blue, LinePattern.Solid, "expected");
        VerticalLine(plot, incentive.Percentile(0.9).Value / 1000, Grey, LinePattern.Dotted, "P90");
        VerticalLine(plot, target / 1000, Ink, LinePattern.Dashed, "at target");
        if (budget is { } line)
            VerticalLine(plot, line / 1000, Red, LinePattern.Solid, "budget");
        plot.ShowLegend(Alignment.UpperRight);
        plot.Axes.SetLimitsY(0, 100.0 * counts.Max() / incentive.Trials * 1.08);
        plot.Axes.Bottom.TickGenerator = Ticks(value => value.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture));
        plot.Axes.Left.TickGenerator = Ticks(value => FormattableString.Invariant($"{value:0.#} %"));
        return Svg(plot, "cost");
    }

    private static Plot Styled(string x, string y)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.Font.Set("DejaVu Sans");
        plot.XLabel(x, 14);
        plot.YLabel(y, 14);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 13;
        plot.Axes.Left.TickLabelStyle.FontSize = 13;
        plot.Legend.FontSize = 13;
        plot.Axes.Color(Ink);
        plot.Grid.MajorLineColor = Color.FromHex("#e5e7eb");
        return plot;
    }

    private static void VerticalLine(Plot plot, double at, Color color, LinePattern pattern, string label = "")
    {
        var line = plot.Add.VerticalLine(at, label.Length > 0 ? 2 : 1, color, pattern);
        line.LegendText = label;
    }

    private static ScottPlot.TickGenerators.NumericAutomatic Ticks(Func<double, string> format) => new() { LabelFormatter = format };

    private static string Svg(Plot plot, string name)
    {
        string svg = plot.GetSvgXml(Width, Height);
        // The declaration belongs to a file of its own, not inside a page; a view box lets the page scale the drawing.
        svg = svg[svg.IndexOf("<svg", StringComparison.Ordinal)..].Replace("<svg ", $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" ", StringComparison.Ordinal);
        svg = Numbered(svg, name);
        return TextElement().Replace(svg, text => Reflowed(text.Groups["before"].Value, text.Groups["x"].Value, text.Groups["y"].Value));
    }

    // The drawing numbers its parts on from whatever the process drew before; by chart and order they are the same every time, and no two of a page are.
    private static string Numbered(string svg, string name)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Identifier().Replace(svg, id =>
        {
            numbers.TryAdd(id.Groups["id"].Value, numbers.Count);
            return string.Create(CultureInfo.InvariantCulture, $"{id.Groups["before"].Value}{name}-{numbers[id.Groups["id"].Value]}");
        });
    }

    // The drawing places each glyph where this machine's font would have it; the reader's font differs, so text is centred on the same spot as a whole.
    private static string Reflowed(string before, string xs, string ys)
    {
        double[] x = Numbers(xs);
        double advance = x.Length > 1 ? (x[^1] - x[0]) / (x.Length - 1) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{before} text-anchor=\"middle\" font-family=\"{Fonts}\" x=\"{(x[0] + x[^1] + advance) / 2:0.##}\" y=\"{Numbers(ys)[0]:0.##}\">");
    }

    private static double[] Numbers(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    [GeneratedRegex("(?<before> id=\"|url\\(#)(?<id>[A-Za-z_0-9]+)")]
    private static partial Regex Identifier();

    [GeneratedRegex("(?<before><text[^>]*?) font-family=\"[^\"]*\" x=\"(?<x>[^\"]*)\" y=\"(?<y>[^\"]*)\">")]
    private static partial Regex TextElement();
}
