namespace CompModel.Reports;

/// <summary>Down to whom a report goes.</summary>
public enum Detail
{
    /// <summary>The company alone.</summary>
    Company,

    /// <summary>By manager's team as well.</summary>
    Team,

    /// <summary>By team and by participant, with names: personal data.</summary>
    Participant,
}

/// <summary>Everything that is printed of a simulated cost, as tables; console and HTML render the same.</summary>
public sealed class CostReport
{
    /// <summary>Arranges a simulated cost.</summary>
    /// <param name="title">What the case is called.</param>
    /// <param name="cost">The result.</param>
    /// <param name="incentiveBudget">The budget for incentives, in major units; null for none.</param>
    /// <param name="detail">Down to whom.</param>
    public CostReport(string title, SimulatedCost cost, Money? incentiveBudget, Detail detail)
    {
        Title = title;
        Cost = cost;
        IncentiveBudget = incentiveBudget;
        Summary = CostSummary.Of(cost, incentiveBudget);
        List<ReportTable> tables = [];
        if (cost.Run.Force.CompanyPlan is not null)
            tables.Add(LandingTable.Of(cost, incentiveBudget));
        tables.Add(QuarterTable.Of(cost));
        Spread = SpreadTable.PartsOf(cost);
        if (Spread.Whole > 0)
            tables.Add(SpreadTable.Of(cost, Spread));
        tables.Add(RateTable.Of(cost));
        tables.Add(AssumptionTable.Of(cost));
        if (cost.Roles.Count > 1)
            tables.Add(PeopleTable.Roles(cost));
        if (detail >= Detail.Team && cost.Teams.Count > 0)
        {
            tables.Add(PeopleTable.Teams(cost));
            tables.Add(SpreadTable.TailOf(cost));
        }
        if (detail >= Detail.Participant)
            tables.Add(PeopleTable.Participants(cost));
        Tables = tables;
    }

    /// <summary>What the case is called.</summary>
    public string Title { get; }

    /// <summary>The result.</summary>
    public SimulatedCost Cost { get; }

    /// <summary>The budget for incentives; null for none.</summary>
    public Money? IncentiveBudget { get; }

    /// <summary>Where the spread of the incentive comes from.</summary>
    public SpreadParts Spread { get; }

    /// <summary>The first page.</summary>
    public ReportTable Summary { get; }

    /// <summary>The tables that follow.</summary>
    public IReadOnlyList<ReportTable> Tables { get; }

    /// <summary>What a reader must know of how it was simulated; printed under the tables.</summary>
    public IReadOnlyList<string> Notes => Cost.Notes;

    /// <summary>One line that lets anybody repeat the run: trials, seed, stream, fingerprint.</summary>
    public string Manifest => FormattableString.Invariant(
        $"{Cost.Run.Trials:#,##0} trials, seed {Cost.Run.Seed}, stream {Simulate.StreamVersion}, {Simulate.Profile}, CompModel {Simulate.LibraryVersion}, run {Cost.Run.Fingerprint()[..16]}");
}
