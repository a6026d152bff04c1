using FsCheck;
using FsCheck.Xunit;

namespace CompModel.Tests;

/// <summary>What modifiers may do to any plan, and what they may not.</summary>
[Properties(Arbitrary = [typeof(DealPlanYears)])]
public class ModifierLaws
{
    // Nobody is credited with it, so that it stands at exactly zero.
    private const int Untouched = 3;
    private const CreditScope Nobodys = CreditScope.Team;
    private const long Unreachable = 100_000_000_000_00;

    [Law(MaxTest = 200)]
    public void Modifiers_that_are_the_identity_change_nothing_and_deals_told_apart_earn_what_their_sum_earns(DealPlanCase plan) =>
        RatedDealLaws.SamePay(plan, plan with
        {
            Components = [.. plan.Components.Select(Identically)],
            Multipliers = [.. plan.Multipliers, (AsItIs, Frequency.Quarterly)],
            Limits = plan.Limits == LimitRules.None ? new(null, Unreachable) : plan.Limits,
        });

    [Law(MaxTest = 200)]
    public void Pay_in_another_scale_of_money_is_the_same_pay(DealPlanCase plan, PositiveInt times)
    {
        // A rate of money a unit may not be stated for a position in money where it passes 100 %.
        if (plan.Components.Any(component => component.Table is not null && component.Measure != component.PayMeasure && component.PayMeasure == 2))
            return;
        int k = 1 + (times.Get % 9);
        Assert.Equal(RatedDealLaws.Months(plan).Select(earned => earned * k), RatedDealLaws.Months(Scaled(plan, k)));
    }

    [Law(MaxTest = 200)]
    public void More_credit_never_pays_less_where_curve_or_table_does_not_fall(DealPlanCase any, NonNegativeInt pick, NonNegativeInt day, PositiveInt cents)
    {
        DealPlanCase plan = any with { Components = [.. any.Components.Where(component => component.Measure != 3).Select(Plain)], Multipliers = [], Limits = LimitRules.None };
        if (plan.Components.Count == 0 || plan.YearStart.PlusDays(day.Get % 365) is var date && date < plan.HiredOn)
            return;
        DealComponentCase component = plan.Components[pick.Get % plan.Components.Count];
        plan = plan with { Deals = [.. plan.Deals, (0, 0)], Components = [component] };
        bool rises = component.Table is { } table ? DealComponents.Of(table).IsNonDecreasing : component.Curve.Curve().IsNonDecreasing;
        if (!rises)
            return;
        DealPlanCase more = plan with { Credited = [.. plan.Credited, new(component.Measure, component.Scope, date, cents.Get * 4_321L, 1, 1, plan.Deals.Count - 1)] };
        Assert.True(RatedDealLaws.Months(more).Sum() >= RatedDealLaws.Months(plan).Sum());
    }

    [Law(MaxTest = 200)]
    public void A_tier_cut_in_two_of_one_rate_changes_nothing(DealPlanCase plan, NonNegativeInt pick) =>
        RatedDealLaws.SamePay(plan, plan with
        {
            Components = [.. plan.Components.Select(component => component with
            {
                Table = component.Table is { } table ? Cut(table, pick.Get) : null,
                Curve = Cut(component.Curve, 30 + (pick.Get % 200)),
                RateTables = [.. component.RateTables.Select(each => Cut(each, pick.Get))],
            })],
        });

    [Law(MaxTest = 200)]
    public void A_condition_at_or_below_target_never_stops_a_plan_from_paying_OTE_at_quota(DealPlanCase any)
    {
        DealPlanCase plan = any with
        {
            Components = [.. any.Components.Where(component => component.Table is null && component.Measure != 3).Select(AtTarget)],
            Multipliers = [(AsItIs, Frequency.Quarterly)],
            Limits = LimitRules.None,
            Leave = null,
            Hired = (0, 1),
            UnitCents = 1,
            Scope = RoundingScope.Plan,
            Deals = [(-1, -1)],
        };
        if (plan.Components.Count == 0)
            return;
        int parts = plan.SeasonParts.Sum();
        IEnumerable<DealCreditCase> atQuota =
            from measure in Enumerable.Range(0, 3)
            from scope in Enum.GetValues<CreditScope>()
            from month in Enumerable.Range(0, 12)
            select new DealCreditCase(measure, scope, plan.YearStart.PlusMonths(month + 1).PlusDays(-1), plan.Quotas[measure] * plan.SeasonParts[month], 1, parts, 0);
        Assert.Equal(plan.TargetCents / 100m, RatedDealLaws.Months(plan with { Credited = [.. atQuota] }).Sum());
    }

