namespace CompModel;

/// <summary>
/// A plan year's incentive, where it is one component's, a piecewise linear function of one lognormal attainment: what closed forms of total pay know about it.
/// </summary>
/// <param name="Law">Its law, not discounted.</param>
/// <param name="Model">The law of attainment.</param>
/// <param name="Discount">What one unit of it is worth at the start.</param>
/// <param name="Together">The correlation of its normal variate with the share's return over the year.</param>
internal sealed record YearIncentive(PayoutLaw Law, LogNormalAttainment Model, double Discount, double Together)
{
    internal static ClosedForm<YearIncentive> Of(TotalPayDefinition run, int year)
    {
        ParticipantTerms terms = run.Runs[year].Terms[0];
        Expected expected = Expect.Incentive(terms, run.Assumptions);
        if (expected.Law is ClosedForm<PayoutLaw>.NotAvailable none)
            return new ClosedForm<YearIncentive>.NotAvailable(none.Because);
        ComponentTerms component = expected.Components[0].Terms;
        if (Expect.Discount(run, component) is not { } discount)
            return new ClosedForm<YearIncentive>.NotAvailable(Expect.EarnedInParts(component, terms.Year));
        PayoutLaw law = expected.Law.Value;
        return law.Model is LogNormalAttainment model
            ? new ClosedForm<YearIncentive>.Available(new(law, model, discount, Goes(run.Assumptions, component.Component.Measure)))
            : new ClosedForm<YearIncentive>.NotAvailable($"how attainment goes with the share price has a closed form where it is lognormal; here it is {law.Model}.");
    }

    /// <summary>Its covariance with a price after some years, divided by the expected price. The year is the one that starts after <paramref name="start"/> years.</summary>
    internal double CovarianceWith(double volatility, double years, int start)
    {
        // Weighted by the price, the variate of attainment has the mean ρ·σ·(time of the year that the price has seen); everything else stays.
        double shift = Model.Sigma * volatility * Together * Math.Clamp(years - start, 0, 1);
        return shift == 0 ? 0 : Discount * (Law.Under(Model.Shifted(shift)).Mean - Law.Mean);
    }

    // The first measure goes with the price, others as far as with the first.
    private static double Goes(Assumptions assumptions, Measure measure) => assumptions.SharePrice is { IsUncertain: true }
        ? assumptions.PriceCorrelation * (assumptions.Models[0].Measure == measure ? 1 : assumptions.CorrelationOf(assumptions.Models[0].Measure, measure))
        : 0;
}
