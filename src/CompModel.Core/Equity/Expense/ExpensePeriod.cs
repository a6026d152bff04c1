using NodaTime;

namespace CompModel;

/// <summary>
/// The expense of some days: the cumulative expense at their end, less that before their start. Exact; <see cref="Posted"/> gives the cents.
/// Made by an <see cref="ExpenseSchedule"/>. <c>default</c> is no day and nothing.
/// </summary>
public readonly record struct ExpensePeriod
{
    internal ExpensePeriod(DateRange days, Amount opening, Amount closing) => (Days, Opening, Closing) = (days, opening, closing);

    /// <summary>The days.</summary>
    public DateRange Days { get; }

    /// <summary>Cumulative expense before the first day.</summary>
    public Amount Opening { get; }

    /// <summary>Cumulative expense at the end of the last day.</summary>
    public Amount Closing { get; }

    /// <summary>The expense; below zero where reversals outweigh it.</summary>
    public Amount Expense => Closing - Opening;

    /// <summary>
    /// The expense as posted: the rounded cumulative expense, less the rounded one before. So posted periods, laid end to end, add up to the rounded total
    /// (which the expense of each, rounded by itself, would not).
    /// </summary>
    public Money Posted(Rounding rounding = default) => Closing.Round(rounding) - Opening.Round(rounding);

    /// <summary>"2026-03-01 to 2026-03-31: 100.00 USD".</summary>
    public override string ToString() => $"{Days}: {Expense}";
}
