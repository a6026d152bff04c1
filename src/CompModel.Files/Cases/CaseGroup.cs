namespace CompModel.Files;

/// <summary>
/// Files of a case that change for one cause: what has happened, who is there, what they are paid, what is assumed. Every file that a simulation reads is in one group.
/// </summary>
public sealed class CaseGroup
{
    private CaseGroup(string name, params string[] fileNames) => (Name, FileNames) = (name, fileNames);

    /// <summary>deals.csv, results.csv, adjustments.csv.</summary>
    public static CaseGroup Actuals { get; } = new("actuals", DealFile.FileName, ResultFile.FileName, AdjustmentFile.FileName);

    /// <summary>roster.csv, changes.csv, territories.csv, quotas.csv, headcount.csv, grants.csv, grant-events.csv.</summary>
    public static CaseGroup Roster { get; } = new("roster", RosterFile.FileName, ChangeFile.FileName, TerritoryFile.FileName, QuotaFile.FileName, HeadcountFile.FileName, GrantFile.FileName, GrantEventFile.FileName);

    /// <summary>plan.yaml.</summary>
    public static CaseGroup Plan { get; } = new("plan", PlanFile.FileName);

    /// <summary>assumptions.yaml, rates.csv, history.csv.</summary>
    public static CaseGroup Assumptions { get; } = new("assumptions", AssumptionsFile.FileName, RateFile.FileName, HistoryFile.FileName);

    /// <summary>All, in the order in which a change is told.</summary>
    public static IReadOnlyList<CaseGroup> All { get; } = [Actuals, Roster, Plan, Assumptions];

    /// <summary>The cause, in one word.</summary>
    public string Name { get; }

    /// <summary>The names of its files.</summary>
    public IReadOnlyList<string> FileNames { get; }
}
