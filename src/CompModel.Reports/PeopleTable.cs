namespace CompModel.Reports;

/// <summary>By team and by participant.</summary>
internal static class PeopleTable
{
    private static readonly string[] Columns = ["target incentive", "expected", "simulation error ±", "% of target", "low (P10)", "median", "high (P90)"];

    internal static ReportTable Teams(SimulatedCost cost) => new(
        $"Incentive by team, with its manager, in thousands of {cost.Run.Force.Currency}", "team of", ["heads", .. Columns],
        [.. cost.Teams.Select(team => new ReportRow(team.Id, [Figures.Number(team.Heads, 0), .. Cells(team, cost.Run.Trials)]))],
        "Percentiles are each team's own and do not add up.");

    internal static ReportTable Roles(SimulatedCost cost) => new(
        $"Incentive by role, in thousands of {cost.Run.Force.Currency}", "role", ["heads", .. Columns],
        [.. cost.Roles.Select(role => new ReportRow(role.Id, [Figures.Number(role.Heads, 0), .. Cells(role, cost.Run.Trials)]))],
        "Percentiles are each role's own and do not add up.");

    internal static ReportTable Participants(SimulatedCost cost) => new(
        $"Incentive by participant, in thousands of {cost.Run.Force.Currency}", "participant", Columns,
        [.. cost.Participants.Select(person => new ReportRow(Label(cost.Run.Force.Hierarchy.Find(person.Id)), Cells(person, cost.Run.Trials)))],
        "Personal data. Percentiles are each participant's own and do not add up.");

    internal static string Label(Participant participant) => participant.Name is { } name ? $"{participant.Id} {name}" : participant.Id;

    private static string[] Cells(ParticipantOutlook outlook, int trials) =>
    [
        Figures.Thousands(outlook.Target),
        Figures.Thousands(outlook.Mean),
        Figures.Error(LineTable.IntervalOf(outlook.SimulationError, trials)),
        Figures.Share(outlook.Mean, outlook.Target),
        Figures.Thousands(outlook.P10),
        Figures.Thousands(outlook.P50),
        Figures.Thousands(outlook.P90),
    ];
}
