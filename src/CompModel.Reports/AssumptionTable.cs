namespace CompModel.Reports;

/// <summary>What was assumed, and what it implies, beside what was published.</summary>
internal static class AssumptionTable
{
    internal static ReportTable Of(SimulatedCost cost)
    {
        Assumptions assumptions = cost.Run.Assumptions;
        var rows = new List<ReportRow>();
        foreach (MeasureModel model in assumptions.Models)
        {
            rows.Add(new($"{model.Measure}: {model.Model}",
                [$"mean {Figures.Percent(model.Model.Mean)}, sd {Figures.Percent(model.Model.StandardDeviation)}, at quota {Figures.Percent(model.Model.ShareAtQuota)}"]));
        }
        rows.Add(new("Sellers at quota, published surveys", ["28 % to 57 %"]));
        rows.Add(new("Shared by all participants", [Company(assumptions.Company, cost.CompanyCorrelation)]));
        if (cost.Run.Force.CompanyPlan is { } plan)
        {
            double whole = plan.ToDouble();
            rows.Add(new("Company attainment of plan, simulated", [$"mean {Figures.Percent(cost.Bookings.Mean / whole)}, P10 {Figures.Percent(cost.Bookings.Percentile(0.1).Value / whole)}, P90 {Figures.Percent(cost.Bookings.Percentile(0.9).Value / whole)}"]));
            rows.Add(new("Over-assignment: street quota ÷ company plan", [Figures.Percent(cost.AtTarget.Bookings / whole)]));
        }
        for (int i = 0; i < assumptions.Models.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double correlation = assumptions.CorrelationOf(assumptions.Models[j].Measure, assumptions.Models[i].Measure);
                rows.Add(new($"Correlation of {assumptions.Models[j].Measure} and {assumptions.Models[i].Measure}", [correlation == 0 ? "none: independent" : Figures.Number(correlation, 2)]));
            }
        }
        rows.Add(new("Sales fall on the year as", [assumptions.Seasonality is { } seasonality ? seasonality.ToString() : "the quotas do"]));
        rows.Add(new("Headcount", ["fully staffed: the roster as it is, no attrition, no open positions"]));
        return new("Assumptions and what they imply", "assumption", ["value, and what it implies"], rows);
    }

    private static string Company(CompanyEffect effect, double rho) => effect switch
    {
        CompanyEffect.Range range => $"company range P10 {Figures.Percent(range.P10)} to P90 {Figures.Percent(range.P90)}: two sellers correlate by {Figures.Number(rho, 3)}",
        CompanyEffect.Shared => $"two sellers correlate by {Figures.Number(rho, 3)}",
        _ => "nothing: participants are independent, so the total is far too certain",
    };
}
