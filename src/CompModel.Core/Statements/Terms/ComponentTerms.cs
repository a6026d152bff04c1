namespace CompModel;

/// <summary>
/// A component for one participant and plan year: numbers and periods, no dates left to resolve. Statement, simulation and closed form all read this.
/// Where the plan changes within the year, each plan's components have terms of their own, for the days on which it is in force.
/// </summary>
public sealed class ComponentTerms
{
    private readonly PeriodTerms[] periods, toDate;
    private readonly IReadOnlyDictionary<Measure, Amount[]> otherQuotas;

    internal ComponentTerms(Component component, string name, CompensationPlan plan, PeriodTerms[] periods, IReadOnlyDictionary<Measure, Amount[]> otherQuotas)
    {
        this.otherQuotas = otherQuotas;
        Component = component;
        Name = name;
        Plan = plan;
        this.periods = [.. periods.Select(InAmounts)];
        toDate = new PeriodTerms[periods.Length];
        for (int i = 0; i < periods.Length; i++)
        {
            toDate[i] = i == 0
                ? this.periods[i]
                : InAmounts(new(periods[i].Period, new(periods[0].Days.Start, periods[i].Days.End), toDate[i - 1].Quota + periods[i].Quota, toDate[i - 1].Target + periods[i].Target)
                {
                    PaidWithoutQuota = toDate[i - 1].PaidWithoutQuota + periods[i].PaidWithoutQuota,
                });
        }
    }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>The component's name, unique in the year: under a plan that came within it, with the date, such as "bookings from 2026-05-15".</summary>
    public string Name { get; }

    /// <summary>The plan it is of.</summary>
    public CompensationPlan Plan { get; }

    /// <summary>The days of the year on which its plan is in force: its window, if it measures to date.</summary>
    public DateRange Days => toDate[^1].Days;

    /// <summary>Each of the component's periods in the year, in order; the first and the last cut where the plan changes.</summary>
    public IReadOnlyList<PeriodTerms> Periods => periods;

    /// <summary>The same, summed from the start of the window to the end of each period.</summary>
    public IReadOnlyList<PeriodTerms> ToDate => toDate;

    /// <summary>The quota of the year, or of the part of it that counts.</summary>
    public Amount Quota => toDate[^1].Quota;

    /// <summary>What that quota pays at 100 %: the target incentive of the year, or of the part of it that counts.</summary>
    public Amount Target => toDate[^1].Target;

    /// <summary>The target of days without quota that is paid as it is; beside <see cref="Target"/>.</summary>
    public Amount PaidWithoutQuota => toDate[^1].PaidWithoutQuota;

    /// <summary>What one unit of credit pays at 1×, in a full and unramped year the target incentive ÷ quota. Zero without quota, and for a commission.</summary>
    public Rational BaseRate => Quota.Value.Sign == 0 ? Rational.Zero : Target.Value / Quota.Value;

    /// <summary>
    /// The quota of a measure that the component asks about, its own or another, from the start of one of its periods to the end of a later one.
    /// Zero where there is none; a score's is one.
    /// </summary>
    internal Amount QuotaOf(Measure measure, int first, int last)
    {
        if (measure.IsScore)
            return new(Rational.One, Currency.None);
        Amount sum = measure == Component.Measure ? Amount.Zero(Quota.Currency) : Amount.Zero(measure.IsMoney ? Target.Currency : Currency.None);
        for (int i = first; i <= last; i++)
        {
            if (measure == Component.Measure)
                sum += Periods[i].Quota;
            else if (otherQuotas.TryGetValue(measure, out Amount[]? quotas))
                sum = i == first ? quotas[i] : sum + quotas[i];
        }
        return sum;
    }

    /// <summary>How many periods there are.</summary>
    internal int PeriodCount => periods.Length;

    /// <summary>One of <see cref="Periods"/>, without a copy.</summary>
    internal ref readonly PeriodTerms Period(int i) => ref periods[i];

    /// <summary>One of <see cref="ToDate"/>, without a copy.</summary>
    internal ref readonly PeriodTerms Through(int i) => ref toDate[i];

    // A table whose tiers are shares of quota is put in amounts once, not in every statement.
    private PeriodTerms InAmounts(PeriodTerms period) => Component.Rule is PayRule.ByTable { Table: var table }
        ? period with { Table = table.Places == TierPlaces.Amounts || period.Quota.Value.Sign > 0 ? table.For(period.Quota.Value) : null }
        : period;

    /// <summary>Whether a credit is in the component's measure and scope, on whatever day.</summary>
    internal bool Measures(Credit credit) => credit.Measure == Component.Measure && credit.Scope == Component.Scope;
}
