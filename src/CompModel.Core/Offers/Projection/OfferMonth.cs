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

    /// <summary>
    /// Whether the next month of some ends in a later calendar year; the one after the last is taken to end a month later than it.
    /// </summary>
    internal static bool ClosesYear(IReadOnlyList<DateRange> months, int month)
    {
        LocalDate last = months[month].End.PlusDays(-1), next = month + 1 < months.Count ? months[month + 1].End.PlusDays(-1) : last.PlusMonths(1);
        return next.Year > last.Year;
    }
}
