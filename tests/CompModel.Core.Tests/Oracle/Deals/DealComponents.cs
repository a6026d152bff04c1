namespace CompModel.Tests;

/// <summary>From plain rules to the library's components, verb by verb.</summary>
internal static class DealComponents
{
    public static Measure MeasureOf(int measure) => measure switch
    {
        0 => Measure.OfMoney("revenue"),
        1 => Measure.OfMoney("margin"),
        2 => Measure.OfUnits("deals"),
        _ => Measure.OfScore("score"),
    };

    public static Money Cents(long cents) => new(cents / 100m, Currency.Usd);

    public static Component Of(DealComponentCase rules, long targetParts)
    {
        Measure measure = MeasureOf(rules.Measure);
        Component component = rules.Table is { } table ? Component.Commission(measure, Of(table)) : rules.Worth switch
        {
            WorthOf.Target => Component.Of(measure, (Rational)rules.WorthParts / targetParts, rules.Curve.Curve()),
            WorthOf.Salary => Component.OfSalary(measure, (Rational)rules.WorthParts / 100, rules.Curve.Curve()),
            _ => Component.OfMoney(measure, Cents(rules.WorthParts), rules.Curve.Curve()),
        };
        if (rules.Scope == CreditScope.Team)
            component = component.OfTeam();
        if (rules.Scope == CreditScope.Territory)
            component = component.OfTerritory();
        if (rules.PayScope != rules.Scope)
            component = component.PositionedBy(rules.Scope);
        if (rules.PayMeasure != rules.Measure)
            component = component.PayingOn(MeasureOf(rules.PayMeasure));
        component = rules.Basis switch
        {
            BasisOf.Alone => component.Each(rules.Pays),
            BasisOf.ToDate => component.ToDate(rules.Pays, rules.Recovery),
            BasisOf.FullQuota => component.ToDate(rules.Pays, rules.Recovery, Yardstick.FullQuota),
            BasisOf.Deal => component.EachDeal(rules.Pays),
            _ => component.Reconciled(rules.Pays, rules.LimitPercent.Percent),
        };
        if (rules.Days is { } days)
            component = component.During(new(days.From, days.To.PlusDays(1)));
        foreach (GateRules gate in rules.Gates)
            component = Gated(component, gate);
        foreach (MultiplierRules multiplier in rules.Multipliers)
            component = component.Times(Of(multiplier));
        if (rules.Limits.Cap is { } cap)
            component = component.AtMost(Cents(cap));
        if (rules.Limits.Floor is { } floor)
            component = component.AtLeast(Cents(floor));
        return Dealt(component, rules);
    }

    public static Multiplier Of(MultiplierRules rules) => rules.Matrix is not { } matrix
        ? Multiplier.Of(MeasureOf(rules.Measure), rules.Curve.Curve(), rules.Scope)
        : Multiplier.Of(MeasureOf(rules.Measure), MeasureOf(rules.Columns), Of(matrix), rules.Scope);

    public static PayLimits Of(LimitRules rules)
    {
        PayLimits limits = PayLimits.None;
        if (rules.Cap is { } cap)
            limits = limits.WithCap(Cents(cap));
        return rules.Floor is { } floor ? limits.WithFloor(Cents(floor)) : limits;
    }

    public static RateTable Of(TableRules rules)
    {
        Rational of = 100;
        (Rational From, Rational Rate)[] tiers = [.. rules.Tiers.Select(tier => (tier.From / of, tier.Rate / (Rational)10_000))];
        RateTable table = rules.Reading switch
        {
            TableReading.Marginal => RateTable.Marginal(tiers),
            TableReading.Retroactive => RateTable.Retroactive(tiers),
            TableReading.OverageAtTopRate => RateTable.OverageAtTopRate(tiers),
            TableReading.InterpolatedRate => RateTable.InterpolatedRate(tiers),
            _ => RateTable.ProportionalAmounts([.. rules.Tiers.Select((tier, i) =>
                (tier.From / of, (i + 1 < rules.Tiers.Count ? rules.Tiers[i + 1].From : rules.To) / of, tier.Rate / (Rational)100))]),
        };
        table = table.WithBreakpoints(rules.Sense);
        return rules.OfQuota ? table.OfQuota() : table;
    }

