namespace CompModel;

/// <content>What a component can be made to do; each verb answers a changed copy.</content>
public sealed partial record Component
{
    /// <summary>
    /// A copy that pays at a frequency on the year to date, less what was earned before: against the quota to date or the full one, with a rule for what was earned
    /// too much. Throws for a score, which does not add up over periods.
    /// </summary>
    public Component ToDate(Frequency frequency, Recovery recovery = Recovery.Full, Yardstick against = Yardstick.QuotaToDate) =>
        With(new Basis.YearToDate(frequency, recovery, against));

    /// <summary>A copy in which each period of a frequency stands alone.</summary>
    public Component Each(Frequency frequency) => With(new Basis.EachPeriod(frequency));

    /// <summary>A copy in which each deal fills the table from the bottom, paid at a frequency. Throws for a curve: it rates windows, not deals.</summary>
    public Component EachDeal(Frequency frequency) => With(new Basis.EachDeal(frequency));

    /// <summary>
    /// A copy in which each period pays alone, up to a share of its target, and the year is trued up at its end. Throws for a table, and unless the limit is above zero.
    /// </summary>
    public Component Reconciled(Frequency frequency, Rational limit) => With(new Basis.Reconciled(frequency, limit));

    /// <summary>A copy on the credits of everybody below the participant.</summary>
    public Component OfTeam() => this with { Scope = CreditScope.Team, PayScope = CreditScope.Team };

    /// <summary>A copy on the credits of the participant's territory, whoever sold them.</summary>
    public Component OfTerritory() => this with { Scope = CreditScope.Territory, PayScope = CreditScope.Territory };

    /// <summary>
    /// A copy whose place in the table is set by the team or the territory and which pays on the participant's own credits: each deal at the rates of the place that it
    /// has among all of theirs. Throws for a curve: it pays its worth, not a rate on amounts.
    /// </summary>
    public Component PositionedBy(CreditScope scope) => Checked(this with { Scope = scope, PayScope = CreditScope.Own });

    /// <summary>
    /// A copy whose rates apply to another measure of the same deals: the place in the table by revenue or by the number of deals, pay on margin. Throws for a curve.
    /// </summary>
    public Component PayingOn(Measure measure)
    {
        if (Rule is PayRule.ByTable { Table: var table })
            CheckRates(measure, table);
        return Checked(this with { PayMeasure = measure });
    }

    /// <summary>A copy on the credits of some days only.</summary>
    public Component During(DateRange days) => this with { Days = days };

