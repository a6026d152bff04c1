using NodaTime;

namespace CompModel.Tests;

// Plain rules of plans that rate deals: whole cents, percents and basis points, and no type of the library that computes something.

/// <summary>Tiers from a place on, in cents (or hundredths of a unit), or in percent of the quota; each with a rate in basis points, or an amount in cents for proportional amounts.</summary>
/// <param name="Reading">How it is read.</param>
/// <param name="Tiers">Rising, the first from zero.</param>
/// <param name="To">Where the last tier of proportional amounts ends.</param>
/// <param name="Sense">To which side breakpoints belong.</param>
/// <param name="OfQuota">Whether places are percents of the quota.</param>
public sealed record TableRules(TableReading Reading, EquatableList<(long From, long Rate)> Tiers, long To, Boundary Sense, bool OfQuota);

public enum LookedAt
{
    Nothing,
    Product,
    Term,
}

/// <summary>What holds for a deal: by its product (a number that names it) or from a term in months on; otherwise the rest's.</summary>
public sealed record LookupRules(LookedAt At, EquatableList<(int Key, int Value)> Values, int Otherwise)
{
    public static LookupRules Always(int value) => new(LookedAt.Nothing, [], value);
}

public enum JoinedBy
{
    None,
    And,
    Or,
}

/// <summary>A condition: two parts joined, or a place in percent of quota or in cents.</summary>
public sealed record ConditionRules(JoinedBy Join, EquatableList<ConditionRules> Parts, int Measure, CreditScope Scope, bool OfQuota, long Place, Boundary Sense);

public enum OtherwisePays
{
    Nothing,
    AtMost,
    AnotherWay,
}

/// <summary>What a component pays where a condition is not met.</summary>
public sealed record GateRules(ConditionRules Condition, OtherwisePays Otherwise, int AtMostPercent, CurveRules Curve, TableRules? Table);

/// <summary>Cells in percent, row by row.</summary>
public sealed record MatrixRules(EquatableList<(int From, Boundary Sense)> Rows, EquatableList<(int From, Boundary Sense)> Columns, EquatableList<int> Cells, bool Interpolated);

/// <summary>A factor by the attainment of one measure along a curve, or of two by a matrix.</summary>
public sealed record MultiplierRules(int Measure, int Columns, CreditScope Scope, CurveRules Curve, MatrixRules? Matrix);

/// <summary>Bounds in cents.</summary>
public sealed record LimitRules(long? Floor, long? Cap)
{
    public static LimitRules None { get; } = new(null, null);
}

/// <summary>How much of a deal counts, in cents and percent.</summary>
public sealed record SizeRules(long? Least, long? LargeFrom, int LargePercent, long? Most)
{
    public static SizeRules All { get; } = new(null, null, 0, null);
}

public enum WorthOf
{
    Target,
    Salary,
    Money,
}

public enum BasisOf
{
    Alone,
    ToDate,
    FullQuota,
    Deal,
    Reconciled,
}

/// <summary>One component. It pays by the table if it has one, and otherwise along the curve: parts of the target, percent of salary, or cents a year at 100 %.</summary>
public sealed record DealComponentCase(int Measure, CreditScope Scope, BasisOf Basis, Frequency Pays)
{
    public TableRules? Table { get; init; }

    public CurveRules Curve { get; init; } = CurveRules.Linear;

    public WorthOf Worth { get; init; }

    public long WorthParts { get; init; } = 1;

    public Recovery Recovery { get; init; }

    public int LimitPercent { get; init; } = 100;

    public int PayMeasure { get; init; } = Measure;

    public CreditScope PayScope { get; init; } = Scope;

    /// <summary>First and last day whose credits count.</summary>
    public (LocalDate From, LocalDate To)? Days { get; init; }

    public EquatableList<GateRules> Gates { get; init; } = [];

    public EquatableList<MultiplierRules> Multipliers { get; init; } = [];

    public LimitRules Limits { get; init; } = LimitRules.None;

    public SizeRules Sizes { get; init; } = SizeRules.All;

    public LookupRules PositionPercent { get; init; } = LookupRules.Always(100);

    public LookupRules PayPercent { get; init; } = LookupRules.Always(100);

    /// <summary>Which of <see cref="RateTables"/> rates a deal.</summary>
    public LookupRules? RateBy { get; init; }

    public EquatableList<TableRules> RateTables { get; init; } = [];

    public LookupRules KickerPercent { get; init; } = LookupRules.Always(100);

    public LookupRules KickerCents { get; init; } = LookupRules.Always(0);

    public LimitRules DealPay { get; init; } = LimitRules.None;

    public DealOrder Order { get; init; }
}

/// <summary>A credit of a deal: <paramref name="Cents"/> (hundredths of a unit), of which a share counts.</summary>
public sealed record DealCreditCase(int Measure, CreditScope Scope, LocalDate Date, long Cents, int ShareParts, int ShareOf, int Deal);

/// <summary>Days away, both included, and what was earned over a number of days before.</summary>
public sealed record PaidLeaveCase(LocalDate From, LocalDate To, long Cents, int OverDays, LeaveDays Counted);
