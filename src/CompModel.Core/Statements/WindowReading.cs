namespace CompModel;

/// <summary>
/// What one component earns in one window, as lines: deals counted and weighed, the gate that chooses how it pays, the rates, multipliers, limits. Steps 4 to 10 of
/// the order of evaluation, each a method; a step without rules adds nothing.
/// </summary>
internal sealed class WindowReading
{
    private readonly Component component;
    private readonly Func<Measure, CreditScope, Attainment> attained;
    private readonly List<StatementLine> lines = [];
    private Gate? closed;

    /// <summary>A reading of the credits that the component measures or pays on (in order of date, then id), against what was asked.</summary>
    internal WindowReading(Component component, IEnumerable<Credit> its, PeriodTerms asked, bool isActive, Func<Measure, CreditScope, Attainment> attained)
    {
        this.component = component;
        this.attained = attained;
        Target = asked.Target;
        Result = Amount.Zero(Target.Currency);
        PayRule rule = Gated();
        if (component.Deals.CountWhole && component.PaysWhatItMeasures)
            RateSum(rule, its, asked.Quota);
        else
            RateDeals(rule, component.Counted(its), asked.Quota);
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
        foreach (Gate gate in component.Gates)
        {
            if (gate.Condition.IsMet(attained))
                continue;
            string asked = string.Join("; ", gate.Condition.Asked.Select(one => $"{one.Measure} is at {At(one)}"));
            Add(StatementLine.Plain(LineKind.Gate, $"not met: {gate.Condition} ({asked})", Amount.Zero(Target.Currency)));
            closed = gate;
            return gate.Otherwise;
        }
        return component.Rule;
    }

    private string At(Condition.Reaches one) =>
        attained(one.Measure, one.Scope) is var at && one.OfQuota ? Text.Percent(at.Ratio) : Text.Number(at.Credited.Value, 6);

    // Where only their sum matters, deals are not told apart.
    private void RateSum(PayRule rule, IEnumerable<Credit> its, Amount quota)
    {
        var moves = new List<(string, Rational)>();
        Rational sum = Rational.Zero;
        foreach (Credit credit in its)
        {
            Rational amount = credit.Amount.Value;
            moves.Add((credit.Reference, amount));
            sum += amount;
        }
        Attainment = new(new(sum, quota.Currency), quota);
        Add(rule switch
        {
            PayRule.ByCurve { Curve: var curve } => curve.Lines(Attainment, Target, moves),
            PayRule.ByTable { Table: var table } => InAmounts(table) is { } rates ? rates.Lines(Attainment.Credited, Target.Currency, moves) : [],
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    private void RateDeals(PayRule rule, List<CountedDeal> deals, Amount quota)
    {
        Rational position = Rational.Zero, pays = Rational.Zero;
        foreach (CountedDeal deal in deals)
        {
            position += deal.Position;
            pays += deal.Pays;
        }
        Attainment = new(new(position, quota.Currency), quota);
        (string, Rational)[] moves = [.. deals.Select(deal => (deal.Reference, deal.Position))];
        switch (rule)
        {
            case PayRule.ByCurve { Curve: var curve }:
                Add(curve.Lines(Attainment, Target, moves));
                // A curve rates the window as a whole: what deals weigh in pay shows as their average.
                if (pays != position && position.Sign > 0)
                    Add(new StatementLine(LineKind.Multiplier, "what these deals weigh in pay, on average", Result, (pays / position) - 1, Result * ((pays / position) - 1)));
                break;
            case PayRule.ByTable { Table: var table }:
                if (!component.PaysWhatItMeasures)
                    Add(component.Lines(deal => InAmounts(TableOf(deal, table)), deals, component.PayMeasure.IsMoney ? Target.Currency : Currency.None, Target.Currency, closed is not null && table.PaysNothing));
                else if (InAmounts(table) is { } rates)
                    Add(rates.Lines(Attainment.Credited, Target.Currency, moves));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // The table of a condition that is not met stands in for those of deals, too.
    private RateTable TableOf(CountedDeal deal, RateTable table) => closed is null && component.Deals.Tables is { } tables ? tables.Of(deal.Attributes) : table;

    // Tiers at shares of a quota that is not there yet pay nothing.
    private RateTable? InAmounts(RateTable table) => table.Places == TierPlaces.Amounts || Attainment.Quota.Value.Sign > 0 ? table.For(Attainment.Quota.Value) : null;

    private void Multiply()
    {
        foreach (Multiplier multiplier in component.Multipliers)
        {
            (Rational factor, string because) = multiplier.At(attained);
            Add(new StatementLine(LineKind.Multiplier, $"× {Text.Percent(factor)} for {because}", Result, factor - 1, Result * (factor - 1)));
        }
    }

    private void Limit()
    {
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
