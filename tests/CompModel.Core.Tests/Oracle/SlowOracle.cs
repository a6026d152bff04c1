using System.Numerics;
using NodaTime;

namespace CompModel.Tests;

/// <summary>
/// What a plan year pays, computed a second time and as slowly as can be: day by day, deal by deal, rule by rule, in its own fractions. It shares with
/// the library neither the resolution of terms nor the curve's normal form nor apportionment nor rounding; of NodaTime it uses dates and whole months from an origin.
/// </summary>
/// <remarks>
/// Issued quotas are the one step that is not day by day: quotas in money are only known in whole units once the whole year's days have been summed, since
/// the units left over go to the periods with the largest remainders. So the days come first and pay second.
/// </remarks>
internal sealed class SlowOracle(PlanYearCase plan)
{
    private readonly LocalDate[] monthStarts = plan.Weeks is { } rules ? WeekMonths(plan.YearStart, rules) : [.. Enumerable.Range(0, 13).Select(month => plan.YearStart.PlusMonths(month))];

    private LocalDate[]? countingDays;

    /// <summary>What each component earns in each of its periods, in minor units of the currency.</summary>
    public BigInteger[][] Earned() => [.. Enumerable.Range(0, plan.Components.Count).Select(Earned)];

    /// <summary>The quota of each period of a component, as issued.</summary>
    public Fraction[] Quotas(int place)
    {
        ComponentCase component = plan.Components[place];
        Fraction[] quotas = Zeros((int)component.Pays);
        foreach (LocalDate day in CountingDays)
        {
            long annual = component.Quotas.Last(quota => quota.From is not { } from || from <= day).Cents;
            quotas[PeriodOf(day, component.Pays)] += new Fraction(annual, 100) * RampOn(day) * LeftOn(day, quota: true) * ShareOf(day);
        }
        return component.IsMoney && component.Quotas.All(quota => quota.Cents % 100 == 0 || !Touches(component, quota)) ? Issued(quotas) : quotas;
    }

    /// <summary>The target incentive of each period of a component.</summary>
    public Fraction[] Targets(int place)
    {
        ComponentCase component = plan.Components[place];
        Fraction[] targets = Zeros((int)component.Pays);
        foreach (LocalDate day in CountingDays)
            targets[PeriodOf(day, component.Pays)] += new Fraction(InForce(day).TargetCents, 100) * new Fraction(component.Parts, plan.Components.Sum(each => each.Parts)) * LeftOn(day, quota: false) * ShareOf(day);
        return targets;
    }

    /// <summary>Base salary of the year: a twelfth a month, by days inside a month.</summary>
    public Fraction Salary()
    {
        Fraction sum = Fraction.Zero;
        foreach (LocalDate day in Days().Where(Employed))
            sum += new Fraction(InForce(day).BaseCents, 1200) / DaysBetween(monthStarts[MonthOf(day)], monthStarts[MonthOf(day) + 1]);
        return sum;
    }

    /// <summary>The payout at an attainment, walking the rules in order.</summary>
    public static Fraction Payout(CurveRules rules, Fraction attainment)
    {
        if (attainment.Sign < 0)
            return 0;
        if (rules.Knots.Count > 0)
            return Interpolated(rules, attainment);
        if (rules.Threshold is { } threshold)
        {
            Fraction t = new(threshold, 100);
            if (attainment < t || (rules.Sense == Boundary.Above && attainment <= t))
                return 0;
        }
        if (rules.CapAttainment is { } last)
            attainment = Fraction.Min(attainment, new(last, 100));
        Fraction paid = 0, from = 0, rate = 1;
        foreach ((int at, int multiplier) in rules.Bends)
        {
            paid += rate * (Fraction.Min(attainment, new(at, 100)) - Fraction.Min(attainment, from));
            from = new(at, 100);
            rate = new(multiplier, 100);
        }
        paid += rate * (attainment - Fraction.Min(attainment, from));
        return rules.CapPayout is { } most ? Fraction.Min(paid, new(most, 100)) : paid;
    }

    private static Fraction Interpolated(CurveRules rules, Fraction attainment)
    {
        (int Attainment, int Payout)[] reached = [.. rules.Knots.Where(knot => new Fraction(knot.Attainment, 100) <= attainment)];
        if (reached.Length == 0)
            return 0;
        (int at, int paid) = reached[^1];
        (int to, int next) = (at, paid);
        if (reached.Length < rules.Knots.Count)
            (to, next) = rules.Knots[reached.Length];
        else if (rules.Beyond == BeyondLastKnot.SameSlope && rules.Knots.Any(knot => knot.Attainment < at))
        {
            // The last slope: between the last two knots that lie apart.
            int right = rules.Knots.Count - 1;
            while (rules.Knots[right].Attainment == rules.Knots[right - 1].Attainment)
                right--;
            to = at + rules.Knots[right].Attainment - rules.Knots[right - 1].Attainment;
            next = paid + rules.Knots[right].Payout - rules.Knots[right - 1].Payout;
        }
        return to == at
            ? new Fraction(paid, 100)
            : new Fraction(paid, 100) + (new Fraction(next - paid, to - at) * (attainment - new Fraction(at, 100)));
    }

