using System.Numerics;
using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// What a plan year earns whose deals are rated, computed a second time from the words of the rules: steps 2 to 14 of the order of evaluation, deal by deal, in its
/// own fractions. Every window is read from its first credit; nothing is carried from month to month but what was earned.
/// </summary>
internal sealed class DealOracle(DealPlanCase plan)
{
    private readonly AttainedOracle attained = new(plan);

    /// <summary>What each component earned in each month: in cents, and before rounding.</summary>
    public (BigInteger Cents, Fraction Exact)[][] Components() => [.. plan.Components.Select(Component)];

    /// <summary>What the plan earned in each month, in cents.</summary>
    public BigInteger[] Earned() => new PlanOracle(plan, attained, Cents).Earned(Components());

    /// <summary>What a component earns in a window before rounding.</summary>
    public Fraction Window(DealComponentCase component, int from, int until, Fraction quota, Fraction target)
    {
        Fraction result = Rated(component, from, until, quota, target);
        foreach (MultiplierRules multiplier in component.Multipliers)
            result *= attained.Factor(multiplier, from, until, Own(component, from, until, quota));
        return attained.IsThere(until) ? Within(component.Limits, result) : result;
    }

    /// <summary>Rounded to the plan's unit, in cents.</summary>
    public BigInteger Cents(Fraction amount)
    {
        Fraction units = amount * 100 / plan.UnitCents;
        BigInteger towardsZero = units.Truncated();
        Fraction rest = units - new Fraction(towardsZero, 1), half = new(1, 2);
        bool negative = rest.Sign < 0;
        Fraction size = negative ? 0 - rest : rest;
        bool outwards = size > half || (!(size < half) && plan.Midpoint switch
        {
            Midpoint.AwayFromZero => true,
            Midpoint.ToEven => !towardsZero.IsEven,
            Midpoint.Up => !negative,
            _ => false,
        });
        return (outwards ? towardsZero + (negative ? -1 : 1) : towardsZero) * plan.UnitCents;
    }

    public static Fraction Within(LimitRules limits, Fraction result)
    {
        if (limits.Cap is { } cap)
            result = Fraction.Min(result, new(cap, 100));
        return limits.Floor is { } floor ? Fraction.Max(result, new(floor, 100)) : result;
    }

    private (BigInteger, Fraction)[] Component(DealComponentCase component)
    {
        (BigInteger Cents, Fraction Exact)[] months = [.. Enumerable.Repeat((BigInteger.Zero, Fraction.Zero), 12)];
        int length = 12 / (int)component.Pays;
        BigInteger before = 0;
        Fraction exactBefore = 0;
        for (int from = 0; from < 12; from += length)
        {
            int until = from + length;
            (BigInteger toDate, Fraction exact) = component.Basis switch
            {
                BasisOf.Alone => (before + Cents(Alone(component, from, until)), exactBefore + Alone(component, from, until)),
                BasisOf.Deal => DealsToDate(component, until),
                BasisOf.Reconciled => Reconciled(component, from, until, before, exactBefore),
                _ => ToDate(component, until, before),
            };
            months[until - 1] = (toDate - before, exact - exactBefore);
            (before, exactBefore) = (toDate, exact);
        }
        return months;
    }

    private Fraction Alone(DealComponentCase component, int from, int until) =>
        Window(component, from, until, Quota(component, from, until), Target(component, from, until));

    private (BigInteger, Fraction) ToDate(DealComponentCase component, int until, BigInteger before)
    {
        int asked = component.Basis == BasisOf.FullQuota ? 12 : until;
        Fraction exact = Window(component, 0, until, Quota(component, 0, asked), Target(component, 0, asked));
        BigInteger cents = Cents(exact);
        // Without recovery, or where it is only carried, what was earned stays.
        return component.Recovery == Recovery.Full || cents >= before ? (cents, exact) : (before, new Fraction(before, 100));
    }

