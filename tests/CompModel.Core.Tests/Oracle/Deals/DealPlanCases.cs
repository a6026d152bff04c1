using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// Valid plan years whose deals are rated, one for each number. They lean towards boundaries: credits that bring a position exactly to a tier, a threshold, a
/// condition or a size, or a cent beside it, and caps and floors at what is earned anyway, or a cent beside that.
/// </summary>
internal static class DealPlanCases
{
    /// <summary>The plan year of a number.</summary>
    public static DealPlanCase Of(ulong seed)
    {
        var draws = new SeededDraws(seed);
        DealPlanCase plan = Bare(draws);
        plan = plan with { Credited = [.. Credits(draws, plan)] };
        for (int touches = draws.Int(0, 3); touches > 0; touches--)
            plan = Touched(draws, plan);
        return draws.OneIn(4) ? Bounded(draws, plan) : plan;
    }

    private static DealPlanCase Bare(SeededDraws draws)
    {
        int count = draws.Of(1, 1, 2, 3);
        int[] season = draws.OneIn(3) ? [.. Enumerable.Range(0, 12).Select(_ => draws.Int(1, 9))] : [.. Enumerable.Repeat(1, 12)];
        // Whole units in every month, so that quotas need not be issued.
        long parts = season.Sum();
        long[] quotas = [parts * 100 * draws.Between(1, 20_000), parts * 100 * draws.Between(1, 5_000), parts * draws.Of<long>(25, 100, 150, 1000)];
        var deals = Enumerable.Range(0, draws.Int(1, 7)).Select(_ => (draws.Int(-1, 2), draws.Of(-1, 6, 12, 23, 24, 36))).ToArray();
        LocalDate start = draws.Of<LocalDate>(new(2026, 1, 1), new(2025, 7, 1), new(2024, 2, 1));
        var hired = draws.OneIn(3) ? (draws.Int(0, 11), draws.Of(1, 20)) : (0, 1);
        var plan = new DealPlanCase(start, draws.Between(0, 200_000_00), draws.Of(draws.Between(0, 300) * 100_000, draws.Between(1, 30_000_000)), [.. quotas], [])
        {
            SeasonParts = [.. season],
            Hired = hired,
            AsksWholeYear = draws.OneIn(2),
            Deals = [.. deals],
            UnitCents = draws.Of(1, 1, 1, 100),
            Midpoint = draws.Of(Midpoint.AwayFromZero, Midpoint.AwayFromZero, Midpoint.ToEven, Midpoint.Up, Midpoint.TowardsZero),
            Scope = draws.Of(RoundingScope.ComponentWindow, RoundingScope.ComponentWindow, RoundingScope.Plan),
            Leave = draws.OneIn(5) ? Leave(draws, start) : null,
        };
        plan = plan with { Components = [.. Enumerable.Range(0, count).Select(_ => Component(draws, plan))] };
        if (plan.Leave is not null)
            plan = plan with { AsksWholeYear = true };
        if (draws.OneIn(4))
            plan = plan with { Multipliers = [.. Enumerable.Range(0, draws.Int(1, 2)).Select(_ => (Multiplier(draws), Frequencies(draws)))] };
        return draws.OneIn(4) ? plan with { Limits = Limits(draws, plan, 4), LimitSpan = Frequencies(draws) } : plan;
    }

    private static PaidLeaveCase Leave(SeededDraws draws, LocalDate start)
    {
        LocalDate from = start.PlusDays(draws.Int(-10, 364));
        return new(from, from.PlusDays(draws.Int(0, 120)), draws.Between(0, 5_000_000), draws.Of(90, 180, 365), draws.Of(LeaveDays.Weekdays, LeaveDays.Calendar));
    }

    private static Frequency Frequencies(SeededDraws draws) => draws.Of(Frequency.Annual, Frequency.SemiAnnual, Frequency.Quarterly, Frequency.Monthly);

    private static CreditScope Scopes(SeededDraws draws) => draws.Of(CreditScope.Own, CreditScope.Own, CreditScope.Team, CreditScope.Territory);

