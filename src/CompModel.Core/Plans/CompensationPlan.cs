namespace CompModel;

/// <summary>
/// What is traded: on-target earnings, the components that share the target incentive, the conventions that make figures definite (rounding,
/// seasonality of quota and target, proration, ramp), what holds for the result as a whole, and the terms it pays by. It knows no dates and no people:
/// <c>TermsFor</c> brings those in. Throws unless the weights of the components that have one (what is paid on top has none) sum to exactly one, and names differ.
/// </summary>
public sealed class CompensationPlan
{
    private readonly State state;

    /// <summary>A plan with the default conventions: minor units away from zero, equal months, proration by days, no ramp, paid as earned.</summary>
    public CompensationPlan(string name, OnTargetEarnings onTarget, params Component[] components)
        : this(new State(name, onTarget, [.. components]))
    {
    }

    private CompensationPlan(State state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state.Name);
        Component[] weighted = [.. state.Components.Where(component => component.Weight.Sign > 0)];
        Rational sum = weighted.Aggregate(Rational.Zero, (total, component) => total + component.Weight);
        if (sum != Rational.One && (weighted.Length > 0 || state.Components.Length == 0))
            throw new ArgumentException($"The weights of a plan sum to one (100 %); those of '{state.Name}' sum to {PayoutCurve.Percent(sum)}.", "components");
        if (state.Components.GroupBy(component => component.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Components of a plan differ in name; '{twice.Key}' stands twice in '{state.Name}'.", "components");
        Currency pays = state.OnTarget.Total.Currency;
        foreach (Component component in state.Components)
            Check(component, pays);
        Check(state.Limits, pays, $"plan '{state.Name}'");
        state.Payments.Check(pays);
        state.Ramp.Check(state.Name);
        this.state = state;
    }

    private sealed record State(string Name, OnTargetEarnings OnTarget, Component[] Components)
    {
        internal Rounding Rounding { get; init; } = Rounding.ToMinorUnit;

        internal Seasonality Seasonality { get; init; } = Seasonality.EqualMonths;

        internal Proration Proration { get; init; } = Proration.ByDays;

        internal Ramp Ramp { get; init; } = Ramp.None;

        internal PaymentTerms Payments { get; init; } = PaymentTerms.AsEarned;

        internal (Multiplier Multiplier, Frequency Span)[] Multipliers { get; init; } = [];

        internal PayLimits Limits { get; init; } = PayLimits.None;

        internal Frequency LimitSpan { get; init; } = Frequency.Annual;
    }

    /// <summary>The name.</summary>
    public string Name => state.Name;

    /// <summary>Base and target incentive of a full year, unless the participant has other ones.</summary>
    public OnTargetEarnings OnTarget => state.OnTarget;

    /// <summary>The components, in the order of statements.</summary>
    public IReadOnlyList<Component> Components => state.Components;

    /// <summary>How what is earned is rounded, once, at the end of each component's window.</summary>
    public Rounding Rounding => state.Rounding;

    /// <summary>How annual quotas and targets fall on the year.</summary>
    public Seasonality Seasonality => state.Seasonality;

    /// <summary>What a part of a year counts for.</summary>
    public Proration Proration => state.Proration;

    /// <summary>Shares of quota in the first months of employment.</summary>
    public Ramp Ramp => state.Ramp;

    /// <summary>By what the sum of all components is multiplied, at the end of each span.</summary>
    public IReadOnlyList<(Multiplier Multiplier, Frequency Span)> Multipliers => state.Multipliers;

    /// <summary>The bounds of what the plan earns in each <see cref="LimitSpan"/>: the cap at any time in it, the floor at its end.</summary>
    public PayLimits Limits => state.Limits;

    /// <summary>The span that <see cref="Limits"/> are of.</summary>
    public Frequency LimitSpan => state.LimitSpan;

    /// <summary>How what is earned is paid.</summary>
    public PaymentTerms Payments => state.Payments;

    /// <summary>A copy with another rounding convention.</summary>
    public CompensationPlan WithRounding(Rounding rounding) => new(state with { Rounding = rounding });

    /// <summary>A copy whose quotas and targets fall on the year otherwise.</summary>
    public CompensationPlan WithSeasonality(Seasonality seasonality) => new(state with { Seasonality = seasonality });

    /// <summary>A copy with another proration rule.</summary>
    public CompensationPlan WithProration(Proration proration) => new(state with { Proration = proration });

    /// <summary>A copy that ramps new hires. Throws for a ramp with a month without quota that does not say what it pays.</summary>
    public CompensationPlan WithRamp(Ramp ramp) => new(state with { Ramp = ramp });

    /// <summary>
    /// A copy whose result is multiplied at the end of each span: what all components earned in the span, leave pay and the multipliers that it has included, times the
    /// factor. Bounds come after all multipliers.
    /// </summary>
    public CompensationPlan Times(Multiplier multiplier, Frequency span = Frequency.Annual) => new(state with { Multipliers = [.. state.Multipliers, (multiplier, span)] });

    /// <summary>A copy whose result in each span stays within bounds, after multipliers. Throws for bounds in another currency.</summary>
    public CompensationPlan Within(PayLimits limits, Frequency span = Frequency.Annual) => new(state with { Limits = limits, LimitSpan = span });

    /// <summary>A copy that pays what is earned by other terms. Throws for amounts in another currency.</summary>
    public CompensationPlan WithPayments(PaymentTerms payments) => new(state with { Payments = payments });

    /// <summary>Whether two plans say the same, name and all.</summary>
    internal bool IsSameAs(CompensationPlan other) => ReferenceEquals(this, other)
        || (Name == other.Name && OnTarget == other.OnTarget && Components.SequenceEqual(other.Components) && Rounding == other.Rounding && Seasonality.Equals(other.Seasonality)
            && Proration == other.Proration && Ramp.IsSameAs(other.Ramp) && Multipliers.SequenceEqual(other.Multipliers) && Limits == other.Limits && LimitSpan == other.LimitSpan
            && Payments.IsSameAs(other.Payments));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static void Check(Component component, Currency pays)
    {
        string what = $"component '{component.Name}'";
        Check(component.Limits, pays, what);
        Check(component.Deals.Pay, pays, what);
        if (component.Rule is PayRule.ByCurve { Worth: Worth.OfMoney { Annual: var annual } } && annual.Currency != pays)
            throw new ArgumentException($"A plan pays in one currency, {pays}; 100 % of {what} is worth {annual}.", "components");
    }

    private static void Check(PayLimits limits, Currency pays, string what)
    {
        foreach (Money? bound in new[] { limits.Floor, limits.Cap })
        {
            if (bound is { } stated && stated.Currency != pays)
                throw new ArgumentException($"A plan pays in one currency, {pays}; a bound of {what} is {stated}.", "limits");
        }
    }
}