    private (BigInteger, Fraction) Reconciled(DealComponentCase component, int from, int until, BigInteger before, Fraction exactBefore)
    {
        if (until == 12)
            return (Cents(Alone(component, 0, 12)), Alone(component, 0, 12));
        Fraction result = Fraction.Min(Alone(component, from, until), Target(component, from, until) * new Fraction(component.LimitPercent, 100));
        return (before + Cents(result), exactBefore + result);
    }

    // Each deal is rounded by itself: it is its own window.
    private (BigInteger, Fraction) DealsToDate(DealComponentCase component, int until)
    {
        (BigInteger cents, Fraction exact) = (0, 0);
        foreach (IGrouping<int, DealCreditCase> deal in Counting(component, 0, until).GroupBy(credit => credit.Deal))
        {
            // By the quota of the period in which it was booked: a refund is rated with its booking.
            int length = 12 / (int)component.Pays, booked = 0;
            while (deal.Min(credit => credit.Date) >= attained.Months[booked + length])
                booked += length;
            Fraction pays = Commission(component, component.Table!, [.. deal], Quota(component, booked, booked + length));
            cents += Cents(pays);
            exact += pays;
        }
        return (cents, exact);
    }

    private Fraction Quota(DealComponentCase component, int from, int until) => attained.Quota(component.Measure, from, until);

    private Fraction Target(DealComponentCase component, int from, int until)
    {
        if (component.Table is not null)
            return 0;
        switch (component.Worth)
        {
            case WorthOf.Target:
                return new Fraction(plan.TargetCents, 100) * new Fraction(component.WorthParts, plan.TargetParts) * attained.Season(from, until);
            case WorthOf.Money:
                return new Fraction(component.WorthParts, 100) * attained.Season(from, until);
            default:
                // A twelfth of salary a month.
                int counted = Enumerable.Range(from, until - from).Count(attained.Counts);
                return new Fraction(plan.BaseCents, 100) * new Fraction(component.WorthParts, 100) * new Fraction(counted, 12);
        }
    }

    // Every credit that the component measures or pays on, in some months.
    private DealCreditCase[] Counting(DealComponentCase component, int from, int until) =>
    [
        .. plan.Credited.Where(credit =>
            ((credit.Measure == component.Measure && credit.Scope == component.Scope) || (credit.Measure == component.PayMeasure && credit.Scope == component.PayScope))
            && credit.Date >= attained.Months[from] && credit.Date < attained.Months[until] && credit.Date >= plan.HiredOn
            && (component.Days is not { } days || (credit.Date >= days.From && credit.Date <= days.To))),
    ];

    // What a component counts of its own measure is what conditions see of it.
    private OwnAttained Own(DealComponentCase component, int from, int until, Fraction quota) => new(
        component.Measure, component.Scope, Deals(component, Counting(component, from, until)).Aggregate(Fraction.Zero, (sum, deal) => sum + deal.Position), quota);

    private Fraction Rated(DealComponentCase component, int from, int until, Fraction quota, Fraction target)
    {
        GateRules? closed = component.Gates.FirstOrDefault(gate => !attained.IsMet(gate.Condition, from, until, Own(component, from, until, quota)));
        DealCreditCase[] credits = Counting(component, from, until);
        // A table that pays nothing is nothing as well.
        if (closed is { Otherwise: OtherwisePays.Nothing } || (closed?.Table is { } other && other.Tiers.All(tier => tier.Rate == 0)))
            return 0;
        if (component.Table is { } table)
            return closed is null ? Commission(component, table, credits, quota) : Commission(component with { RateBy = null }, closed.Table!, credits, quota);
        (Fraction position, Fraction pays) = (0, 0);
        foreach (Dealt deal in Deals(component, credits))
            (position, pays) = (position + deal.Position, pays + deal.Pays);
        if (quota.Sign == 0)
            return 0;
        CurveRules curve = closed is { Otherwise: OtherwisePays.AnotherWay } ? closed.Curve : component.Curve;
        Fraction payout = SlowOracle.Payout(curve, position / quota);
        if (closed is { Otherwise: OtherwisePays.AtMost })
            payout = Fraction.Min(payout, new(closed.AtMostPercent, 100));
        // A curve rates the window; what deals weigh in pay counts on average.
        return position.Sign > 0 ? target * payout * pays / position : target * payout;
    }

