using NodaTime;

namespace CompModel;

/// <summary>
/// What an offer costs the employer by fiscal year: compensation expense, with grants at the expense that accounting spreads over service. What vests in the year is told beside it and is
/// no part of the total: one grant is never counted twice. Exact; years add up to the whole.
/// </summary>
public sealed class EmployerCost
{
    internal EmployerCost(OfferProjection projection, IReadOnlyList<PlanYear> fiscalYears, IReadOnlyList<(LocalDate Month, Amount Amount)> equityExpense)
    {
        Currency currency = projection.Offer.Currency;
        Years = [.. fiscalYears.Select(year => Of(year, projection.Months.Where(month => year.Days.Contains(month.LastDay)), equityExpense.Where(expense => year.Days.Contains(expense.Month))))];
        InAll = Years.Aggregate(new Breakdown<CostPart>(currency), (sum, year) => sum + year.Cost);

        CostYear Of(PlanYear year, IEnumerable<OfferMonth> months, IEnumerable<(LocalDate Month, Amount Amount)> expenses)
        {
            OfferMonth[] its = [.. months];
            return new(
                year,
                new(
                    currency,
                    [
                        .. its.SelectMany(month => Parts(month)),
                        .. expenses.Select(expense => (CostPart.EquityExpense, expense.Amount)),
                    ]),
                its.Aggregate(Amount.Zero(currency), (sum, month) => sum + month.Pay[OfferPart.Equity]));
        }
    }

    /// <summary>The fiscal years, in order.</summary>
    public IReadOnlyList<CostYear> Years { get; }

    /// <summary>All years together.</summary>
    public Breakdown<CostPart> InAll { get; }

    private static IEnumerable<(CostPart, Amount)> Parts(OfferMonth month) =>
    [
        .. new[] { OfferPart.Salary, OfferPart.Incentive, OfferPart.TopUp, OfferPart.SignOn }.Select(part => (CostPart.CashCompensation, month.Pay[part])),
        .. month.EmployerTaxes.Select(tax => (CostPart.EmployerTaxes, tax)),
        (CostPart.Retirement, month.Pay[OfferPart.Retirement]),
        (CostPart.Benefits, month.BenefitCost),
    ];
}

/// <summary>A fiscal year of an <see cref="EmployerCost"/>.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Cost">Compensation expense, by part.</param>
/// <param name="EquityVesting">What vests in it, at the price of the day: what the person gets, and no part of the cost.</param>
public sealed record CostYear(PlanYear Year, Breakdown<CostPart> Cost, Amount EquityVesting);
