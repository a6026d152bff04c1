namespace CompModel;

/// <summary>What follows from the plan as a whole in a statement's span. <see cref="Earned"/> is the sum of the lines, and may be below zero: a cap takes away.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Span">The days that it is of.</param>
/// <param name="Lines">The explanation; the last line rounds, where there is anything to round.</param>
/// <param name="Earned">The sum of the lines.</param>
public sealed record PlanResult(string Name, DateRange Span, IReadOnlyList<StatementLine> Lines, Money Earned);
