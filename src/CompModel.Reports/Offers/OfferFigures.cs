namespace CompModel.Reports;

/// <summary>One offer with all that a report says of it: the projection at an attainment, the employer's cost, and the simulation where there are assumptions.</summary>
public sealed class OfferFigures
{
    /// <summary>Works out an offer. Throws as <see cref="Offer.Project(IReadOnlyList{PlanYear}, Rational, IEnumerable{Credit})"/> and <see cref="Offer.EquityExpense"/> do.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="years">The plan years, which are the employer's fiscal years, too.</param>
    /// <param name="attainment">The attainment of the projection; 1 is at target.</param>
    /// <param name="policy">How grants become expense.</param>
    /// <param name="notes">What the offer's file takes for granted, in sentences.</param>
    public OfferFigures(Offer offer, IReadOnlyList<PlanYear> years, Rational attainment, ExpensePolicy policy, params IReadOnlyList<string> notes)
    {
        Projection = offer.Project(years, attainment);
        Policy = policy;
        Notes = notes;
        Expense = offer.EquityExpense(policy, years[^1].End);
        Cost = Projection.Cost(Expense is { } expense ? years.Select(year => (year.Start, expense.Over(year.Days).Expense)) : []);
    }

    private OfferFigures(OfferFigures figures, SimulatedTotalPay pay, SimulatedTotalPay present)
    {
        (Projection, Policy, Notes, Expense, Cost) = (figures.Projection, figures.Policy, figures.Notes, figures.Expense, figures.Cost);
        (Pay, Present) = (pay, present);
    }

    /// <summary>The offer.</summary>
    public Offer Offer => Projection.Offer;

    /// <summary>The years at the attainment.</summary>
    public OfferProjection Projection { get; }

    /// <summary>How grants become expense.</summary>
    public ExpensePolicy Policy { get; }

    /// <summary>The expense of all grants; null where there are none.</summary>
    public ExpenseSchedule? Expense { get; }

    /// <summary>What the employer spends.</summary>
    public EmployerCost Cost { get; }

    /// <summary>What the offer's file takes for granted.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Total pay as one distribution, nothing discounted; null where nothing is drawn.</summary>
    public SimulatedTotalPay? Pay { get; }

    /// <summary>The same draws discounted; the same object where nothing is discounted, null where nothing is drawn.</summary>
    public SimulatedTotalPay? Present { get; }

    /// <summary>The continuous rate by the year at which later pay counts less in <see cref="Present"/>; zero for none.</summary>
    public double DiscountRate => Present?.Run.Assumptions.DiscountRate ?? 0;

    /// <summary>A copy with its distribution: years in the money of each, and in all as present value, too, where assumptions have a discount rate.</summary>
    public OfferFigures Drawn(Assumptions assumptions, int trials, ulong seed, int? threads, CancellationToken cancel)
    {
        PlanYear[] years = [.. Projection.Years.Select(year => year.Year)];
        SimulatedTotalPay present = Simulate.TotalPay(Offer, years, assumptions, trials, seed, threads, cancel);
        return new(this, assumptions.DiscountRate == 0 ? present : Simulate.TotalPay(Offer, years, assumptions.WithDiscountRate(0), trials, seed, threads, cancel), present);
    }
}
