using NodaTime;

namespace CompModel;

/// <summary>An amount of a day that changes its balance on another day, or from it on. <c>default</c> is nothing, of no currency.</summary>
/// <param name="Of">The last day of the pay period it is of.</param>
/// <param name="Due">The day on which it is released or paid, or from which on it may be recovered.</param>
/// <param name="Amount">The amount, above zero; a payment under way may be below.</param>
public readonly record struct PayLot(LocalDate Of, LocalDate Due, Money Amount);
