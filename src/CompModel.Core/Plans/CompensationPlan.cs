namespace CompModel;

/// <summary>
/// What is traded: on-target earnings, the components that share the target incentive, and the conventions that make figures definite (rounding,
/// seasonality of quota and target, proration, ramp), and the terms it pays by. It knows no dates and no people: <c>TermsFor</c> brings those in.
/// Throws unless the weights of the components that have one (commissions have none) sum to exactly one, and names differ.
/// </summary>
public sealed class CompensationPlan
{
    /// <summary>A plan with the default conventions: minor units away from zero, equal months, proration by days, no ramp, paid as earned.</summary>
    public CompensationPlan(string name, OnTargetEarnings onTarget, params Component[] components)
        : this(name, onTarget, components, Rounding.ToMinorUnit, Seasonality.EqualMonths, Proration.ByDays, Ramp.None, PaymentTerms.AsEarned)
    {
    }

    private CompensationPlan(
        string name, OnTargetEarnings onTarget, Component[] components, Rounding rounding, Seasonality seasonality, Proration proration, Ramp ramp, PaymentTerms payments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Rational sum = components.Aggregate(Rational.Zero, (total, component) => total + component.Weight);
        if (sum != Rational.One && !(components.Length > 0 && components.All(component => component.Rule is PayRule.ByTable)))
            throw new ArgumentException($"The weights of a plan sum to one (100 %); those of '{name}' sum to {PayoutCurve.Percent(sum)}.", nameof(components));
        if (components.GroupBy(component => component.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Components of a plan differ in name; '{twice.Key}' stands twice in '{name}'.", nameof(components));
        payments.Check(onTarget.Total.Currency);
        Name = name;
        OnTarget = onTarget;
        Components = [.. components];
        Rounding = rounding;
        Seasonality = seasonality;
        Proration = proration;
        Ramp = ramp;
        Payments = payments;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Base and target incentive of a full year, unless the participant has other ones.</summary>
    public OnTargetEarnings OnTarget { get; }

    /// <summary>The components, in the order of statements.</summary>
    public IReadOnlyList<Component> Components { get; }

    /// <summary>How what is earned is rounded, once, at the end of each component's window.</summary>
    public Rounding Rounding { get; }

    /// <summary>How annual quotas and targets fall on the year.</summary>
    public Seasonality Seasonality { get; }

    /// <summary>What a part of a year counts for.</summary>
    public Proration Proration { get; }

    /// <summary>Shares of quota in the first months of employment.</summary>
    public Ramp Ramp { get; }

    /// <summary>How what is earned is paid.</summary>
    public PaymentTerms Payments { get; }

    /// <summary>A copy with another rounding convention.</summary>
    public CompensationPlan WithRounding(Rounding rounding) => new(Name, OnTarget, [.. Components], rounding, Seasonality, Proration, Ramp, Payments);

    /// <summary>A copy whose quotas and targets fall on the year otherwise.</summary>
    public CompensationPlan WithSeasonality(Seasonality seasonality) => new(Name, OnTarget, [.. Components], Rounding, seasonality, Proration, Ramp, Payments);

    /// <summary>A copy with another proration rule.</summary>
    public CompensationPlan WithProration(Proration proration) => new(Name, OnTarget, [.. Components], Rounding, Seasonality, proration, Ramp, Payments);

    /// <summary>A copy that ramps new hires.</summary>
    public CompensationPlan WithRamp(Ramp ramp) => new(Name, OnTarget, [.. Components], Rounding, Seasonality, Proration, ramp, Payments);

    /// <summary>A copy that pays what is earned by other terms. Throws for amounts in another currency.</summary>
    public CompensationPlan WithPayments(PaymentTerms payments) => new(Name, OnTarget, [.. Components], Rounding, Seasonality, Proration, Ramp, payments);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
