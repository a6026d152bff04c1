namespace CompModel;

/// <summary>Whose credits set a component's place in its curve.</summary>
public enum CreditScope
{
    /// <summary>The participant's own.</summary>
    Own,

    /// <summary>Those of everybody below the participant in the hierarchy, each deal once.</summary>
    Team,
}

/// <summary>
/// One measure, one curve, one share of the target incentive. By default it measures the participant's own credits over the year and pays once;
/// <see cref="ToDate"/>, <see cref="Each"/> and <see cref="OfTeam"/> answer changed copies. The weight is a fraction of the target incentive,
/// above zero and at most one; the weights of a plan sum to one.
/// </summary>
public sealed record Component
{
    private Component(string name, Measure measure, CreditScope scope, Rational weight, PayoutCurve curve, Basis basis)
    {
        Name = name;
        Measure = measure;
        Scope = scope;
        Weight = weight;
        Curve = curve;
        Basis = basis;
    }

    /// <summary>The name, unique in its plan; by default the measure's.</summary>
    public string Name { get; private init; }

    /// <summary>What is measured.</summary>
    public Measure Measure { get; }

    /// <summary>Whose credits count.</summary>
    public CreditScope Scope { get; private init; }

    /// <summary>The share of the target incentive that 100 % attainment pays.</summary>
    public Rational Weight { get; }

    /// <summary>From attainment to the multiple of that share.</summary>
    public PayoutCurve Curve { get; }

    /// <summary>Window and pay frequency.</summary>
    public Basis Basis { get; private init; }

    /// <summary>
    /// A component on the participant's own year. Throws for a weight outside (0, 1]: a weight is a fraction, so 70 % is <c>70.Percent</c>, not 70.
    /// </summary>
    public static Component Of(Measure measure, Rational weight, PayoutCurve curve) =>
        weight.Sign > 0 && weight <= Rational.One
            ? new(measure.Name, measure, CreditScope.Own, weight, curve, new Basis.EachPeriod(Frequency.Annual))
            : throw new ArgumentOutOfRangeException(nameof(weight), weight, $"A weight is above 0 and at most 1; write {weight} % as {weight}.Percent.");

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