    private static DealComponentCase Component(SeededDraws draws, DealPlanCase plan)
    {
        if (draws.OneIn(12))
            return Objective(draws);
        bool byTable = !draws.OneIn(3);
        int measure = draws.Int(0, 2);
        BasisOf basis = byTable ? draws.Of(BasisOf.Alone, BasisOf.ToDate, BasisOf.FullQuota, BasisOf.Deal) : draws.Of(BasisOf.Alone, BasisOf.ToDate, BasisOf.FullQuota, BasisOf.Reconciled);
        var component = new DealComponentCase(measure, Scopes(draws), basis, Frequencies(draws))
        {
            Recovery = draws.Of(Recovery.Full, Recovery.Full, Recovery.Carried, Recovery.None),
            LimitPercent = draws.Of(50, 80, 100, 120),
            Days = draws.OneIn(6) ? Days(draws, plan) : null,
        };
        if (byTable)
        {
            component = component with
            {
                PayMeasure = draws.OneIn(3) ? draws.Int(0, 2) : measure,
                PayScope = draws.OneIn(3) ? CreditScope.Own : component.Scope,
            };
            component = component with { Table = Table(draws, plan, measure, component.PayMeasure) };
        }
        else
        {
            component = component with { Worth = draws.Of(WorthOf.Target, WorthOf.Target, WorthOf.Salary, WorthOf.Money), Curve = Curve(draws) };
            component = component with { WorthParts = component.Worth == WorthOf.Money ? draws.Between(1, 10_000_000) : draws.Int(1, 9) };
        }
        component = Dealt(draws, plan, component);
        return basis == BasisOf.Deal ? component : component with
        {
            Gates = draws.OneIn(3) ? [.. Enumerable.Range(0, draws.Int(1, 2)).Select(_ => Gate(draws, plan, component))] : [],
            Multipliers = draws.OneIn(4) ? [.. Enumerable.Range(0, draws.Int(1, 2)).Select(_ => Multiplier(draws))] : [],
            Limits = draws.OneIn(5) ? Limits(draws, plan, (int)component.Pays) : LimitRules.None,
        };
    }

    private static DealComponentCase Objective(SeededDraws draws) => new(3, CreditScope.Own, BasisOf.Alone, Frequencies(draws))
    {
        WorthParts = draws.Int(1, 9),
        Curve = CurveRules.Linear with { CapPayout = 100 },
    };

    private static DealComponentCase Dealt(SeededDraws draws, DealPlanCase plan, DealComponentCase component)
    {
        if (draws.OneIn(3))
        {
            long size = draws.Between(1, plan.Quotas[component.Measure] / 4);
            long? least = draws.OneIn(2) ? size : null, most = draws.OneIn(2) ? draws.Between(size, plan.Quotas[component.Measure]) : null;
            component = component with { Sizes = new(least, draws.OneIn(2) ? draws.Between(size, size * 3) : null, draws.Of(0, 25, 50), most) };
            if (component.Sizes is { Least: null, LargeFrom: null, Most: null })
                component = component with { Sizes = SizeRules.All };
            else if (component.Sizes.LargeFrom is null)
                component = component with { Sizes = component.Sizes with { LargePercent = 0 } };
        }
        if (draws.OneIn(3))
        {
            LookupRules position = Lookup(draws, () => draws.Of(0, 33, 50, 100, 150)), pay = draws.OneIn(2) ? position : Lookup(draws, () => draws.Of(0, 50, 100, 125));
            component = component with { PositionPercent = draws.OneIn(3) ? component.PositionPercent : position, PayPercent = pay };
        }
        if (component.Table is null)
            return component;
        if (draws.OneIn(4))
        {
            TableRules[] tables = [.. Enumerable.Range(0, 3).Select(_ => Table(draws, plan, component.Measure, component.PayMeasure))];
            component = component with { RateTables = [.. tables], RateBy = Lookup(draws, () => draws.Int(0, 2)) };
        }
        return component with
        {
            KickerPercent = draws.OneIn(5) ? Lookup(draws, () => draws.Of(100, 110, 150, 0)) : component.KickerPercent,
            KickerCents = draws.OneIn(5) ? Lookup(draws, () => draws.Of(0, 1, 50_000)) : component.KickerCents,
            DealPay = draws.OneIn(5) ? Limits(draws, plan, 40) : component.DealPay,
            Order = draws.OneIn(4) ? DealOrder.ProRata : DealOrder.ByDate,
        };
    }

    private static LookupRules Lookup(SeededDraws draws, Func<int> value)
    {
        LookedAt at = draws.Of(LookedAt.Nothing, LookedAt.Product, LookedAt.Term);
        int[] keys = at switch
        {
            LookedAt.Nothing => [],
            LookedAt.Product => draws.Some(draws.Int(1, 3), 0, 1, 2),
            _ => draws.Some(draws.Int(1, 2), 12, 24, 36),
        };
        return new(at, [.. keys.Select(key => (key, value()))], value());
    }

