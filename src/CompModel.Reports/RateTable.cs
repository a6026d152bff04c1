namespace CompModel.Reports;

/// <summary>Each component's curve, with the commission rate that each tier comes to.</summary>
internal static class RateTable
{
    internal static ReportTable Of(SimulatedCost cost)
    {
        var rows = new List<ReportRow>();
        var seen = new HashSet<(string, string)>();
        foreach (ParticipantTerms terms in cost.Run.Terms)
        {
            foreach (ComponentTerms component in terms.Components)
            {
                Component rule = component.Component;
                if (seen.Add((terms.Participant.Plan.Name, rule.Name)))
                    AddCurve(rows, cost, terms.Participant.Plan, rule);
            }
        }
        return new(
            "Payout curves and commission rates", "plan, component, tier", ["weight", "multiplier", "rate, least", "rate, median", "rate, most"], rows,
            "The base rate is target incentive ÷ quota, of each participant's year; multipliers are of the base rate. Rates on money in percent, on units in money a unit.");
    }

    // A commission's rates are everybody's.
    private static void AddCommission(List<ReportRow> rows, Component rule, CompModel.RateTable table)
    {
        foreach (TableSegment segment in table.Segments)
        {
            double rate = segment.Rate.ToDouble();
            string shown = rule.Measure.IsMoney ? Figures.Percent(rate, 3) : Figures.Number(rate, 2);
            rows.Add(new(segment.Label, ["", "", shown, shown, shown], 2));
        }
    }

    private static void AddCurve(List<ReportRow> rows, SimulatedCost cost, CompensationPlan plan, Component rule)
    {
        double[] rates =
        [
            .. cost.Run.Terms.Where(terms => terms.Participant.Plan.Name == plan.Name)
                .SelectMany(terms => terms.Components).Where(component => component.Component.Name == rule.Name && component.Quota.Value.Sign > 0)
                .Select(component => component.BaseRate.ToDouble()).Order(),
        ];
        string whose = rule.Scope == CreditScope.Team ? ", team's" : "";
        string pays = rule.Basis is Basis.YearToDate ? $"{rule.Basis.Pays}, to date" : $"{rule.Basis.Pays}";
        rows.Add(new($"{plan.Name}: {rule.Name}{whose} ({pays.ToLowerInvariant()})", [rule.Rule is PayRule.ByCurve ? Figures.Percent(rule.Weight.ToDouble(), 0) : "", "", "", "", ""], Emphasis: Emphasis.Subtotal));
        if (rule.Rule is PayRule.ByTable { Table: var table })
        {
            AddCommission(rows, rule, table);
            return;
        }
        PayoutCurve curve = rule.Curve;
        for (int tier = 0; tier < curve.Segments.Count && rates.Length > 0; tier++)
        {
            CurveSegment segment = curve.Segments[tier];
            double slope = segment.Slope.ToDouble();
            string Rate(double rate) => rule.Measure.IsMoney ? Figures.Percent(rate * slope, 3) : Figures.Number(rate * slope, 2);
            // A step at a tier's start pays what lies below it as well: from the first dollar.
            string first = tier > 0 && segment.Intercept.Sign == 0 && segment.Slope.Sign > 0 ? ", from the first dollar" : "";
            rows.Add(new(segment.Label + first, ["", $"{segment.Slope}×", Rate(rates[0]), Rate(rates[rates.Length / 2]), Rate(rates[^1])], 2));
        }
    }
}
