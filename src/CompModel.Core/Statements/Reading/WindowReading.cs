namespace CompModel;

/// <summary>
/// What one component earns in one window, as lines: deals counted and weighed, the gate that chooses how it pays, the rates, multipliers, limits. Steps 4 to 10 of
/// the order of evaluation, each a method; a step without rules adds nothing.
/// </summary>
internal sealed class WindowReading
{
    private readonly Component component;
    private readonly Func<Measure, CreditScope, Attainment> others;
    private readonly RateTable? table;
    private readonly List<StatementLine> lines = new(6);
    private Gate? closed;

    /// <summary>A reading of the credits that the component measures or pays on (in order of date, then id), against what was asked.</summary>
    internal WindowReading(Component component, ArraySegment<Credit> its, in PeriodTerms asked, bool isActive, Func<Measure, CreditScope, Attainment> others)
    {
        this.component = component;
        this.others = others;
        table = asked.Table;
        Target = asked.Target;
        Result = Amount.Zero(Target.Currency);
        // What counts is known before any condition is asked.
        if (component.OnlySumsMatter)
        {
            Attainment = new(new(Sum(its), asked.Quota.Currency), asked.Quota);
            Rate(Gated(), new DealMoves(its));
        }
        else
        {
            List<CountedDeal> deals = component.Counted(its);
            Attainment = new(new(deals.Aggregate(Rational.Zero, (sum, deal) => sum + deal.Position), asked.Quota.Currency), asked.Quota);
            RateDeals(Gated(), deals);
        }
        Multiply();
        // A floor is for people who are there.
        if (isActive)
            Limit();
        if (asked.PaidWithoutQuota.Value.Sign != 0)
            Add(StatementLine.Plain(LineKind.WithoutQuota, "no quota: target paid", asked.PaidWithoutQuota));
    }

    /// <summary>What counted towards the position, and what was asked.</summary>
    internal Attainment Attainment { get; private set; }

    /// <summary>What 100 % pays.</summary>
    internal Amount Target { get; }

    /// <summary>The lines, which sum to <see cref="Result"/>.</summary>
    internal List<StatementLine> Lines => lines;

    /// <summary>What the window earns, exactly.</summary>
    internal Amount Result { get; private set; }

    private PayRule Gated()
    {
        if (component.Gates.Count == 0)
            return component.Rule;
        foreach (Gate gate in component.Gates)
        {
            if (gate.Condition.IsMet(Attained))
                continue;
            string asked = string.Join("; ", gate.Condition.Asked.Select(one => $"{one.Measure} is at {At(one)}"));
            Add(StatementLine.Plain(LineKind.Gate, $"not met: {gate.Condition} ({asked})", Amount.Zero(Target.Currency)));
            closed = gate;
            return gate.Otherwise;
        }
        return component.Rule;
    }

    private string At(Condition.Reaches one) =>
        Attained(one.Measure, one.Scope) is var at && one.OfQuota ? Text.Percent(at.Ratio) : Text.Number(at.Credited.Value, 6);

    // Its own measure as the component counts it, with limits and weights of deals; others as they are credited.
    private Attainment Attained(Measure measure, CreditScope scope) => measure == component.Measure && scope == component.Scope ? Attainment : others(measure, scope);

    private static Rational Sum(ArraySegment<Credit> its)
    {
        Rational sum = Rational.Zero;
        foreach (Credit credit in its)
            sum += credit.Amount.Value;
        return sum;
    }

    private void Rate(PayRule rule, DealMoves moves)
    {
        if (rule is PayRule.ByCurve along)
            Add(along.Curve.Lines(Attainment, Target, moves));
        else if (InAmounts(((PayRule.ByTable)rule).Table) is { } rates)
            Result += new Amount(rates.AddLines(lines, Attainment.Credited, Target.Currency, moves), Target.Currency);
    }

    private void RateDeals(PayRule rule, List<CountedDeal> deals)
    {
        Rational position = Attainment.Credited.Value, pays = deals.Aggregate(Rational.Zero, (sum, deal) => sum + deal.Pays);
        var moves = new DealMoves([.. deals.Select(deal => (deal.Reference, deal.Position))]);
        if (rule is PayRule.ByTable { Table: var own } && !component.PaysWhatItMeasures)
            Add(component.Lines(deal => InAmounts(TableOf(deal, own)), deals, component.PayMeasure.IsMoney ? Target.Currency : Currency.None, Target.Currency, closed is not null && own.PaysNothing));
        else
            Rate(rule, moves);
        // A curve rates the window as a whole: what deals weigh in pay shows as their average.
        if (rule is PayRule.ByCurve && pays != position && position.Sign > 0)
            Add(new StatementLine(LineKind.Multiplier, "what these deals weigh in pay, on average", Result, (pays / position) - 1, Result * ((pays / position) - 1)));
    }

    // The table of a condition that is not met stands in for those of deals, too.
    private RateTable TableOf(CountedDeal deal, RateTable table) => closed is null && component.Deals.Tables is { } tables ? tables.Of(deal.Attributes) : table;

    // Tiers at shares of a quota that is not there yet pay nothing. The component's own table is in amounts already.
    private RateTable? InAmounts(RateTable rates) => component.Rule is PayRule.ByTable own && ReferenceEquals(own.Table, rates) ? table
        : rates.Places == TierPlaces.Amounts || Attainment.Quota.Value.Sign > 0 ? rates.For(Attainment.Quota.Value) : null;

    private void Multiply()
    {
        if (component.Multipliers.Count == 0)
            return;
        foreach (Multiplier multiplier in component.Multipliers)
        {
            (Rational factor, string because) = multiplier.At(Attained);
            Add(new StatementLine(LineKind.Multiplier, $"× {Text.Percent(factor)} for {because}", Result, factor - 1, Result * (factor - 1)));
        }
    }

    private void Limit()
    {
        if (ReferenceEquals(component.Limits, PayLimits.None))
            return;
        Amount limited = component.Limits.Of(Result);
        if (limited != Result)
            Add(StatementLine.Plain(LineKind.Limit, $"{(limited < Result ? "capped at" : "at least")} {limited}", limited - Result));
    }

    private void Add(IEnumerable<StatementLine> more)
    {
        foreach (StatementLine line in more)
            Add(line);
    }

    private void Add(StatementLine line)
    {
        Result += line.Amount;
        lines.Add(line);
    }
}
