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
/// One measure and what it pays: a share of the target incentive along a curve, or commission by a rate table. By default it measures the participant's own credits over the year and pays once;
/// <see cref="ToDate"/>, <see cref="Each"/> and <see cref="OfTeam"/> answer changed copies. The weight is a fraction of the target incentive,
/// above zero and at most one; the weights of a plan sum to one. A commission has no weight and needs no quota.
/// </summary>
public sealed record Component
{
    private Component(string name, Measure measure, CreditScope scope, PayRule rule, Basis basis)
    {
        Name = name;
        Measure = measure;
        Scope = scope;
        Rule = rule;
        Basis = basis;
    }

    /// <summary>The name, unique in its plan; by default the measure's.</summary>
    public string Name { get; private init; }

    /// <summary>What is measured.</summary>
    public Measure Measure { get; }

    /// <summary>Whose credits count.</summary>
    public CreditScope Scope { get; private init; }

    /// <summary>From what is credited to what is paid: along a curve or by a table.</summary>
    public PayRule Rule { get; }

    /// <summary>The share of the target incentive that 100 % attainment pays; zero for a commission.</summary>
    public Rational Weight => Rule is PayRule.ByCurve rule ? rule.Weight : Rational.Zero;

    /// <summary>From attainment to the multiple of that share. Throws <see cref="InvalidOperationException"/> for a commission: it has a table.</summary>
    public PayoutCurve Curve => Rule is PayRule.ByCurve rule ? rule.Curve : throw new InvalidOperationException($"Component '{Name}' pays commission by a rate table and has no curve.");

    /// <summary>The names of its tiers, from the lowest up.</summary>
    public IReadOnlyList<string> Tiers => Rule switch
    {
        PayRule.ByCurve { Curve: var curve } => [.. curve.Segments.Select(segment => segment.Label)],
        PayRule.ByTable { Table: var table } => [.. table.Segments.Select(segment => segment.Label)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Window and pay frequency.</summary>
    public Basis Basis { get; private init; }

    /// <summary>
    /// A component on the participant's own year. Throws for a weight outside (0, 1]: a weight is a fraction, so 70 % is <c>70.Percent</c>, not 70.
    /// </summary>
    public static Component Of(Measure measure, Rational weight, PayoutCurve curve) =>
        weight.Sign > 0 && weight <= Rational.One
            ? new(measure.Name, measure, CreditScope.Own, new PayRule.ByCurve(weight, curve), new Basis.EachPeriod(Frequency.Annual))
            : throw new ArgumentOutOfRangeException(nameof(weight), weight, $"A weight is above 0 and at most 1; write {weight} % as {weight}.Percent.");

    /// <summary>
    /// A component that pays commission on credited amounts, by a table, over the participant's own year: no share of the target incentive, and no quota needed.
    /// Throws for a measure in money and a rate above 1, which is a percentage without its sign: 6 % is <c>6.Percent</c>, not 6.
    /// </summary>
    public static Component Commission(Measure measure, RateTable table) =>
        !measure.IsMoney || table.Reading == TableReading.ProportionalAmounts || table.HighestRate <= Rational.One
            ? new(measure.Name, measure, CreditScope.Own, new PayRule.ByTable(table), new Basis.EachPeriod(Frequency.Annual))
            : throw new ArgumentOutOfRangeException(
                nameof(table), table.HighestRate, $"A rate on money is a share of it, at most 1; write {table.HighestRate} % as {table.HighestRate}.Percent.");

    /// <summary>A copy that pays at a frequency on the year to date, less what was earned before.</summary>
    public Component ToDate(Frequency frequency, Recovery recovery = Recovery.Full) => this with { Basis = new Basis.YearToDate(frequency, recovery) };

    /// <summary>A copy in which each period of a frequency stands alone.</summary>
    public Component Each(Frequency frequency) => this with { Basis = new Basis.EachPeriod(frequency) };

    /// <summary>A copy on the credits of everybody below the participant.</summary>
    public Component OfTeam() => this with { Scope = CreditScope.Team };

    /// <summary>A copy under another name.</summary>
    public Component Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return this with { Name = name };
    }
}