    private Fraction Commission(DealComponentCase component, TableRules own, DealCreditCase[] credits, Fraction quota)
    {
        Dealt[] deals = [.. Deals(component, credits)];
        Fraction final = deals.Aggregate(Fraction.Zero, (sum, deal) => sum + deal.Position), from = 0, sum = 0;
        foreach (Dealt deal in deals)
        {
            Fraction to = from + deal.Position;
            var table = new TableOracle(component.RateBy is { } rateBy ? component.RateTables[Of(rateBy, deal.Number)] : own, quota);
            Fraction commission = 0;
            if (table.Pays)
            {
                // Pro rata every deal has its share of what all of them pay.
                commission = component.Order == DealOrder.ProRata
                    ? deal.Pays * (final.Sign == 0 ? table.RateAt(0, 0) : table.Between(0, final, final) / final)
                    : deal.Pays * (deal.Position.Sign == 0 ? table.RateAt(from, final) : table.Between(from, to, final) / deal.Position);
            }
            commission *= new Fraction(Of(component.KickerPercent, deal.Number), 100);
            // A kicker, and a floor, are for a deal that is there.
            if (deal.Pays.Sign > 0)
                commission += new Fraction(Of(component.KickerCents, deal.Number), 100);
            if (deal.Pays.Sign > 0 || commission.Sign > 0)
                commission = Within(component.DealPay, commission);
            sum += commission;
            from = to;
        }
        return sum;
    }

    private readonly record struct Dealt(int Number, Fraction Position, Fraction Pays);

    // In order of date, then id: what counts of each deal, and what it weighs.
    private IEnumerable<Dealt> Deals(DealComponentCase component, DealCreditCase[] credits)
    {
        foreach (IGrouping<int, DealCreditCase> deal in credits.GroupBy(credit => credit.Deal).OrderBy(deal => deal.Min(credit => credit.Date)).ThenBy(deal => deal.Key))
        {
            Fraction net = Sum(deal, component.Measure, component.Scope), pays = Sum(deal, component.PayMeasure, component.PayScope);
            Fraction counted = Counted(component.Sizes, net);
            // What is left out of the deal's size is left out of its pay in proportion.
            if (net.Sign != 0)
                pays *= counted / net;
            else if (component.Sizes.Least is not null)
                pays = 0;
            yield return new(deal.Key, counted * new Fraction(Of(component.PositionPercent, deal.Key), 100), pays * new Fraction(Of(component.PayPercent, deal.Key), 100));
        }
    }

    private static Fraction Counted(SizeRules sizes, Fraction net)
    {
        Fraction size = net.Sign < 0 ? 0 - net : net;
        if (sizes.Least is { } least && size < new Fraction(least, 100))
            return 0;
        if (sizes.LargeFrom is { } large && size > new Fraction(large, 100))
            size = new Fraction(large, 100) + ((size - new Fraction(large, 100)) * new Fraction(sizes.LargePercent, 100));
        if (sizes.Most is { } most)
            size = Fraction.Min(size, new(most, 100));
        return net.Sign < 0 ? 0 - size : size;
    }

    private static Fraction Sum(IEnumerable<DealCreditCase> credits, int measure, CreditScope scope)
    {
        Fraction sum = 0;
        foreach (DealCreditCase credit in credits.Where(credit => credit.Measure == measure && credit.Scope == scope))
            sum += AttainedOracle.AmountOf(credit);
        return sum;
    }

    private int Of(LookupRules rules, int deal)
    {
        (int product, int term) = plan.Deals[deal];
        int value = rules.Otherwise;
        foreach ((int key, int its) in rules.Values)
        {
            if (rules.At == LookedAt.Product ? product == key : term >= 0 && term >= key)
                value = its;
        }
        return value;
    }
}