    private static (LocalDate, LocalDate) Days(SeededDraws draws, DealPlanCase plan)
    {
        LocalDate from = plan.YearStart.PlusDays(draws.Int(0, 300));
        return (from, from.PlusDays(draws.Int(0, 90)));
    }

    private static TableRules Table(SeededDraws draws, DealPlanCase plan, int measure, int pays)
    {
        int count = draws.Int(1, 4);
        bool ofQuota = draws.OneIn(3);
        var reading = draws.Of(TableReading.Marginal, TableReading.Retroactive, TableReading.OverageAtTopRate, TableReading.ProportionalAmounts, TableReading.InterpolatedRate);
        long[] places = ofQuota
            ? [0, .. draws.Some(count - 1, 25L, 50, 90, 100, 125, 150)]
            : [0, .. Enumerable.Range(1, count - 1).Select(i => (long)i).Select(i => i * plan.Quotas[measure] / draws.Of(4L, 12, 40) / 100 * 100 + i).Distinct().Order()];
        long Rate() => reading == TableReading.ProportionalAmounts ? draws.Between(0, 500_000) : pays == 2 && measure == 2 ? draws.Between(0, 9_000_000) : draws.Of<long>(0, 100, 333, 500, 800, 1_000, 2_500);
        return new(reading, [.. places.Select(place => (place, Rate()))], places[^1] + (ofQuota ? 50 : plan.Quotas[measure] / 4), draws.Of(Boundary.AtOrAbove, Boundary.AtOrAbove, Boundary.Above), ofQuota);
    }

    private static CurveRules Curve(SeededDraws draws)
    {
        int[] places = draws.Some(draws.Int(0, 3), 50, 80, 100, 101, 125, 150, 200);
        int? threshold = draws.OneIn(2) ? draws.Of(1, 40, 50, 90, 100) : null;
        return new(
            threshold, draws.Of(Boundary.AtOrAbove, Boundary.Above), [.. places.Select(place => (place, draws.Of(0, 50, 100, 150, 200, 333)))],
            draws.OneIn(3) ? draws.Of(80, 100, 150, 250) : null, draws.OneIn(4) ? draws.Of(101, 120, 300) : null, ThresholdComes.Last, [], BeyondLastKnot.Flat);
    }

    private static ConditionRules Condition(SeededDraws draws, DealPlanCase plan, int depth = 0)
    {
        if (depth < 2 && draws.OneIn(4))
            return new(draws.Of(JoinedBy.And, JoinedBy.Or), [Condition(draws, plan, depth + 1), Condition(draws, plan, depth + 1)], 0, CreditScope.Own, false, 0, Boundary.AtOrAbove);
        int measure = draws.Int(0, 2);
        bool ofQuota = draws.OneIn(2);
        return new(JoinedBy.None, [], measure, Scopes(draws), ofQuota, ofQuota ? draws.Of<long>(0, 50, 80, 100) : draws.Between(0, plan.Quotas[measure] / 2), draws.Of(Boundary.AtOrAbove, Boundary.Above));
    }

    private static GateRules Gate(SeededDraws draws, DealPlanCase plan, DealComponentCase component)
    {
        OtherwisePays otherwise = component.Table is null ? draws.Of(OtherwisePays.Nothing, OtherwisePays.AtMost, OtherwisePays.AnotherWay) : draws.Of(OtherwisePays.Nothing, OtherwisePays.AnotherWay);
        return new(Condition(draws, plan), otherwise, draws.Of(50, 100), Curve(draws), component.Table is null ? null : Table(draws, plan, component.Measure, component.PayMeasure));
    }

    private static MultiplierRules Multiplier(SeededDraws draws)
    {
        CurveRules curve = draws.OneIn(2)
            ? new(null, Boundary.AtOrAbove, [], null, null, ThresholdComes.First, [(0, draws.Of(0, 50, 80, 100)), (50, 90), (100, 100), (100, 110), (150, 125)], draws.Of(BeyondLastKnot.Flat, BeyondLastKnot.SameSlope))
            : Curve(draws);
        return new(draws.Int(0, 2), draws.Int(0, 2), Scopes(draws), curve, draws.OneIn(2) ? Matrix(draws) : null);
    }

