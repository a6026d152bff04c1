using NodaTime;

namespace CompModel;

/// <summary>
/// An offer by plan year at a stated attainment: exact, month by month; years and the whole are sums of months. Incentive is what statements of credits equal to that
/// attainment of each period's quota earn, one deal a period on the last day worked in it, so that ramps, leaves, guarantees and every term of the plan are in it; deals come out alike
/// whatever their number only where a plan pays on sums. One path, not a distribution: nothing of it is an expected value.
/// </summary>
public sealed class OfferProjection
{
    internal OfferProjection(Offer offer, Rational attainment, IReadOnlyList<PlanYear> years, IReadOnlyList<OfferMonth> months)
    {
        Offer = offer;
        Attainment = attainment;
        Months = months;
        Years = [.. years.Select(year => new OfferYear(year, Sum(months.Where(month => year.Days.Contains(month.LastDay)))))];
        InAll = Sum(months);
    }

    /// <summary>The offer.</summary>
    public Offer Offer { get; }

    /// <summary>The attainment of every quota; 1 is at target.</summary>
    public Rational Attainment { get; }

    /// <summary>The months of the plan years, in order.</summary>
    public IReadOnlyList<OfferMonth> Months { get; }

    /// <summary>The plan years, in order.</summary>
    public IReadOnlyList<OfferYear> Years { get; }

    /// <summary>All years together.</summary>
    public Breakdown<OfferPart> InAll { get; }

    /// <summary>What the employer spends, by the plan years of the projection; see the other overload.</summary>
    public EmployerCost Cost(IEnumerable<(LocalDate Month, Amount Amount)> equityExpense) => Cost([.. Years.Select(year => year.Year)], equityExpense);

    /// <summary>
    /// What the employer spends, by fiscal year: a month belongs to the year that holds its last day, and so does an expense by its day. What lies outside the years is left out.
    /// Throws where an expense is in another currency.
    /// </summary>
    /// <param name="fiscalYears">Years, in order, that need not be those of the plan.</param>
    /// <param name="equityExpense">The expense of the grants by month, each dated in its month; none where there are none.</param>
    public EmployerCost Cost(IReadOnlyList<PlanYear> fiscalYears, IEnumerable<(LocalDate Month, Amount Amount)> equityExpense) => new(this, fiscalYears, [.. equityExpense]);

    /// <summary>A table of parts by year and in all, in whole units of currency that add up down each column.</summary>
    public string Explain() => OfferText.Of($"{Offer}, at {Text.Percent(Attainment)} of quota, in {Offer.Currency}", [.. Years.Select(year => (year.Year.Name, year.Pay))]);

    private Breakdown<OfferPart> Sum(IEnumerable<OfferMonth> months) => months.Aggregate(new Breakdown<OfferPart>(Offer.Currency), (sum, month) => sum + month.Pay);
}

/// <summary>A plan year of an <see cref="OfferProjection"/>.</summary>
/// <param name="Year">The plan year.</param>
/// <param name="Pay">What the person gets in it, by part.</param>
public sealed record OfferYear(PlanYear Year, Breakdown<OfferPart> Pay);
