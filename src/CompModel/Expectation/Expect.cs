namespace CompModel;

/// <summary>Closed forms: what pay is expected to be, without simulation, in microseconds.</summary>
public static partial class Expect
{
    /// <summary>
    /// The expected incentive of a participant for a plan year: component by component, and in total where the whole has a closed form.
    /// Throws where a component's measure has no attainment model.
    /// </summary>
    public static Expected Incentive(Participant participant, PlanYear year, Assumptions assumptions) =>
        Incentive(participant.TermsFor(year), assumptions);

    /// <summary>As above, from terms.</summary>
    public static Expected Incentive(ParticipantTerms terms, Assumptions assumptions) =>
        new([.. terms.Components.Select(component => Component(terms, component, assumptions))]) { Plan = terms.NotCarried is { } reason ? reason + "." : null };

    private static ExpectedComponent Component(ParticipantTerms terms, ComponentTerms component, Assumptions assumptions)
    {
        Measure measure = component.Component.Measure;
        if (measure == Measure.CommissionEarned || measure == Measure.Payout)
        {
            string because = $"'{component.Name}' pays on {measure}, what the people below are paid: it has no attainment model.";
            return new(component, new ClosedForm<PayoutLaw>.NotAvailable(because), new ClosedForm<IReadOnlyList<double>>.NotAvailable(because));
        }
        AttainmentModel model = assumptions.ModelOf(measure, terms);
        ClosedForm<AnnualPayout> payout = AnnualPayout.Of(terms, component, assumptions);
        return new(component, payout.Select(form => form.Law(model)), payout.Select<IReadOnlyList<double>>(form => form.MeanByTier(model)));
    }
}

/// <summary>The closed form of one component.</summary>
/// <param name="Terms">The component's terms.</param>
/// <param name="Law">The law of its pay for the year.</param>
/// <param name="MeanByTier">Expected pay inside each tier of its curve, in the curve's order; they sum to the mean.</param>
public sealed record ExpectedComponent(ComponentTerms Terms, ClosedForm<PayoutLaw> Law, ClosedForm<IReadOnlyList<double>> MeanByTier);

/// <summary>The closed form of a participant's incentive.</summary>
/// <param name="Components">The components, in the plan's order.</param>
public sealed record Expected(IReadOnlyList<ExpectedComponent> Components)
{
    // What the plan as a whole does that no component knows of.
    internal string? Plan { get; init; }

    /// <summary>Expected incentive: means add, whatever the dependence. Available where every component's is.</summary>
    public ClosedForm<double> Mean => Plan is { } reason ? new ClosedForm<double>.NotAvailable(reason) : Components
        .Select(component => component.Law.Select(law => law.Mean))
        .Aggregate((total, next) => total is ClosedForm<double>.Available sum ? next.Select(mean => sum.Answer + mean) : total);

    /// <summary>The whole law, where there is one component alone.</summary>
    public ClosedForm<PayoutLaw> Law => Plan is { } reason ? new ClosedForm<PayoutLaw>.NotAvailable(reason) : Components.Count == 1
        ? Components[0].Law
        : new ClosedForm<PayoutLaw>.NotAvailable($"the sum of {Components.Count} components that may share causes has no simple law; see each component's.");
}