    [Law(MaxTest = 200)]
    public void Caps_of_the_plan_are_never_exceeded_and_floors_kept_at_the_ends_of_spans(DealPlanCase plan)
    {
        if (plan.Limits == LimitRules.None)
            plan = plan with { Limits = new(5_000 * 100, 60_000 * 100) };
        decimal[] months = RatedDealLaws.Months(plan);
        int length = 12 / (int)plan.LimitSpan;
        // Where all of a year is rounded together, a span is the difference of two roundings: a unit beside its own, unless it is the year.
        decimal beside = plan.Scope == RoundingScope.Plan && length < 12 ? plan.UnitCents / 100m : 0;
        for (int start = 0; start < 12; start += length)
        {
            decimal soFar = 0;
            for (int month = start; month < start + length; month++)
            {
                soFar += months[month];
                Assert.True(plan.Limits.Cap is not { } cap || soFar <= (cap / 100m) + beside, $"{soFar} after month {month + 1}");
            }
            bool there = start + length > plan.Hired.Month;
            Assert.True(!there || plan.Limits.Floor is not { } floor || soFar >= (floor / 100m) - beside, $"{soFar} after month {start + length}");
        }
    }

    [Law(MaxTest = 200)]
    public void Caps_and_floors_of_components_hold_in_each_window(DealPlanCase plan)
    {
        List<Statement> months = RatedDealLaws.Statements(plan);
        for (int i = 0; i < plan.Components.Count; i++)
        {
            (DealComponentCase component, decimal toDate) = (plan.Components[i], 0);
            if (component.Limits == LimitRules.None || component.Basis == BasisOf.Reconciled)
                continue;
            foreach (ComponentStatement window in months.SelectMany(month => month.Components).Where(each => each.Component.Name == $"c{i}"))
            {
                toDate = component.Basis == BasisOf.Alone ? window.Earned.Value : toDate + window.Earned.Value;
                Assert.True(component.Limits.Cap is not { } cap || toDate <= cap / 100m);
                Assert.True(component.Limits.Floor is not { } floor || window.Window.End <= plan.HiredOn || toDate >= floor / 100m);
            }
        }
    }

    private static MultiplierRules AsItIs => new(Untouched, Untouched, Nobodys, CurveRules.Linear with { Knots = [(0, 100)] }, null);

    private static DealComponentCase Identically(DealComponentCase component)
    {
        DealComponentCase weighed = component with { PositionPercent = All(component.PositionPercent), PayPercent = Others(component.PayPercent) };
        if (component.Table is not null)
        {
            weighed = weighed with
            {
                KickerPercent = All(component.KickerPercent),
                DealPay = component.DealPay == LimitRules.None ? new(null, Unreachable) : component.DealPay,
                Sizes = component.Sizes == SizeRules.All ? new(null, null, 0, Unreachable) : component.Sizes,
            };
        }
        if (component.Basis == BasisOf.Deal)
            return weighed;
        var met = new ConditionRules(JoinedBy.None, [], Untouched, Nobodys, false, 0, Boundary.AtOrAbove);
        return weighed with
        {
            Gates = [.. component.Gates, new(met, OtherwisePays.Nothing, 100, CurveRules.Linear, null)],
            Multipliers = [.. component.Multipliers, AsItIs],
            Limits = component.Limits == LimitRules.None ? new(null, Unreachable) : component.Limits,
        };
    }

    // Looks at something and answers 100 % whatever it sees, for products and for terms: never equal to no rule, nor to each other.
    private static LookupRules All(LookupRules rules) => rules == LookupRules.Always(100) ? new(LookedAt.Product, [(0, 100)], 100) : rules;

    private static LookupRules Others(LookupRules rules) => rules == LookupRules.Always(100) ? new(LookedAt.Term, [(12, 100)], 100) : rules;

    private static DealComponentCase Plain(DealComponentCase component) =>
        new(component.Measure, component.Scope, component.Basis, component.Pays)
        {
            Table = component.Table,
            Curve = component.Curve,
            Worth = component.Worth,
            WorthParts = component.WorthParts,
            Recovery = component.Recovery,
            LimitPercent = component.LimitPercent,
            Limits = component.Limits,
            Order = component.Order,
        };

