namespace CompModel.Reports;

/// <summary>The first page: people and coverage, cost line by line in columns that foot, ratios, and risk against the budget.</summary>
internal static class CostSummary
{
    private const int Expected = 1, Error = 2, ClosedForm = 3, Budget = 6;

    private static readonly string[] Columns = ["at target", "expected", "simulation error ±", "closed form", "low (P10)", "high (P90)", "budget", "difference"];

    internal static ReportTable Of(SimulatedCost cost, Money? incentiveBudget, HeadcountCost? people = null)
    {
        CostBreakdown[] views = [cost.AtTarget, cost.Expected, cost.Around(0.1), cost.Around(0.9)];
        double? budget = incentiveBudget?.ToDouble();
        var rows = new List<ReportRow>();
        Coverage(rows, cost, views);
        double[] cash = Cost(rows, cost, views, budget);
        if (people is not null)
            Staffed(rows, people, cost);
        Ratios(rows, cost, views, cash);
        if (budget is { } limit)
            Risk(rows, cost, limit);
        // Without a budget there is nothing to differ from; what has happened has no closed form.
        int[] shown = [.. Enumerable.Range(0, budget is null ? Budget : Columns.Length).Where(column => column != ClosedForm || cost.Run.Actuals is null)];
        string currency = cost.Run.Force.Currency.Code, actual = cost.Run.Actuals is { } actuals ? FormattableString.Invariant($", actual through {actuals.Through:uuuu-MM-dd}") : "";
        return new(
            $"Cost of {cost.Run.Year}{actual}, in thousands of {currency}", "", [.. shown.Select(column => Columns[column])],
            [.. rows.Select(row => row with { Cells = [.. shown.Select(column => row.Cells[column])] })],
            "Low and high are the years around the 10th and 90th percentile of total incentive: each column is an average of the same trials and adds up. "
            + "At target everybody is at exactly 100 % of quota, and so the company at its street quota. Simulation error is half of a 95 % interval of the expected figure, not the uncertainty of the year. "
            + (people is null
                ? "Fully staffed: nobody leaves or joins beyond the roster."
                : "Of the roster as it is, budget and risk too, but for the rows with hires and leavers: those are of the headcount plan, and their low and high are percentiles of their own."));
    }

    private static void Coverage(List<ReportRow> rows, SimulatedCost cost, CostBreakdown[] views)
    {
        RunDefinition run = cost.Run;
        rows.Add(new("People and coverage", Blank(), Emphasis: Emphasis.Heading));
        rows.Add(new("Headcount", Same(Figures.Number(run.Terms.Count(terms => !terms.Active.IsEmpty), 0)), 1));
        double years = run.Terms.Sum(terms => (double)terms.Active.Days) / run.Year.Days.Days;
        rows.Add(new("Full-year equivalents", Same(Figures.Number(years, 1)), 1));
        double street = run.Force.StreetQuota(Measure.Bookings, run.Year).ToDouble();
        if (street == 0)
            return;
        ImpliedAttainment implied = ImpliedAttainment.Of(run, Measure.Bookings);
        rows.Add(new("Street quota", Same(Figures.Thousands(street)), 1));
        rows.Add(Row("Bookings, counted once", 1, [.. views.Select(view => Figures.Thousands(view.Bookings))],
            Figures.Error(Interval(cost.Bookings)), double.IsNaN(implied.Mean) ? "" : Figures.Thousands(implied.Mean * street)));
        if (run.Force.CompanyPlan is { } plan)
        {
            rows.Add(new("Company plan", Same(Figures.Thousands(plan.ToDouble())), 1));
            rows.Add(Row("Company attainment of plan", 1, [.. views.Select(view => Figures.Percent(view.Bookings / plan.ToDouble()))],
                Figures.Share(Interval(cost.Bookings), plan.ToDouble(), 2)));
        }
        rows.Add(Row("Sellers at quota", 1, [.. views.Select(view => Figures.Percent(view.SellersAtQuota / cost.Sellers))],
            closed: implied.ShareAtQuota is ClosedForm<double>.Available { Answer: var share } ? double.IsNaN(share) ? "" : Figures.Percent(share) : Figures.NotAvailable));
    }

    // Answers total cash compensation by view.
    private static double[] Cost(List<ReportRow> rows, SimulatedCost cost, CostBreakdown[] views, double? budget)
    {
        double salaries = cost.BaseSalaries.ToDouble();
        double[][] printed = [.. views.Select(view => (double[])[Figures.Rounded(salaries), .. Figures.Footed(view.Lines)])];
        LineTable lines = LineTable.Of(cost);
        rows.Add(new("Cost", Blank(), Emphasis: Emphasis.Heading));
        rows.Add(Row("Base salaries", 1, [.. printed.Select(column => Figures.ThousandUnits(column[0]))], closed: Figures.Thousands(salaries)));
        foreach (IGrouping<string, int> plan in Enumerable.Range(0, cost.Lines.Count).GroupBy(line => cost.Lines[line].Plan))
        {
            rows.Add(Sum($"Incentive: {plan.Key}", 1, [.. plan], Emphasis.Subtotal));
            foreach (IGrouping<string, int> component in plan.GroupBy(line => cost.Lines[line].Component))
            {
                // What statements round stands on a line of its own, which is mostly far below what is printed.
                if (cost.Run.Actuals is not null && component.All(line => printed.All(column => column[line + 1] == 0) && views.All(view => Math.Abs(view.Lines[line]) < 1)))
                    continue;
                int[] paying = [.. component.Where(line => lines.HasClosedForm(line) || views.Any(view => view.Lines[line] != 0))];
                if (paying.Length == 1)
                {
                    rows.Add(Sum(component.Key, 2, paying));
                    continue;
                }
                rows.Add(Sum(component.Key, 2, [.. component]));
                rows.AddRange(paying.Select(line => Sum(cost.Lines[line].Tier, 3, [line])));
            }
        }
        int[] all = [.. Enumerable.Range(0, cost.Lines.Count)];
        rows.Add(WithBudget(Sum("Total incentive", 1, all, Emphasis.Total), printed[1].Skip(1).Sum(), budget));
        rows.Add(Row("Total cash compensation", 1, [.. printed.Select(column => Figures.ThousandUnits(column.Sum()))],
            Figures.Error(Interval(cost.Incentive)), lines.ClosedForm(all, printed[1][0]), Emphasis.Total));
        return [.. views.Select(view => view.Incentive + salaries)];

        ReportRow Sum(string label, int indent, int[] members, Emphasis emphasis = Emphasis.None) => Row(
            label, indent, [.. printed.Select(column => Figures.ThousandUnits(members.Sum(line => column[line + 1])))],
            Figures.Error(lines.Interval(members)), lines.ClosedForm(members), emphasis);
    }

