using CompModel.Files;
using CompModel.Reports;

namespace CompModel.Tests;

/// <summary>Cases of the sample, read once, to be simulated many times.</summary>
internal static class SimulatedCase
{
    private static readonly Lazy<Case[]> All = new(() => [Read(_ => { }), Read(NoBudget), Read(Independent), Read(OneSeller)]);

    /// <summary>The sample as it is; without a budget; without a company plan; with one seller.</summary>
    internal static IReadOnlyList<Case> Cases => All.Value;

    internal static CostReport Report(Case read, int trials, ulong seed, Detail detail = Detail.Company) =>
        new("Case", Simulate.Cost(read.SalesForce, read.Year, read.Assumptions!, trials, seed), read.IncentiveBudget, detail);

    internal static Case Read(Action<SampleFolder> change)
    {
        using var folder = new SampleFolder();
        change(folder);
        return CaseFolder.Read(folder.Path);
    }

    internal static void NoBudget(SampleFolder folder) => folder.ChangeLines("assumptions.yaml", line => line.StartsWith("incentive_budget", StringComparison.Ordinal) ? null : line);

    /// <summary>Without company plan and range: people are independent, and bookings have a mean of their own.</summary>
    internal static void Independent(SampleFolder folder)
    {
        folder.ChangeLines("assumptions.yaml", line => line.StartsWith("company", StringComparison.Ordinal) ? null : line);
        folder.Change("assumptions.yaml", "lands_at_plan", "0.95");
    }

    internal static void OneSeller(SampleFolder folder) => Only(folder, "R01");

    /// <summary>Some of the roster alone, without a company plan; deals, results, history and grants are left out.</summary>
    internal static void Only(SampleFolder folder, params string[] ids)
    {
        Independent(folder);
        folder.Delete("deals.csv", "results.csv", "history.csv", "grants.csv");
        folder.ChangeLines("roster.csv", line => Keep(line.Split(',')));
        folder.ChangeLines("quotas.csv", line => line.StartsWith("participant_id", StringComparison.Ordinal) || ids.Contains(line.Split(',')[0]) ? line : null);

        string? Keep(string[] fields)
        {
            if (fields[0] != "id" && !ids.Contains(fields[0]))
                return null;
            if (fields[0] != "id" && !ids.Contains(fields[4]))
                fields[4] = "";
            return string.Join(',', fields);
        }
    }
}
