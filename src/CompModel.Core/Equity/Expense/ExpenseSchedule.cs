using NodaTime;

namespace CompModel;

/// <summary>
/// The expense of one or more awards over time, in one currency: by month, by period of a plan year, and cumulative at any date. All of it follows from the cumulative
/// expense: a period is the difference of two. Exact amounts; <see cref="ExpensePeriod.Posted"/> rounds. Made by <see cref="CompModel.Expense"/>.
/// Service ends on the day before a vesting date, so that a year of service from 1 January is expensed by 31 December.
/// </summary>
public sealed class ExpenseSchedule
{
    private readonly AwardExpense[] awards;

    internal ExpenseSchedule(AwardExpense[] awards)
    {
        this.awards = awards;
        First = awards.Min(award => award.First);
        Last = awards.Max(award => award.Last);
    }

    /// <summary>The awards, in the order given.</summary>
    public IReadOnlyList<Award> Awards => [.. awards.Select(award => award.Award)];

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency => awards[0].Award.Currency;

    /// <summary>The first day with expense.</summary>
    public LocalDate First { get; }

    /// <summary>The last day on which expense may change.</summary>
    public LocalDate Last { get; }

    /// <summary>All expense, from first to last.</summary>
    public Amount Total => CumulativeAt(Last);

    internal IReadOnlyList<AwardExpense> Parts => awards;

    /// <summary>Expense up to the end of a day, as known and expected on it: that day's service, forfeitures, estimates and fair values included.</summary>
    public Amount CumulativeAt(LocalDate date) => Sum(award => award.CumulativeAt(date));

    /// <summary>The expense of some days; of none, nothing.</summary>
    public ExpensePeriod Over(DateRange days) => new(days, CumulativeAt(days.Start.PlusDays(-1)), CumulativeAt(days.End.PlusDays(-1)));

    /// <summary>The calendar months from first to last, each one once; the first starts on the first day, the last ends on the last.</summary>
    public IReadOnlyList<ExpensePeriod> ByMonth()
    {
        List<ExpensePeriod> months = [];
        Amount opening = Amount.Zero(Currency);
        for (LocalDate start = First; start <= Last;)
        {
            LocalDate end = LocalDate.Min(new LocalDate(start.Year, start.Month, 1).PlusMonths(1), Last.PlusDays(1));
            Amount closing = CumulativeAt(end.PlusDays(-1));
            months.Add(new(new(start, end), opening, closing));
            (start, opening) = (end, closing);
        }
        return months;
    }

    /// <summary>The expense of each period of a frequency in a plan year, in order: its months, quarters, halves, or the whole of it.</summary>
    public IReadOnlyList<ExpensePeriod> By(PlanYear year, Frequency frequency) => [.. year.Periods(frequency).Select(period => Over(period.Days))];

    /// <summary>
    /// Cost of awards that is not expensed yet at the end of a day, as expected on it; before grant and service nothing
    /// (ASC 718-10-50-2(i)). Where a condition is not probable its cost is not expected.
    /// </summary>
    public Amount UnrecognisedAt(LocalDate date) => Sum(award => award.UnrecognisedAt(date).Cost);

    /// <summary>
    /// The years over which unrecognised cost will be expensed, weighted by it: for straight-line those to the last vesting date, for graded those to each
    /// tranche's. Months of service alike, twelve a year. Zero where nothing is unrecognised.
    /// </summary>
    public Rational WeightedYearsLeftAt(LocalDate date)
    {
        Amount cost = UnrecognisedAt(date);
        return cost.Value.Sign == 0 ? 0 : Sum(award => award.UnrecognisedAt(date).CostYears) / cost;
    }

    /// <summary>"3 award(s), 36,000.00 USD from 2026-01-01 to 2029-12-31".</summary>
    public override string ToString() => FormattableString.Invariant($"{awards.Length} award(s), {Total} from {First:uuuu-MM-dd} to {Last:uuuu-MM-dd}");

    private Amount Sum(Func<AwardExpense, Amount> part)
    {
        Amount sum = Amount.Zero(Currency);
        foreach (AwardExpense award in awards)
            sum += part(award);
        return sum;
    }
}
