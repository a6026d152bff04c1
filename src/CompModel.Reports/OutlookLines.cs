namespace CompModel.Reports;

/// <summary>
/// What an outlook adds up by: what each plan earns, then what payment terms cost beside it. A line has what is known of it to the cent, and the full year in three
/// views of the same trials; what is to go is the difference.
/// </summary>
internal sealed class OutlookLines
{
    internal const string PaymentTerms = "Guarantees, draws and forfeits";

    private OutlookLines(IReadOnlyList<OutlookLine> each, CostBreakdown[] views)
    {
        Each = each;
        Views = views;
    }

    internal IReadOnlyList<OutlookLine> Each { get; }

    /// <summary>Expected, low, high.</summary>
    internal IReadOnlyList<CostBreakdown> Views { get; }

    internal static OutlookLines Of(YearOutlook outlook)
    {
        SimulatedCost cost = outlook.Cost;
        int[] ofTerms = [.. Enumerable.Range(0, cost.Lines.Count).Where(line => cost.Lines[line].IsOfPaymentTerms)];
        List<OutlookLine> each = [];
        foreach (string plan in outlook.Plans)
        {
            SoFar soFar = outlook.OfPlan(plan);
            int[] lines = [.. Enumerable.Range(0, cost.Lines.Count).Where(line => cost.Lines[line].Plan == plan).Except(ofTerms)];
            each.Add(new($"Incentive: {plan}", plan, soFar.Earned, soFar.Paid, lines));
        }
        if (ofTerms.Length > 0)
            each.Add(new(PaymentTerms, null, outlook.Total.PaymentTerms, null, ofTerms));
        return new(each, [cost.Expected, cost.Around(0.1), cost.Around(0.9)]);
    }

    /// <summary>The full year of a line in a view.</summary>
    internal static double FullYear(OutlookLine line, CostBreakdown view) => line.Lines.Sum(each => view.Lines[each]);

    /// <summary>What of it is to go.</summary>
    internal static double ToGo(OutlookLine line, CostBreakdown view) => FullYear(line, view) - line.Earned.ToDouble();

    /// <summary>
    /// What is to go by line of cost. What is known of a plan is no tier's alone: it is taken from its lines in proportion, so that what is to go rounds as the full year
    /// does before anything is earned, and to nothing once all is.
    /// </summary>
    internal double[] ToGo(CostBreakdown view)
    {
        double[] toGo = new double[view.Lines.Count];
        foreach (OutlookLine line in Each)
        {
            double fullYear = FullYear(line, view);
            foreach (int each in line.Lines)
                toGo[each] = fullYear == 0 ? 0 : view.Lines[each] * (ToGo(line, view) / fullYear);
            if (fullYear == 0)
                toGo[line.Lines[0]] = ToGo(line, view);
        }
        return toGo;
    }

    /// <summary>Figures by line of cost as the sums that are printed.</summary>
    internal double[] Sums(double[] byLine) => [.. Each.Select(line => line.Lines.Sum(each => byLine[each]))];
}

/// <summary>One of them.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Plan">The plan; null for what payment terms cost.</param>
/// <param name="Earned">So far.</param>
/// <param name="Paid">So far; null where it is paid with others.</param>
/// <param name="Lines">The lines of cost.</param>
internal sealed record OutlookLine(string Label, string? Plan, Money Earned, Money? Paid, IReadOnlyList<int> Lines);
