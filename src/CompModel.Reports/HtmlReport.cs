using System.Net;
using System.Text;

namespace CompModel.Reports;

/// <summary>A report as one HTML file: no scripts, nothing from the network, every text from files escaped.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root { --ink: #1f2937; --soft: #6b7280; --line: #e5e7eb; --accent: #2f5d9b; }
        * { box-sizing: border-box; }
        body { font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; color: var(--ink); margin: 0; background: #f6f7f9; }
        main { max-width: 1180px; margin: 0 auto; padding: 32px 40px 48px; background: white; }
        h1 { font-size: 26px; margin: 0 0 4px; }
        h2 { font-size: 18px; margin: 36px 0 8px; }
        .lead { color: var(--soft); margin: 0 0 24px; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; margin: 0 0 28px; }
        .card { border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 6px; padding: 10px 14px; }
        .card b { display: block; font-size: 22px; font-variant-numeric: tabular-nums; }
        .card span { color: var(--soft); font-size: 13px; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
        th { text-align: right; font-weight: 600; color: var(--soft); border-bottom: 2px solid var(--ink); padding: 5px 8px; vertical-align: bottom; }
        td { text-align: right; padding: 4px 8px; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; white-space: nowrap; }
        th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 150px; }
        tr.Heading td { padding-top: 16px; font-weight: 700; color: var(--accent); border-bottom: 1px solid var(--ink); }
        tr.Subtotal td { font-weight: 600; }
        tr.Total td { font-weight: 700; border-top: 2px solid var(--ink); }
        .i2 td:first-child { padding-left: 24px; } .i3 td:first-child { padding-left: 44px; color: var(--soft); }
        .note, footer { color: var(--soft); font-size: 12.5px; margin: 6px 0 0; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(460px, 1fr)); gap: 20px; }
        figure { margin: 0; } figcaption { font-weight: 600; margin: 0 0 6px; }
        table.words td { white-space: normal; } table.words td, table.words th { text-align: left; }
        .charts svg { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
        footer { margin-top: 40px; border-top: 1px solid var(--line); padding-top: 12px; overflow-wrap: anywhere; }
        @media (max-width: 1000px) { main { padding: 24px 16px; } table { font-size: 12px; } td, th { padding: 4px 5px; } }
        @media print {
            body { background: white; } main { max-width: none; padding: 0; } h1 { font-size: 20px; } h2 { margin-top: 20px; font-size: 14px; break-after: avoid; }
            .lead { margin-bottom: 10px; } .cards { grid-template-columns: repeat(auto-fit, minmax(110px, 1fr)); gap: 6px; margin-bottom: 12px; } .card { padding: 4px 8px; }
            .card b { font-size: 14px; } .card span { font-size: 9px; } .scroll { overflow: visible; } tr, .card, figure { break-inside: avoid; }
            td, th { font-size: 9px; line-height: 1.3; padding: 1.5px 4px; } tr.Heading td { padding-top: 8px; } .note, footer { font-size: 9px; }
            .charts { grid-template-columns: 1fr 1fr; } figcaption { font-size: 11px; } .lead { font-size: 12px; }
        }
        """;

    /// <summary>The page.</summary>
    public static string Render(CostReport report)
    {
        var html = new StringBuilder();
        Open(html, $"{report.Title}: cost of {report.Cost.Run.Year.Name}", report.Title, Lead(report));
        Cards(html, report);
        Table(html, report.Summary);
        Drawings(html, report);
        foreach (ReportTable table in report.Tables)
            Table(html, table);
        Close(html, report.Notes, report.Manifest);
        return html.ToString();
    }

    /// <summary>Everything up to what a page is of.</summary>
    internal static void Open(StringBuilder html, string tab, string title, string lead)
    {
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append($"<title>{Escape(tab)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        html.Append($"<h1>{Escape(title)}</h1>\n<p class=\"lead\">{Escape(lead)}</p>\n");
    }

    /// <summary>What a reader must know, and how to repeat it; nothing comes behind it.</summary>
    internal static void Close(StringBuilder html, IReadOnlyList<string> notes, string manifest)
    {
        foreach (string note in notes)
            html.Append($"<p class=\"note\">{Escape(note)}</p>\n");
        html.Append($"<footer>{Escape(manifest)}</footer>\n</main>\n</body>\n</html>\n");
    }

    private static string Lead(CostReport report) => report.Outlook is { } outlook
        ? FormattableString.Invariant($"What the {report.Cost.Run.Year.Name} sales compensation plan has cost through {outlook.Actuals.Through:uuuu-MM-dd}, what is to go, and how sure that is.")
        : $"What the {report.Cost.Run.Year.Name} sales compensation plan costs, and how sure that is.";

    private static void Cards(StringBuilder html, CostReport report)
    {
        PayoutDistribution incentive = report.Cost.Incentive;
        string currency = report.Cost.Run.Force.Currency.Code;
        html.Append("<div class=\"cards\">\n");
        // Cards stand alone: each says which year it is of where there are two.
        string roster = report.People is null ? "" : ", roster as it is";
        if (report.Outlook is { } outlook)
        {
            double earned = (outlook.Total.Earned + outlook.Total.PaymentTerms).ToDouble();
            Card("earned so far", Figures.Thousands(earned), FormattableString.Invariant($"thousands of {currency}, through {outlook.Actuals.Through:uuuu-MM-dd}"));
            Card("to go, expected", Figures.Thousands(incentive.Mean - earned), $"thousands; the rest goes {OutlookTable.Named(outlook.Actuals.Rest)}");
        }
        Card(report.Outlook is null ? $"expected incentive{roster}" : "full year, expected", Figures.Thousands(incentive.Mean), $"thousands of {currency}, simulation error ± {Figures.Error(LineTable.IntervalOf(incentive.SimulationError, incentive.Trials))}");
        Card($"eight years in ten{roster}", $"{Figures.Thousands(incentive.Percentile(0.1).Value)} – {Figures.Thousands(incentive.Percentile(0.9).Value)}", "range P10–P90, thousands");
        if (report.IncentiveBudget is { } budget)
        {
            Card($"probability over budget{roster}", Figures.Percent(incentive.ProbabilityAbove(budget.ToDouble()).Value, 0), $"budget {Figures.Thousands(budget.ToDouble())}");
            Card($"reserve to 90 %{roster}", Figures.Thousands(Math.Max(0, incentive.Percentile(0.9).Value - budget.ToDouble())), "P90 less budget, thousands");
        }
        Card($"average of the dearest 5 %{roster}", Figures.Thousands(incentive.TailAverage(0.05)), "of years, thousands");
        if (report.People is { } people)
            Card("expected incentive, with hires and leavers", Figures.ThousandUnits(HeadcountFigures.Incentive(new HeadcountFigures(people, report.Cost).Year)), $"thousands, {Figures.Number(people.Months[^1].Heads.Mean, 1)} heads at the end of the year");
        html.Append("</div>\n");

        void Card(string label, string figure, string note) => HtmlReport.Card(html, label, figure, note);
    }

    /// <summary>A figure that stands out.</summary>
    internal static void Card(StringBuilder html, string label, string figure, string note) =>
        html.Append($"<div class=\"card\"><span>{Escape(label)}</span><b>{Escape(figure)}</b><span>{Escape(note)}</span></div>\n");

    private static void Drawings(StringBuilder html, CostReport report)
    {
        html.Append("<h2>The year's incentive, and the curve it comes from</h2>\n<div class=\"charts\">\n");
        SimulatedCost cost = report.Cost;
        // What has happened as a whole happens once.
        if (cost.Run.Actuals is null || cost.Incentive.StandardDeviation > 0)
        {
            Figure(report.People is null ? "How often each cost occurs" : "How often each cost of the roster as it is occurs", Charts.Cost(
                cost.Incentive, cost.Run.Force.Currency.Code, cost.AtTarget.Incentive, report.IncentiveBudget?.ToDouble()));
        }
        if (cost.Run.Terms.SelectMany(terms => terms.Components).Where(component => component.Component.Rule is PayRule.ByCurve)
            .MaxBy(component => component.Component.Tiers.Count) is { Component: { Rule: PayRule.ByCurve { Curve: var curve } } steepest })
            Figure($"Payout curve of {steepest.Name}", Charts.Payout(curve));
        html.Append("</div>\n");

        void Figure(string caption, string svg) => html.Append($"<figure><figcaption>{Escape(caption)}</figcaption>{svg}</figure>\n");
    }

    /// <summary>A table under its title.</summary>
    internal static void Table(StringBuilder html, ReportTable table)
    {
        html.Append($"<h2>{Escape(table.Title)}</h2>\n<div class=\"scroll\"><table{(table.Columns.Count == 1 ? " class=\"words\"" : "")}>\n<thead><tr><th>{Escape(table.Corner)}</th>");
        foreach (string column in table.Columns)
            html.Append($"<th>{Escape(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (ReportRow row in table.Rows)
        {
            html.Append($"<tr class=\"{row.Emphasis} i{row.Indent}\"><td>{Escape(row.Label)}</td>");
            foreach (string cell in row.Cells)
                html.Append($"<td>{Escape(cell)}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table></div>\n");
        if (table.Note.Length > 0)
            html.Append($"<p class=\"note\">{Escape(table.Note)}</p>\n");
    }

    /// <summary>A text in which nothing is markup.</summary>
    internal static string Escape(string text) => WebUtility.HtmlEncode(text);
}
