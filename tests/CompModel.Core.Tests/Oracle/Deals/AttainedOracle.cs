using NodaTime;

namespace CompModel.Tests;

/// <summary>What was asked and attained in some months, and what conditions and multipliers make of it.</summary>
internal sealed class AttainedOracle(DealPlanCase plan)
{
    /// <summary>The first day of each month, and the day after the last.</summary>
    public LocalDate[] Months { get; } = [.. Enumerable.Range(0, 13).Select(month => plan.YearStart.PlusMonths(month))];

    /// <summary>Whether a month asks for anything: where whole months count, one needs half of its days, and from the 20th there are fewer.</summary>
    public bool Counts(int month) => plan.AsksWholeYear || month > plan.Hired.Month || (month == plan.Hired.Month && plan.Hired.Day == 1);

    /// <summary>Whether the participant was employed on a day of some months.</summary>
    public bool IsThere(int until) => until > plan.Hired.Month;

    /// <summary>The part of a year's quota or target that falls on some months.</summary>
    public Fraction Season(int from, int until)
    {
        int parts = 0;
        for (int month = from; month < until; month++)
            parts += Counts(month) ? plan.SeasonParts[month] : 0;
        return new(parts, plan.SeasonParts.Sum());
    }

    public Fraction Quota(int measure, int from, int until) => measure == 3 ? 1 : new Fraction(plan.Quotas[measure], 100) * Season(from, until);

    public Fraction Credited(int measure, CreditScope scope, int from, int until)
    {
        Fraction sum = 0;
        foreach (DealCreditCase credit in plan.Credited)
        {
            if (credit.Measure == measure && credit.Scope == scope && credit.Date >= Months[from] && credit.Date < Months[until] && credit.Date >= plan.HiredOn)
                sum += AmountOf(credit);
        }
        return sum;
    }

    public static Fraction AmountOf(DealCreditCase credit) => new Fraction(credit.Cents, 100) * new Fraction(credit.ShareParts, credit.ShareOf);

    public bool IsMet(ConditionRules rules, int from, int until, OwnAttained own)
    {
        if (rules.Join == JoinedBy.And)
            return rules.Parts.All(part => IsMet(part, from, until, own));
        if (rules.Join == JoinedBy.Or)
            return rules.Parts.Any(part => IsMet(part, from, until, own));
        (Fraction credited, Fraction quota) = Of(rules.Measure, rules.Scope, from, until, own);
        Fraction place = new(rules.Place, 100);
        if (rules.OfQuota)
        {
            if (quota.Sign == 0)
                return false;
            place *= quota;
        }
        return rules.Sense == Boundary.AtOrAbove ? credited >= place : credited > place;
    }

    public Fraction Factor(MultiplierRules rules, int from, int until, OwnAttained? own = null)
    {
        Fraction row = Attainment(rules.Measure, rules.Scope, from, until, own);
        return rules.Matrix is { } matrix ? Cell(matrix, row, Attainment(rules.Columns, rules.Scope, from, until, own)) : SlowOracle.Payout(rules.Curve, row);
    }

    private Fraction Attainment(int measure, CreditScope scope, int from, int until, OwnAttained? own) =>
        Of(measure, scope, from, until, own) is var (credited, quota) && quota.Sign > 0 ? credited / quota : 0;

    private (Fraction Credited, Fraction Quota) Of(int measure, CreditScope scope, int from, int until, OwnAttained? own) =>
        own is { } its && its.Measure == measure && its.Scope == scope ? (its.Credited, its.Quota) : (Credited(measure, scope, from, until), Quota(measure, from, until));

    private static Fraction Cell(MatrixRules matrix, Fraction row, Fraction column)
    {
        int r = Last(matrix.Rows, row), c = Last(matrix.Columns, column);
        if (r < 0 || c < 0)
            return 0;
        Fraction At(int i, int j) => new(matrix.Cells[(Math.Min(i, matrix.Rows.Count - 1) * matrix.Columns.Count) + Math.Min(j, matrix.Columns.Count - 1)], 100);
        if (!matrix.Interpolated)
            return At(r, c);
        Fraction down = Way(matrix.Rows, r, row), right = Way(matrix.Columns, c, column), up = 1 - down, left = 1 - right;
        return (At(r, c) * up * left) + (At(r, c + 1) * up * right) + (At(r + 1, c) * down * left) + (At(r + 1, c + 1) * down * right);
    }

    private static int Last(EquatableList<(int From, Boundary Sense)> places, Fraction at)
    {
        int last = -1;
        for (int i = 0; i < places.Count; i++)
        {
            Fraction from = new(places[i].From, 100);
            if (places[i].Sense == Boundary.AtOrAbove ? at >= from : at > from)
                last = i;
        }
        return last;
    }

    private static Fraction Way(EquatableList<(int From, Boundary Sense)> places, int i, Fraction at) =>
        i + 1 == places.Count ? 0 : (at - new Fraction(places[i].From, 100)) / new Fraction(places[i + 1].From - places[i].From, 100);
}

/// <summary>What a component counts of its own measure in a window, and what was asked.</summary>
internal readonly record struct OwnAttained(int Measure, CreditScope Scope, Fraction Credited, Fraction Quota);