    /// <summary>A copy under another name.</summary>
    public Component Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return this with { Name = name };
    }

    /// <summary>A copy that pays nothing unless a condition is met, neither kickers nor floors of deals.</summary>
    public Component OnlyIf(Condition condition) => Rule is PayRule.ByCurve
        ? OnlyIf(condition, PayoutCurve.Step((0, 0)))
        : OnlyIf(condition, RateTable.Marginal((0, 0)));

    /// <summary>A copy that pays along another curve unless a condition is met. Throws for a commission, which has tables.</summary>
    public Component OnlyIf(Condition condition, PayoutCurve otherwise) => Rule is PayRule.ByCurve rule
        ? With(new Gate(condition, new PayRule.ByCurve(rule.Worth, otherwise)))
        : throw new ArgumentException($"Component '{Name}' pays commission by a rate table; otherwise it pays by another table, not along a curve.", nameof(otherwise));

    /// <summary>A copy that pays by another table unless a condition is met. Throws for a component that pays along a curve.</summary>
    public Component OnlyIf(Condition condition, RateTable otherwise)
    {
        if (Rule is PayRule.ByCurve)
            throw new ArgumentException($"Component '{Name}' pays along a curve; otherwise it pays along another curve, not by a table.", nameof(otherwise));
        CheckRates(PayMeasure, otherwise);
        return With(new Gate(condition, new PayRule.ByTable(otherwise)));
    }

    /// <summary>A copy that pays at most a share of target unless a condition is met. Throws for a commission.</summary>
    public Component AtMostUnless(Condition condition, Rational payout) => OnlyIf(condition, Curve.CapAt(payout: payout));

    /// <summary>A copy whose result is multiplied, after those multipliers that it has.</summary>
    public Component Times(Multiplier multiplier) => Checked(this with { Multipliers = new ValueList<Multiplier>(Multipliers.Append(multiplier)) });

    /// <summary>A copy that earns at most a sum in each window (over a year to date: in the year). Throws for a sum of zero or less, or below the floor.</summary>
    public Component AtMost(Money cap) => Checked(this with { Limits = Limits.WithCap(cap) });

    /// <summary>A copy that earns at least a sum in each window. Throws below zero, and above the cap.</summary>
    public Component AtLeast(Money floor) => Checked(this with { Limits = Limits.WithFloor(floor) });

    /// <summary>A copy in which deals fill tiers in another order. Throws for a curve.</summary>
    public Component InOrder(DealOrder order) => With(Deals with { Order = order });

    /// <summary>A copy that counts deals within limits.</summary>
    public Component CountingDeals(CreditLimits limits) => With(Deals with { Sizes = limits });

    /// <summary>A copy in which deals weigh differently for the position alone. Throws for a weight below zero.</summary>
    public Component WeighingPosition(DealLookup<Rational> weights) => With(Deals with { PositionWeight = AtLeastZero(weights) });

    /// <summary>A copy in which deals weigh differently in pay alone. Throws for a weight below zero.</summary>
    public Component WeighingPay(DealLookup<Rational> weights) => With(Deals with { PayWeight = AtLeastZero(weights) });

    /// <summary>A copy in which deals weigh differently, for the position and in pay alike. Throws for a weight below zero.</summary>
    public Component Weighing(DealLookup<Rational> weights) => With(Deals with { PositionWeight = AtLeastZero(weights), PayWeight = weights });

    /// <summary>A copy whose table depends on the deal; all deals climb one position. Where a condition is not met, its table rates them all. Throws for a curve.</summary>
    public Component RateBy(DealLookup<RateTable> tables)
    {
        foreach (RateTable table in tables.Values)
            CheckRates(PayMeasure, table);
        return With(Deals with { Tables = tables });
    }

    /// <summary>A copy in which the commission of deals is multiplied by a factor, before anything is added. Throws for a factor below zero, and for a curve.</summary>
    public Component KickedBy(DealLookup<Rational> factors) => With(Deals with { KickerFactor = AtLeastZero(factors) });

    /// <summary>A copy that adds a sum to each deal's commission, in the plan's currency, after it was multiplied. Throws below zero, and for a curve.</summary>
    public Component KickedWith(DealLookup<Rational> amounts) => With(Deals with { KickerAmount = AtLeastZero(amounts) });

    /// <summary>A copy in which each deal's commission stays within bounds. Throws for a curve.</summary>
    public Component PayingDeals(PayLimits limits) => With(Deals with { Pay = limits });

    private Component With(Basis basis) => Checked(this with { Basis = basis });

    private Component With(DealRules deals) => Checked(this with { Deals = deals });

    private Component With(Gate gate) => Checked(this with { Gates = new ValueList<Gate>(Gates.Append(gate)) });

    private static DealLookup<Rational> AtLeastZero(DealLookup<Rational> lookup) =>
        lookup.Values.FirstOrDefault(value => value.Sign < 0) is { Sign: < 0 } negative
            ? throw new ArgumentOutOfRangeException(nameof(lookup), negative, "What a deal weighs or adds is at least zero.")
            : lookup;

    private static Component Checked(Component component)
    {
        bool alongCurve = component.Rule is PayRule.ByCurve;
        string what = $"Component '{component.Name}'";
        if (component.Measure.IsScore && component.Basis is Basis.YearToDate or Basis.Reconciled)
            throw new ArgumentException($"{what} is on a score, which judges one period and does not add up over the year; let each period stand alone.");
        if (alongCurve && component.Basis is Basis.EachDeal)
            throw new ArgumentException($"{what} pays along a curve, which rates a window and not a deal; for each deal use a rate table.");
        if (component.Basis is Basis.EachDeal && (component.Gates.Count > 0 || component.Multipliers.Count > 0 || component.Limits != PayLimits.None))
            throw new ArgumentException($"{what} rates each deal alone; conditions, multipliers and limits of a window need one: limit deals by PayingDeals, or choose another basis.");
        if (!alongCurve && component.Basis is Basis.Reconciled)
            throw new ArgumentException($"{what} pays by a rate table and has no target that a period could be limited to; reconcile a payout curve, or pay to date.");
        if (alongCurve && (component.PayMeasure != component.Measure || component.PayScope != component.Scope))
            throw new ArgumentException($"{what} pays along a curve, which pays what it is worth and not a rate on amounts; to pay on other credits use a rate table, its tiers of quota if need be.");
        if (alongCurve && component.Deals.RateDeals)
            throw new ArgumentException($"{what} pays along a curve, which rates a window and not a deal; limits and weights of credit are possible, rates, kickers and pay limits of deals need a rate table.");
        return component;
    }
}