    private static Component Dealt(Component component, DealComponentCase rules)
    {
        if (rules.Sizes != SizeRules.All)
            component = component.CountingDeals(Of(rules.Sizes));
        if (rules.PositionPercent == rules.PayPercent && rules.PositionPercent != LookupRules.Always(100))
            component = component.Weighing(Percents(rules.PositionPercent));
        else if (rules.PositionPercent != rules.PayPercent)
            component = component.WeighingPosition(Percents(rules.PositionPercent)).WeighingPay(Percents(rules.PayPercent));
        if (rules.RateBy is { } rateBy)
            component = component.RateBy(Of(rateBy, index => Of(rules.RateTables[index])));
        if (rules.KickerPercent != LookupRules.Always(100))
            component = component.KickedBy(Percents(rules.KickerPercent));
        if (rules.KickerCents != LookupRules.Always(0))
            component = component.KickedWith(Of(rules.KickerCents, cents => (Rational)cents / 100));
        if (rules.DealPay != LimitRules.None)
            component = component.PayingDeals(Of(rules.DealPay));
        return rules.Order != DealOrder.ByDate ? component.InOrder(rules.Order) : component;
    }

    private static Component Gated(Component component, GateRules gate) => gate.Otherwise switch
    {
        OtherwisePays.Nothing => component.OnlyIf(Of(gate.Condition)),
        OtherwisePays.AtMost => component.AtMostUnless(Of(gate.Condition), gate.AtMostPercent.Percent),
        _ => gate.Table is { } table ? component.OnlyIf(Of(gate.Condition), Of(table)) : component.OnlyIf(Of(gate.Condition), gate.Curve.Curve()),
    };

    private static Condition Of(ConditionRules rules) => rules.Join switch
    {
        JoinedBy.And => Of(rules.Parts[0]).And(Of(rules.Parts[1])),
        JoinedBy.Or => Of(rules.Parts[0]).Or(Of(rules.Parts[1])),
        _ => (rules.OfQuota, rules.Sense) switch
        {
            (true, Boundary.AtOrAbove) => Condition.AttainmentAtLeast(MeasureOf(rules.Measure), (Rational)rules.Place / 100, rules.Scope),
            (true, _) => Condition.AttainmentAbove(MeasureOf(rules.Measure), (Rational)rules.Place / 100, rules.Scope),
            (false, Boundary.AtOrAbove) => Condition.AmountAtLeast(MeasureOf(rules.Measure), (Rational)rules.Place / 100, rules.Scope),
            _ => Condition.AmountAbove(MeasureOf(rules.Measure), (Rational)rules.Place / 100, rules.Scope),
        },
    };

    private static PayoutMatrix Of(MatrixRules rules)
    {
        var cells = new Rational[rules.Rows.Count, rules.Columns.Count];
        for (int i = 0; i < rules.Cells.Count; i++)
            cells[i / rules.Columns.Count, i % rules.Columns.Count] = rules.Cells[i].Percent;
        return rules.Interpolated
            ? PayoutMatrix.Interpolated([.. rules.Rows.Select(row => row.From.Percent)], [.. rules.Columns.Select(column => column.From.Percent)], cells)
            : PayoutMatrix.Steps([.. rules.Rows.Select(row => (row.From.Percent, row.Sense))], [.. rules.Columns.Select(column => (column.From.Percent, column.Sense))], cells);
    }

    private static CreditLimits Of(SizeRules rules)
    {
        CreditLimits limits = CreditLimits.None;
        if (rules.Most is { } most)
            limits = limits.WithMost((Rational)most / 100);
        if (rules.LargeFrom is { } large)
            limits = limits.WithLargeDeals((Rational)large / 100, rules.LargePercent.Percent);
        return rules.Least is { } least ? limits.WithLeast((Rational)least / 100) : limits;
    }

    private static DealLookup<Rational> Percents(LookupRules rules) => Of(rules, percent => percent.Percent);

    private static DealLookup<T> Of<T>(LookupRules rules, Func<int, T> value) => rules.At switch
    {
        LookedAt.Nothing => DealLookup<T>.Always(value(rules.Otherwise)),
        LookedAt.Product => DealLookup<T>.ByText(DealAttribute.Product, value(rules.Otherwise), [.. rules.Values.Select(each => ($"p{each.Key}", value(each.Value)))]),
        _ => DealLookup<T>.ByNumber(DealAttribute.TermMonths, value(rules.Otherwise), [.. rules.Values.Select(each => ((Rational)each.Key, value(each.Value)))]),
    };
}
