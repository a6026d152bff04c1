using NodaTime;

namespace CompModel;

/// <summary>
/// How a participant's year of credits in one measure falls on its days, at an attainment of exactly 100 %: exact amounts credited by the end of any day.
/// At the ends of the periods that the plan measures it is the quota as it was issued, so that every period has the year's attainment; between them, and where
/// assumptions say how sales fall, it follows the weights. A year's draw times this is what is credited.
/// </summary>
internal sealed class OwnCredits
{
    private readonly ParticipantTerms terms;
    private readonly Measure measure;
    private readonly Seasonality? seasonality;
    private readonly Dictionary<LocalDate, Rational> issued = [];
    private readonly Rational shapeOfYear;

    /// <summary>Throws where nothing says what 100 % of the measure is.</summary>
    internal OwnCredits(ParticipantTerms terms, Measure measure, Seasonality? seasonality)
    {
        this.terms = terms;
        this.measure = measure;
        this.seasonality = seasonality;
        if (terms.Participant.Quotas.All(quota => quota.Measure != measure))
        {
            throw new ArgumentException(
                $"'{terms.Participant.Id}' has no quota for {measure}: a statement needs none, but an attainment model is one of a quota.", nameof(terms));
        }
        foreach ((DateRange days, ComponentTerms[] components) in ByPlan(terms, component => component.Component.Measure == measure && component.Component.Scope != CreditScope.Team))
            Add(days, components);
        shapeOfYear = Shape(terms.Year.End);
    }

    /// <summary>The quota of the year, or of the part of it that counts.</summary>
    internal Rational Year { get; private set; }

    /// <summary>Credited by the day before a date.</summary>
    internal Rational By(LocalDate date)
    {
        if (date <= terms.Year.Start || shapeOfYear.Sign == 0)
            return Rational.Zero;
        return date >= terms.Year.End ? Year
            : seasonality is null && issued.TryGetValue(date, out Rational quota) ? quota
            : Year * (Shape(date) / shapeOfYear);
    }

    // The plans of the year in order, each with its components that a rule picks.
    private static IEnumerable<(DateRange Days, ComponentTerms[] Components)> ByPlan(ParticipantTerms terms, Func<ComponentTerms, bool> picks) => terms.Components
        .GroupBy(component => component.Days).OrderBy(plan => plan.Key.Start).Select(plan => (plan.Key, plan.Where(picks).ToArray()));

    // One stream of credits serves all components of a measure: at a date that several measure, the first one's quota.
    private void Add(DateRange days, ComponentTerms[] components)
    {
        foreach (PeriodTerms toDate in components.SelectMany(component => component.ToDate))
            issued.TryAdd(toDate.Days.End, Year + toDate.Quota.Value);
        Year += components.Length > 0 ? components[0].Quota.Value : Exact(days);
    }

    private Rational Shape(LocalDate date) => terms.Components.Select(component => component.Days).Distinct()
        .Aggregate(Rational.Zero, (sum, days) => sum + Exact(days.Intersect(new(terms.Year.Start, date))));

    private Rational Exact(DateRange days) => days.IsEmpty
        ? Rational.Zero
        : terms.Participant.QuotaIn(measure, terms.Year, days, seasonality ?? terms.Components.First(component => component.Days.Contains(days.Start)).Plan.Seasonality).Value;
}