    private static ReportRow WithBudget(ReportRow row, double expected, double? budget)
    {
        if (budget is not { } limit)
            return row;
        double printed = Figures.Rounded(limit);
        string[] cells = [.. row.Cells];
        cells[Budget] = Figures.ThousandUnits(printed);
        cells[Budget + 1] = Figures.ThousandUnits(expected - printed);
        return row with { Cells = cells };
    }

    // The plan with hires and leavers, and what it changes.
    private static void Staffed(List<ReportRow> rows, HeadcountCost people, SimulatedCost cost)
    {
        var printed = new HeadcountFigures(people, cost);
        rows.Add(new("With hires and leavers", Blank(), Emphasis: Emphasis.Heading));
        PayoutDistribution heads = people.Months[^1].Heads;
        rows.Add(Spread("Heads at the end of the year", heads, Figures.Number(heads.Mean, 1), "", figure => Figures.Number(figure, 0)));
        rows.Add(Spread("Incentive, with hires and leavers", people.Incentive, Figures.ThousandUnits(HeadcountFigures.Incentive(printed.Year)), Figures.Error(Interval(people.Incentive)), Figures.Thousands));
        rows.Add(Spread("Total cash compensation, with hires and leavers", people.TotalCash, Figures.ThousandUnits(HeadcountFigures.TotalCash(printed.Year)), Figures.Error(Interval(people.TotalCash)), Figures.Thousands)
            with { Emphasis = Emphasis.Total });
        rows.Add(Only("Difference to the roster as it is", Figures.ThousandUnits(HeadcountFigures.TotalCash(printed.Year) - HeadcountFigures.TotalCash(printed.Roster)), ""));
    }

    private static ReportRow Spread(string label, PayoutDistribution of, string expected, string error, Func<double, string> print) =>
        Row(label, 1, ["", expected, print(of.Percentile(0.1).Value), print(of.Percentile(0.9).Value)], error);

    private static void Ratios(List<ReportRow> rows, SimulatedCost cost, CostBreakdown[] views, double[] cash)
    {
        rows.Add(new("Ratios", Blank(), Emphasis: Emphasis.Heading));
        double target = cost.TargetIncentive.ToDouble();
        rows.Add(Row("Incentive as % of target incentive", 1, [.. views.Select(view => Figures.Share(view.Incentive, target))]));
        if (views.All(view => view.Bookings > 0))
        {
            rows.Add(Row("CCOS: total cash compensation as % of bookings", 1,
                [.. views.Select((view, i) => Figures.Percent(cash[i] / view.Bookings, 2))]));
        }
    }

    private static void Risk(List<ReportRow> rows, SimulatedCost cost, double budget)
    {
        rows.Add(new("Risk of total incentive", Blank(), Emphasis: Emphasis.Heading));
        Estimate over = cost.Incentive.ProbabilityAbove(budget);
        rows.Add(Only("Probability over budget", Figures.Percent(over.Value), Figures.Percent((over.High - over.Low) / 2, 2)));
        Estimate high = cost.Incentive.Percentile(0.9);
        rows.Add(Only("P90 of total incentive", Figures.Thousands(high.Value), Figures.Error(Interval(high, cost.Run.Trials))));
        rows.Add(Only("Reserve to 90 %: P90 less budget", Figures.Thousands(Math.Max(0, high.Value - budget)), Figures.Error(Interval(high, cost.Run.Trials))));
        rows.Add(Only("Average of the dearest 5 % of years", Figures.Thousands(cost.Incentive.TailAverage(0.05)), ""));
    }

    private static double Interval(PayoutDistribution distribution) => LineTable.IntervalOf(distribution.SimulationError, distribution.Trials);

    private static double Interval(Estimate percentile, int trials) => trials < 2 ? double.NaN : (percentile.High - percentile.Low) / 2;

    private static ReportRow Row(string label, int indent, string[] views, string error = "", string closed = "", Emphasis emphasis = Emphasis.None) =>
        new(label, [views[0], views[1], error, closed, views[2], views[3], "", ""], indent, emphasis);

    private static ReportRow Only(string label, string expected, string error)
    {
        string[] cells = Blank();
        cells[Expected] = expected;
        cells[Error] = error;
        return new(label, cells, 1);
    }

    private static string[] Same(string cell)
    {
        string[] cells = Blank();
        foreach (int column in new[] { 0, Expected, 4, 5 })
            cells[column] = cell;
        return cells;
    }

    private static string[] Blank() => [.. Columns.Select(_ => "")];
}
