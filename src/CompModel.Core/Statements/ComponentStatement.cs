namespace CompModel;

/// <summary>
/// What one component earned in a statement's span and why. <see cref="Earned"/> is the sum of the lines; nothing is computed a second time to be explained.
/// </summary>
/// <param name="Component">The component.</param>
/// <param name="Window">The span measured: the year to date, or the period.</param>
/// <param name="Attainment">Credited and quota of the window.</param>
/// <param name="Target">What 100 % of that quota pays.</param>
/// <param name="Credits">The credits of the window that fall in the statement's span, in order of date.</param>
/// <param name="Lines">The explanation; the last line rounds, where there is anything to round.</param>
/// <param name="Earned">The sum of the lines.</param>
public sealed record ComponentStatement(
    Component Component, DateRange Window, Attainment Attainment, Amount Target,
    IReadOnlyList<Credit> Credits, IReadOnlyList<StatementLine> Lines, Money Earned)
{
    /// <summary>The name in the terms, unique in the year.</summary>
    public string Name { get; init; } = Component.Name;
}
