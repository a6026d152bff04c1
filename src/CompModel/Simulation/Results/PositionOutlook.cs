namespace CompModel;

/// <summary>One position in a simulated year, whoever holds it: means over all trials, in major units.</summary>
/// <param name="Id">The participant's or the position's id.</param>
/// <param name="HeadsOnAverage">How often it is held at the end of a month: a fraction of all months.</param>
/// <param name="HeadsAtEnd">How often it is held at the end of the year.</param>
/// <param name="BaseSalaries">Base salaries of all who hold it.</param>
/// <param name="Incentive">What they earn.</param>
public sealed record PositionOutlook(string Id, double HeadsOnAverage, double HeadsAtEnd, double BaseSalaries, double Incentive);
