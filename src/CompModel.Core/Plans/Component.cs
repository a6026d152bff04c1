namespace CompModel;

/// <summary>Whose credits set a component's place in its curve.</summary>
public enum CreditScope
{
    /// <summary>The participant's own.</summary>
    Own,

    /// <summary>Those of everybody below the participant in the hierarchy, each deal once.</summary>
    Team,

    /// <summary>Those of the participant's territory, whoever sold them and whoever owned it by then.</summary>
    Territory,
}

/// <summary>
/// One measure and what it pays: a worth (a share of the target incentive, of salary, or money) along a curve, or commission by a rate table. By default it measures the
/// participant's own credits over the year and pays once; the verbs answer changed copies. A weight is a fraction of the target incentive, above zero and at most one;
/// the weights of a plan sum to one. What else is paid comes on top of the target incentive. A commission needs no quota.
/// </summary>
public sealed partial record Component
{
    private Component(string name, Measure measure, PayRule rule)
    {
        Name = name;
        Measure = measure;
        PayMeasure = measure;
        Rule = rule;
    }

    /// <summary>The name, unique in its plan; by default the measure's.</summary>
    public string Name { get; private init; }

    /// <summary>What is measured: it sets the position in the curve or table.</summary>
    public Measure Measure { get; }

    /// <summary>Whose credits set the position.</summary>
    public CreditScope Scope { get; private init; }

    /// <summary>What a table's rates apply to; the measure itself unless <see cref="PayingOn"/> says otherwise.</summary>
    public Measure PayMeasure { get; private init; }

    /// <summary>Whose credits a table's rates apply to.</summary>
    public CreditScope PayScope { get; private init; }

    /// <summary>From what is credited to what is paid: along a curve or by a table.</summary>
    public PayRule Rule { get; }

    /// <summary>Window and pay frequency.</summary>
    public Basis Basis { get; private init; } = new Basis.EachPeriod(Frequency.Annual);

    /// <summary>The days whose credits count: all, unless it is a matter of some weeks.</summary>
    public DateRange Days { get; private init; } = new(NodaTime.LocalDate.MinIsoValue, NodaTime.LocalDate.MaxIsoValue);

    /// <summary>What is done with single deals.</summary>
    public DealRules Deals { get; private init; } = DealRules.None;

    /// <summary>The conditions that choose how it pays; the first that is not met decides.</summary>
    public IReadOnlyList<Gate> Gates { get; private init; } = ValueList<Gate>.Empty;

    /// <summary>By what its result is multiplied, one after the other.</summary>
    public IReadOnlyList<Multiplier> Multipliers { get; private init; } = ValueList<Multiplier>.Empty;

    /// <summary>The bounds of its result, in each window.</summary>
    public PayLimits Limits { get; private init; } = PayLimits.None;

    /// <summary>The share of the target incentive that 100 % attainment pays; zero for what is paid on top of it.</summary>
    public Rational Weight => Rule is PayRule.ByCurve rule ? rule.Weight : Rational.Zero;

    /// <summary>From attainment to the multiple of its worth. Throws <see cref="InvalidOperationException"/> for a commission: it has a table.</summary>
    public PayoutCurve Curve => Rule is PayRule.ByCurve rule ? rule.Curve : throw new InvalidOperationException($"Component '{Name}' pays commission by a rate table and has no curve.");

