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
    /// <param name="people">The same run with hires and leavers; null where the year is fully staffed.</param>
    /// <param name="outlook">The year so far, where the cost starts from actuals; null for none.</param>
    /// <param name="change">The change since an earlier run; null for none.</param>
    /// <param name="landing">A landing to tell of line by line (1 is 100 % of plan); null for none. Throws for one without a company plan.</param>
    public CostReport(
        string title, SimulatedCost cost, Money? incentiveBudget, Detail detail, HeadcountCost? people = null, YearOutlook? outlook = null, CostChange? change = null, Rational? landing = null)
    {
        Title = title;
        Cost = cost;
        People = people;
        IncentiveBudget = incentiveBudget;
        Outlook = outlook;
        Change = change;
        Summary = OfRoster(CostSummary.Of(cost, incentiveBudget, people));
        List<ReportTable> tables = [];
        if (outlook is not null)
            tables.Add(OutlookTable.Of(outlook));
        if (change is not null)
            tables.Add(ChangeTable.Of(change, cost.Run.Force.Currency));
        Landing = landing;
        if (landing is { } asked)
            tables.Add(OfRoster(LandingTable.At(cost, asked)));
        // Once the year is over, there is one landing.
        if (cost.Run.Force.CompanyPlan is not null && (cost.Run.Actuals is null || cost.Bookings.StandardDeviation > 0))
            tables.Add(OfRoster(LandingTable.Of(cost, incentiveBudget)));
        tables.Add(OfRoster(QuarterTable.Of(cost)));
        if (people is not null)
            tables.Add(HeadcountTable.Of(people, cost));
        Spread = SpreadTable.PartsOf(cost);
        if (Spread.Whole > 0)
            tables.Add(OfRoster(SpreadTable.Of(cost, Spread)));
        tables.Add(RateTable.Of(cost));
        tables.Add(AssumptionTable.Of(cost, people));
        if (cost.Roles.Count > 1)
            tables.Add(OfRoster(PeopleTable.Roles(cost)));
        if (detail >= Detail.Team && cost.Teams.Count > 0)
        {
            tables.Add(OfRoster(PeopleTable.Teams(cost)));
            tables.Add(OfRoster(SpreadTable.TailOf(cost)));
        }
        if (detail >= Detail.Team && cost.Teams.Count > 0 && outlook is not null)
            tables.Add(OutlookTable.Teams(outlook));
        if (detail >= Detail.Participant)
            tables.Add(OfRoster(PeopleTable.Participants(cost)));
        if (detail >= Detail.Participant && outlook is not null)
            tables.Add(OutlookTable.Participants(outlook));
        Tables = tables;
    }

    /// <summary>What the case is called.</summary>
    public string Title { get; }

    /// <summary>The result, of the roster as it is.</summary>
    public SimulatedCost Cost { get; }

    /// <summary>The year with hires and leavers; null where it is fully staffed.</summary>
    public HeadcountCost? People { get; }

    /// <summary>The budget for incentives; null for none.</summary>
    public Money? IncentiveBudget { get; }

    /// <summary>A landing that was asked for; null for none.</summary>
    public Rational? Landing { get; }

    /// <summary>Where the spread of the incentive comes from.</summary>
    public SpreadParts Spread { get; }

    /// <summary>The year so far, where the cost starts from actuals; null for none.</summary>
    public YearOutlook? Outlook { get; }

    /// <summary>The change since an earlier run; null for none.</summary>
    public CostChange? Change { get; }

    /// <summary>The first page.</summary>
    public ReportTable Summary { get; }

    /// <summary>The tables that follow.</summary>
    public IReadOnlyList<ReportTable> Tables { get; }

    /// <summary>What a reader must know of how it was simulated; printed under the tables.</summary>
    public IReadOnlyList<string> Notes => Cost.Notes;

    /// <summary>One line that lets anybody repeat the run: trials, seed, stream, fingerprint.</summary>
    public string Manifest => FormattableString.Invariant(
        $"{Cost.Run.Trials:#,##0} trials, seed {Cost.Run.Seed}, stream {Simulate.StreamVersion}, {Simulate.Profile}, CompModel {Simulate.LibraryVersion}, run {Cost.Run.Fingerprint()[..16]}");

    // Where there are two years to tell apart, every table says which one it is of.
    private ReportTable OfRoster(ReportTable table) => People is null ? table : table with { Title = $"Roster as it is: {char.ToLowerInvariant(table.Title[0])}{table.Title[1..]}" };
}
