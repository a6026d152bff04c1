namespace CompModel.Reports;

/// <summary>Where the spread of cost comes from, and what the dear years pay whom.</summary>
internal static class SpreadTable
{
    // Enough for a share to the nearest percent or two; a second run of so many costs a fraction of the first.
    private const int Trials = 20_000;
    private const double Tail = 0.05;

    /// <summary>The parts of the spread of a run's first trials.</summary>
    internal static SpreadParts PartsOf(SimulatedCost cost) => cost.Spread(Trials);

    internal static ReportTable Of(SimulatedCost cost, SpreadParts parts)
    {
        List<ReportRow> rows = [Row("The company's year, which everybody shares", parts.Company)];
        if (cost.Run.Assumptions.TeamCorrelation > 0)
            rows.Add(Row("Teams' years, beyond the company's", parts.Teams));
        rows.Add(Row("People's own years", parts.Individuals));
        rows.Add(Row("Together", parts.Whole) with { Emphasis = Emphasis.Total });
        return new(
            $"What spreads the incentive, in thousands of {cost.Run.Force.Currency}", "", ["share of variance", "alone, standard deviation"], rows,
            "Variances add up, standard deviations do not. The company's part stays however many people there are; people's own parts average out. "
            + $"By a second run of the same company with other people, {Figures.Number(Math.Min(Trials, cost.Run.Trials), 0)} trials: shares are known to about {Figures.Share(2 * parts.SimulationError, parts.Whole, 0)}.");

        ReportRow Row(string label, double variance) => new(label, [Figures.Share(variance, parts.Whole), Figures.Error(Math.Sqrt(Math.Max(0, variance)))]);
    }

    /// <summary>By team, what the dearest 5 % of years pay beyond the average one.</summary>
    internal static ReportTable TailOf(SimulatedCost cost)
    {
        IReadOnlyList<TailContribution> people = cost.TailContributions(Tail);
        var rows = people.GroupBy(one => cost.Run.Force.Hierarchy.Find(one.Id).ManagerId ?? one.Id).Select(team => (team.Key, Mean: team.Sum(one => one.Mean), InTail: team.Sum(one => one.InTail))).ToList();
        double[] means = Figures.Footed([.. rows.Select(row => row.Mean)]), tails = Figures.Footed([.. rows.Select(row => row.InTail)]);
        double whole = tails.Sum() - means.Sum();
        ReportRow[] printed = [.. rows.Select((row, i) => Row(row.Key, means[i], tails[i])), Row("Total incentive", means.Sum(), tails.Sum()) with { Emphasis = Emphasis.Total }];
        return new(
            $"Who the dearest 5 % of years pay, in thousands of {cost.Run.Force.Currency}", "team of", ["expected", "in the dearest 5 %", "beyond expected", "share of that"], printed,
            "Averages of the same trials, which add up to the average of the dearest 5 % of years. A manager counts with the team of the manager above; who reports to nobody, with the own team.");

        ReportRow Row(string label, double mean, double tail) =>
            new(label, [Figures.ThousandUnits(mean), Figures.ThousandUnits(tail), Figures.ThousandUnits(tail - mean), Figures.Share(tail - mean, whole)]);
    }
}
