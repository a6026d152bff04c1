namespace CompModel.Reports;

/// <summary>What was assumed, and what it implies, beside what was published. What is assumed independent says so. Nobody is named.</summary>
internal static class AssumptionTable
{
    internal static ReportTable Of(SimulatedCost cost, HeadcountCost? people = null)
    {
        Assumptions assumptions = cost.Run.Assumptions;
        var rows = new List<ReportRow>();
        if (cost.Run.Actuals is { } actuals)
            rows.Add(new("The year", [FormattableString.Invariant($"through {actuals.Through:uuuu-MM-dd}: actual; rest: {OutlookTable.Named(actuals.Rest)}")]));
        foreach (MeasureModel model in assumptions.Models)
            AddModels(rows, cost.Run, model);
        rows.Add(new("Sellers at quota, published surveys", ["28 % to 57 %"]));
        rows.Add(new("Shared by all participants", [Company(assumptions.Company, cost.CompanyCorrelation)]));
        rows.Add(new("Shared by a team beyond that", [Team(assumptions, cost)]));
        AddCompany(rows, cost);
        for (int i = 0; i < assumptions.Models.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                // What deals make moves with them.
                if (double.IsNaN(assumptions.Models[i].Model.Mean) || double.IsNaN(assumptions.Models[j].Model.Mean))
                    continue;
                double correlation = assumptions.CorrelationOf(assumptions.Models[j].Measure, assumptions.Models[i].Measure);
                rows.Add(new($"Correlation of {assumptions.Models[j].Measure} and {assumptions.Models[i].Measure}", [correlation == 0 ? "none: independent" : Figures.Number(correlation, 2)]));
            }
        }
        if (assumptions.Models.Select(model => assumptions.PeriodsOf(model.Measure)).FirstOrDefault(frequency => frequency != Frequency.Annual) is not 0 and var drawn)
            rows.Add(new($"Correlation of two {(drawn == Frequency.SemiAnnual ? "halve" : One(drawn))}s", [assumptions.PeriodCorrelation == 0 ? $"none: each {One(drawn)} is drawn independently" : Figures.Number(assumptions.PeriodCorrelation, 3)]));
        if (assumptions.Deals is { } deals)
            rows.Add(new("Deals of a participant", [deals.ToString()]));
        rows.Add(new("Sales fall on the year as", [assumptions.Seasonality is { } seasonality ? seasonality.ToString() : "the quotas do"]));
        if (people is null)
        {
            rows.Add(new("Headcount", ["fully staffed: the roster as it is, no attrition, no open positions"]));
        }
        else
        {
            rows.Add(new("Headcount", ["people come and go, in the table with hires and leavers; all others are of the roster as it is"]));
            rows.AddRange(HeadcountTable.Assumed(people).Rows.Select(row => row with { Indent = row.Indent + 1 }));
        }
        return new("Assumptions and what they imply", "assumption", ["value, and what it implies"], rows);
    }

    private static void AddModels(List<ReportRow> rows, RunDefinition run, MeasureModel everybody)
    {
        Frequency drawn = run.Assumptions.PeriodsOf(everybody.Measure);
        rows.Add(new($"{everybody.Measure}: {everybody.Model}", [Spread(everybody.Model, drawn)]));
        ImpliedAttainment implied = ImpliedAttainment.Of(run, everybody.Measure);
        foreach ((GroupModel group, int sellers) in implied.ByGroup.Where(each => each.Group.Group is not ModelGroup.Person))
            rows.Add(new($"{group.Group}: {group.Model}", [$"{Spread(group.Model, drawn)}; {Figures.Number(sellers, 0)} of {Figures.Number(implied.Sellers, 0)} sellers"], 1));
        // People are named only where that is asked for.
        (GroupModel Group, int Sellers)[] own = [.. implied.ByGroup.Where(each => each.Group.Group is ModelGroup.Person)];
        if (own.Length > 0)
        {
            rows.Add(new(
                "single participants",
                [$"mean {Figures.Percent(own.Min(each => each.Group.Model.Mean))} to {Figures.Percent(own.Max(each => each.Group.Model.Mean))}; {Figures.Number(own.Sum(each => each.Sellers), 0)} of {Figures.Number(implied.Sellers, 0)} sellers"], 1));
        }
        if (implied.ByGroup.Count > 0)
        {
            string atQuota = implied.ShareAtQuota is ClosedForm<double>.Available { Answer: var share } ? $", at quota {Figures.Percent(share)} of sellers" : "";
            rows.Add(new($"{everybody.Measure} of all sellers", [$"mean {Figures.Percent(implied.Mean)}, weighted by quota{atQuota}"], 1));
        }
    }

    private static void AddCompany(List<ReportRow> rows, SimulatedCost cost)
    {
        if (cost.Run.Force.CompanyPlan is { } plan)
        {
            double whole = plan.ToDouble();
            rows.Add(new("Company attainment of plan, simulated", [$"mean {Figures.Percent(cost.Bookings.Mean / whole)}, P10 {Figures.Percent(cost.Bookings.Percentile(0.1).Value / whole)}, P90 {Figures.Percent(cost.Bookings.Percentile(0.9).Value / whole)}"]));
            rows.Add(new("Over-assignment: street quota ÷ company plan", [Figures.Percent(cost.AtTarget.Bookings / whole)]));
        }
        else if (cost.AtTarget.Bookings > 0)
        {
            double street = cost.AtTarget.Bookings;
            rows.Add(new("Bookings of street quota, simulated", [$"mean {Figures.Percent(cost.Bookings.Mean / street)}, P10 {Figures.Percent(cost.Bookings.Percentile(0.1).Value / street)}, P90 {Figures.Percent(cost.Bookings.Percentile(0.9).Value / street)}"]));
        }
    }

    private static string Spread(AttainmentModel model, Frequency drawn) =>
        $"mean {Figures.Percent(model.Mean)}, sd {Figures.Percent(model.StandardDeviation)}, at quota {Figures.Percent(model.ShareAtQuota)}{(drawn == Frequency.Annual ? "" : $", of each {One(drawn)}")}";

    private static string Company(CompanyEffect effect, double rho) => effect switch
    {
        CompanyEffect.Range range => $"company range P10 {Figures.Percent(range.P10)} to P90 {Figures.Percent(range.P90)}: two sellers correlate by {Figures.Number(rho, 3)}",
        CompanyEffect.Shared => $"two sellers correlate by {Figures.Number(rho, 3)}",
        _ => "nothing: participants are independent, so the total is far too certain",
    };

    private static string Team(Assumptions assumptions, SimulatedCost cost) => assumptions.TeamCorrelation == 0
        ? "nothing: teams are independent but for what all share"
        : $"two sellers with one manager correlate by {Figures.Number(cost.CompanyCorrelation + assumptions.TeamCorrelation, 3)}";

    private static string One(Frequency frequency) => frequency switch
    {
        Frequency.SemiAnnual => "half",
        Frequency.Quarterly => "quarter",
        Frequency.Monthly => "month",
        _ => "year",
    };
}