    private BigInteger[] Earned(int place)
    {
        ComponentCase component = plan.Components[place];
        Fraction[] quotas = Quotas(place), targets = Targets(place), credits = Zeros((int)component.Pays);
        foreach (DealCase deal in plan.Deals.Where(deal => deal.Component == place))
            credits[PeriodOf(deal.Date, component.Pays)] += new Fraction(deal.Cents, 100) * new Fraction(deal.ShareParts, deal.ShareOf);
        var earned = new BigInteger[quotas.Length];
        Fraction credited = 0, quota = 0, target = 0;
        BigInteger before = 0;
        for (int period = 0; period < quotas.Length; period++)
        {
            if (component.PaysBy == PaysBy.EachPeriod)
                (credited, quota, target, before) = (0, 0, 0, 0);
            (credited, quota, target) = (credited + credits[period], quota + quotas[period], target + targets[period]);
            BigInteger result = quota.Sign == 0 ? 0 : (Payout(component.Curve, credited / quota) * target * (long)BigInteger.Pow(10, plan.MinorDigits)).Nearest();
            if (component.PaysBy == PaysBy.ToDateKept)
                result = BigInteger.Max(result, before);
            earned[period] = result - before;
            before = result;
        }
        return earned;
    }

    // Whole units: each period what it has in full, and one more to the neediest until the sum is right.
    private static Fraction[] Issued(Fraction[] exact)
    {
        BigInteger total = exact.Aggregate(Fraction.Zero, (sum, quota) => sum + quota).Nearest();
        BigInteger[] units = [.. exact.Select(quota => quota.Truncated())];
        while (units.Aggregate(BigInteger.Zero, (sum, unit) => sum + unit) < total)
        {
            int neediest = 0;
            for (int period = 1; period < exact.Length; period++)
            {
                if (exact[period] - new Fraction(units[period], 1) > exact[neediest] - new Fraction(units[neediest], 1))
                    neediest = period;
            }
            units[neediest]++;
        }
        bool anyWithout = exact.Where((quota, period) => quota.Sign > 0 && units[period].IsZero).Any();
        return anyWithout ? exact : [.. units.Select(unit => new Fraction(unit, 1))];
    }

    // Whether a quota holds on any day that counts.
    private bool Touches(ComponentCase component, (LocalDate? From, long Cents) quota) =>
        CountingDays.Any(day => component.Quotas.Last(each => each.From is not { } from || from <= day) == quota);

    private LocalDate[] CountingDays => countingDays ??= [.. Days().Where(Counts)];

    private IEnumerable<LocalDate> Days()
    {
        for (LocalDate day = plan.YearStart; day < monthStarts[12]; day = day.PlusDays(1))
            yield return day;
    }

    private bool Employed(LocalDate day) => (plan.Hired is not { } hired || hired <= day) && (plan.LastDay is not { } last || day <= last);

    private bool There(LocalDate day) => Employed(day) && !plan.Leaves.Any(leave => leave.From <= day && day <= leave.To);

    private bool Counts(LocalDate day)
    {
        if (plan.Proration == Proration.ByDays)
            return There(day);
        if (plan.Proration == Proration.None)
            return Days().Any(Employed);
        LocalDate[] month = [.. Days().Where(each => MonthOf(each) == MonthOf(day))];
        return 2 * month.Count(There) >= month.Length;
    }

    private Fraction RampOn(LocalDate day)
    {
        if (plan.Hired is not { } hired)
            return 1;
        int month = 0;
        while (month < plan.RampPercents.Count && hired.PlusMonths(month + 1) <= day)
            month++;
        return month < plan.RampPercents.Count ? new Fraction(plan.RampPercents[month], 100) : 1;
    }

    private (long BaseCents, long TargetCents) InForce(LocalDate day)
    {
        (long, long) inForce = (plan.BaseCents, plan.TargetCents);
        foreach ((LocalDate from, long baseCents, long targetCents) in plan.Raises)
        {
            if (from <= day)
                inForce = (baseCents, targetCents);
        }
        return inForce;
    }

    // What reliefs leave of quota or target on a day.
    private Fraction LeftOn(LocalDate day, bool quota)
    {
        Fraction left = 1;
        foreach ((LocalDate from, LocalDate to, int percent, Relieved lowers) in plan.Reliefs)
        {
            if (from <= day && day <= to && (quota || lowers == Relieved.QuotaAndTarget))
                left *= new Fraction(100 - percent, 100);
        }
        return left;
    }

    // A day's share of its seasonal period's weight.
    private Fraction ShareOf(LocalDate day)
    {
        int period = PeriodOf(day, plan.SeasonFrequency), months = 12 / (int)plan.SeasonFrequency;
        int days = DaysBetween(monthStarts[period * months], monthStarts[(period + 1) * months]);
        return new Fraction(plan.SeasonParts[period], plan.SeasonParts.Sum()) / days;
    }

    private int PeriodOf(LocalDate day, Frequency frequency) => MonthOf(day) / (12 / (int)frequency);

    private int MonthOf(LocalDate day)
    {
        int month = 0;
        while (monthStarts[month + 1] <= day)
            month++;
        return month;
    }

    private static int DaysBetween(LocalDate start, LocalDate end)
    {
        int days = 0;
        for (LocalDate day = start; day < end; day = day.PlusDays(1))
            days++;
        return days;
    }

    // Month after month, each as many weeks longer as its place in the quarter says.
    private static LocalDate[] WeekMonths(LocalDate start, WeekRules rules)
    {
        int[] quarter = rules.Pattern switch
        {
            WeekPattern.FourFourFive => [4, 4, 5],
            WeekPattern.FourFiveFour => [4, 5, 4],
            _ => [5, 4, 4],
        };
        var starts = new List<LocalDate> { start };
        for (int month = 1; month <= 12; month++)
        {
            int weeks = quarter[(month - 1) % 3];
            if (rules.Count == 53 && month == rules.ExtraWeekIn)
                weeks++;
            starts.Add(starts[^1].PlusDays(7 * weeks));
        }
        return [.. starts];
    }

    private static Fraction[] Zeros(int count) => [.. Enumerable.Repeat(Fraction.Zero, count)];
}
