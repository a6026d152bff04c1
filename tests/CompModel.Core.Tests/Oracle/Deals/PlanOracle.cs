using System.Numerics;
using NodaTime;

namespace CompModel.Tests;

/// <summary>Step 12 of the order of evaluation: leave pay, the plan's multipliers at the ends of their spans, its cap at any time and its floor at the end, and the rounding of all together.</summary>
internal sealed class PlanOracle(DealPlanCase plan, AttainedOracle attained, Func<Fraction, BigInteger> cents)
{
    /// <summary>What the plan earns in each month, in cents, from what its components do.</summary>
    public BigInteger[] Earned((BigInteger Cents, Fraction Exact)[][] components)
    {
        // Steps one after the other: the components and leave pay, then each multiplier; the last are bounds.
        var steps = new List<(BigInteger Cents, Fraction Exact)[]> { Together(components) };
        foreach ((MultiplierRules multiplier, Frequency span) in plan.Multipliers)
        {
            var step = Nothing();
            int length = 12 / (int)span;
            for (int until = length; until <= 12; until += length)
            {
                Fraction exact = Sum(steps, until - length, until) * (attained.Factor(multiplier, until - length, until) - 1);
                step[until - 1] = (cents(exact), exact);
            }
            steps.Add(step);
        }
        steps.Add(Bounds(steps));
        return Rounded(steps);
    }

    private (BigInteger, Fraction)[] Together((BigInteger Cents, Fraction Exact)[][] components)
    {
        var months = Nothing();
        for (int month = 0; month < 12; month++)
        {
            foreach ((BigInteger Cents, Fraction Exact)[] component in components)
                months[month] = (months[month].Cents + component[month].Cents, months[month].Exact + component[month].Exact);
            Fraction before = LeavePay(attained.Months[month]), after = LeavePay(attained.Months[month + 1]);
            months[month] = (months[month].Cents + cents(after) - cents(before), months[month].Exact + after - before);
        }
        return months;
    }

    // What days away before a date pay, counted one by one.
    private Fraction LeavePay(LocalDate date)
    {
        if (plan.Leave is not { } leave)
            return 0;
        int days = 0;
        for (LocalDate day = leave.From; day <= leave.To && day < date; day = day.PlusDays(1))
        {
            if (day >= plan.HiredOn && day >= plan.YearStart && (leave.Counted == LeaveDays.Calendar || day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)))
                days++;
        }
        return new Fraction(leave.Cents, 100) / leave.OverDays * days;
    }

    private (BigInteger Cents, Fraction Exact)[] Bounds(List<(BigInteger Cents, Fraction Exact)[]> steps)
    {
        var bounds = Nothing();
        if (plan.Limits == LimitRules.None)
            return bounds;
        int length = 12 / (int)plan.LimitSpan;
        for (int month = 0; month < 12; month++)
        {
            int start = month / length * length;
            Fraction gross = Sum(steps, start, month + 1);
            bool ends = month + 1 == start + length;
            LimitRules holding = ends && attained.IsThere(month + 1) ? plan.Limits : plan.Limits with { Floor = null };
            Fraction change = DealOracle.Within(holding, gross) - gross - Sum([bounds], start, month + 1);
            bounds[month] = (cents(change), change);
        }
        return bounds;
    }

    private BigInteger[] Rounded(List<(BigInteger Cents, Fraction Exact)[]> steps)
    {
        var earned = new BigInteger[12];
        Fraction exact = 0;
        BigInteger before = 0;
        for (int month = 0; month < 12; month++)
        {
            foreach ((BigInteger Cents, Fraction Exact)[] step in steps)
            {
                earned[month] += step[month].Cents;
                exact += step[month].Exact;
            }
            if (plan.Scope == RoundingScope.Plan)
                earned[month] = cents(exact) - before;
            before += earned[month];
        }
        return earned;
    }

    // What steps come to so far: rounded where each is rounded by itself, exact where only the whole is.
    private Fraction Sum(IEnumerable<(BigInteger Cents, Fraction Exact)[]> steps, int from, int until)
    {
        Fraction sum = 0;
        foreach ((BigInteger Cents, Fraction Exact)[] step in steps)
        {
            for (int month = from; month < until; month++)
                sum += plan.Scope == RoundingScope.Plan ? step[month].Exact : new Fraction(step[month].Cents, 100);
        }
        return sum;
    }

    private static (BigInteger Cents, Fraction Exact)[] Nothing() => [.. Enumerable.Repeat((BigInteger.Zero, Fraction.Zero), 12)];
}
