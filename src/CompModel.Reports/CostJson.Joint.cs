using System.Text.Json;

namespace CompModel.Reports;

// Figures of several things in the same trials.
public static partial class CostJson
{
    private static void Ratios(Utf8JsonWriter json, SimulatedCost cost)
    {
        if (cost.CompensationCostOfSales is { } ccos)
            Distribution(json, "compensationCostOfSales", ccos);
        if (cost.ShareAtQuota is { } share)
            Distribution(json, "shareAtQuota", share);
    }

    // Variances of the incentive; they add up.
    private static void Spread(Utf8JsonWriter json, SpreadParts parts)
    {
        json.WriteStartObject("spread");
        json.WriteNumber("company", parts.Company);
        json.WriteNumber("teams", parts.Teams);
        json.WriteNumber("individuals", parts.Individuals);
        Error(json, parts.SimulationError, double.IsNaN(parts.SimulationError) ? 1 : 2);
        json.WriteEndObject();
    }

    private static void Tail(Utf8JsonWriter json, SimulatedCost cost, Detail detail)
    {
        IReadOnlyList<TailContribution> people = cost.TailContributions(0.05);
        json.WriteStartObject("tail5");
        json.WriteNumber("average", cost.Incentive.TailAverage(0.05));
        json.WriteStartObject("byManager");
        foreach (IGrouping<string, TailContribution> team in people.GroupBy(one => cost.Run.Force.Hierarchy.Find(one.Id).ManagerId ?? one.Id))
            json.WriteNumber(team.Key, team.Sum(one => one.InTail));
        json.WriteEndObject();
        if (detail >= Detail.Participant)
        {
            json.WriteStartObject("byParticipant");
            foreach (TailContribution one in people)
                json.WriteNumber(one.Id, one.InTail);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
