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

    private readonly Dictionary<LocalDate, int> planOn = [];
    private LocalDate[]? countingDays;

    /// <summary>One component under one plan: its periods, as far as the plan is in force.</summary>
    internal sealed record Window(int Plan, ComponentOfPlan Component, Piece[] Pieces);

    /// <summary>The days of a period under one plan, and what they ask and offer.</summary>
    internal sealed record Piece(LocalDate Start, LocalDate End, Fraction Quota, Fraction Target, Fraction PaidWithoutQuota);

    /// <summary>Plan after plan, its components, each with the quota of its pieces as issued.</summary>
    public Window[] Windows()
    {
        Window[] exact = [.. Days().Select(PlanOn).Distinct().SelectMany(number => plan.Plans[number].Components.Select(component => Exact(number, component)))];
        return [.. exact.Select(window => window with
        {
            Pieces = [.. Issued([.. exact.Where(each => each.Component.Measure == window.Component.Measure)]).Where(piece => PlanOn(piece.Start) == window.Plan)],
        })];
    }

    /// <summary>What each component of each plan earns at the end of each of its pieces, in minor units of the currency.</summary>
    public (LocalDate End, BigInteger Earned)[][] Earned() => [.. Windows().Select(Earned)];

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

    private Window Exact(int number, ComponentOfPlan component)
    {
        PlanCase rules = plan.Plans[number];
        Fraction weight = new(component.Parts, rules.Components.Sum(each => each.Parts));
        var pieces = new SortedDictionary<int, Piece>();
        foreach (LocalDate day in Days().Where(day => PlanOn(day) == number))
        {
            int period = PeriodOf(day, component.Pays);
            Piece piece = pieces.GetValueOrDefault(period) ?? new(day, day, 0, 0, 0);
            pieces[period] = piece with { End = day.PlusDays(1) };
        }
        foreach (LocalDate day in CountingDays.Where(day => PlanOn(day) == number))
        {
            Piece piece = pieces[PeriodOf(day, component.Pays)];
            Fraction ramp = RampOn(day), target = new Fraction(InForce(day).TargetCents, 100) * weight * LeftOn(day, quota: false) * ShareOf(day);
            pieces[PeriodOf(day, component.Pays)] = piece with
            {
                Quota = piece.Quota + (new Fraction(QuotaOn(day, component.Measure), 100) * ramp * LeftOn(day, quota: true) * ShareOf(day)),
                Target = piece.Target + (ramp.Sign == 0 ? 0 : target),
                PaidWithoutQuota = piece.PaidWithoutQuota + (ramp.Sign == 0 && rules.WithoutQuota == WithoutQuota.TargetPaid ? target : 0),
            };
        }
        return new(number, component, [.. pieces.Values]);
    }

    // All pieces of a measure, under whichever plan: quotas in whole units of money are issued together.
    private Piece[] Issued(Window[] windows)
    {
        Piece[] pieces = [.. windows.SelectMany(window => window.Pieces)];
        int measure = windows[0].Component.Measure;
        bool whole = plan.Components[measure].IsMoney
            && CountingDays.Where(day => windows.Any(window => window.Plan == PlanOn(day))).All(day => QuotaOn(day, measure) % 100 == 0);
        if (!whole)
            return pieces;
        Fraction[] issued = Issued([.. pieces.Select(piece => piece.Quota)]);
        return [.. pieces.Select((piece, i) => piece with { Quota = issued[i] })];
    }

    private (LocalDate End, BigInteger Earned)[] Earned(Window window)
    {
        var earned = new List<(LocalDate, BigInteger)>();
        Fraction credited = 0, quota = 0, target = 0, withoutQuota = 0;
        BigInteger before = 0;
        foreach (Piece piece in window.Pieces)
        {
            if (window.Component.PaysBy == PaysBy.EachPeriod)
                (credited, quota, target, withoutQuota, before) = (0, 0, 0, 0, 0);
            (quota, target, withoutQuota) = (quota + piece.Quota, target + piece.Target, withoutQuota + piece.PaidWithoutQuota);
            foreach (DealCase deal in plan.Deals.Where(deal => deal.Component == window.Component.Measure && piece.Start <= deal.Date && deal.Date < piece.End))
                credited += new Fraction(deal.Cents, 100) * new Fraction(deal.ShareParts, deal.ShareOf);
            Fraction paid = (quota.Sign == 0 ? 0 : Payout(window.Component.Curve, credited / quota) * target) + withoutQuota;
            BigInteger result = (paid * (long)BigInteger.Pow(10, plan.MinorDigits)).Nearest();
            if (window.Component.PaysBy == PaysBy.ToDateKept)
                result = BigInteger.Max(result, before);
            earned.Add((piece.End, result - before));
            before = result;
        }
        return [.. earned];
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

    private long QuotaOn(LocalDate day, int measure) => plan.Components[measure].Quotas.Last(quota => quota.From is not { } from || from <= day).Cents;

    // The number of the plan in force: before the first and after the last day of employment that of those days, and for who is not there that of the year's first.
    private int PlanOn(LocalDate day)
    {
        if (planOn.TryGetValue(day, out int known))
            return known;
        LocalDate[] employed = [.. Days().Where(Employed)];
        LocalDate asked = employed.Length == 0 ? plan.YearStart : day < employed[0] ? employed[0] : day > employed[^1] ? employed[^1] : day;
        int number = 0;
        while (number < plan.Later.Count && plan.Later[number].From <= asked)
            number++;
        return planOn[day] = number;
    }

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
        Proration proration = plan.Plans[PlanOn(day)].Proration;
        if (proration == Proration.ByDays)
            return There(day);
        if (proration == Proration.None)
            return Days().Any(Employed);
        LocalDate[] month = [.. Days().Where(each => MonthOf(each) == MonthOf(day))];
        return 2 * month.Count(There) >= month.Length;
    }

    private Fraction RampOn(LocalDate day)
    {
        PlanCase rules = plan.Plans[PlanOn(day)];
        LocalDate? start = plan.Hired;
        if (day < start)
            return rules.Proration == Proration.ByWholeMonths && rules.RampPercents.Count > 0 ? new Fraction(rules.RampPercents[0], 100) : 1;
        foreach (LocalDate again in plan.RampStarts)
        {
            if (again <= day)
                start = again;
        }
        if (start is not { } started)
            return 1;
        int month = 0;
        while (month < rules.RampPercents.Count && started.PlusMonths(month + 1) <= day)
            month++;
        return month < rules.RampPercents.Count ? new Fraction(rules.RampPercents[month], 100) : 1;
    }

    private (long BaseCents, long TargetCents) InForce(LocalDate day)
    {
        (LocalDate since, (long, long) inForce) = (LocalDate.MinIsoValue, (plan.BaseCents, plan.TargetCents));
        foreach (PlanCase later in plan.Later)
        {
            if (later.From <= day)
                (since, inForce) = (later.From, (later.BaseCents, later.TargetCents));
        }
        foreach ((LocalDate from, long baseCents, long targetCents) in plan.Raises)
        {
            if (from <= day && from >= since)
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

    // A day's share of its seasonal period's weight; by whole calendar months, of its month's part of that weight.
    private Fraction ShareOf(LocalDate day)
    {
        PlanCase rules = plan.Plans[PlanOn(day)];
        int period = PeriodOf(day, rules.SeasonFrequency), months = 12 / (int)rules.SeasonFrequency;
        Fraction weight = new(rules.SeasonParts[period], rules.SeasonParts.Sum());
        if (rules.Proration == Proration.ByWholeMonths && plan.Weeks is null)
            return weight / months / DaysBetween(monthStarts[MonthOf(day)], monthStarts[MonthOf(day) + 1]);
        return weight / DaysBetween(monthStarts[period * months], monthStarts[(period + 1) * months]);
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
}