    /// <summary>The names of its tiers, from the lowest up.</summary>
    public IReadOnlyList<string> Tiers => Rule switch
    {
        PayRule.ByCurve { Curve: var curve } => [.. curve.Segments.Select(segment => segment.Label)],
        PayRule.ByTable { Table: var table } => [.. table.Segments.Select(segment => segment.Label)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether a participant needs a quota for its measure.</summary>
    internal bool NeedsQuota => !Measure.IsScore && (Rule is PayRule.ByCurve || AllTables.Any(table => table.Places == TierPlaces.SharesOfQuota));

    /// <summary>The measures, besides its own, whose attainment it asks for; with those that need a quota first said so.</summary>
    internal IEnumerable<(Measure Measure, CreditScope Scope, bool OfQuota)> Asked =>
    [
        .. Gates.SelectMany(gate => gate.Condition.Asked).Select(one => (one.Measure, one.Scope, one.OfQuota)),
        .. Multipliers.SelectMany(multiplier => multiplier.Asked).Select(one => (one.Measure, one.Scope, true)),
    ];

    /// <summary>Whether only the credits of some days count.</summary>
    internal bool IsOfSomeDays => Days.Start > NodaTime.LocalDate.MinIsoValue || Days.End < NodaTime.LocalDate.MaxIsoValue;

    /// <summary>Whether a condition or a multiplier asks for what else was attained.</summary>
    internal bool AsksForOthers => Gates.Count > 0 || Multipliers.Count > 0;

    /// <summary>Whether position and pay are the same credits, weighed alike, so that only their sum matters.</summary>
    internal bool PaysWhatItMeasures => PayMeasure == Measure && PayScope == Scope && (ReferenceEquals(Deals, DealRules.None) || (Deals.WeighAlike && !Deals.RateDeals));

    /// <summary>Whether deals need not be told apart: each counts as it is, for the position and in pay.</summary>
    internal bool OnlySumsMatter => PaysWhatItMeasures && (ReferenceEquals(Deals, DealRules.None) || Deals.CountWhole);

    private IEnumerable<RateTable> AllTables =>
        (Rule is PayRule.ByTable rule ? [rule.Table] : Array.Empty<RateTable>()).Concat(Deals.Tables?.Values ?? []).Concat(Gates.Select(gate => gate.Otherwise).OfType<PayRule.ByTable>().Select(other => other.Table));

    /// <summary>
    /// A component on the participant's own year. Throws for a weight outside (0, 1]: a weight is a fraction, so 70 % is <c>70.Percent</c>, not 70.
    /// </summary>
    public static Component Of(Measure measure, Rational weight, PayoutCurve curve) =>
        weight.Sign > 0 && weight <= Rational.One
            ? new(measure.Name, measure, new PayRule.ByCurve(new Worth.OfTargetIncentive(weight), curve))
            : throw new ArgumentOutOfRangeException(nameof(weight), weight, $"A weight is above 0 and at most 1; write {weight} % as {weight}.Percent.");

    /// <summary>
    /// A component worth a share of base salary at 100 %, on top of the target incentive: a kicker, a bonus in percent of salary. Throws for a share outside (0, 10].
    /// </summary>
    public static Component OfSalary(Measure measure, Rational share, PayoutCurve curve) =>
        share.Sign > 0 && share <= 10
            ? new(measure.Name, measure, new PayRule.ByCurve(new Worth.OfSalary(share), curve))
            : throw new ArgumentOutOfRangeException(nameof(share), share, $"A share of salary is above 0 and at most 10; write {share} % as {share}.Percent.");

    /// <summary>A component worth a stated sum a year at 100 %, on top of the target incentive. Throws unless the sum is above zero.</summary>
    public static Component OfMoney(Measure measure, Money annual, PayoutCurve curve) =>
        annual.Value > 0
            ? new(measure.Name, measure, new PayRule.ByCurve(new Worth.OfMoney(annual), curve))
            : throw new ArgumentOutOfRangeException(nameof(annual), annual, "What 100 % pays is above zero.");

    /// <summary>
    /// A component that pays commission on credited amounts, by a table, over the participant's own year: no share of the target incentive, and no quota needed unless
    /// the table's tiers are shares of it. Throws for a measure in money and a rate above 1, which is a percentage without its sign: 6 % is <c>6.Percent</c>, not 6.
    /// </summary>
    public static Component Commission(Measure measure, RateTable table)
    {
        CheckRates(measure, table);
        return new(measure.Name, measure, new PayRule.ByTable(table));
    }

    /// <summary>
    /// A commission whose place in the table is set by one measure and whose rates apply to another of the same deals: tiers by revenue or by the number of deals, pay on margin.
    /// Throws for rates above 1 where what is paid on is money.
    /// </summary>
    public static Component Commission(Measure position, Measure payingOn, RateTable table)
    {
        CheckRates(payingOn, table);
        return new(position.Name, position, new PayRule.ByTable(table)) { PayMeasure = payingOn };
    }

    /// <summary>
    /// A component that pays its weight times the cell of a matrix of two measures. Both need a quota. Throws as <see cref="Of"/> does.
    /// </summary>
    public static Component ByMatrix(Measure rows, Measure columns, Rational weight, PayoutMatrix matrix) =>
        Of(rows, weight, PayoutCurve.Step((0, 1))).Times(Multiplier.Of(rows, columns, matrix));

    /// <summary>
    /// An objective (MBO, KSO): a judgement of each period, from 0 (missed) to 1 (met in full), that pays its share of the weight, at most all of it. It needs no quota.
    /// Its credits are scores, those of a period added: 0.8 for an objective met to 80 %.
    /// </summary>
    public static Component Objective(string name, Rational weight) => Of(Measure.OfScore(name), weight, PayoutCurve.Linear.CapAt(payout: 1));

    /// <summary>
    /// A Spiff: a rate on what is credited in some weeks, on top of the plan (a share of money, or money a unit). <see cref="AtMost(Money)"/> limits it a person,
    /// <see cref="OnlyIf(Condition)"/> makes it conditional, and a <c>SpiffFund</c> shares one sum among people.
    /// </summary>
    public static Component Spiff(string name, Measure measure, Rational rate, DateRange days) =>
        (Commission(measure, RateTable.Marginal((0, rate))) with { Days = days }).Named(name);

    private static void CheckRates(Measure measure, RateTable table)
    {
        if (measure.IsMoney && table.Reading != TableReading.ProportionalAmounts && table.HighestRate > Rational.One)
        {
            throw new ArgumentOutOfRangeException(
                nameof(table), table.HighestRate, $"A rate on money is a share of it, at most 1; write {table.HighestRate} % as {table.HighestRate}.Percent.");
        }
    }
}
