using NodaTime;

namespace CompModel;

/// <summary>Shares of a grant that wait for a condition and so have no vest date.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Shares">How many shares, above zero.</param>
/// <param name="Deadline">The last day on which it can be met; null is for ever.</param>
public readonly record struct WaitingPart(string Condition, Rational Shares, LocalDate? Deadline);