    private static MatrixRules Matrix(SeededDraws draws)
    {
        bool interpolated = draws.OneIn(2);
        EquatableList<(int, Boundary)> Places()
        {
            (int From, Boundary Sense)[] some = [.. draws.Some(draws.Int(1, 3), 0, 50, 80, 100, 120).Select(place => (place, interpolated ? Boundary.AtOrAbove : draws.Of(Boundary.AtOrAbove, Boundary.Above)))];
            // A cell for the very place, and another one above.
            return !interpolated && some[^1].Sense == Boundary.AtOrAbove && draws.OneIn(3) ? [.. some, (some[^1].From, Boundary.Above)] : [.. some];
        }
        EquatableList<(int, Boundary)> rows = Places(), columns = Places();
        return new(rows, columns, [.. Enumerable.Range(0, rows.Count * columns.Count).Select(_ => draws.Of(0, 50, 80, 100, 120, 200))], interpolated);
    }

    private static LimitRules Limits(SeededDraws draws, DealPlanCase plan, int parts)
    {
        long size = (draws.Between(1, 2 + (plan.TargetCents / parts)) + plan.UnitCents) / plan.UnitCents * plan.UnitCents;
        return draws.Of(0, 1, 2) switch
        {
            0 => new(null, size),
            1 => new(size / 2 / plan.UnitCents * plan.UnitCents, null),
            _ => new(size / 2 / plan.UnitCents * plan.UnitCents, size),
        };
    }

    private static IEnumerable<DealCreditCase> Credits(SeededDraws draws, DealPlanCase plan)
    {
        for (int deal = 0; deal < plan.Deals.Count; deal++)
        {
            LocalDate date = Day(draws, plan, plan.HiredOn);
            long share = draws.Of<long>(1, 8, 12, 30);
            int of = draws.Of(1, 1, 1, 2, 3);
            CreditScope[] scopes = draws.Of<CreditScope[]>([CreditScope.Own], [CreditScope.Own], [CreditScope.Own, CreditScope.Team], [CreditScope.Own, CreditScope.Territory], [CreditScope.Territory], [CreditScope.Team]);
            int refund = draws.Int(0, 4);
            LocalDate returned = Day(draws, plan, date);
            for (int measure = 0; measure < 3; measure++)
            {
                if (measure > 0 && draws.OneIn(4))
                    continue;
                long cents = draws.OneIn(12) ? -draws.Between(1, plan.Quotas[measure] / 10) : draws.Between(0, plan.Quotas[measure] / share);
                foreach (CreditScope scope in scopes)
                {
                    yield return new(measure, scope, date, cents, 1, scope == CreditScope.Own ? of : 1, deal);
                    if (refund == 0)
                        yield return new(measure, scope, returned, -cents, 1, scope == CreditScope.Own ? of : 1, deal);
                    else if (refund == 1)
                        yield return new(measure, scope, returned, -cents / 3, 1, scope == CreditScope.Own ? of : 1, deal);
                }
            }
        }
        if (plan.Components.Any(component => component.Measure == 3))
        {
            for (int scores = draws.Int(0, 8); scores > 0; scores--)
                yield return new(3, CreditScope.Own, Day(draws, plan, plan.HiredOn), draws.Of<long>(0, 33, 80, 100, 120, -20), 1, 1, draws.Int(0, plan.Deals.Count - 1));
        }
    }

    private static LocalDate Day(SeededDraws draws, DealPlanCase plan, LocalDate from)
    {
        LocalDate end = plan.YearStart.PlusMonths(12);
        int left = Period.DaysBetween(from, end) - 1;
        LocalDate day = from.PlusDays(draws.Int(0, left));
        LocalDate edge = draws.OneIn(3) ? plan.YearStart.PlusMonths(draws.Int(0, 12)).PlusDays(draws.Int(-1, 0)) : day;
        return edge >= from && edge < end ? edge : day;
    }

    /// <summary>Where something changes: a place of a measure in some months, of all that is credited or of one deal.</summary>
    private readonly record struct Place(int Measure, CreditScope Scope, int From, int Until, int Asked, bool OfQuota, long At, bool OfDeal);