    private static DealComponentCase AtTarget(DealComponentCase component) => Plain(component) with
    {
        Worth = WorthOf.Target,
        WorthParts = component.Worth == WorthOf.Target ? component.WorthParts : 1,
        Limits = LimitRules.None,
        Curve = component.Curve with
        {
            Bends = [.. component.Curve.Bends.Where(bend => bend.At >= 100)],
            CapPayout = component.Curve.CapPayout is { } most ? Math.Max(most, 100) : null,
            Sense = component.Curve.Threshold == 100 ? Boundary.AtOrAbove : component.Curve.Sense,
        },
        Gates = [.. component.Gates.Select(gate => gate with { Condition = Met(gate.Condition) })],
    };

    private static ConditionRules Met(ConditionRules condition) => condition with
    {
        Parts = [.. condition.Parts.Select(Met)],
        OfQuota = true,
        Place = condition.OfQuota ? condition.Place : condition.Place % 101,
        Sense = Boundary.AtOrAbove,
    };

    private static TableRules Cut(TableRules table, int pick)
    {
        int tier = pick % table.Tiers.Count;
        // The first tier of an overage table is what the rest lies above; amounts and lines between knots are not halved in whole numbers.
        if (table.Reading is TableReading.ProportionalAmounts or TableReading.InterpolatedRate || (table.Reading == TableReading.OverageAtTopRate && tier == 0))
            return table;
        (long from, long rate) = table.Tiers[tier];
        long to = tier + 1 < table.Tiers.Count ? table.Tiers[tier + 1].From : from + 100;
        return to - from < 2 ? table : table with { Tiers = [.. table.Tiers.Take(tier + 1), (from + ((to - from) / 2), rate), .. table.Tiers.Skip(tier + 1)] };
    }

    private static CurveRules Cut(CurveRules curve, int place)
    {
        if (curve.Knots.Count > 0 || curve.Bends.Any(bend => bend.At == place))
            return curve;
        (int, int)[] below = [.. curve.Bends.Where(bend => bend.At < place)];
        return curve with { Bends = [.. below, (place, below.Length == 0 ? 100 : below[^1].Item2), .. curve.Bends.Where(bend => bend.At > place)] };
    }

    private static DealPlanCase Scaled(DealPlanCase plan, int k) => plan with
    {
        BaseCents = plan.BaseCents * k,
        TargetCents = plan.TargetCents * k,
        Quotas = [.. plan.Quotas.Select((cents, measure) => measure < 2 ? cents * k : cents)],
        Components = [.. plan.Components.Select(component => Scaled(component, k))],
        Limits = Scaled(plan.Limits, k),
        UnitCents = plan.UnitCents * k,
        Leave = plan.Leave is { } leave ? leave with { Cents = leave.Cents * k } : null,
        Credited = [.. plan.Credited.Select(credit => credit.Measure < 2 ? credit with { Cents = credit.Cents * k } : credit)],
    };

    private static DealComponentCase Scaled(DealComponentCase component, int k)
    {
        int measured = component.Measure < 2 ? k : 1, paid = component.PayMeasure < 2 ? 1 : k;
        TableRules Times(TableRules table) => table with
        {
            // An amount is a rate on the width of its tier.
            Tiers = [.. table.Tiers.Select(tier => (tier.From * (table.OfQuota ? 1 : measured), tier.Rate * paid * (table.Reading == TableReading.ProportionalAmounts ? measured : 1)))],
            To = table.To * (table.OfQuota ? 1 : measured),
        };
        return component with
        {
            Table = component.Table is { } table ? Times(table) : null,
            WorthParts = component.Worth == WorthOf.Money ? component.WorthParts * k : component.WorthParts,
            RateTables = [.. component.RateTables.Select(Times)],
            Gates = [.. component.Gates.Select(gate => gate with { Condition = Scaled(gate.Condition, k), Table = gate.Table is { } other ? Times(other) : null })],
            Limits = Scaled(component.Limits, k),
            DealPay = Scaled(component.DealPay, k),
            Sizes = component.Sizes with { Least = component.Sizes.Least * measured, LargeFrom = component.Sizes.LargeFrom * measured, Most = component.Sizes.Most * measured },
            KickerCents = component.KickerCents with { Otherwise = component.KickerCents.Otherwise * k, Values = [.. component.KickerCents.Values.Select(each => (each.Key, each.Value * k))] },
        };
    }

    private static ConditionRules Scaled(ConditionRules condition, int k) => condition with
    {
        Parts = [.. condition.Parts.Select(part => Scaled(part, k))],
        Place = condition.OfQuota || condition.Measure == 2 ? condition.Place : condition.Place * k,
    };

    private static LimitRules Scaled(LimitRules limits, int k) => new(limits.Floor * k, limits.Cap * k);
}
