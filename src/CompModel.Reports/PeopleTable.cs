namespace CompModel.Reports;

/// <summary>By team and by participant.</summary>
internal static class PeopleTable
{
    private static readonly string[] Columns = ["heads", "target incentive", "expected", "simulation error ±", "% of target", "low (P10)", "median", "high (P90)"];

    internal static ReportTable Teams(SimulatedCost cost) => new(
        "Incentive by team, with its manager", "team of", Columns, [.. cost.Teams.Select(team => Row(team.Id, team, cost.Run.Trials))],
        "Percentiles are each team's own and do not add up.");

    internal static ReportTable Participants(SimulatedCost cost) => new(
        "Incentive by participant", "participant", Columns,
        [.. cost.Participants.Select(person => Row(Label(cost.Run.Force.Hierarchy.Find(person.Id)), person, cost.Run.Trials))],
        "Personal data. Percentiles are each participant's own and do not add up.");

    private static string Label(Participant participant) => participant.Name is { } name ? $"{participant.Id} {name}" : participant.Id;

    private static ReportRow Row(string label, ParticipantOutlook outlook, int trials) => new(label,
    [
        Figures.Number(outlook.Heads, 0),
        Figures.Thousands(outlook.Target),
        Figures.Thousands(outlook.Mean),
        Figures.Error(LineTable.IntervalOf(outlook.SimulationError, trials)),
        Figures.Share(outlook.Mean, outlook.Target),
        Figures.Thousands(outlook.P10),
        Figures.Thousands(outlook.P50),
        Figures.Thousands(outlook.P90),
    ]);
}
