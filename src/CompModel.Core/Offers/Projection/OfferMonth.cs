using NodaTime;

namespace CompModel;

/// <summary>
/// One month of a plan year in a projection, which years and the employer's cost add up from. It belongs to the calendar year of its last day, as wages and limits do.
/// Incentive is in the month that ends its pay period; a true-up of the match is in the last month of its calendar year.
/// </summary>
/// <param name="Days">The days of the month.</param>
/// <param name="Pay">What the person gets.</param>
/// <param name="Deferral">What the person defers of it into the 401(k).</param>
/// <param name="EmployerTaxes">What each tax on top comes to, exactly, in the order of the offer's list for the year.</param>
/// <param name="BenefitCost">What benefits cost the employer.</param>
public sealed record OfferMonth(DateRange Days, Breakdown<OfferPart> Pay, Money Deferral, IReadOnlyList<Amount> EmployerTaxes, Amount BenefitCost)
{
    /// <summary>The last day.</summary>
    public LocalDate LastDay => Days.End.PlusDays(-1);
}
