namespace CompModel;

/// <summary>In which order deals fill the tiers of a table.</summary>
public enum DealOrder
{
    /// <summary>By date, then by id: an early deal lies in the lower tiers.</summary>
    ByDate,

    /// <summary>In proportion: every deal has its share of each tier.</summary>
    ProRata,
}

/// <summary>
/// What a component does with single deals, in the order of evaluation: how much of each counts, what it weighs for the position and for pay, which table rates it,
/// what is added to its commission, and within which bounds that stays. <see cref="None"/> takes every deal as it is.
/// </summary>
public sealed record DealRules
{
    // Before None, which takes them.
    private static readonly DealLookup<Rational> One = DealLookup<Rational>.Always(1), Nothing = DealLookup<Rational>.Always(0);

    private DealRules()
    {
    }

    /// <summary>Every deal as it is.</summary>
    public static DealRules None { get; } = new();

    /// <summary>The order in which deals fill tiers.</summary>
    public DealOrder Order { get; internal init; } = DealOrder.ByDate;

    /// <summary>How much of a deal's credit counts.</summary>
    public CreditLimits Sizes { get; internal init; } = CreditLimits.None;

    /// <summary>What a unit of credit weighs for the position in the curve or table.</summary>
    public DealLookup<Rational> PositionWeight { get; internal init; } = One;

    /// <summary>What a unit of credit weighs in pay.</summary>
    public DealLookup<Rational> PayWeight { get; internal init; } = One;

    /// <summary>Which table rates a deal; null where the component's own rates all.</summary>
    public DealLookup<RateTable>? Tables { get; internal init; }

    /// <summary>By what a deal's commission is multiplied.</summary>
    public DealLookup<Rational> KickerFactor { get; internal init; } = One;

    /// <summary>What a deal adds to its commission, in the plan's currency, after it was multiplied.</summary>
    public DealLookup<Rational> KickerAmount { get; internal init; } = Nothing;

    /// <summary>The bounds of a deal's commission.</summary>
    public PayLimits Pay { get; internal init; } = PayLimits.None;

    /// <summary>Whether only amounts of credit are changed, so that a curve over the whole window can be paid by them.</summary>
    internal bool RateDeals => Tables is not null || !KickerFactor.Equals(One) || !KickerAmount.Equals(Nothing) || Pay != PayLimits.None || Order != DealOrder.ByDate;

    /// <summary>Whether every deal counts as it is for the position.</summary>
    internal bool CountWhole => Sizes == CreditLimits.None && PositionWeight.Equals(One);

    /// <summary>Whether pay weighs a deal as the position does.</summary>
    internal bool WeighAlike => PayWeight.Equals(PositionWeight);
}
