namespace CompModel;

/// <summary>
/// A component for one participant and plan year: numbers and periods, no dates left to resolve. Statement, simulation and closed form all read this.
/// </summary>
public sealed class ComponentTerms
{
    private static readonly IReadOnlyDictionary<Measure, Amount[]> Nothing = new Dictionary<Measure, Amount[]>();
    private readonly PeriodTerms[] toDate;
    private readonly IReadOnlyDictionary<Measure, Amount[]> otherQuotas;

    internal ComponentTerms(Component component, PeriodTerms[] periods, IReadOnlyDictionary<Measure, Amount[]>? otherQuotas = null)
    {
        Component = component;
        Periods = periods;
        this.otherQuotas = otherQuotas ?? Nothing;
        toDate = new PeriodTerms[periods.Length];
        for (int i = 0; i < periods.Length; i++)
        {
            toDate[i] = i == 0
                ? periods[i]
                : new(periods[i].Period, toDate[i - 1].Quota + periods[i].Quota, toDate[i - 1].Target + periods[i].Target);
        }
    }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>Each of the component's periods in the year, in order.</summary>
    public IReadOnlyList<PeriodTerms> Periods { get; }

    /// <summary>The same, summed from the start of the year to the end of each period.</summary>
    public IReadOnlyList<PeriodTerms> ToDate => toDate;

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

    /// <summary>The quota of the year, or of the part of it that counts.</summary>
    public Amount Quota => toDate[^1].Quota;

    /// <summary>The target incentive of the year, or of the part of it that counts.</summary>
    public Amount Target => toDate[^1].Target;

    /// <summary>What one unit of credit pays at 1×, in a full and unramped year the target incentive ÷ quota. Zero without quota, and for a commission.</summary>
    public Rational BaseRate => Quota.Value.Sign == 0 ? Rational.Zero : Target.Value / Quota.Value;
}