    // A last credit that brings what is credited in a window to a place, or a cent beside it.
    private static DealPlanCase Touched(SeededDraws draws, DealPlanCase plan)
    {
        Place[] places = [.. Places(draws, plan)];
        if (places.Length == 0)
            return plan;
        Place place = places[draws.Int(0, places.Length - 1)];
        var attained = new AttainedOracle(plan);
        int deal = draws.Int(0, plan.Deals.Count - 1);
        Fraction wanted = new Fraction(place.At, 100) * (place.OfQuota ? attained.Quota(place.Measure, place.From, place.Asked) : 1);
        DealPlanCase seen = place.OfDeal ? plan with { Credited = [.. plan.Credited.Where(credit => credit.Deal == deal)] } : plan;
        Fraction missing = (wanted - new AttainedOracle(seen).Credited(place.Measure, place.Scope, place.From, place.Until)) * 600;
        LocalDate day = attained.Months[place.Until].PlusDays(-1);
        var cents = (long)missing.Truncated() + draws.Of(0, 0, 6, -6);
        return day < plan.HiredOn || !missing.IsWhole ? plan : plan with { Credited = [.. plan.Credited, new(place.Measure, place.Scope, day, cents, 1, 6, deal)] };
    }

    private static IEnumerable<Place> Places(SeededDraws draws, DealPlanCase plan)
    {
        foreach ((MultiplierRules multiplier, Frequency span) in plan.Multipliers)
        {
            int months = 12 / (int)span, end = months * draws.Int(1, (int)span);
            foreach (Place place in Places(multiplier, end - months, end))
                yield return place;
        }
        DealComponentCase component = plan.Components[draws.Int(0, plan.Components.Count - 1)];
        if (component.Measure == 3)
            yield break;
        int length = 12 / (int)component.Pays, until = length * draws.Int(1, (int)component.Pays);
        int from = component.Basis is BasisOf.Alone or BasisOf.Reconciled ? until - length : 0;
        int asked = component.Basis == BasisOf.FullQuota ? 12 : until;
        bool ofDeal = component.Basis == BasisOf.Deal;
        // A deal goes by the quota of one period.
        int first = ofDeal ? until - length : from;
        Place Own(bool ofQuota, long at, bool deal) => new(component.Measure, component.Scope, first, until, asked, ofQuota, at, deal);
        if (component.Table is null)
        {
            foreach (int at in component.Curve.Places)
                yield return Own(true, at, ofDeal);
        }
        foreach (TableRules table in new[] { component.Table }.OfType<TableRules>().Concat(component.RateTables))
        {
            foreach ((long at, _) in table.Tiers)
                yield return Own(table.OfQuota, at, ofDeal);
        }
        foreach (long at in new[] { component.Sizes.Least, component.Sizes.Least, component.Sizes.LargeFrom, component.Sizes.Most }.OfType<long>())
            yield return Own(false, at, true);
        foreach (ConditionRules condition in component.Gates.SelectMany(gate => Each(gate.Condition)))
            yield return new(condition.Measure, condition.Scope, from, until, until, condition.OfQuota, condition.Place, false);
        foreach (Place place in component.Multipliers.SelectMany(multiplier => Places(multiplier, from, until)))
            yield return place;
    }

    private static IEnumerable<ConditionRules> Each(ConditionRules condition) => condition.Join == JoinedBy.None ? [condition] : condition.Parts.SelectMany(Each);

    private static IEnumerable<Place> Places(MultiplierRules multiplier, int from, int until)
    {
        if (multiplier.Matrix is not { } matrix)
            return multiplier.Curve.Places.Select(at => new Place(multiplier.Measure, multiplier.Scope, from, until, until, true, at, false));
        return matrix.Rows.Select(row => new Place(multiplier.Measure, multiplier.Scope, from, until, until, true, row.From, false))
            .Concat(matrix.Columns.Select(column => new Place(multiplier.Columns, multiplier.Scope, from, until, until, true, column.From, false)));
    }

    // A cap or a floor at what a window earns anyway, or a unit beside it.
    private static DealPlanCase Bounded(SeededDraws draws, DealPlanCase plan)
    {
        var oracle = new DealOracle(plan);
        int pick = draws.Int(0, plan.Components.Count - 1);
        DealComponentCase component = plan.Components[pick];
        if (component.Basis is BasisOf.Deal || component.Measure == 3)
            return plan;
        (System.Numerics.BigInteger Cents, Fraction)[] months = oracle.Components()[pick];
        long earned = (long)months[(12 / (int)component.Pays * draws.Int(1, (int)component.Pays)) - 1].Cents + (draws.Int(-1, 1) * plan.UnitCents);
        if (earned <= 0)
            return plan;
        DealComponentCase bounded = component with { Limits = draws.OneIn(2) ? new(null, earned) : new(earned, null) };
        return plan with { Components = [.. plan.Components.Select((each, i) => i == pick ? bounded : each)] };
    }
}
